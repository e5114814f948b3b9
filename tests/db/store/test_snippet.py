"""A snippet shows the term that was looked for, marked."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from db.store.bigrams import folded, terms
from db.store.snippet import LENGTH, marks, snippet


def test_a_snippet_stands_around_the_first_term_and_marks_it():
    piece, marked = snippet("前" * 5000 + "青禾县供水" + "后" * 500, ("供水",))
    assert [piece[start:end] for start, end in marked] == ["供水"]
    assert len(piece) == LENGTH and piece.startswith("前")


def test_a_term_that_is_written_otherwise_is_marked_as_it_is_written():
    assert marks("全县ＧＤＰ与Gdp", terms("gdp")) == ((2, 5), (6, 9))
    assert snippet("长" * 3000 + "青\u200b禾", terms("青禾"))[0].endswith("青\u200b禾")


def test_overlapping_terms_are_one_mark():
    assert marks("青禾县城", ("青禾县", "县城")) == ((0, 4),)


def test_a_text_without_the_term_shows_its_beginning():
    assert snippet("青禾县今日", ("新闻",)) == ("青禾县今日", ())


@given(st.text(max_size=40), st.data())
def test_a_mark_holds_its_term(text, data):
    start = data.draw(st.integers(0, len(text)))
    looked_for = terms(text[start : start + 5])
    assume(looked_for)
    piece, marked = snippet(text, looked_for)
    assert marked
    for begin, end in marked:
        assert any(term in folded(piece[begin:end]) for term in looked_for)
