"""Several drafts are approved at once only by who had each of them on the screen as a whole; the record says so."""

from __future__ import annotations

import pytest

from db.actions import review, sights
from db.domain.errors import MovedOn, NotAllowed
from db.domain.release import Rendered
from db.domain.workflow import Stage
from db.store import history
from db.store.verify import verify


def waiting(desk, count=2):
    drafts = [desk.start() for _ in range(count)]
    for saved in drafts:
        desk.submit(saved)
    return drafts


def page(digest):
    return Rendered(digest, "1", "<p>正文</p>", "正文")


def saw(desk, saved, actor=None, digest=None):
    with desk.store.changing(actor or desk.zhou) as unit:
        sights.saw(unit, saved.draft_id, digest or desk.waiting(saved))


def approve_all(desk, drafts, actor=None):
    wanted = [(saved.draft_id, page(desk.waiting(saved))) for saved in drafts]
    with desk.store.changing(actor or desk.zhou) as unit:
        return sights.approve_all(unit, wanted)


def test_what_was_read_is_approved_together_and_each_decision_says_of_how_many(desk):
    drafts = waiting(desk)
    for saved in drafts:
        saw(desk, saved)
        saw(desk, saved)  # once on record
    assert approve_all(desk, drafts) == [Stage.REVIEW, Stage.REVIEW]
    with desk.store.reading() as c:
        assert [history.decisions(c, saved.article_id)[0].batch for saved in drafts] == [2, 2]
    assert verify(desk.store).faults == []


def test_one_that_was_not_read_keeps_all_of_them_back(desk):
    first, second = waiting(desk)
    saw(desk, first)
    saw(desk, second, desk.xu)
    with pytest.raises(NotAllowed) as told:
        approve_all(desk, (first, second))
    assert told.value.rule == "unseen"
    assert desk.article(first).draft.level == 1


def test_what_was_read_before_it_changed_is_not_read(desk):
    [saved] = waiting(desk, 1)
    seen = desk.waiting(saved)
    saw(desk, saved)
    with desk.store.changing(desk.lin) as unit:
        review.recall(unit, saved.draft_id)
    saved = desk.save(saved, body="另一篇正文。")
    desk.submit(saved)
    with pytest.raises(NotAllowed):
        approve_all(desk, [saved])
    with pytest.raises(MovedOn):
        saw(desk, saved, digest=seen)


def test_raw_sql_does_not_pass(desk):
    [saved] = waiting(desk, 1)
    with pytest.raises(Exception, match="read as a whole"), desk.store.engine.begin() as c:
        c.exec_driver_sql(
            "INSERT INTO decision (draft_id, revision_id, digest, round, level, verdict, person_id, opinion, exemption,"
            f" at, batch) SELECT d.id, r.id, r.digest, d.round, d.level, 'approve', {desk.zhou.person_id}, '', '', '2',"
            " 2 FROM draft d JOIN revision r ON r.id = d.revision_id"
        )
    with desk.store.engine.begin() as c:
        c.exec_driver_sql(
            "INSERT INTO sight (draft_id, revision_id, digest, person_id, at) "
            f"SELECT d.id, r.id, r.digest, {desk.zhou.person_id}, '2' FROM draft d JOIN revision r "
            "ON r.id = d.revision_id"
        )
    approve_all(desk, [saved])
    assert {"sight_changed", "decision_unseen"} <= {fault.kind for fault in verify(desk.store).faults}
