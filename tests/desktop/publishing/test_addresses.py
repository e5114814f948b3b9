from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.publishing.addresses import folder_name, is_inside, month_bounds, month_of

HOSTILE = (
    "../../etc/passwd", "..", ".", "", " ", "CON", "nul.txt", "com1", "LPT9", "a/b\\c", "a:b", "x" * 500, "\x00",
    "a\x00b", "\u202egnp.exe", "e\u0301te\u0301", "\ud800", "😀", "😀 表情", "-", "---", ".htaccess", "a?b#c", "%2e%2e",
    "name.html", "trailing. ", "<script>", "'; DROP TABLE", "新闻", "靑禾", "ﬁ", "İstanbul", "\uff0e\uff0e\uff0f",
)  # fmt: skip
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DEVICES = {"con", "prn", "aux", "nul", "com1", "lpt9"}


@pytest.mark.parametrize("text", HOSTILE)
def test_every_hostile_slug_becomes_a_plain_name(text: str) -> None:
    name = folder_name(text)
    assert NAME.fullmatch(name)
    assert len(name) <= 100
    assert name not in DEVICES
    assert is_inside(f"{name}/index.html")


@given(st.text(max_size=300))
def test_any_text_becomes_a_plain_name(text: str) -> None:
    assert NAME.fullmatch(folder_name(text))
    assert len(folder_name(text)) <= 100


def test_a_good_slug_stays_as_it_is() -> None:
    assert folder_name("headlines") == "headlines"
    assert folder_name("rural-road-2") == "rural-road-2"


def test_a_channel_takes_no_name_of_ours_and_none_that_reads_as_a_year() -> None:
    assert folder_name("assets") == "assets-channel"
    assert folder_name("Manifest") == "manifest-channel"
    assert folder_name("2026") == "2026-channel"


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../x", "a/../../x", "a//b", ".caibian/x", "a/.b", "a\\b", "C:x", "a\0"]
)
def test_paths_that_lead_out_or_into_hidden_places_are_not_inside(path: str) -> None:
    assert not is_inside(path)


def test_month_bounds_meet_at_the_turn_of_the_year() -> None:
    assert month_bounds("2026-12") == ("2026-11-30T16:00:00Z", "2026-12-31T16:00:00Z")
    assert month_of(month_bounds("2027-01")[0]) == "2027-01"
