"""Several drafts are approved from the list: those that were read as a whole, and no others."""

from __future__ import annotations

from functools import partial

from db.actions import review, sights, write
from db.domain.article import Fields, Words
from db.domain.workflow import Step
from db.store import articles, history, people
from db.store.queues import Queue
from desktop.intake.signing import NOTHING
from desktop.screens.library.batch import steps_of, take
from tests.desktop.screens.editor.conftest import furnish


def test_only_what_was_read_is_approved_and_the_others_are_told(store):
    names, channel_id = furnish(store)
    with store.reading() as c:
        writer, reviewer = people.actor(c, names["林晓"]), people.actor(c, names["周敏"])
    drafts = []
    for number in range(3):
        fields = Fields(channel_id=channel_id, title=f"第{number}篇", source="县住建局", body="正文。")
        with store.changing(writer) as unit:
            saved = write.start(unit, fields, Words("正文。", 3))
            review.submit(unit, saved.draft_id, saved.version)
        drafts.append(saved)
    with store.changing(reviewer) as unit:
        for saved in drafts[:2]:
            submitted = articles.get_draft(unit.connection, saved.draft_id).submitted_revision_id
            sights.saw(unit, saved.draft_id, history.get_revision(unit.connection, submitted).digest)
    assert steps_of(Queue.TO_REVIEW, reviewer) == (Step.APPROVE,)
    approve = partial(take, Step.APPROVE, [saved.article_id for saved in drafts], NOTHING)
    with store.changing(reviewer) as unit:
        taken = approve(unit)
    assert (taken.article_ids, taken.left) == (tuple(saved.article_id for saved in drafts[:2]), 1)
    with store.reading() as c:
        assert [articles.get_draft(c, saved.draft_id).level for saved in drafts] == [2, 2, 1]
        assert history.decisions(c, drafts[0].article_id)[0].batch == 2
    with store.changing(reviewer) as unit:
        assert approve(unit).article_ids == ()
