"""Settings of the newsroom: only an administrator changes them, only to what fits, and the trail says from what."""

from __future__ import annotations

import json

import pytest

from db.actions import newsroom
from db.domain.errors import BadValue, NotAllowed
from db.store import settings, trail


def put(desk, values, actor=None) -> None:
    with desk.store.changing(actor or desk.admin) as unit:
        newsroom.set_settings(unit, values)


def kept(desk):
    with desk.store.reading() as connection:
        return settings.every(connection), list(trail.entries(connection))[-1]


def test_values_are_kept_without_blanks_around_them_and_told(desk):
    put(desk, {"site_name": " 青禾网 ", "page_size": 30, "find_errors": True})
    found, entry = kept(desk)
    assert (found["site_name"], found["page_size"], found["find_errors"]) == ("青禾网", 30, True)
    assert json.loads(entry.facts)["before"]["site_name"] == "青禾新闻网"


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("page_size", "many", "format"),
        ("page_size", True, "format"),
        ("page_size", 10**9, "format"),
        ("find_errors", 1, "format"),
        ("phone", None, "format"),
        ("site_name", ["青禾网"], "format"),
        ("nothing_of_ours", "x", "unknown"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_changed(desk, key, value, reason):
    before = kept(desk)
    with pytest.raises(BadValue) as refused:
        put(desk, {"description": "新的", key: value})
    assert (refused.value.field, refused.value.reason) == (key, reason)
    assert kept(desk) == before


def test_the_same_values_again_are_no_change(desk):
    put(desk, {"phone": "12345"})
    before = kept(desk)
    put(desk, {"phone": "12345 "})
    assert kept(desk) == before


def test_only_an_administrator_changes_them(desk):
    with pytest.raises(NotAllowed):
        put(desk, {"phone": "12345"}, desk.lin)
