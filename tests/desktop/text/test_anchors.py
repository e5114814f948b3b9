"""A place that words are pinned to is found again while its words stand, and is given up when they are gone."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.text.anchors import AROUND, MOST, Anchor, anchor, carry, carry_all, find

WORDS = (
    "青禾县",
    "老旧小区",
    "改造",
    "清河镇",
    "图书馆",
    "接待读者",
    "9316",
    "人次",
    "，",
    "。",
    "比去年",
    "增长",
    "6.9%",
    "个",
)
LINE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map("".join)
ARTICLE = st.lists(LINE, min_size=1, max_size=6)
TEXT = "今年以来，青禾县改造老旧小区37个。\n比去年增长6.9%，惠及居民9961户。\n清河镇图书馆改造老旧小区书架。"


def pinned(text: str, words: str, nth: int = 0) -> Anchor:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return anchor(text, at, at + len(words))


def words_at(text: str, place) -> str | None:
    return None if place is None else text[place.start : place.end]


@st.composite
def edits_outside(draw, spared: int) -> tuple[str, int, int, str]:
    """An article, a place of it, and the article after edits that leave that and so much around it alone."""
    text = "\n".join(draw(ARTICLE))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 24)))
    first, last = max(0, start - spared), end + spared
    before, behind = text[:first], text[last:]
    for _ in range(draw(st.integers(0, 4))):
        left = draw(st.booleans())
        part = before if left else behind
        at, gone = draw(st.integers(0, len(part))), draw(st.integers(0, 12))
        made = part[:at] + draw(st.one_of(st.just(""), LINE, st.just("\n"))) + part[at + gone :]
        before, behind = (made, behind) if left else (before, made)
    return text, start, end, before + text[first:last] + behind


@settings(max_examples=1500, deadline=None)
@given(edits_outside(0))
def test_words_that_still_stand_are_found_again(edited):
    old, start, end, new = edited
    assume(old.count(old[start:end]) == 1)
    found = carry(anchor(old, start, end), old, new)
    assert words_at(new, found) == old[start:end]


@settings(max_examples=1500, deadline=None)
@given(edits_outside(AROUND))
def test_so_are_words_that_stand_in_other_places_too(edited):
    old, start, end, new = edited
    found = carry(anchor(old, start, end), old, new)
    assert words_at(new, found) == old[start:end]


@settings(max_examples=300, deadline=None)
@given(ARTICLE, st.data())
def test_of_equal_words_those_are_meant_whose_paragraph_they_stood_in(lines, data):
    lines = [f"{head}{line}" for head, line in zip("甲乙丙丁戊己", lines, strict=False)]
    text = "\n".join(lines)
    row = data.draw(st.integers(0, len(lines) - 1))
    start = data.draw(st.integers(1, len(lines[row]) - 1))
    before = sum(len(line) + 1 for line in lines[:row])
    wanted = anchor(text, before + start, before + len(lines[row]))
    edited = [line if n == row else line + data.draw(LINE) for n, line in enumerate(lines)]
    found = carry(wanted, text, "\n".join(edited))
    assert found is not None
    assert found.start == sum(len(line) + 1 for line in edited[:row]) + start


@given(ARTICLE, st.data())
def test_in_the_same_text_it_is_where_it_was(lines, data):
    text = "\n".join(lines)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = find(anchor(text, start, end), text)
    assert found is not None
    assert words_at(text, found) == text[start : min(end, start + MOST)]


def test_what_stands_around_is_kept_within_bounds():
    made = anchor("甲" * 5000, 2000, 4000)
    assert (len(made.quote), len(made.prefix), len(made.suffix), made.at) == (MOST, AROUND, AROUND, 2000)


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (TEXT.replace("今年以来，", ""), "改造老旧小区"),
        (TEXT.replace("37", "38").replace("青禾县", "青禾县已"), "改造老旧小区"),
        ("\n".join(reversed(TEXT.split("\n"))), "改造老旧小区"),
        (TEXT.replace("改造老旧小区37", "改造了老旧的小区37"), "改造了老旧的小区"),
        (TEXT.replace("改造老旧小区37", "改造小区37"), "改造小区"),
        (TEXT.replace("青禾县改造老旧小区", "青禾县\n改造老旧小区"), "改造老旧小区"),
        (TEXT.replace("青禾县改造老旧小区37个", "青禾县新建公园37座"), None),
        ("全文另写，谈的是别的事情。", None),
        ("", None),
    ],
)
def test_changed_words_are_followed_while_most_of_them_stand(new, found):
    wanted = pinned(TEXT, "改造老旧小区")
    place = carry(wanted, TEXT, new)
    assert words_at(new, place) == found
    if place is not None:
        assert place.start != new.find("书架") - len("改造老旧小区")


def test_the_second_of_two_is_the_second_after_the_first_is_gone():
    wanted = pinned(TEXT, "改造老旧小区", 1)
    new = TEXT.replace("改造老旧小区37个", "新建37个公园")
    place = carry(wanted, TEXT, new)
    assert place is not None
    assert new[place.end :].startswith("书架")


def test_without_the_earlier_text_its_surroundings_find_it():
    wanted = pinned(TEXT, "惠及居民9961户")
    new = "另起一段。\n" + TEXT.replace("9961", "9986")
    assert words_at(new, find(wanted, new)) == "惠及居民9986户"


def test_an_empty_place_is_nowhere():
    assert carry_all([Anchor("")], TEXT, TEXT + "。") == [None]
