"""A picture that is waited for has a note in its place, and the picture stands there when it comes."""

from __future__ import annotations

import pytest

from desktop.text.awaited import arrived, arrived_source, awaited, figure_note, note
from desktop.text.flat import flatten
from desktop.text.pieces import piece_of, pieces
from desktop.text.tree import Figure, Heading, Listing, Paragraph, Picture, Plain, Quote, Run, Table

A, B = "https://a.example/1.jpg?x=1&y=2", "http://b.example/2.png"
HERE = {A: "asset:" + "a" * 64, B: "asset:" + "b" * 64}


def leaves(markdown):
    return [leaf for piece in pieces(markdown) for leaf in flatten(piece.blocks)]


@pytest.mark.parametrize(
    ("waiting", "come"),
    [
        (figure_note(Figure("", "水库", "图说"), A), Figure(HERE[A], "水库", "图说")),
        (figure_note(Figure(""), A), Figure(HERE[A])),
        (Paragraph((Run("前"), note(A, "甲"), Run("后"))), Paragraph((Run("前"), Picture(HERE[A], "甲"), Run("后")))),
        (Paragraph((note(A, ""), note(B, ""))), Paragraph((Picture(HERE[A]), Picture(HERE[B])))),
        (Heading(2, (note(A, ""), Run("题"))), Heading(2, (Picture(HERE[A]), Run("题")))),
        (Quote((figure_note(Figure("", "", "说"), A),)), Quote((Figure(HERE[A], "", "说"),))),
        (
            Listing(None, ((Plain((Run("项 "), note(B, "乙"))),),)),
            Listing(None, ((Plain((Run("项 "), Picture(HERE[B], "乙"))),),)),
        ),
        (
            Table(("", ""), (((Run("头"),), (Run("头"),)), ((note(A, ""),), (Run("格"),)))),
            Table(("", ""), (((Run("头"),), (Run("头"),)), ((Picture(HERE[A]),), (Run("格"),)))),
        ),
    ],
)
def test_the_picture_stands_where_its_note_stood(waiting, come):
    markdown = piece_of([waiting]).source  # a note is Markdown like any word: it is saved and read again
    assert awaited(leaves(markdown)) <= set(HERE) and awaited(leaves(markdown))
    made = arrived(leaves(markdown), HERE)
    assert [leaf.block for leaf in made] == [leaf.block for leaf in flatten([come])]
    assert arrived_source(markdown, HERE) == f"{piece_of([come]).source}\n"


def test_what_was_written_into_the_note_meanwhile_is_kept():
    markdown = f"[〔网络图片：青禾水库大坝〕]({B})后面写的"
    assert arrived_source(markdown, HERE) == f"![青禾水库大坝]({HERE[B]})后面写的\n"


def test_what_did_not_come_stays_and_what_nobody_wants_leaves_its_words():
    waiting = [figure_note(Figure("", "甲", "说"), A), figure_note(Figure(""), B), Paragraph((Run("文"),))]
    markdown = f"{piece_of(waiting).source}\n"
    assert arrived_source(markdown, {}) == markdown
    assert arrived_source(markdown, {A: "", B: ""}) == "说\n\n文\n"
    assert arrived(leaves(markdown), {B: ""})[1] is None


def test_other_links_and_other_texts_are_left_alone():
    markdown = f"见[图片]({A})，*原样*\n\n1) 一\n"
    assert not awaited(leaves(markdown))
    assert arrived_source(markdown, HERE).rstrip("\n") == markdown.rstrip("\n")
