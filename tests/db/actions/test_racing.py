"""Two who decide at the same moment: one decision counts, the other is refused in words and made at no other level."""

from __future__ import annotations

import threading

import pytest

from db.actions import people, review
from db.domain.errors import DeskError, NotAllowed
from db.domain.release import Rendered
from db.domain.workflow import Stage
from db.store import history
from db.store.unit import Store
from db.store.verify import verify


def test_an_approval_meant_for_a_level_is_made_at_no_other(desk):
    """周敏 may review both levels: while the first was on the screen, another approved it."""
    saved = desk.start()
    seen = desk.submit(saved)
    desk.approve(saved, desk.xu)
    made = Rendered(seen, "1", "<p>正文</p>", "正文")
    with pytest.raises(NotAllowed) as told, desk.store.changing(desk.zhou) as unit:
        review.approve(unit, saved.draft_id, seen, "", made, level=1)
    assert told.value.rule == "decided"
    with pytest.raises(NotAllowed) as told, desk.store.changing(desk.zhou) as unit:
        review.send_back(unit, saved.draft_id, seen, "请改", level=1)
    assert told.value.rule == "decided"
    with desk.store.changing(desk.zhou) as unit:
        assert review.approve(unit, saved.draft_id, seen, "", made, level=2) is Stage.APPROVED


def test_of_two_approvals_at_one_moment_one_counts(desk):
    saved = desk.start()
    seen = desk.submit(saved)
    gate, told = threading.Barrier(2), []

    def approve(store, actor):
        gate.wait()
        try:
            with store.changing(actor) as unit:
                made = Rendered(seen, "1", "<p>正文</p>", "正文")
                told.append(review.approve(unit, saved.draft_id, seen, "", made, level=1))
        except DeskError as error:
            told.append(error.rule)

    stores = [Store(desk.store.place), Store(desk.store.place)]
    threads = [threading.Thread(target=approve, args=pair) for pair in zip(stores, (desk.zhou, desk.xu), strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for store in stores:
        store.close()
    assert Stage.REVIEW in told
    assert set(told) & {"decided", "level"}
    with desk.store.reading() as c:
        assert [d.level for d in history.decisions(c, saved.article_id)] == [1]
    assert verify(desk.store).faults == []


def test_who_is_retired_in_the_middle_of_a_review_decides_nothing_more(desk):
    saved = desk.start()
    seen = desk.submit(saved)
    with desk.store.changing(desk.zhou) as unit:
        review.claim_draft(unit, saved.draft_id)
    with desk.store.changing(desk.admin) as unit:
        people.retire(unit, desk.zhou.person_id)
    with pytest.raises(NotAllowed) as told:
        desk.approve(saved, desk.zhou, seen)
    assert told.value.rule == "retired"
    assert desk.approve(saved, desk.xu, seen) is Stage.REVIEW
