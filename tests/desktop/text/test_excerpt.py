"""Openings for lists."""

from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.excerpt import excerpt


def test_a_short_text_is_its_own_excerpt():
    assert excerpt("第一段。\n第二段") == "第一段。 第二段"


def test_a_long_text_ends_with_a_sentence():
    assert excerpt("秋收开始了。各乡镇忙起来。机器下地" * 5, 15) == "秋收开始了。各乡镇忙起来。"


def test_without_a_sentence_end_past_the_middle_it_is_cut_with_an_ellipsis():
    assert excerpt("好。" + "长" * 50, 20) == "好。" + "长" * 17 + "…"


def test_a_closing_quotation_mark_stays_with_its_sentence():
    assert excerpt("他说：“今年丰收了。”大家都高兴得很", 12) == "他说：“今年丰收了。”"


@given(st.text(alphabet="字。 \n👨‍👩‍👧é", max_size=300), st.integers(0, 60))
def test_an_excerpt_is_never_longer_than_asked(text, limit):
    made = excerpt(text, limit)
    assert len(regex.findall(r"\X", made)) <= limit
    assert "\n" not in made
