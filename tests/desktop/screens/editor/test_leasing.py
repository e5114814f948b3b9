"""The lease of the draft on the screen, while the person goes from one article to the next."""

import pytest

from db.actions import leases as take
from db.actions import write
from db.domain.article import Fields, Words
from db.store import articles, leases, people


@pytest.fixture
def two(desk):
    """Two drafts, as (article id, draft id)."""
    with desk.store.reading() as connection:
        actor = people.actor(connection, desk.people["林晓"])
    made = []
    for title in ("青禾县早稻开镰", "清河镇夜市开街"):
        with desk.store.changing(actor) as unit:
            fields = Fields(title=title, channel_id=desk.channel_id, source="县住建局", body="正文。")
            saved = write.start(unit, fields, Words("正文。", 3))
        made.append((saved.article_id, saved.draft_id))
    return made


def settled(desk, qtbot):
    qtbot.waitUntil(lambda: desk.screen._lock.lease._beat.isActive() and not desk.tasks._writing)


def test_who_goes_on_before_the_lease_is_granted_does_not_keep_it(desk, two, qtbot):
    (first, first_draft), (second, second_draft) = two
    with qtbot.waitSignal(desk.screen.opened):
        desk.screen.open(first)
    desk.screen.open(second)  # the answer has not come
    settled(desk, qtbot)
    with desk.store.reading() as connection:
        assert leases.editing(connection, first_draft) is None
        assert leases.editing(connection, second_draft) is not None


def test_a_refusal_that_comes_late_does_not_shut_the_next_article(desk, two, qtbot):
    (first, first_draft), (second, _) = two
    with desk.store.reading() as connection:
        other = people.actor(connection, desk.people["陈立"])
        assert articles.get(connection, first).draft.id == first_draft
    with desk.store.changing(other) as unit:
        take.take_edit(unit, first_draft, "another window")
    with qtbot.waitSignal(desk.screen.opened):
        desk.screen.open(first)
    desk.screen.open(second)
    settled(desk, qtbot)
    assert not desk.screen._lock.shut
