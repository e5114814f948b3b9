"""Two people at one draft: the lease, its heartbeat, and taking over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from db.actions import leases
from db.domain.errors import Leased, LeaseLost, NotAllowed, WrongStage
from db.store import history


def test_a_second_window_is_told_who_is_at_the_draft(desk):
    saved = desk.start()
    with desk.store.changing(desk.lin) as unit:
        leases.take_edit(unit, saved.draft_id, "one")
    with pytest.raises(Leased) as told, desk.store.changing(desk.su) as unit:
        leases.take_edit(unit, saved.draft_id, "two")
    assert (told.value.holder, told.value.machine) == ("林晓", "甲机")


def test_a_lease_without_heartbeat_ends_within_a_minute(desk):
    saved = desk.start()
    with desk.store.changing(desk.lin) as unit:
        leases.take_edit(unit, saved.draft_id, "one")
    desk.store.clock = lambda: datetime.now(UTC) + timedelta(seconds=60)
    with desk.store.changing(desk.su) as unit:
        assert leases.take_edit(unit, saved.draft_id, "two").holder == "苏晴"


def test_the_holder_learns_of_a_takeover_and_the_text_is_kept(desk):
    saved = desk.start()
    with desk.store.changing(desk.lin) as unit:
        leases.take_edit(unit, saved.draft_id, "one")
    with desk.store.changing(desk.su) as unit:
        leases.take_over(unit, saved.draft_id, "two")
    with pytest.raises(LeaseLost) as told, desk.store.changing(desk.lin) as unit:
        leases.beat(unit, saved.draft_id, "one")
    assert told.value.holder == "苏晴"
    with desk.store.reading() as c:
        assert [row.kind for row in history.journal_rows(c, saved.draft_id)] == ["taken_over"]


def test_who_may_not_write_neither_takes_the_lease_nor_takes_it_over(desk):
    saved = desk.start()
    for take in (leases.take_edit, leases.take_over):
        with pytest.raises(NotAllowed), desk.store.changing(desk.he) as unit:
            take(unit, saved.draft_id, "window 3")
    desk.submit(saved)
    for take in (leases.take_edit, leases.take_over):
        with pytest.raises(WrongStage), desk.store.changing(desk.lin) as unit:
            take(unit, saved.draft_id, "window 1")


def test_letting_go_leaves_another_window_alone(desk):
    saved = desk.start()
    with desk.store.changing(desk.lin) as unit:
        leases.take_edit(unit, saved.draft_id, "one")
        leases.let_go(unit, saved.draft_id, "other")
        leases.beat(unit, saved.draft_id, "one")
