"""A place that was found is shown with its words, and found again where the text is another by then."""

import pytest

from desktop.text.finding import BadPattern, Query, Span, find
from desktop.text.hits import AFTER, BEFORE, Hit, hits, nearest

TEXT = "全县有水库三百座。\n其中小型水库二百座，水库管理员五十人。"


def test_each_place_has_the_words_of_its_own_paragraph_around_it():
    assert hits(TEXT, Query("水库"), 10) == [
        Hit("全县有水库三百座。", 3, 5),
        Hit("其中小型水库二百座，水库管理员五十人。", 4, 6),
        Hit("其中小型水库二百座，水库管理员五十人。", 10, 12),
    ]


def test_of_a_long_paragraph_a_piece_is_shown_and_that_it_begins_within():
    [hit] = hits("甲" * 100 + "水库" + "乙" * 100, Query("水库"), 10)
    assert hit == Hit("甲" * BEFORE + "水库" + "乙" * AFTER, BEFORE, BEFORE + 2, cut=True)
    assert hit.shown == "…" + hit.piece


def test_no_place_goes_over_the_end_of_a_paragraph():
    assert hits("水\n库", Query(r"水\s库", pattern=True), 10) == []


def test_no_more_are_made_than_are_wanted():
    assert len(hits("水库" * 50, Query("水库"), 7)) == 7


def test_a_bad_pattern_is_said():
    with pytest.raises(BadPattern):
        hits(TEXT, Query("(", pattern=True), 10)


def test_a_place_is_found_again_by_the_words_around_it():
    third = hits(TEXT, Query("水库"), 10)[2]
    now = "新增一段水库。\n" + TEXT.replace("二百", "两百零一")
    spans = find(now, Query("水库"))
    assert now[(found := spans[nearest(now, spans, third)]).start : found.end + 3] == "水库管理员"


def test_where_nothing_is_left_there_is_no_place():
    assert nearest("别的字", [], Hit("水库", 0, 2)) is None
    assert nearest("水库", [Span(0, 2)], Hit("别处的水库", 3, 5)) == 0
