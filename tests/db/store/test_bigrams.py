"""Every substring is found, and nothing that does not hold it."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from db.store.bigrams import folded, folded_character, match_query, terms, tokens
from db.store.driver import sqlite_module

SIGNS = st.sampled_from(
    "青禾县水务投资，。「」ABCabcßİéŒ019%$.,-+*'\"()[]{}^~:\\/ \n\t　㎡½Ⅷ…👍🏽👩‍👩‍👧ﬁ\u0301\u200b\x00\x1f"
)
TEXTS = st.text(st.one_of(SIGNS, st.characters(exclude_categories=["Cs"])), max_size=60)
INDEX = """CREATE VIRTUAL TABLE search USING fts5(body, title, people, source, number, content='',
    tokenize="ascii tokenchars '!#$%&()*+,-./:;<=>?@[\\]^_`{|}~'")"""


@pytest.fixture(scope="module")
def index() -> Iterator[Connection]:
    connection = sqlite_module().connect(":memory:", isolation_level=None)
    connection.execute(INDEX)
    yield connection
    connection.close()


def found(index: Connection, text: str, query: str) -> bool:
    match = match_query(query)
    if match is None:
        return False
    index.execute("INSERT INTO search (search) VALUES ('delete-all')")
    index.execute("INSERT INTO search (rowid, body) VALUES (1, ?)", (tokens(text),))
    return index.execute("SELECT rowid FROM search WHERE search MATCH ?", (match,)).fetchall() == [(1,)]


@pytest.mark.parametrize(
    ("text", "query"),
    [("我❤\ufe0f青禾", "❤青"), ("我❤青禾", "❤\ufe0f青"), ("葛\U000e0100城镇", "葛城"), ("1\ufe0f\u20e3", "1\u20e3")],
)
def test_which_form_of_a_sign_is_drawn_makes_no_difference(index, text, query):
    assert found(index, text, query)


@given(TEXTS, st.data())
def test_any_substring_of_a_text_finds_it(index, text, data):
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : start + data.draw(st.integers(1, 12))]
    assume(terms(piece))
    assert found(index, text, piece)


@given(TEXTS, TEXTS)
@example("AB BC", "ABC")
@example("AB\x00BC", "ABC")
@example("a'b", "ab")
@example('say "no" NOT', "say NOT no")
def test_what_is_found_holds_every_term(index, text, query):
    assume(terms(query))
    runs = folded(text).split()
    assert found(index, text, query) == all(any(term in run for run in runs) for term in terms(query))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("全县ＧＤＰ增长", "gdp"),
        ("《“青禾”简报》", '"青禾"'.strip('"')),
        ("Straße", "STRASSE"),
        ("cafe\u0301", "café"),
        ("青\u200b禾", "青禾"),
        ("供水 1200 万元", "120"),
        ("供水", "水"),
        ("供水", "供"),
        ("甲 乙 丙", "丙 甲"),
        ('他说"好"', '"好"'),
        ("it's", "it's"),
    ],
)
def test_width_case_and_form_make_no_difference(index, text, query):
    assert found(index, text, query)


@pytest.mark.parametrize("query", ["", "  ", "\n\t　", "\x00", "\u200b"])
def test_a_query_without_a_term_is_no_query(query):
    assert match_query(query) is None


@pytest.mark.parametrize(
    "query", ['"', '""', "'", "*", "a*", "NEAR(a b)", "title:x", "-x", "^x", "(", "a AND", "{a} : b"]
)
def test_signs_of_the_query_language_are_only_signs(index, query):
    assert found(index, f"前文 {query} 后文", query)
    assert not found(index, "别的", query)


def test_every_ideograph_is_compared_as_it_is():
    signs = "".join(map(chr, range(0x4E00, 0xA000)))
    assert folded(signs) == "".join(map(folded_character, signs)) == signs


@given(TEXTS)
def test_a_text_is_compared_character_by_character(text):
    assert folded(text) == "".join(map(folded_character, text))
