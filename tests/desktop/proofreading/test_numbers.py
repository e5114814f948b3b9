"""The number model: what is a figure, what it is worth, what it may stand for."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.proofreading.numbers import Sort, figures
from desktop.proofreading.numerals import read


def only(text):
    [found] = figures(text)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9961户", 9961),
        ("9,961户", 9961),
        ("９９６１户", 9961),
        ("2.1万人次", 21000),
        ("1.35亿元", 135_000_000),
        ("1万5千元", 15000),
        ("三百二十元", 320),
        ("两千零八人", 2008),
        ("十二亩", 12),
        ("三万五千户", 35000),
        ("一亿二千万元", 120_000_000),
        ("1.2亿3千万元", 150_000_000),
        ("零下5℃", -5),
        ("-6℃", -6),
    ],
)
def test_a_figure_has_its_value_however_it_is_written(text, value):
    assert only(text).value == value
    assert (only(text).start, only(text).end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "sort", "value"),
    [
        ("6.9%", Sort.PERCENT, "0.069"),
        ("百分之五点六", Sort.PERCENT, "0.056"),
        ("六成", Sort.PERCENT, "0.6"),
        ("5‰", Sort.PERCENT, "0.005"),
        ("1.2个百分点", Sort.POINTS, "1.2"),
        ("一半", Sort.FRACTION, "0.5"),
        ("1/4", Sort.FRACTION, "0.25"),
        ("四分之三", Sort.FRACTION, "0.75"),
        ("1∶500", Sort.RATIO, "0.002"),
        ("3倍", Sort.TIMES, "3"),
        ("两番", Sort.TIMES, "2"),
        ("第3届", Sort.ORDINAL, "3"),
    ],
)
def test_shares_and_ranks_are_told_apart(text, sort, value):
    assert (only(text).sort, only(text).value) == (sort, Decimal(value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3—5名", 3, 5),
        ("3—5万元", 30000, 50000),
        ("9万～36万元", 90000, 360000),
        ("800元至1200元", 800, 1200),
        ("−5～−2℃", -5, -2),
        ("三四十人", 30, 40),
        ("两三家", 2, 3),
        ("三至五名", 3, 5),
    ],
)
def test_a_range_has_two_ends(text, low, high):
    assert (only(text).value, only(text).high) == (low, high)


@pytest.mark.parametrize("text", ["约1500人", "近20余家", "5000元左右", "300多户", "超过60人", "20余名", "30人以上"])
def test_what_is_said_to_be_approximate_is(text):
    assert only(text).approximate
    assert only(text).end == len(text)


def test_a_printed_figure_stands_for_half_a_unit_of_its_last_place():
    assert only("2.1万人").interval == (20500, 21500)
    assert only("1.3亿元").interval == (125_000_000, 135_000_000)
    assert only("6.9%").interval == (Decimal("0.0685"), Decimal("0.0695"))
    assert only("9961户").interval == (9961, 9961)
    assert only("36万户").interval == (360_000, 360_000)


def test_units_of_money_are_money():
    assert only("1.35亿元").money and only("3美元").money
    assert not only("3户").money


@pytest.mark.parametrize(
    "text", ["5G", "G318", "A4", "COVID-19", "0736-2218890", "13800138000", "https://a.cn/2026/7", "v1.2.3"]
)
def test_what_counts_nothing_is_a_code(text):
    assert only(text).sort is Sort.CODE
    assert (only(text).start, only(text).end) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "一定",
        "十分重要",
        "统一",
        "一边干一边学",
        "千家万户",
        "唯一的路",
        "万一",
        "三农",
        "一道来",
        "每一户",
        "第一天",
        "三位一体",
        "四面八方",
    ],
)
def test_words_with_numerals_count_nothing(text):
    assert figures(text) == []


@given(st.integers(0, 10**15))
def test_what_is_written_in_chinese_numerals_is_read(number):
    assert read(written(number)) == number


def written(number):
    """Write a whole number as it is spoken."""
    digits = "零一二三四五六七八九"
    for size, sign in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            rest = number % size
            gap = "零" if rest and rest < size // 10 else ""
            return written(number // size) + sign + gap + (written(rest) if rest else "")
    return digits[number]
