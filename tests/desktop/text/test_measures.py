"""What a text proposes for its own fields."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.measures import keywords, paragraphs, reading_minutes, summary
from desktop.text.tree import Code, Figure, Heading, Listing, Paragraph, Plain, Quote, Run

GRAIN = [
    "青禾县今年秋粮收购开始。白塔镇的收购点装上了烘干机，收购点早上六点开秤。",
    "王大年把稻谷运到收购点，烘干机只用一个小时。农户说，烘干机来了，稻谷不怕雨。",
]


def test_reading_takes_a_minute_for_400_characters():
    assert [reading_minutes(words) for words in (0, 1, 400, 401, 4_000)] == [0, 1, 1, 2, 10]


def test_running_text_is_that_of_paragraphs_lists_and_quotes():
    blocks = [
        Heading(2, (Run("小标题"),)),
        Figure("asset:ab", "图", "图说"),
        Code("x"),
        Paragraph((Run("一。"),)),
        Quote((Paragraph((Run("二。"),)),)),
        Listing(None, ((Plain((Run("三"),)),),)),
    ]
    assert paragraphs(blocks) == ["一。", "二。", "三"]


@pytest.mark.parametrize(
    "beginning",
    [
        "本报讯（记者 王建国 通讯员 李明）",
        "本报讯　",
        "本网消息 ",
        "青禾融媒讯（记者王建国）",
        "新华社北京11月24日电（记者 张三）",
        "青禾11月24日讯 ",
        "（见习记者 王建国）",
    ],
)
def test_a_summary_begins_behind_the_dateline(beginning):
    assert summary([f"{beginning}今年秋粮丰收。"]) == "今年秋粮丰收。"


def test_a_summary_is_made_of_whole_sentences():
    texts = ["记者 王建国", "丰收了" * 10 + "。", "第二段。" + "长" * 200 + "。"]
    assert summary(texts) == "丰收了" * 10 + "。第二段。"
    assert summary(["甲。他说：“好。就这样。”完。"], 8) == "甲。"
    assert summary(["全县用电 100 万千瓦时。今年以来，讯息不断。"]) == "全县用电 100 万千瓦时。今年以来，讯息不断。"


def test_nothing_makes_no_summary():
    assert summary([]) == summary(["", "没有句号的一行"]) == ""


@given(st.lists(st.text("字。，“”！abc （记者）本报讯\n", max_size=80), max_size=5), st.integers(1, 120))
def test_a_summary_is_never_longer_than_asked(texts, limit):
    made = summary(texts, limit)
    assert len(made) <= limit
    assert "\n" not in made


def test_keywords_are_what_a_text_speaks_of_more_than_others():
    made = keywords(GRAIN, "收购点来了烘干机")
    assert len(made) <= 5
    assert made[:2] == ["收购点", "烘干机"] or made[:2] == ["烘干机", "收购点"]
    assert not set(made) & {"记者", "今年", "小时"}


def test_keywords_of_the_newsroom_come_first_and_names_never():
    made = keywords(GRAIN, "收购点来了烘干机", known=["秋粮收购", "稻谷", "没有的词"], exclude=["烘干", "白塔镇"])
    assert made[0] == "稻谷"
    assert not [word for word in made if "烘干" in word or "白塔" in word or word == "没有的词"]


def test_a_text_without_words_has_no_keywords():
    assert keywords([]) == keywords(["123 。！"]) == []


def test_the_dictionary_is_not_loaded_with_the_module():
    code = "import sys, desktop.text.measures; sys.exit('rjieba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_how_every_report_begins_is_no_keyword():
    text = "本报讯（记者 林晓）雨污分流管网建成。雨污分流管网全长六公里。"
    assert "本报讯" not in keywords([text]) and keywords([text])
