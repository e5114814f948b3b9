"""转交 and 代理: a draft goes to another of its level; another takes one's levels for a time; both are on record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.actions import amend, channels, delegations, people, release, review, ticks
from db.domain.amendment import BODY, Edit
from db.domain.article import Words
from db.domain.errors import BadValue, Leased, NotAllowed
from db.domain.people import Actor, Role
from db.domain.release import Rendered
from db.domain.workflow import Stage
from db.store import articles, history, leases, queues
from db.store import delegations as read
from db.store.clock import later
from db.store.queues import Place, Queue
from db.store.verify import verify
from tests.db.conftest import TEXT

PAST, FUTURE, FAR = "2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z", "2030-06-01T00:00:00Z"


def give(desk, person, to, actor=None):
    with desk.store.changing(actor or person) as unit:
        until = later(unit.now, 7 * 86_400)
        return delegations.delegate(unit, person.person_id, to.person_id, unit.now, until, "外出培训")


def hand_over(desk, saved, actor, to):
    with desk.store.changing(actor) as unit:
        review.hand_over(unit, saved.draft_id, to.person_id)


# 转交


def test_a_draft_is_handed_to_another_reviewer_of_its_level(desk):
    saved = desk.start()
    desk.submit(saved)
    with desk.store.changing(desk.zhou) as unit:
        review.claim_draft(unit, saved.draft_id)
    hand_over(desk, saved, desk.zhou, desk.xu)
    with desk.store.reading() as c:
        assert leases.running(c, saved.draft_id).holder == "许安"
        event = history.timeline(c, saved.article_id)[-1]
    assert (event.verb, event.by, event.facts["to_name"]) == ("hand_over", "周敏", "许安")
    with pytest.raises(Leased):
        desk.approve(saved, desk.zhou)
    assert desk.approve(saved, desk.xu) is Stage.REVIEW


def test_it_is_handed_to_nobody_who_may_not_review_it(desk):
    own = desk.start(desk.xu)
    desk.submit(own, desk.xu)
    for to in (desk.xu, desk.gao, desk.lin, desk.zhou):  # its author, of another level, no reviewer, oneself
        with pytest.raises(BadValue) as told:
            hand_over(desk, own, desk.zhou, to)
        assert told.value.field == "reviewer"


def test_what_another_has_claimed_is_not_handed_over(desk):
    saved = desk.start()
    desk.submit(saved)
    with desk.store.changing(desk.xu) as unit:
        review.claim_draft(unit, saved.draft_id)
    with pytest.raises(Leased):
        hand_over(desk, saved, desk.zhou, desk.xu)


# 代理


def test_a_deputy_decides_in_the_place_of_another_and_the_record_says_so(desk):
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    with pytest.raises(NotAllowed) as told:
        desk.approve(saved, desk.xu)
    assert told.value.rule == "level"
    give(desk, desk.gao, desk.xu)
    with desk.store.reading() as c:
        assert list(queues.ids(c, Place(Queue.TO_REVIEW), desk.xu)) == [saved.article_id]
        assert articles.deciders(c, saved.draft_id) == ("高远", "许安")
    assert desk.approve(saved, desk.xu) is Stage.APPROVED
    with desk.store.reading() as c:
        last = history.decisions(c, saved.article_id)[-1]
    assert (last.by, last.instead_of, last.level) == ("许安", "高远", 2)
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    assert verify(desk.store).faults == []


def test_a_deputy_checks_the_facts_of_the_text_too(desk):
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    give(desk, desk.gao, desk.xu)
    with desk.store.changing(desk.xu) as unit:
        ticks.tick_fact(unit, saved.draft_id, desk.waiting(saved), "a1")
    assert verify(desk.store).faults == []


def test_who_has_the_level_themselves_decides_in_their_own_name(desk):
    give(desk, desk.gao, desk.zhou)
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    with desk.store.reading() as c:
        assert history.decisions(c, saved.article_id)[-1].instead_of == ""


def test_a_deputy_may_not_be_an_author_nor_decide_at_two_levels(desk):
    give(desk, desk.gao, desk.xu)
    own = desk.start(desk.xu)
    desk.submit(own, desk.xu)
    desk.approve(own, desk.zhou)
    with pytest.raises(NotAllowed) as told:
        desk.approve(own, desk.xu)
    assert told.value.rule == "author"
    other = desk.start()
    desk.submit(other)
    desk.approve(other, desk.xu)
    with pytest.raises(NotAllowed) as told:
        desk.approve(other, desk.xu)
    assert told.value.rule == "two_levels"


def test_nobody_stands_in_for_who_wrote_the_text_or_decided_at_another_level(desk):
    with desk.store.changing(desk.admin) as unit:
        both = frozenset({Role.EDITOR, Role.REVIEWER})
        people.change(unit, desk.gao.person_id, "高远", both, frozenset({2}), frozenset())
    writer = Actor(desk.gao.person_id, "高远", both, frozenset({2}))
    give(desk, desk.gao, desk.xu)
    own = desk.start(writer)
    desk.submit(own, writer)
    desk.approve(own, desk.zhou)
    with pytest.raises(NotAllowed) as told:
        desk.approve(own, desk.xu)
    assert told.value.rule == "level"


def test_after_its_end_a_delegation_gives_nothing_and_a_clock_set_back_opens_it_no_more(desk):
    give(desk, desk.gao, desk.xu)
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    late = "2999-01-01T00:00:00Z"
    seen = desk.waiting(saved)
    with pytest.raises(NotAllowed) as told, desk.store.changing(desk.xu) as unit:
        unit.now = late
        review.approve(unit, saved.draft_id, seen, "", Rendered(seen, "1", "<p>正文</p>", "正文"))
    assert told.value.rule == "level"
    other = desk.start()
    with desk.store.changing(desk.lin) as unit:  # an entry of that day; then the clock is set back
        unit.now = late
        review.submit(unit, other.draft_id, other.version)
    with pytest.raises(NotAllowed) as told:
        desk.approve(saved, desk.xu)
    assert told.value.rule == "level"


def test_a_delegation_is_ended_before_its_time(desk):
    made = give(desk, desk.gao, desk.xu)
    with pytest.raises(NotAllowed), desk.store.changing(desk.zhou) as unit:
        delegations.end(unit, made)
    with desk.store.changing(desk.gao) as unit:
        delegations.end(unit, made)
        delegations.end(unit, made)
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    with pytest.raises(NotAllowed):
        desk.approve(saved, desk.xu)
    assert verify(desk.store).faults == []


def test_who_was_retired_is_stood_in_for_no_more(desk):
    give(desk, desk.gao, desk.xu)
    with desk.store.changing(desk.admin) as unit:
        people.retire(unit, desk.gao.person_id)
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    with pytest.raises(NotAllowed):
        desk.approve(saved, desk.xu)


def test_a_scheme_that_names_people_is_taken_by_who_stands_in_for_one_of_them(desk):
    with desk.store.changing(desk.admin) as unit:
        reviewers = ((), (desk.gao.person_id,))
        channels.change_scheme(unit, 1, name="两审制", levels=2, reviewers=reviewers)
    give(desk, desk.gao, desk.xu)
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    assert desk.approve(saved, desk.xu) is Stage.APPROVED
    with desk.store.changing(desk.xu) as unit:
        review.send_back(unit, saved.draft_id, desk.waiting(saved), "再核一次")
    assert verify(desk.store).faults == []


def test_a_deputy_amends_too(desk):
    give(desk, desk.gao, desk.xu)
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    fields = replace(TEXT, body=TEXT.body + "了")
    with desk.store.changing(desk.xu) as unit:
        amend.begin(unit, saved.draft_id, desk.waiting(saved))
        edits = (Edit(1, BODY, len(TEXT.body), "", "了"),)
        amend.finish(unit, saved.draft_id, fields, Words("", 0), edits, 1)
    assert verify(desk.store).faults == []


@pytest.mark.parametrize(
    ("since", "until", "reason"),
    [
        (FUTURE, FUTURE, "format"),
        (FAR, FUTURE, "format"),
        (PAST, "2021-01-01T00:00:00Z", "past"),
        (FUTURE, "2040-01-01T00:00:00Z", "format"),
        ("soon", FUTURE, "format"),
        (FUTURE, "", "format"),
    ],
)
def test_a_delegation_has_a_beginning_and_an_end(desk, since, until, reason):
    with pytest.raises(BadValue) as told, desk.store.changing(desk.gao) as unit:
        delegations.delegate(unit, desk.gao.person_id, desk.xu.person_id, since, until, "")
    assert (told.value.field, told.value.reason) == ("delegation", reason)


def test_one_gives_ones_own_levels_to_a_reviewer_and_an_administrator_anybodys(desk):
    for person, to in ((desk.gao, desk.lin), (desk.lin, desk.gao), (desk.gao, desk.gao)):
        with pytest.raises(BadValue) as told, desk.store.changing(desk.admin) as unit:
            delegations.delegate(unit, person.person_id, to.person_id, FUTURE, FAR, "")
        assert told.value.field == "reviewer"
    with pytest.raises(NotAllowed) as told:
        give(desk, desk.gao, desk.xu, desk.zhou)
    assert told.value.rule == "own_levels"
    give(desk, desk.gao, desk.xu, desk.admin)
    with desk.store.reading() as c:
        [one] = read.every(c)
    assert (one.name, one.to_name, one.reason, one.ended) == ("高远", "许安", "外出培训", "")


RAW = {
    "a decision after the end": ("in for a reviewer", "'2999'", "1"),
    "a decision by a delegation of another": ("in for a reviewer", "{now}", "1"),
    "a decision by one that there is not": ("in for a reviewer", "{now}", "77"),
}


@pytest.mark.parametrize("name", RAW)
def test_raw_sql_is_refused(desk, name):
    give(desk, desk.gao, desk.xu)
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    words, at, which = RAW[name]
    who = desk.he if "of another" in name else desk.xu
    with desk.store.changing(desk.lin) as unit:
        now = repr(unit.now)
    with pytest.raises(Exception, match=words), desk.store.engine.begin() as c:
        c.exec_driver_sql(
            "INSERT INTO decision (draft_id, revision_id, digest, round, level, verdict, person_id, opinion, "
            f"exemption, at, delegation_id) "
            f"SELECT d.id, r.id, r.digest, d.round, d.level, 'approve', {who.person_id}, '', "
            f"'', {at.format(now=now)}, {which} FROM draft d JOIN revision r ON r.id = d.revision_id"
        )


def test_a_delegation_is_frozen_and_one_that_no_entry_speaks_of_is_named(desk):
    give(desk, desk.gao, desk.xu)
    for change in ("UPDATE delegation SET until = '3000'", "DELETE FROM delegation"):
        with pytest.raises(Exception, match="frozen"), desk.store.engine.begin() as c:
            c.exec_driver_sql(change)
    with desk.store.engine.begin() as c:
        c.exec_driver_sql(
            "INSERT INTO delegation (person_id, to_id, since, until, reason, by_id, at) "
            "SELECT person_id, to_id, since, '3000', reason, by_id, at FROM delegation"
        )
    assert "delegation_unrecorded" in {fault.kind for fault in verify(desk.store).faults}
