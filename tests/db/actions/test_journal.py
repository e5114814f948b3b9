"""The journal of the working text is thinned with its age, and by no clock that jumps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from db.store import history

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.fixture
def clock(desk):
    """A clock that is put forward by hand."""
    now = [START]
    desk.store.clock = lambda: now[0]

    def forward(**step: int) -> datetime:
        now[0] += timedelta(**step)
        return now[0]

    return forward


def times(desk, saved) -> list[datetime]:
    with desk.store.reading() as c:
        return [datetime.fromisoformat(row.at) for row in history.journal_rows(c, saved.draft_id)]


def test_a_minute_an_hour_and_a_day_are_kept(desk, clock):
    saved = desk.start()
    for _ in range(40):  # days, and in each of them ten minutes of writing
        for _ in range(15):
            clock(seconds=40)
            saved = desk.save(saved, body=f"第{saved.version}次。")
        now = clock(hours=24, minutes=-10)
    for _ in range(60 * 4):  # then an hour without a pause
        now = clock(seconds=15)
        saved = desk.save(saved, body=f"第{saved.version}次。")
    ages = [now - at for at in times(desk, saved)]
    minutes = {age // timedelta(minutes=1) for age in ages if age < timedelta(hours=1)}
    assert len(minutes) >= 59
    assert {age.days for age in ages} >= set(range(1, 30))
    assert max(ages) <= timedelta(days=32) and len(ages) < 60 + 24 + 32 + 3


@pytest.mark.parametrize("jump", [timedelta(days=3650), timedelta(days=-1), timedelta(hours=-1)])
def test_a_clock_that_jumps_drops_nothing(desk, clock, jump):
    saved = desk.start()
    for _ in range(5):
        clock(minutes=2)
        saved = desk.save(saved, body=f"第{saved.version}次。")
    before = times(desk, saved)
    clock(seconds=int(jump.total_seconds()))
    for _ in range(3):
        clock(minutes=2)
        saved = desk.save(saved, body=f"第{saved.version}次。")
    assert set(before) <= set(times(desk, saved))
