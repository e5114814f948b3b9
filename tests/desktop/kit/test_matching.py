"""What an editor types into the palette, and what should be found first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.kit.matching import score


def read(title, syllables):
    return title, [(syllable,) for syllable in syllables]


FABU = read("发布", ("fa", "bu"))
DINGSHI = read("定时发布", ("ding", "shi", "fa", "bu"))
TUIHUI = read("退回修改", ("tui", "hui", "xiu", "gai"))
MIXED = read("导出 Word", ("dao", "chu", " ", "W", "o", "r", "d"))


@pytest.mark.parametrize("query", ["发布", "发", "fb", "fabu", "fab", "fbu", "f布", "发b", "FB", "fa bu"])
def test_a_title_is_found_by_characters_pinyin_initials_and_mixtures(query):
    assert score(query, *FABU) > 0


@pytest.mark.parametrize("query", ["bf", "fabo", "布发", "x", "fabus", "发布稿"])
def test_what_the_title_does_not_hold_is_not_found(query):
    assert score(query, *FABU) == 0


def test_the_whole_title_comes_before_its_part():
    assert score("发布", *FABU) > score("发布", *DINGSHI) > 0
    assert score("fb", *FABU) > score("fb", *DINGSHI) > 0


def test_initials_come_before_scattered_characters():
    assert score("tx", *TUIHUI) == 0
    assert score("thxg", *TUIHUI) > score("退改", *TUIHUI) > 0


def test_latin_words_in_a_title_are_found_whatever_their_case():
    assert score("word", *MIXED) > 0
    assert score("daochuword", *read("导出Word", ("dao", "chu", "W", "o", "r", "d"))) > 0


def test_an_empty_query_fits_everything():
    assert score("  ", *FABU) > 0


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_scored_without_fault(query, title):
    assert score(query, title, tuple(title)) >= 0


@pytest.mark.parametrize("query", ["cxss", "zxss", "chong", "zhongxin", "重xin"])
def test_a_character_of_several_readings_is_found_by_any(query):
    assert score(query, "重新送审", [("zhong", "chong"), ("xin",), ("song",), ("shen",)]) > 0
