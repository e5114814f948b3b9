"""Changes of an amendment: together they are it, each stands or falls by itself, and what hangs together stays so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.domain.amendment import applied, numbers, refuse_other
from db.domain.article import Fields
from desktop.text.amending import changes, edits

A = "a" * 64
LINES = [
    "",
    "第一段有九个字。",
    "第二段说3,120人来过。",
    "| 甲 | 乙 |",
    "| --- | --- |",
    "| 1 | 2 |",
    f"![](asset:{A})",
    "短",
]
texts = st.lists(st.one_of(st.sampled_from(LINES), st.text("甲乙丙*|\n 12", max_size=12)), max_size=9).map("\n".join)


def body(text: str) -> Fields:
    return Fields(title="题", body=text)


def taking(old: str, new: str, accepted: set[int]) -> str:
    return applied(body(old), body(new), edits(body(old), body(new)), accepted).body


@given(texts, texts, st.data())
def test_all_of_them_are_the_amendment_none_of_them_the_text_before_and_any_some_is_a_text(old, new, data):
    base, amended = body(old), replace(body(new), title="另题")
    found = edits(base, amended)
    refuse_other(base, amended, found)
    assert applied(base, amended, found, numbers(found)) == amended
    assert applied(base, amended, found, ()) == base
    assert all(edit.before != edit.after for edit in found if edit.field == "body")
    assert [change.number for change in changes(base, amended)] == list(numbers(found))
    some = data.draw(st.sets(st.sampled_from(numbers(found))))
    mixed = applied(base, amended, found, some)
    assert (mixed.title == "另题") is (1 in some)
    again = applied(base, amended, found, set(numbers(found)) - some)
    assert sorted(mixed.body + again.body) == sorted(old + new)  # every place says one or the other


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("甲乙丙丁戊己庚辛", "甲乙丙丁戊己庚壬", 1),
        ("完成37个小区，居民9316户。", "完成38个小区，居民9361户。", 2),
        ("一段话在这里。", "**一段**话在这里。", 1),  # two signs, one meaning
        ("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |", "| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 1 | 2 | 3 |", 1),
        ("第一段。\n\n第三段。", "第一段。\n\n第二段是新的。\n\n第三段。", 1),
        (f'图。\n\n![旧](asset:{A} "图说")', f'图。\n\n![新](asset:{A} "图说明")', 1),
        (
            "头一段说了许多话。\n\n中间这一段也不短。\n\n末了一段要移到前面去。",
            "末了一段要移到前面去。\n\n头一段说了许多话。\n\n中间这一段也不短。",
            1,
        ),
    ],
)
def test_what_hangs_together_is_one_change(old, new, count):
    assert len(changes(body(old), body(new))) == count


def test_a_figure_is_taken_without_the_word_beside_it():
    old, new = "完成37个小区，居民9316户。", "完成38个小区，居民9361户。"
    assert taking(old, new, {1}) == "完成38个小区，居民9316户。"
    assert taking(old, new, {2}) == "完成37个小区，居民9361户。"


def test_a_paragraph_that_came_is_taken_with_the_line_that_parts_it():
    old, new = "第一段。\n\n第三段。", "第一段，改。\n\n第二段是新的。\n\n第三段。"
    assert taking(old, new, {2}) == "第一段。\n\n第二段是新的。\n\n第三段。"


def test_a_change_is_read_with_what_stands_around_it():
    [field, first] = changes(Fields(title="旧", body="居民9316户受益。"), Fields(title="新", body="居民9361户受益。"))
    assert (field.field, field.pieces) == ("title", ())
    assert [(piece.kind, piece.text) for piece in first.pieces] == [
        ("same", "居民"),
        ("removed", "9316"),
        ("added", "9361"),
        ("same", "户受益。"),
    ]
