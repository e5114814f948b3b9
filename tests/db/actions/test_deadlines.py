"""A level decides within so many hours: who waits sees it, the oldest first; the record says who changed it."""

import pytest

from db.actions import channels, review
from db.domain.errors import BadValue
from db.schema.newsroom import scheme_deadline
from db.store import articles, queues
from db.store import channels as read
from db.store.clock import later
from db.store.queues import Place, Queue
from db.store.verify import verify


def limit(desk, *hours):
    with desk.store.changing(desk.admin) as unit:
        channels.change_scheme(unit, 1, name="两审制", levels=2, hours=hours)


def test_a_level_has_its_deadline_and_the_next_its_own(desk):
    limit(desk, 24, 48)
    saved = desk.start()
    desk.submit(saved)
    with desk.store.reading() as c:
        assert read.get_scheme(c, 1).hours == (24, 48)
        row = articles.rows(c, [saved.article_id])[saved.article_id]
        assert row.due == later(row.waiting_since, 24 * 3600)
        assert articles.waiting(c, saved.draft_id) == (row.waiting_since, row.due)
    desk.approve(saved, desk.zhou)
    with desk.store.reading() as c:
        row = articles.rows(c, [saved.article_id])[saved.article_id]
        assert row.due == later(row.waiting_since, 48 * 3600)
    desk.approve(saved, desk.gao)
    with desk.store.reading() as c:
        assert articles.waiting(c, saved.draft_id) == ("", "")
    assert verify(desk.store).faults == []


def test_without_one_it_waits_as_long_as_it_takes(desk):
    limit(desk, 0)
    saved = desk.start()
    desk.submit(saved)
    with desk.store.reading() as c:
        assert articles.rows(c, [saved.article_id])[saved.article_id].due == ""


def test_what_waits_longest_comes_first(desk):
    younger, older = desk.start(), desk.start()
    for saved, at in ((younger, "2999-01-02T00:00:00Z"), (older, "2999-01-01T00:00:00Z")):
        with desk.store.changing(desk.lin) as unit:
            unit.now = at
            review.submit(unit, saved.draft_id, saved.version)
    with desk.store.reading() as c:
        assert list(queues.ids(c, Place(Queue.TO_REVIEW), desk.zhou)) == [older.article_id, younger.article_id]


@pytest.mark.parametrize("hours", [-1, 721])
def test_a_deadline_is_some_hours(desk, hours):
    with pytest.raises(BadValue) as told:
        limit(desk, hours)
    assert told.value.field == "hours"


def test_one_that_was_changed_past_the_program_is_named(desk):
    limit(desk, 24, 48)
    with desk.store.engine.begin() as c:
        c.execute(scheme_deadline.update().values(hours=700))
    assert "scheme_unrecorded" in {fault.kind for fault in verify(desk.store).faults}
