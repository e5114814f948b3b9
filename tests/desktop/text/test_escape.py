"""Plain text comes through the dialect as it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text.dialect import escape_text
from desktop.text.plain import plain
from desktop.text.source import normal


def expected(text: str) -> str:
    lines = (" ".join(part for part in line.split(" ") if part) for line in normal(text).split("\n"))
    return "\n".join(line.strip() for line in lines if line.strip())


TRAPS = [
    "#话题#文字",
    "2020. 文字",
    "3*4*5",
    "snake_case_名 _下划_",
    "<b>不粗</b>",
    "- 破折",
    "+ 加",
    "> 大于",
    "* 星",
    "---",
    "***",
    "===",
    "标题\n===",
    "标题\n---",
    "```\n码\n```",
    "~~~\n码\n~~~",
    "| a | b |\n|---|---|",
    "[a]: b",
    "[甲](乙)",
    "![甲](乙)",
    "&lt; &amp; &#60;",
    "a < b & c > d",
    "C:\\新建\\*",
    "    缩进",
    "　　缩进",
    "`码`",
    "<http://a.b>",
    "<a@b.c>",
    "**一是。**文",
    "1) 甲",
    "12.5亿元",
    "1.文字",
    "-5℃",
    "+86",
    "a|b",
    "- - -",
    "_ _ _",
    "![",
    "](",
    "\\",
    "\\\\",
    "\\#",
    "- ",
    "1. ",
    "#",
    "<!-- x -->",
    "<?x?>",
    "<![CDATA[x]]>",
    "</p>",
    "&nbsp;",
    "\\&lt;",
    "a\\<b>",
]


@pytest.mark.parametrize("text", TRAPS)
def test_a_known_trap_reads_as_written(text):
    assert plain(escape_text(text)) == expected(text)


@settings(max_examples=600, deadline=None)
@given(st.text(alphabet="ab1.。中 \n#>*+-_`~|[]()!:=<>&;\\/@\"'\t", max_size=40) | st.text(max_size=40))
def test_any_text_reads_as_written(text):
    assert plain(escape_text(text)) == expected(text)


def test_ordinary_news_is_not_sprinkled_with_backslashes():
    text = "今年1—9月，全县投入12.5亿元（同比+5.6%），“点对点”服务1,200户。"
    assert escape_text(text) == text
