"""The life of an article at the record: who may do what, and what every step leaves."""

from __future__ import annotations

from itertools import pairwise

import pytest

from db.actions import channels, people, release, review, trash, write
from db.domain.article import Fields, Words
from db.domain.errors import (
    BadValue,
    EditConflict,
    Incomplete,
    Leased,
    MovedOn,
    NotAllowed,
    NotApproved,
    WrongStage,
)
from db.domain.people import PROGRAM, Role
from db.domain.release import WithdrawReason
from db.domain.workflow import Publication, Stage
from db.schema.articles import claim
from db.store import articles, history, leases, queues, search, trail
from db.store.queues import Place, Queue


def test_an_article_goes_through_two_levels_and_is_published_as_approved(desk):
    saved = desk.start()
    digest = desk.submit(saved)
    assert desk.approve(saved, desk.zhou) is Stage.REVIEW
    assert desk.approve(saved, desk.gao) is Stage.APPROVED
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    article = desk.article(saved)
    assert (article.publication, article.draft) == (Publication.LIVE, None)
    with desk.store.reading() as c:
        (published,) = history.releases(c, saved.article_id)
    assert published.revision_digest == digest
    assert published.attribution.editors == ("林晓",)
    assert published.attribution.reviewers == ("高远",)


def test_a_returned_text_starts_again_at_level_one_and_the_approvals_lapse(desk):
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    with desk.store.changing(desk.gao) as unit:
        review.send_back(unit, saved.draft_id, desk.waiting(saved), "数字请再核")
    saved = desk.save(saved, body="首月接待读者9361人次。")
    desk.submit(saved)
    draft = desk.article(saved).draft
    assert (draft.stage, draft.level, draft.round) == (Stage.REVIEW, 1, 2)
    with desk.store.reading() as c:
        assert [d.lapsed for d in history.decisions(c, saved.article_id)] == [True, True]


def test_a_return_needs_an_opinion(desk):
    saved = desk.start()
    digest = desk.submit(saved)
    with pytest.raises(BadValue), desk.store.changing(desk.zhou) as unit:
        review.send_back(unit, saved.draft_id, digest, "  ")


def test_nobody_decides_on_a_text_of_their_own(desk):
    saved = desk.start(desk.xu)
    desk.submit(saved, desk.xu)
    with pytest.raises(NotAllowed) as told:
        desk.approve(saved, desk.xu)
    assert told.value.rule == "author"


def test_nobody_decides_at_two_levels_of_one_draft(desk):
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    with pytest.raises(NotAllowed) as told:
        desk.approve(saved, desk.zhou)
    assert told.value.rule == "two_levels"


def test_a_reviewer_of_another_level_may_not_decide(desk):
    saved = desk.start()
    desk.submit(saved)
    with pytest.raises(NotAllowed) as told:
        desk.approve(saved, desk.gao)
    assert told.value.rule == "level"


def test_approval_binds_to_the_text_on_the_screen(desk):
    saved = desk.start()
    seen = desk.submit(saved)
    with desk.store.changing(desk.lin) as unit:
        review.recall(unit, saved.draft_id)
    saved = desk.save(saved, body="另一篇正文。")
    desk.submit(saved)
    with pytest.raises(MovedOn):
        desk.approve(saved, desk.zhou, seen)


def test_a_claim_keeps_others_off_and_gives_way_to_a_recall(desk):
    saved = desk.start()
    desk.submit(saved)
    with desk.store.changing(desk.xu) as unit:
        review.claim_draft(unit, saved.draft_id)
    with pytest.raises(Leased):
        desk.approve(saved, desk.zhou)
    with desk.store.changing(desk.lin) as unit:
        review.recall(unit, saved.draft_id)
    assert desk.article(saved).draft.stage is Stage.EDITING


def test_a_claim_of_a_retired_person_falls_back_to_the_queue(desk):
    saved = desk.start()
    desk.submit(saved)
    with desk.store.changing(desk.xu) as unit:
        review.claim_draft(unit, saved.draft_id)
    with desk.store.changing(desk.admin) as unit:
        people.retire(unit, desk.xu.person_id)
    assert desk.approve(saved, desk.zhou) is Stage.REVIEW


def test_a_claim_that_ran_out_or_whose_holder_was_retired_is_shown_no_more(desk):
    late, left = desk.start(), desk.start()
    desk.submit(late)
    desk.submit(left)
    with desk.store.changing(desk.zhou) as unit:
        review.claim_draft(unit, late.draft_id)
    with desk.store.changing(desk.xu) as unit:
        review.claim_draft(unit, left.draft_id)
    assert (_reader(desk, late), _reader(desk, left)) == (["周敏", "周敏"], ["许安", "许安"])
    with desk.store.changing(desk.admin) as unit:
        unit.connection.execute(claim.update().where(claim.c.draft_id == late.draft_id).values(until=unit.now))
        people.retire(unit, desk.xu.person_id)
    assert (_reader(desk, late), _reader(desk, left)) == (["", ""], ["", ""])


def _reader(desk, saved):
    """Return who reads a draft now, as the list and the article screen have it."""
    with desk.store.reading() as c:
        held = leases.running(c, saved.draft_id)
        return [articles.rows(c, [saved.article_id])[saved.article_id].holder, held.holder if held else ""]


@pytest.mark.parametrize("who", ["lin", "zhou", "he", "admin"])
def test_who_was_retired_while_signed_in_does_nothing_more(desk, who):
    """Another program may have retired them: what this one knew at their signing in does not count."""
    written, waiting, ready = desk.start(), desk.start(), desk.approved()
    digest, actor = desk.submit(waiting), getattr(desk, who)
    with desk.store.changing(PROGRAM) as unit:
        people.add(unit, "second", "乙", frozenset({Role.ADMIN}), frozenset(), frozenset(), "correct horse")
        people.retire(unit, actor.person_id)
    tries = {
        "lin": lambda unit: write.save(unit, written.draft_id, Fields(), Words("", 0), written.version),
        "zhou": lambda unit: review.send_back(unit, waiting.draft_id, digest, "数字请再核"),
        "he": lambda unit: release.publish(unit, ready.draft_id),
        "admin": lambda unit: people.revive(unit, actor.person_id),
    }
    with pytest.raises(NotAllowed) as told, desk.store.changing(actor) as unit:
        tries[who](unit)
    assert told.value.rule == "retired"


def test_roles_that_were_taken_away_while_signed_in_are_gone(desk):
    saved = desk.approved()
    with desk.store.changing(desk.admin) as unit:
        people.change(unit, desk.he.person_id, "何川", frozenset({Role.EDITOR}), frozenset(), frozenset())
    with pytest.raises(NotAllowed) as told, desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    assert told.value.rule == "role"


def test_required_fields_are_named_in_the_order_of_the_form(desk):
    saved = desk.start(title=" ", source="", body="")
    with pytest.raises(Incomplete) as told:
        desk.submit(saved)
    assert told.value.fields == ("title", "source", "body")


def test_a_stale_save_is_refused_and_its_text_kept(desk):
    saved = desk.start()
    desk.save(saved, body="先存的一份。")
    with pytest.raises(EditConflict) as told:
        desk.save(saved, desk.su, body="后到的一份。")
    assert told.value.by == "林晓"
    with desk.store.changing(desk.su) as unit:
        write.keep_refused(unit, saved.draft_id, desk.article(saved).draft.fields, saved.version)
    with desk.store.reading() as c:
        kinds = [row.kind for row in history.journal_rows(c, saved.draft_id)]
    assert kinds == ["refused", "saved"]


def test_a_text_in_review_is_read_only(desk):
    saved = desk.start()
    desk.submit(saved)
    with pytest.raises(WrongStage):
        desk.save(saved, body="悄悄改一个字。")


def test_a_publisher_may_not_publish_a_text_of_their_own(desk):
    with desk.store.changing(desk.admin) as unit:
        people.change(
            unit,
            desk.he.person_id,
            "何川",
            desk.he.roles | desk.lin.roles,
            frozenset(),
            frozenset(),
        )
    both = type(desk.he)(desk.he.person_id, "何川", desk.he.roles | desk.lin.roles)
    saved = desk.start(both)
    desk.submit(saved, both)
    desk.approve(saved, desk.zhou)
    desk.approve(saved, desk.gao)
    with pytest.raises(NotAllowed) as told, desk.store.changing(both) as unit:
        release.publish(unit, saved.draft_id)
    assert told.value.rule == "author"


def test_a_schedule_fires_once_at_its_time_in_the_name_of_its_publisher(desk):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.schedule(unit, saved.draft_id, "2999-01-01T00:00:00Z")
    with desk.store.changing(PROGRAM) as unit:
        assert release.fire_due(unit) == []
        unit.now = "2999-01-01T00:00:01Z"
        assert release.fire_due(unit) == [saved.article_id]
        assert release.fire_due(unit) == []
    with desk.store.reading() as c:
        assert [r.by for r in history.releases(c, saved.article_id)] == ["何川"]


def test_a_schedule_of_a_retired_publisher_is_refused_and_said(desk):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.schedule(unit, saved.draft_id, "2999-01-01T00:00:00Z")
    with desk.store.changing(desk.admin) as unit:
        people.retire(unit, desk.he.person_id)
    with desk.store.changing(PROGRAM) as unit:
        unit.now = "2999-01-01T00:00:01Z"
        assert release.fire_due(unit) == []
    assert desk.article(saved).draft.stage is Stage.APPROVED
    with desk.store.reading() as c:
        assert history.timeline(c, saved.article_id)[-1].facts["why"] == "publisher_retired"


def test_a_schedule_whose_approval_lapsed_is_refused_and_said_and_the_others_go_out(desk):
    with desk.store.changing(desk.admin) as unit:
        channels.change_scheme(unit, 1, name="两审制", levels=2, resume_at_return=True)
    lapsing = desk.start()
    desk.submit(lapsing)
    desk.approve(lapsing, desk.zhou)
    with desk.store.changing(desk.gao) as unit:
        review.send_back(unit, lapsing.draft_id, desk.waiting(lapsing), "数字请再核")
    lapsing = desk.save(lapsing, body="首月接待读者9361人次。")
    desk.submit(lapsing)
    desk.approve(lapsing, desk.gao)
    good = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.schedule(unit, lapsing.draft_id, "2999-01-01T00:00:00Z")
        release.schedule(unit, good.draft_id, "2999-01-01T00:00:00Z")
    with desk.store.engine.begin() as c:  # past the program: what the first level approved counts no longer
        c.exec_driver_sql("UPDATE scheme SET resume_at_return = FALSE")
    refused = []
    with desk.store.changing(PROGRAM) as unit:
        unit.now = "2999-01-01T00:00:01Z"
        assert release.fire_due(unit, lambda *told: refused.append(told)) == [good.article_id]
    assert [(article_id, why.rule) for article_id, why in refused] == [(lapsing.article_id, "lapsed")]
    assert desk.article(lapsing).draft.stage is Stage.APPROVED
    with pytest.raises(NotApproved), desk.store.changing(desk.he) as unit:
        release.publish(unit, lapsing.draft_id)


def test_a_schedule_of_who_may_publish_it_no_longer_is_refused(desk):
    with desk.store.changing(desk.admin) as unit:
        channels.change_scheme(unit, 1, name="两审制", levels=2, exemption="人手不足")
        both = desk.he.roles | desk.lin.roles
        people.change(unit, desk.he.person_id, "何川", both, frozenset(), frozenset())
    saved = desk.start(desk.he)
    desk.submit(saved, desk.he)
    desk.approve(saved, desk.zhou)
    desk.approve(saved, desk.gao)
    with desk.store.changing(desk.he) as unit:
        release.schedule(unit, saved.draft_id, "2999-01-01T00:00:00Z")
    with desk.store.engine.begin() as c:  # past the program, which would have left the draft its scheme
        c.exec_driver_sql("UPDATE scheme SET exemption = ''")
    with desk.store.changing(PROGRAM) as unit:
        unit.now = "2999-01-01T00:00:01Z"
        assert release.fire_due(unit) == []
    with desk.store.reading() as c:
        assert history.timeline(c, saved.article_id)[-1].facts["why"] == "author"


@pytest.mark.parametrize("at", ["", "soon", "2999", "2999-13-01T00:00:00Z", "2999-01-01T00:00:00", "9" * 1000])
def test_a_schedule_is_a_time(desk, at):
    saved = desk.approved()
    with pytest.raises(BadValue) as told, desk.store.changing(desk.he) as unit:
        release.schedule(unit, saved.draft_id, at)
    assert told.value.reason == "format"


def test_an_article_that_was_returned_from_its_schedule_is_scheduled_no_more(desk):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.schedule(unit, saved.draft_id, "2999-01-01T00:00:00Z")
    with desk.store.changing(desk.gao) as unit:
        review.send_back(unit, saved.draft_id, desk.waiting(saved), "数字请再核")
    assert desk.article(saved).publication is Publication.NONE


def test_a_withdrawn_article_comes_back_at_the_same_address_with_the_same_bytes(desk):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
        release.withdraw(unit, saved.article_id, WithdrawReason.FACT, "数字有误")
    assert desk.article(saved).publication is Publication.WITHDRAWN
    with desk.store.changing(desk.he) as unit:
        release.reinstate(unit, saved.article_id)
    with desk.store.reading() as c:
        first, _taken, back = history.releases(c, saved.article_id)
    same = ("revision_id", "revision_digest", "published_at", "address", "html_digest", "attribution")
    assert all(getattr(first, name) == getattr(back, name) for name in same)


def test_an_update_is_reviewed_anew_and_keeps_address_and_publish_time(desk):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    before = desk.article(saved)
    with desk.store.changing(desk.su) as unit:
        draft_id = write.open_update(unit, saved.article_id)
    lane = type(saved)(saved.article_id, draft_id, 1, saved.number, "")
    lane = desk.save(lane, desk.su, body="更正后的正文。")
    desk.submit(lane, desk.su)
    desk.approve(lane, desk.zhou)
    desk.approve(lane, desk.gao)
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, draft_id)
    after = desk.article(saved)
    assert (after.address, after.published_at) == (before.address, before.published_at)
    assert after.live_revision_id != before.live_revision_id


def test_an_update_of_what_was_withdrawn_meanwhile_is_not_published(desk):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    with desk.store.changing(desk.su) as unit:
        draft_id = write.open_update(unit, saved.article_id)
    lane = desk.save(type(saved)(saved.article_id, draft_id, 1, saved.number, ""), desk.su, body="改稿。")
    desk.submit(lane, desk.su)
    desk.approve(lane, desk.zhou)
    desk.approve(lane, desk.gao)
    with desk.store.changing(desk.he) as unit:
        release.withdraw(unit, saved.article_id, WithdrawReason.SOURCE, "来源要求")
    with pytest.raises(NotApproved) as told, desk.store.changing(desk.he) as unit:
        release.publish(unit, draft_id)
    assert told.value.rule == "withdrawn"
    with desk.store.changing(desk.he) as unit:
        release.reinstate(unit, saved.article_id)
        release.publish(unit, draft_id)


def test_a_lane_of_what_is_live_no_more_is_not_published(desk):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    with desk.store.changing(desk.su) as unit:
        old = write.open_update(unit, saved.article_id)
        trash.abandon(unit, old)
        new = write.open_update(unit, saved.article_id)
    for draft_id in (new, old):
        if draft_id == old:
            with desk.store.changing(desk.su) as unit:
                trash.restore(unit, old)
        lane = type(saved)(saved.article_id, draft_id, 1, saved.number, "")
        lane = desk.save(lane, desk.su, body=f"改稿{draft_id}。")
        desk.submit(lane, desk.su)
        desk.approve(lane, desk.zhou)
        desk.approve(lane, desk.gao)
        if draft_id == new:
            with desk.store.changing(desk.he) as unit:
                release.publish(unit, new)
    with pytest.raises(NotAllowed) as told, desk.store.changing(desk.he) as unit:
        release.publish(unit, old)
    assert told.value.rule == "behind"


def test_the_trash_gives_back_what_it_took(desk):
    saved = desk.start()
    with desk.store.changing(desk.lin) as unit:
        trash.abandon(unit, saved.draft_id)
    with desk.store.reading() as c:
        assert list(queues.ids(c, Place(Queue.TRASH), desk.lin)) == [saved.article_id]
    with desk.store.changing(desk.lin) as unit:
        trash.restore(unit, saved.draft_id)
    assert desk.article(saved).draft.stage is Stage.EDITING


def test_a_lane_stays_in_the_trash_while_another_is_open(desk):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    with desk.store.changing(desk.su) as unit:
        given_up = write.open_update(unit, saved.article_id)
        trash.abandon(unit, given_up)
        write.open_update(unit, saved.article_id)
    with pytest.raises(BadValue) as told, desk.store.changing(desk.su) as unit:
        trash.restore(unit, given_up)
    assert (told.value.field, told.value.reason) == ("draft", "taken")


def test_every_queue_holds_what_its_name_says(desk):
    mine, waiting, ready = desk.start(), desk.start(desk.su), desk.approved()
    desk.submit(waiting, desk.su)
    with desk.store.reading() as c:
        assert set(queues.ids(c, Place(Queue.MINE), desk.lin)) == {mine.article_id, ready.article_id}
        assert list(queues.ids(c, Place(Queue.TO_REVIEW), desk.zhou)) == [waiting.article_id]
        assert list(queues.ids(c, Place(Queue.TO_REVIEW), desk.gao)) == []
        assert list(queues.ids(c, Place(Queue.TO_PUBLISH), desk.he)) == [ready.article_id]
        assert list(queues.ids(c, Place(Queue.SUBMITTED), desk.lin)) == [ready.article_id]
        assert queues.sizes(c, desk.lin)[Queue.ALL] == 3


def test_what_is_saved_is_found_at_once(desk):
    saved = desk.start(body="县里新修了三座便民桥。")
    with desk.store.reading() as c:
        assert [hit.article_id for hit in search.find(c, "便民桥", search.Filters())] == [saved.article_id]


def test_register_numbers_are_never_reused(desk):
    first = desk.start()
    with pytest.raises(RuntimeError), desk.store.changing(desk.lin) as unit:
        write.start(unit, Fields(title="没写成"), Words("", 0))
        raise RuntimeError
    assert desk.start().number != first.number


def test_the_chain_grows_by_every_step_and_holds(desk):
    desk.approved()
    with desk.store.reading() as c:
        entries = list(trail.entries(c))
    assert [e.seq for e in entries] == list(range(1, len(entries) + 1))
    assert all(later.previous == before.hash for before, later in pairwise(entries))
