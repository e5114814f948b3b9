"""What the edge of every form lets in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.clean import clean_line, clean_text

any_text = st.text(st.characters(exclude_categories=()))


def test_what_no_page_can_hold_is_dropped():
    assert clean_text("\ufeff青禾\x00县\x1b[31m\ud800\x9f\uffff") == "青禾县[31m"


def test_every_kind_of_line_end_becomes_a_newline():
    assert clean_text("一\r\n二\r三\u2028四\u2029五\x85六\n七") == "一\n二\n三\n四\n五\n六\n七"


def test_a_tab_stays_in_a_text_and_becomes_a_space_in_a_line():
    assert clean_text("甲\t乙") == "甲\t乙"
    assert clean_line("甲\t乙\r\n丙") == "甲 乙 丙"


def test_a_line_cannot_turn_its_reading_direction():
    assert clean_line("附件\u202efdp.exe\u2066") == "附件fdp.exe"


@pytest.mark.parametrize("text", ["👨‍👩‍👧一家", "❤️", "𠮷野家", "“焕新”——三项……", "가나다", "Ünïcode", "陈　立"])
def test_ordinary_text_is_left_alone(text):
    assert clean_line(text) == clean_text(text) == unicodedata.normalize("NFC", text)


def test_a_line_is_trimmed_of_wide_spaces_too():
    assert clean_line("　 青禾县 　") == "青禾县"


@given(any_text)
def test_cleaning_twice_changes_nothing_more(text):
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(any_text)
def test_cleaned_text_can_always_be_written(text):
    clean_text(text).encode("utf-8")
    assert "\n" not in clean_line(text)
