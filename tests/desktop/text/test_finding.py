"""Find and replace: what is found, in code points, and what no query may do to us."""

from __future__ import annotations

from itertools import pairwise

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.text.finding import BadPattern, Query, Replacement, Span, find, replaced, replacements, step

calm = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=300)


def found(text, words, **how):
    return [text[span.start : span.end] for span in find(text, Query(words, **how))]


def after(text, words, to, **how):
    return replaced(text, replacements(text, Query(words, **how), to))


def test_places_are_counted_in_code_points():
    assert find("𠮷野家的𠮷", Query("𠮷")) == [Span(0, 1), Span(4, 5)]


def test_nothing_overlaps_and_nothing_is_empty():
    assert find("哈哈哈", Query("哈哈")) == [Span(0, 2)]
    assert find("文字", Query("")) == []
    assert find("文字", Query("x*", pattern=True)) == []


def test_signs_of_patterns_are_plain_in_plain_words():
    assert found("a.b a+b", "a.b") == ["a.b"]
    assert after("a.b", "a.b", r"\1$1\n") == r"\1$1\n"


def test_case_is_minded_when_asked():
    assert found("Word word", "word") == ["Word", "word"]
    assert found("Word word", "word", case=True) == ["word"]


def test_whole_words_are_a_matter_of_latin_words():
    assert found("cat category 新cat机 cat2 cat", "cat", whole=True) == ["cat", "cat", "cat"]
    assert found("水利局长", "水利", whole=True) == ["水利"]
    assert found("cat category", "cat|category", whole=True, pattern=True) == ["cat", "category"]
    assert found("cat category", "(?x) cat # 猫", whole=True, pattern=True) == ["cat"]


def test_width_is_folded_when_asked():
    assert found("ＡＢＣ（１）abc(1)", "abc(1)", width=True) == ["ＡＢＣ（１）", "abc(1)"]
    assert found("ＡＢＣ", "abc") == []
    assert found("（１２）(3)", r"（\d+）", pattern=True, width=True) == ["（１２）", "(3)"]
    assert after("（１２）", r"（(\d+)）", r"第\1项", pattern=True, width=True) == "第１２项"


def test_groups_are_put_in():
    date = r"(?P<y>\d{4})-(\d+)"
    assert after("2024-11", date, r"\1年$2月", pattern=True) == "2024年11月"
    assert after("2024-11", date, r"\g<y>${2}$&$$\\\n\t", pattern=True) == "2024112024-11$\\\n\t"
    assert after("5", r"(\d)", "$1000", pattern=True) == "5000"
    assert after("ac", "a(b)?c", "[$1]", pattern=True) == "[]"


def test_each_line_has_a_beginning():
    assert after("一\n二", "^", "　　", pattern=True) == "一\n二"
    assert after("一\n二", "^(.)", "　　$1", pattern=True) == "　　一\n　　二"


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(", "syntax"),
        ("[", "syntax"),
        (r"\p{Foo}", "syntax"),
        ("(?R)", "syntax"),
        (r"\L<x>", "syntax"),
        ("(" * 490 + "a" + ")" * 490, "too_large"),
        ("a" * 1001, "too_large"),
        ("a{99999999}", "too_large"),
        ("((a{999}){999}){999}", "too_large"),
        ("(a+)+$", "slow"),
        ("(a|aa)+$", "slow"),
        ("(?:a{1,100}){1,100}b", "slow"),
        ("(?b)(?:aaab){e}", "slow"),
    ],
)
def test_a_bad_pattern_says_why_and_hangs_nothing(pattern, reason):
    with pytest.raises(BadPattern) as problem:
        find("a" * 20_000 + "c", Query(pattern, pattern=True), seconds=0.05)
    assert problem.value.reason == reason


def test_a_bad_pattern_says_where():
    with pytest.raises(BadPattern) as problem:
        find("a", Query("好(", pattern=True))
    assert problem.value.at is not None
    assert problem.value.detail


def test_a_group_that_is_not_there_is_named():
    for to in (r"\2", "$2", "${no}", r"\g<no>"):
        with pytest.raises(BadPattern) as problem:
            replacements("文", Query("(文)", pattern=True), f"一{to}")
        assert (problem.value.reason, problem.value.at) == ("group", 1)


def test_replacing_does_not_blow_a_text_up():
    with pytest.raises(BadPattern) as problem:
        replacements("a" * 3000, Query("a+?", pattern=True), "字" * 2000)
    assert problem.value.reason == "too_large"


def test_a_pattern_that_searches_from_the_end_gives_places_in_order():
    assert find("abab", Query("(?r)a", pattern=True)) == [Span(0, 1), Span(2, 3)]


def test_steps_go_round():
    spans = [Span(2, 4), Span(4, 6), Span(9, 10)]
    assert [step(spans, at) for at in (0, 2, 3, 9, 10)] == [0, 0, 1, 2, 0]
    assert [step(spans, at, back=True) for at in (0, 2, 3, 9, 10)] == [2, 2, 0, 1, 2]
    assert step([], 0) is None
    assert replaced("一二三", [Replacement(0, 1, "壹"), Replacement(2, 3, "")]) == "壹二"


@calm
@given(st.text("aAbB字𠮷 .＊*(", max_size=40), st.text("aAb字𠮷.*(", min_size=1, max_size=3), st.booleans())
def test_words_are_found_as_python_finds_them(text, words, case):
    assert after(text, words, "字", case=True) == text.replace(words, "字")
    assert len(find(text, Query(words, case=case))) == len(
        regex.findall(regex.escape(words), text, 0 if case else regex.I)
    )


@calm
@given(
    st.text("ab[](){}?*+.^$|\\<>=!:&PRreixKGpLd019,-~ 字", max_size=20),
    st.booleans(),
    st.booleans(),
    st.text("$\\{}<>g1a&n", max_size=6),
)
def test_any_pattern_either_finds_or_says_why_not(pattern, whole, width, to):
    text = "ab字a(１)b\n" * 20
    try:
        made = replacements(text, Query(pattern, pattern=True, whole=whole, width=width), to, seconds=0.05)
    except BadPattern as problem:
        assert problem.reason in {"syntax", "group", "slow", "too_large"}
    else:
        assert all(one.start < one.end for one in made)
        assert all(one.end <= two.start for one, two in pairwise(made))
