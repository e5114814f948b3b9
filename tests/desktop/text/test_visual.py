"""What the visual editor shows and writes: the page that comes of it is the page that was there before."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.text.dialect import render
from desktop.text.pieces import piece_of, pieces, put_together
from desktop.text.reading import read
from desktop.text.tree import Heading, Listing, Paragraph, Plain, Quote, Run, Source
from desktop.text.writing import settle, write
from resources import demo

from .trees import documents

EXAMPLES = int(os.environ.get("ROUND_TRIPS", "500"))
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


def test_an_item_that_gets_a_second_paragraph_makes_paragraphs_of_its_neighbours():
    line = (Run("一"),)
    listing = Listing(None, ((Plain(line),), (Plain(line), Paragraph(line)), (Plain(line),)))
    assert settle([listing]) == (
        Listing(None, ((Paragraph(line),), (Paragraph(line), Paragraph(line)), (Paragraph(line),))),
    )


def test_an_empty_paragraph_says_nothing():
    assert piece_of([Paragraph((Run("　 "),)), Heading(2, ())]).source == ""
