"""What the visual editor shows and writes: the page that comes of it is the page that was there before."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.text.dialect import render
from desktop.text.pieces import piece_of, pieces, put_together, same_page
from desktop.text.reading import read
from desktop.text.settling import settle
from desktop.text.tree import (
    Break,
    Code,
    Figure,
    Heading,
    Listing,
    Mark,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Rule,
    Run,
    Source,
)
from desktop.text.writing import write
from resources import demo

from . import hands, hostile
from .trees import documents

EXAMPLES = int(os.environ.get("ROUND_TRIPS", "500"))
pytestmark = pytest.mark.timeout(max(180, EXAMPLES))
many = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)


@many
@given(documents())
def test_what_is_written_reads_as_it_was_meant(document):
    document = settle(document)
    html = render(write(document))
    assert read(html) == document
    again = put_together(pieces(write(document)))
    assert render(again) == html
    assert put_together(pieces(again)) == again
    assert not any(isinstance(block, Source) for piece in pieces(again) for block in piece.blocks)


@given(st.text("ab中文 *_`[]()#>-+1.|<>!&~=\\\n\t\"'　：{}^/", max_size=200))
@many
def test_no_markdown_is_lost_whatever_it_is(markdown):
    found = pieces(markdown)
    assert render(put_together(found)) == render(put_together(pieces(put_together(found))))
    assert "".join(render(piece.source) for piece in found) == "".join(render(put_together([piece])) for piece in found)


@many
@given(hands.documents())
def test_markdown_as_people_type_it_is_shown_and_kept(markdown):
    found = pieces(markdown)
    assert render(put_together(found)) == render(markdown)
    for piece in found:
        if not isinstance(piece.blocks[0], Source):
            assert same_page(render(piece_of(piece.blocks).source), render(piece.source))


def test_markdown_as_people_type_it_is_seldom_shown_as_source():
    shown: list[bool] = []

    @settings(max_examples=300, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
    @given(hands.documents())
    def look(markdown):
        shown.extend(isinstance(piece.blocks[0], Source) for piece in pieces(markdown))

    look()
    assert sum(shown) / len(shown) < 0.03


@pytest.mark.parametrize("text", [*hostile.PAYLOADS, *(source for source, _ in hostile.BENIGN)])
def test_a_hostile_piece_makes_the_page_that_it_made(text):
    for markdown in (text, f"前文{text}后文", f"- {text}", f"> {text}", f"| a | b |\n|--|--|\n| {text} | c |"):
        assert render(put_together(pieces(markdown))) == render(markdown)


def test_every_article_of_the_demo_is_shown_without_a_source_block():
    for path in sorted((Path(demo.__file__).parent / "articles").glob("*.md")):
        text = path.read_text(encoding="utf-8").split("---\n", 2)[-1].replace("(picture:", "(asset:")
        shown = pieces(text)
        assert not any(isinstance(block, Source) for piece in shown for block in piece.blocks), path.name
        rewritten = put_together([piece_of(piece.blocks) for piece in shown])
        assert render(rewritten) == render(text), path.name


def test_what_nobody_touched_stays_as_it_was_written():
    text = "* 一\n* 二\n\n正文第一行\n第二行\n\nTitle\n=====\n"
    assert put_together(pieces(text)) == text


@pytest.mark.parametrize(
    "kept",
    [
        '<div class="x">文字</div>',
        "<!-- 编辑注：待核 -->",
        "有脚注[^1]的段落",
        "段落 {: .lead }",
        "[甲]: https://qinghe.example",
        "<script>alert(1)</script>",
        "[点我](javascript:alert(1))",
    ],
)
def test_what_the_dialect_does_not_say_is_kept_word_for_word(kept):
    shown = pieces(f"前文\n\n{kept}\n\n后文\n")
    assert [block for piece in shown for block in piece.blocks if isinstance(block, Source)]
    assert put_together(shown) == f"前文\n\n{kept}\n\n后文\n"


def test_two_lists_that_follow_each_other_stay_two():
    one = Listing(None, ((Plain((Run("一"),)),),))
    made = put_together([piece_of([one]), piece_of([one]), piece_of([Quote((Paragraph((Run("引"),)),))])])
    assert render(made).count("<ul>") == 2


def test_an_item_that_gets_a_second_paragraph_makes_paragraphs_of_what_a_blank_line_touches():
    line = (Run("一"),)
    listing = Listing(None, ((Plain(line),), (Plain(line), Paragraph(line)), (Plain(line),)))
    assert settle([listing]) == (
        Listing(None, ((Plain(line),), (Paragraph(line), Paragraph(line)), (Paragraph(line),))),
    )


def test_a_list_that_is_tight_and_loose_by_turns_is_shown():
    (shown,) = pieces("- 一\n- 二\n\n- 三\n- 四\n")
    assert [type(item[0]) for item in shown.blocks[0].items] == [Plain, Paragraph, Paragraph, Plain]


def test_a_list_that_is_loose_further_down_only_is_shown():
    (shown,) = pieces("- 一\n    1. 二\n\n        - 三\n        - 四\n")
    ((words, inner),) = shown.blocks[0].items
    assert isinstance(words, Plain)
    assert isinstance(inner.items[0][0], Paragraph)
    (shown,) = pieces("- 一\n    - 二\n\n    - 三\n")
    assert isinstance(shown.blocks[0].items[0][0], Paragraph)


@pytest.mark.parametrize(
    "markdown",
    [
        "行尾有空格 ",
        "- 行尾有空格 ",
        "一行  \n    进了格的第二行",
        "_着重_*着重*",
        "`<div>` 是标签",
        "```\n[^1] {: .x } <!-- -->\n```",
        "| 乡镇 | 亩数 |\n| --- | --: |",
        "| 乡镇 | 亩数 |\n| --- | --: |\n|  |  |",
        "1. 第一\n**第二行**",
        "[括号](https://qinghe.example/a_(b))",
    ],
)
def test_what_only_looks_odd_is_no_source_block(markdown):
    assert not any(isinstance(piece.blocks[0], Source) for piece in pieces(markdown))


def test_a_definition_makes_source_of_what_refers_to_it_and_of_nothing_else():
    text = "前文\n\n见[章程][甲]与脚注[^1]\n\n[另一处](/a.html)\n\n[甲]: https://qinghe.example\n\n[^1]: 注\n"
    shown = pieces(text)
    assert [isinstance(piece.blocks[0], Source) for piece in shown] == [False, True, False, True, True]
    assert put_together(shown) == text


@pytest.mark.parametrize("second", ["|", "-|-", ":|"])
def test_items_that_look_like_the_rule_of_a_table_are_items(second):
    items = tuple((Plain((Run(words),)),) for words in ("甲|乙", second))
    (listing,) = settle([Listing(None, items)])
    assert read(render(write([listing]))) == (listing,)


@pytest.mark.parametrize("around", [lambda code: code, lambda code: Quote((code,))])
def test_of_several_empty_lines_of_code_in_a_list_one_stays_and_no_word_goes(around):
    listing = Listing(None, ((Paragraph((Run("项"),)), around(Code("一\n\n\n二"))),))
    (settled,) = settle([listing])
    assert settled == Listing(None, ((Paragraph((Run("项"),)), around(Code("一\n\n二"))),))
    assert read(render(write([settled]))) == (settled,)
    assert settle([Code("一\n\n\n二")]) == (Code("一\n\n\n二"),)


@pytest.mark.parametrize(
    ("first", "written"),
    [
        (Code("码"), "- <!-- -->\n\n        码"),
        (Rule(), "- ***"),
        (Figure("asset:ab"), "- <!-- -->\n\n    ![](asset:ab)"),
        (Quote((Paragraph((Run("引"),)),)), "- > 引"),
        (Listing(None, ((Plain((Run("甲"),)),), (Plain((Run("乙"),)),))), "- <!-- -->\n    - 甲\n    - 乙"),
    ],
)
def test_an_item_may_begin_with_any_block(first, written):
    (listing,) = piece_of([Listing(None, ((first,),))]).blocks
    assert write([listing]) == written
    assert read(render(written)) == (listing,)


def test_what_no_text_keeps_is_settled_before_it_is_written():
    run = Run("半个\ud83d字\x00，\t制表\n换行")
    assert piece_of([Paragraph((run,))]).source == "半个\ufffd字， 制表 换行"
    empty = Run("\x02", (Mark("strong"),))
    assert settle([Paragraph((Run("字"), empty, Run("字"), Break(), Run("字"), Run(" "), empty))]) == (
        Paragraph((Run("字字"), Break(), Run("字"))),
    )


def test_a_link_that_no_page_may_hold_leaves_its_words():
    bad, good = Mark("a", "javascript:alert(1)"), Mark("a", "https://qinghe.example/a b")
    line = (Run("点我", (bad,)), Run("或点我", (good,)))
    assert piece_of([Paragraph(line)]).source == "点我[或点我](https://qinghe.example/a%20b)"


def test_a_picture_from_elsewhere_is_a_link_to_it():
    made = piece_of([Figure("https://qinghe.example/a.png", "采茶"), Paragraph((Picture("asset:ab", "", "甲｜乙"),))])
    assert made.blocks == (
        Paragraph((Run("采茶", (Mark("a", "https://qinghe.example/a.png"),)),)),
        Figure("asset:ab", "", "甲", "乙"),
    )


def test_an_empty_paragraph_says_nothing():
    assert piece_of([Paragraph((Run("　 "),)), Heading(2, ())]).source == ""
