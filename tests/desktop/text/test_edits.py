"""The formatting bar: each step does what Python-Markdown understands, and a second time takes it back."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text import edits
from desktop.text.dialect import render
from desktop.text.edits import Edit

TOGGLES = [
    edits.bold,
    edits.italic,
    edits.heading,
    partial(edits.heading, level=3),
    edits.quote,
    edits.bullets,
    edits.numbers,
]


@pytest.mark.parametrize("toggle", TOGGLES)
@given(
    paragraphs=st.lists(st.text(alphabet="甲乙ab1。，", min_size=1, max_size=8), min_size=1, max_size=4),
    where=st.data(),
)
def test_a_step_taken_twice_restores_the_text(toggle, paragraphs, where):
    text = "\n\n".join(paragraphs)
    start = where.draw(st.integers(0, len(text)))
    end = where.draw(st.integers(start, len(text)))
    once = toggle(text, start, end)
    assert toggle(once.text, once.start, once.end).text == text


@given(st.text(alphabet="甲*#>-1. \n[]()|", max_size=30), st.data())
def test_a_selection_stays_inside_the_text(text, where):
    start = where.draw(st.integers(0, len(text)))
    end = where.draw(st.integers(start, len(text)))
    for step in (*TOGGLES, edits.link, edits.table, edits.rule):
        made = step(text, start, end)
        assert 0 <= made.start <= made.end <= len(made.text)


def test_a_bold_lead_is_bold_though_text_follows_at_once():
    made = edits.bold("一是推动。文字", 0, 5)
    assert made == Edit("**一是推动。**文字", 2, 7)
    assert render(made.text) == "<p><strong>一是推动。</strong>文字</p>\n"


def test_marks_hug_the_words_of_a_loose_selection():
    assert edits.bold("甲 乙 丙", 1, 4).text == "甲 **乙** 丙"


def test_bold_and_italic_are_kept_apart():
    both = edits.italic("**甲**", 2, 3)
    assert both.text == "***甲***"
    assert edits.bold(both.text, both.start, both.end).text == "*甲*"


def test_bold_comes_off_when_the_marks_are_selected_too():
    assert edits.bold("**甲乙**", 0, 6) == Edit("甲乙", 0, 2)


def test_a_heading_changes_its_level():
    assert edits.heading("## 小标题", 4, 4, level=3) == Edit("### 小标题", 5, 5)


def test_lists_change_kind_and_count():
    assert edits.numbers("- 甲\n- 乙", 0, 7).text == "1. 甲\n2. 乙"


def test_a_list_is_parted_from_the_paragraphs_that_touch_it():
    made = edits.bullets("前文\n甲\n后文", 3, 4)
    assert made == Edit("前文\n\n- 甲\n\n后文", 4, 7)
    assert "<li>甲</li>" in render(made.text)


def test_a_quote_holds_a_list():
    assert edits.quote("- 甲\n- 乙", 0, 7).text == "> - 甲\n> - 乙"


def test_a_link_selects_its_address_and_comes_off_again():
    made = edits.link("见公告。", 1, 3)
    assert made == Edit("见[公告](https://)。", 6, 14)
    assert edits.link(made.text, made.start, made.end) == Edit("见公告。", 1, 3)


def test_a_table_has_its_rows_and_columns():
    made = edits.table("前文", 2, 2, rows=2, columns=3)
    html = render(made.text)
    assert (html.count("<th>"), html.count("<td>")) == (3, 6)
    assert made.text[made.start : made.end] == "列1"


def test_a_table_of_one_column_is_a_table():
    assert render(edits.table("", 0, 0, rows=1, columns=1).text).count("<td>") == 1


def test_a_rule_stands_alone_and_makes_no_heading():
    assert render(edits.rule("前文\n后文", 0, 2).text) == "<p>前文</p>\n<hr>\n<p>后文</p>\n"
