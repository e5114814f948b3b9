"""What a scheme may say of a review, and the steps beside the straight way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.actions import channels, people, release, review, trash, write
from db.domain.article import Words
from db.domain.errors import NotAllowed, WrongStage
from db.domain.people import Role
from db.domain.release import Verdict
from db.domain.workflow import Stage
from db.store import articles, history, queues
from db.store import channels as store_channels
from db.store.queues import Place, Queue
from db.store.verify import verify


def scheme(desk, **options):
    with desk.store.changing(desk.admin) as unit:
        channels.change_scheme(unit, 1, **{"name": "两审制", "levels": 2, **options})


def returned(desk, saved, by):
    with desk.store.changing(by) as unit:
        review.send_back(unit, saved.draft_id, desk.waiting(saved), "数字请再核")


def decisions(desk, saved):
    with desk.store.reading() as c:
        return history.decisions(c, saved.article_id)


def test_a_resubmission_resumes_where_it_was_returned_when_the_scheme_says_so(desk):
    scheme(desk, resume_at_return=True)
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    returned(desk, saved, desk.gao)
    saved = desk.save(saved, body="首月接待读者9361人次。")
    desk.submit(saved)
    assert desk.article(saved).draft.level == 2
    assert desk.approve(saved, desk.gao) is Stage.APPROVED
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    with desk.store.reading() as c:
        (live,) = history.releases(c, saved.article_id)
    approving = [d for d in decisions(desk, saved) if d.verdict is Verdict.APPROVE]
    assert live.decision_ids == tuple(d.id for d in approving)
    assert len({d.revision_id for d in approving}) == 2  # it is told which level approved which revision
    assert verify(desk.store).faults == []


def test_a_release_names_the_approvals_of_its_own_round_alone(desk):
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    returned(desk, saved, desk.gao)
    saved = desk.save(saved, body="首月接待读者9361人次。")
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    desk.approve(saved, desk.gao)
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    with desk.store.reading() as c:
        (live,) = history.releases(c, saved.article_id)
    assert live.decision_ids == tuple(d.id for d in decisions(desk, saved) if d.round == 2)


def test_the_writer_s_own_word_counts_as_the_first_level_where_the_scheme_says_so(desk):
    scheme(desk, writer_signs=True)
    saved = desk.start()
    desk.submit(saved)
    assert desk.article(saved).draft.level == 2
    assert [(d.verdict, d.level, d.by) for d in decisions(desk, saved)] == [(Verdict.SIGN, 1, "林晓")]
    assert desk.approve(saved, desk.gao) is Stage.APPROVED
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    with desk.store.reading() as c:
        assert history.releases(c, saved.article_id)[0].attribution.reviewers == ("高远",)


def test_a_reasoned_exemption_lets_an_author_decide_and_is_kept_with_each_use(desk):
    scheme(desk, exemption="编制只有三人")
    saved = desk.start(desk.xu)
    desk.submit(saved, desk.xu)
    desk.approve(saved, desk.xu)
    desk.approve(saved, desk.gao)
    assert [d.exemption for d in decisions(desk, saved)] == ["编制只有三人", ""]


def test_a_reasoned_exemption_lets_one_person_decide_at_two_levels(desk):
    scheme(desk, exemption="编制只有三人")
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    desk.approve(saved, desk.zhou)
    assert [d.exemption for d in decisions(desk, saved)] == ["", "编制只有三人"]


def test_a_scheme_may_name_who_decides_at_a_level(desk):
    scheme(desk, reviewers=[[desk.xu.person_id]])
    saved = desk.start()
    desk.submit(saved)
    with pytest.raises(NotAllowed) as told:
        desk.approve(saved, desk.zhou)
    assert told.value.rule == "level"
    with desk.store.reading() as c:
        assert list(queues.ids(c, Place(Queue.TO_REVIEW), desk.zhou)) == []
    assert desk.approve(saved, desk.xu) is Stage.REVIEW


def test_a_text_is_recalled_by_who_sent_it_in_and_until_the_last_decision(desk):
    saved = desk.start()
    desk.submit(saved)
    with pytest.raises(NotAllowed) as told, desk.store.changing(desk.su) as unit:
        review.recall(unit, saved.draft_id)
    assert told.value.rule == "submitter"
    desk.approve(saved, desk.zhou)
    with desk.store.changing(desk.lin) as unit:
        review.recall(unit, saved.draft_id)
    assert [d.lapsed for d in decisions(desk, saved)] == [True]
    desk.submit(saved)
    assert desk.article(saved).draft.level == 1
    desk.approve(saved, desk.zhou)
    desk.approve(saved, desk.gao)
    with pytest.raises(WrongStage), desk.store.changing(desk.lin) as unit:
        review.recall(unit, saved.draft_id)


def test_what_waits_or_is_approved_is_not_abandoned(desk):
    waiting, ready = desk.start(), desk.approved()
    desk.submit(waiting)
    for saved in (waiting, ready):
        with pytest.raises(WrongStage), desk.store.changing(desk.lin) as unit:
            trash.abandon(unit, saved.draft_id)


def test_what_is_approved_is_returned_by_who_approved_it_last_alone(desk):
    saved = desk.approved()
    with pytest.raises(NotAllowed):
        returned(desk, saved, desk.zhou)
    returned(desk, saved, desk.gao)
    assert desk.article(saved).draft.stage is Stage.RETURNED


def test_a_schedule_is_taken_back(desk):
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.schedule(unit, saved.draft_id, "2999-01-01T00:00:00Z")
        release.deschedule(unit, saved.draft_id)
    draft = desk.article(saved).draft
    assert (draft.stage, draft.scheduled_for) == (Stage.APPROVED, "")


def test_a_claim_is_put_down_by_its_holder_alone(desk):
    saved = desk.start()
    desk.submit(saved)
    with desk.store.changing(desk.xu) as unit:
        review.claim_draft(unit, saved.draft_id)
    with desk.store.changing(desk.zhou) as unit:
        review.put_down(unit, saved.draft_id)  # there is none of theirs
    with desk.store.reading() as c:
        assert articles.rows(c, [saved.article_id])[saved.article_id].holder == "许安"
    with desk.store.changing(desk.xu) as unit:
        review.put_down(unit, saved.draft_id)
    assert desk.approve(saved, desk.zhou) is Stage.REVIEW


def test_saving_makes_no_revision_and_bringing_one_back_keeps_what_stood_there(desk):
    saved = desk.start(body="第一稿。")
    with desk.store.changing(desk.lin) as unit:
        first = write.keep(unit, saved.draft_id, " 初稿 ")
    saved = desk.save(saved, body="第二稿。")
    saved = desk.save(saved, body="第三稿。")
    with desk.store.changing(desk.su) as unit:
        write.bring_back(unit, saved.draft_id, first, Words("第一稿。", 4), saved.version)
    with desk.store.reading() as c:
        kept = [(r.name, history.get_revision(c, r.id).fields.body) for r in history.revisions(c, saved.article_id)]
        assert articles.working_fields(c, saved.draft_id).body == "第一稿。"
        assert articles.authors(c, saved.draft_id) == ("林晓", "苏晴")  # who restores is an author
    assert kept == [("", "第三稿。"), ("初稿", "第一稿。")]


def test_a_contributor_is_not_named_as_editor(desk):
    saved = desk.start(desk.chen)
    saved = desk.save(saved)
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    desk.approve(saved, desk.gao)
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    with desk.store.reading() as c:
        assert history.releases(c, saved.article_id)[0].attribution.editors == ("林晓",)


def test_a_publisher_may_have_approved(desk):
    both = replace(desk.gao, roles=desk.gao.roles | desk.he.roles)
    with desk.store.changing(desk.admin) as unit:
        roles = frozenset({Role.REVIEWER, Role.PUBLISHER})
        people.change(unit, both.person_id, "高远", roles, both.levels, frozenset())
    saved = desk.approved()
    with desk.store.changing(both) as unit:
        release.publish(unit, saved.draft_id)
    assert desk.article(saved).publication == "live"


def test_drafts_under_way_keep_the_scheme_that_they_started_with(desk):
    waiting, later = desk.start(), desk.start()
    desk.submit(waiting)
    scheme(desk, levels=1, name="一审制")
    desk.submit(later)
    assert desk.approve(later, desk.zhou) is Stage.APPROVED
    assert desk.approve(waiting, desk.zhou) is Stage.REVIEW
    assert desk.approve(waiting, desk.gao) is Stage.APPROVED
    for saved in (waiting, later):
        with desk.store.changing(desk.he) as unit:
            release.publish(unit, saved.draft_id)
    with desk.store.reading() as c:
        old, new = sorted(store_channels.schemes(c), key=lambda one: one.id)
    assert (old.name.startswith("两审制 · "), old.levels, old.active) == (True, 2, False)
    assert (new.name, new.levels, new.active) == ("一审制", 1, True)
    assert verify(desk.store).faults == []


def test_who_is_named_anew_does_not_take_what_waits_already(desk):
    waiting = desk.start()
    desk.submit(waiting)
    scheme(desk, reviewers=((desk.xu.person_id,), ()))
    assert desk.approve(waiting, desk.zhou) is Stage.REVIEW
    assert verify(desk.store).faults == []


def test_a_scheme_under_which_nothing_waits_or_of_which_the_name_alone_changes_stays_itself(desk):
    scheme(desk, levels=1)
    scheme(desk, levels=2)
    waiting = desk.start()
    desk.submit(waiting)
    scheme(desk, name="两审")
    scheme(desk, name="两审", hours=(24, 24))
    with desk.store.reading() as c:
        [only] = store_channels.schemes(c)
    assert (only.name, only.hours) == ("两审", (24, 24))
    assert verify(desk.store).faults == []


def test_schemes_set_apart_on_one_day_have_names_of_their_own(desk):
    for levels in (1, 2, 1):
        saved = desk.start()
        desk.submit(saved)
        with desk.store.changing(desk.admin) as unit:
            followed = store_channels.get(unit.connection, 1).scheme_id
            channels.change_scheme(unit, followed, name="审", levels=levels)
    with desk.store.reading() as c:
        names = [one.name for one in store_channels.schemes(c)]
    assert len(set(names)) == len(names)
    assert verify(desk.store).faults == []
