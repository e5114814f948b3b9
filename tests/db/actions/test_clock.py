"""A clock that jumps decides nothing: order, conflicts, leases, schedules and the chain hold."""

from __future__ import annotations

from datetime import timedelta

import pytest

from db.actions import leases, release, review, write
from db.domain.errors import EditConflict, Leased
from db.domain.people import PROGRAM
from db.domain.workflow import Publication
from db.store import history, queues, trail
from db.store.clock import later, stamp, system_clock
from db.store.queues import Place, Queue
from db.store.verify import verify

HOUR, DAY, TEN_YEARS = timedelta(hours=1), timedelta(days=1), timedelta(days=3653)
jumps = pytest.mark.parametrize("jump", [-HOUR, -DAY, TEN_YEARS], ids=["an hour back", "a day back", "ten years on"])


def jumped(desk, jump):
    desk.store.clock = lambda: system_clock() + jump


@jumps
def test_what_was_touched_last_stands_first_whatever_the_clock_says(desk, jump):
    one, two = desk.start(), desk.start()
    jumped(desk, jump)
    one = desk.save(one, body="后来改的。")
    three = desk.start()
    desk.store.clock = system_clock
    desk.save(two, body="最后改的。")
    with desk.store.reading() as c:
        found = queues.first(c, Place(Queue.MINE), desk.lin)
    assert found == [two.article_id, three.article_id, one.article_id]
    assert [one.version, three.article_id] == [2, two.article_id + 1]


@jumps
def test_a_stale_save_is_one_whatever_the_clock_says(desk, jump):
    saved = desk.start()
    jumped(desk, jump)
    desk.save(saved, desk.su, body="同事改的。")
    desk.store.clock = system_clock
    with pytest.raises(EditConflict):
        desk.save(saved, body="我改的。")


@jumps
def test_a_lease_that_lives_is_kept_through_a_jump_and_a_dead_one_bars_nobody(desk, jump):
    saved = desk.start()
    with desk.store.changing(desk.lin) as unit:
        leases.take_edit(unit, saved.draft_id, "one")
    jumped(desk, jump)
    with desk.store.changing(desk.lin) as unit:
        leases.beat(unit, saved.draft_id, "one")  # whoever is at it goes on
    with pytest.raises(Leased), desk.store.changing(desk.su) as unit:
        leases.take_edit(unit, saved.draft_id, "two")
    desk.store.clock = lambda: system_clock() + timedelta(seconds=60)
    with desk.store.changing(desk.su) as unit:  # the holder died while the clock was wrong
        assert leases.take_edit(unit, saved.draft_id, "two").holder == "苏晴"


def test_a_claim_of_a_clock_far_ahead_bars_nobody(desk):
    saved = desk.start()
    desk.submit(saved)
    jumped(desk, DAY)
    with desk.store.changing(desk.zhou) as unit:
        review.claim_draft(unit, saved.draft_id)
    desk.store.clock = system_clock
    with desk.store.changing(desk.xu) as unit:
        review.claim_draft(unit, saved.draft_id)


@jumps
def test_a_schedule_never_fires_twice(desk, jump):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.schedule(unit, saved.draft_id, later(unit.now, 30))
    fired = []
    for moment in (timedelta(minutes=1), jump, timedelta(minutes=2), -jump, timedelta(0)):
        jumped(desk, moment)
        with desk.store.changing(PROGRAM) as unit:
            fired += release.fire_due(unit)
    assert fired == [saved.article_id]
    with desk.store.reading() as c:
        assert len(history.releases(c, saved.article_id)) == 1
    assert desk.article(saved).publication is Publication.LIVE


@jumps
def test_the_chain_holds_and_says_where_the_clock_ran_back(desk, jump):
    before = desk.approved()
    jumped(desk, jump)
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, before.draft_id)
    desk.store.clock = system_clock
    saved = desk.start()
    with desk.store.changing(desk.lin) as unit:
        write.keep(unit, saved.draft_id, "一稿")
    assert verify(desk.store).faults == []
    with desk.store.reading() as c:
        told = [entry for entry in trail.entries(c) if "clock_behind" in entry.facts]
    assert told and stamp(system_clock()) >= min(entry.at for entry in told)
