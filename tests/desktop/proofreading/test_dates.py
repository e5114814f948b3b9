"""Dates and times: what they say, and where they stand."""

import pytest

from desktop.proofreading.dates import When, dates


def only(text):
    [found] = dates(text)
    assert (found.start, found.end) == (0, len(text))
    return found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026年11月3日", (2026, 11, 3)),
        ("２０２６年１１月３日", (2026, 11, 3)),
        ("二〇二六年三月一日", (2026, 3, 1)),
        ("2026-11-03", (2026, 11, 3)),
        ("2026年3月", (2026, 3, None)),
        ("1987年", (1987, None, None)),
        ("11月3日", (None, 11, 3)),
        ("十月", (None, 10, None)),
        ("12日", (None, None, 12)),
    ],
)
def test_a_day_of_the_calendar(text, told):
    found = only(text)
    assert found.when is When.DAY
    assert (found.year, found.month, found.day) == told


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("11月3日至5日", (11, 3), (None, 5)),
        ("10月30日—11月2日", (10, 30), (11, 2)),
        ("1月至10月", (1, None), (10, None)),
        ("1—10月", (1, None), (10, None)),
    ],
)
def test_one_that_reaches_to_another_is_one(text, first, last):
    found = only(text)
    assert (found.month, found.day) == first
    assert (found.until.month, found.until.day) == last


def test_years_that_reach_to_others():
    assert (only("2021—2025年").year, only("2021—2025年").until.year) == (2021, 2025)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("14:30", 14, 30),
        ("上午9时30分", 9, 30),
        ("下午3点", 3, None),
        ("凌晨5点40分", 5, 40),
        ("9时", 9, None),
        ("八点半", 8, None),
    ],
)
def test_a_time_of_day(text, hour, minute):
    found = only(text)
    assert (found.when, found.hour, found.minute) == (When.TIME, hour, minute)


@pytest.mark.parametrize("text", ["今年", "去年底", "上月", "昨天", "今年4月", "上周三", "星期二"])
def test_what_is_reckoned_from_when_it_is_read(text):
    assert only(text).when is When.RELATIVE


@pytest.mark.parametrize("text", ["日前", "近日", "近年来", "目前"])
def test_what_could_not_be_wrong(text):
    assert only(text).when is When.VAGUE


@pytest.mark.parametrize("text", ["前三季度", "上半年", "一季度", "前9个月"])
def test_parts_of_a_year(text):
    assert only(text).when is When.PERIOD


@pytest.mark.parametrize("text", ["三点建议", "25:10", "为期7日", "6月龄", "3:2", "公示7日"])
def test_what_is_no_date(text):
    assert dates(text) == []
