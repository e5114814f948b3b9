"""What queues hold, in every order that they offer, and with filters."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from db.actions import release, trash, units, write
from db.domain.workflow import Publication, Stage
from db.schema.articles import article, draft
from db.store import queues
from db.store.filters import Filters
from db.store.queues import ORDERS, Order, Place, Queue


def listed(desk, place, actor=None, **more):
    with desk.store.reading() as connection:
        who = actor or desk.lin
        found = list(queues.ids(connection, place, who, **more))
        assert queues.first(connection, place, who, 2, **more) == found[:2]
        if "order" not in more:
            assert queues.size(connection, place, who, **more) == len(found)
    return found


@pytest.fixture
def three(desk):
    """Three drafts of 林晓, changed in the order of their letters and registered in that of the list."""
    made = [desk.start(title=title) for title in ("丙", "甲", "乙")]
    desk.save(made[1], title="甲", body="改过一次。")
    return [saved.article_id for saved in made]


@pytest.mark.parametrize("queue", [Queue.MINE, Queue.ALL])
@pytest.mark.parametrize(
    ("order", "places"),
    [
        (None, (1, 2, 0)),
        (Order.NEWEST, (1, 2, 0)),
        (Order.OLDEST, (0, 2, 1)),
        (Order.NUMBER, (2, 1, 0)),
        (Order.TITLE, (0, 2, 1)),
    ],
)
def test_a_queue_is_sorted_as_asked(desk, three, queue, order, places):
    assert listed(desk, Place(queue), order=order) == [three[place] for place in places]


@pytest.mark.parametrize("queue", list(Queue))
def test_every_order_that_a_queue_offers_lists_the_same_articles(desk, queue):
    desk.start()
    desk.submit(desk.start())
    scheduled, live = desk.approved(), desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.schedule(unit, scheduled.draft_id, "2030-01-01T00:00:00.000Z")
        release.publish(unit, live.draft_id)
    for actor in (desk.lin, desk.zhou, desk.he):
        held = set(listed(desk, Place(queue, 1), actor))
        for order in ORDERS[queue]:
            assert set(listed(desk, Place(queue, 1), actor, order=order)) == held
            assert set(listed(desk, Place(queue, 1), actor, order=order, filters=Filters(channel_id=1))) == held


def test_what_waits_longest_comes_first_and_what_does_not_wait_last(desk):
    late, early, ready = desk.start(), desk.start(), desk.approved()
    for saved, at in ((late, "2026-02-02T00:00:00.000Z"), (early, "2026-01-01T00:00:00.000Z")):
        desk.submit(saved)
        with desk.store.changing(desk.lin) as unit:
            unit.connection.execute(update(draft).where(draft.c.id == saved.draft_id).values(waiting_since=at))
    waiting = [early.article_id, late.article_id]
    assert listed(desk, Place(Queue.TO_REVIEW), desk.zhou) == waiting
    assert listed(desk, Place(Queue.SUBMITTED), order=Order.WAITING) == [*waiting, ready.article_id]


def test_filters_narrow_a_queue(desk):
    plain, sent = desk.start(source="本台"), desk.start(source="清河镇人民政府")
    desk.submit(sent)
    with desk.store.changing(desk.admin) as unit:
        office = units.add(unit, "清河镇", "清河镇人民政府", "")
        unit.connection.execute(
            update(article).where(article.c.id == plain.article_id).values(changed_at="2026-01-01T00:00:00.000Z")
        )
    both = [sent.article_id, plain.article_id]
    for filters, expected in (
        (Filters(), both),
        (Filters(stage=Stage.REVIEW), both[:1]),
        (Filters(publication=Publication.LIVE), []),
        (Filters(channel_id=1), both),
        (Filters(person_id=desk.su.person_id), []),
        (Filters(person_id=desk.lin.person_id), both),
        (Filters(unit_id=office), both[:1]),
        (Filters(until="2026-01-02"), both[1:]),
        (Filters(since="2026-01-02", stage=Stage.EDITING), []),
    ):
        assert listed(desk, Place(Queue.MINE), filters=filters) == expected
        assert listed(desk, Place(Queue.ALL), filters=filters) == expected


def test_what_is_in_the_trash_is_no_longer_among_one_s_own_articles(desk, three):
    with desk.store.changing(desk.lin) as unit:
        trash.abandon(unit, three[1])  # drafts and articles have the same ids here
    assert listed(desk, Place(Queue.MINE)) == [three[2], three[0]]
    assert listed(desk, Place(Queue.MINE), order=Order.TITLE) == [three[0], three[2]]
    assert listed(desk, Place(Queue.TRASH)) == [three[1]]
    with desk.store.changing(desk.lin) as unit:
        trash.restore(unit, three[1])
    assert listed(desk, Place(Queue.MINE)) == [three[1], three[2], three[0]]


def test_an_article_that_is_live_stays_one_s_own_when_its_update_is_abandoned(desk):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    with desk.store.changing(desk.lin) as unit:
        trash.abandon(unit, write.open_update(unit, saved.article_id))
    assert listed(desk, Place(Queue.MINE)) == [saved.article_id]
