from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.publishing.addresses import MAX_NAME, address, folder_name, month_bounds, month_of, safe_name

HOSTILE = (
    "../../etc/passwd", "..", ".", "", " ", "CON", "nul.txt", "com1", "LPT9", "a/b\\c", "a:b", "x" * 500, "\x00",
    "a\x00b", "\u202egnp.exe", "e\u0301te\u0301", "\ud800", "😀", "😀 表情", "-", "---", ".htaccess", "a?b#c", "%2e%2e",
    "name.html", "trailing. ", "<script>", "'; DROP TABLE", "新闻", "靑禾", "ﬁ", "İstanbul", "\uff0e\uff0e\uff0f",
)  # fmt: skip
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize("text", HOSTILE)
def test_every_hostile_name_becomes_a_plain_one(text: str) -> None:
    name = safe_name(text)
    assert NAME.fullmatch(name)
    assert len(name.encode()) <= MAX_NAME
    assert name.split(".")[0] not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


@given(st.text(max_size=300))
def test_any_text_becomes_a_plain_name(text: str) -> None:
    assert NAME.fullmatch(safe_name(text))
    assert len(safe_name(text)) <= MAX_NAME


def test_han_characters_become_pinyin() -> None:
    assert safe_name("青禾新闻 2026") == "qing-he-xin-wen-2026"


def test_names_that_differ_by_case_alone_become_one() -> None:
    assert safe_name("News") == safe_name("NEWS") == "news"


def test_a_channel_takes_no_name_of_ours_and_none_that_reads_as_a_year() -> None:
    assert folder_name("assets") == "assets-channel"
    assert folder_name("Manifest") == "manifest-channel"
    assert folder_name("2026") == "2026-channel"


def test_an_address_has_channel_year_month_and_number() -> None:
    assert address("headlines", "2026-07-29T11:24:00Z", "2026-00123") == "/headlines/2026/07/2026-00123.html"


def test_the_month_is_that_of_shanghai() -> None:
    assert address("a", "2026-12-31T16:00:00Z", "1").startswith("/a/2027/01/")
    assert address("a", "2026-12-31T15:59:59Z", "1").startswith("/a/2026/12/")


def test_a_slug_takes_the_place_of_the_number_and_a_long_one_keeps_its_unique_end() -> None:
    at, number = "2026-07-29T11:24:00Z", "2026-00123"
    assert address("a", at, number, "Spring 春") == "/a/2026/07/spring-chun.html"
    taken = address("a", at, number, f"{'long' * 60}-{number}")
    assert taken.endswith(f"-{number}.html")
    assert len(taken.rpartition("/")[2]) <= 100
    assert address("a", at, number, "😀") == "/a/2026/07/2026-00123.html"


def test_month_bounds_meet_at_the_turn_of_the_year() -> None:
    assert month_bounds("2026-12") == ("2026-11-30T16:00:00Z", "2026-12-31T16:00:00Z")
    assert month_of(month_bounds("2027-01")[0]) == "2027-01"
