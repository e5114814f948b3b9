"""审改: a reviewer amends the text that waits, an editor says what stands, and only that is decided on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.actions import amend, channels, people, release, review, write
from db.domain.amendment import BODY, Edit
from db.domain.article import Words
from db.domain.errors import BadValue, EditConflict, Incomplete, Leased, MovedOn, NotAllowed, Unwaived, WrongStage
from db.domain.people import Actor, Role
from db.domain.workflow import Stage
from db.store import amendments, articles, history, leases, queues
from db.store.queues import Place, Queue
from db.store.verify import verify
from tests.db.conftest import TEXT
from tests.db.tampering import drop_rules

BODY_NOW = TEXT.body
#: 首月接待读者9316人次。 -> 首月共接待读者9361人次。, and another title.
AMENDED = replace(TEXT, title="清河镇图书馆延长开放", body="首月共接待读者9361人次。")
EDITS = (Edit(1, "title"), Edit(2, BODY, 2, "", "共"), Edit(3, BODY, 6, "9316", "9361"))


def begin(desk, saved, actor=None):
    with desk.store.changing(actor or desk.zhou) as unit:
        amend.begin(unit, saved.draft_id, desk.waiting(saved))


def finish(desk, saved, actor=None, fields=AMENDED, edits=EDITS, version=1, waived=None):
    with desk.store.changing(actor or desk.zhou) as unit:
        words = Words(fields.body, len(fields.body))
        return amend.finish(unit, saved.draft_id, fields, words, edits, version, waived or {})


def confirm(desk, saved, accepted, actor=None, reason="", digest=None):
    with desk.store.changing(actor or desk.lin) as unit:
        waiting = amendments.of_draft(unit.connection, saved.draft_id)
        seen = digest or waiting.digest
        return amend.confirm(unit, saved.draft_id, seen, accepted, Words("核过的正文", 5), reason)


def amended(desk, actor=None):
    """Return a draft at the first level with an amendment of 周敏 that waits."""
    saved = desk.start()
    desk.submit(saved)
    begin(desk, saved, actor)
    finish(desk, saved, actor)
    return saved


def under_review(desk, saved):
    with desk.store.reading() as c:
        return history.get_revision(c, articles.get_draft(c, saved.draft_id).submitted_revision_id)


def test_an_amendment_is_a_revision_of_the_reviewer_and_the_draft_stays_at_its_level(desk):
    saved = amended(desk)
    with desk.store.reading() as c:
        newest = history.revisions(c, saved.article_id)[0]
    draft = desk.article(saved).draft
    assert (newest.n, newest.kind, newest.by) == (2, "amend", "周敏")
    assert (draft.stage, draft.level) == (Stage.REVIEW, 1)
    assert under_review(desk, saved).n == 1
    assert draft.fields == TEXT


def test_what_was_accepted_as_a_whole_is_reviewed_from_now_on_and_is_the_drafts_own_text(desk):
    saved = amended(desk)
    assert confirm(desk, saved, {1, 2, 3}) == "accept"
    assert under_review(desk, saved).fields == AMENDED
    assert desk.article(saved).draft.fields == AMENDED
    with desk.store.reading() as c:
        assert articles.rows(c, [saved.article_id])[saved.article_id].title == AMENDED.title
    assert desk.approve(saved, desk.zhou) is Stage.REVIEW  # the amender included
    assert desk.approve(saved, desk.gao) is Stage.APPROVED
    assert verify(desk.store).faults == []


def test_a_change_that_was_not_accepted_is_not_in_the_text(desk):
    saved = amended(desk)
    assert confirm(desk, saved, {1, 3}) == "partly"
    now = under_review(desk, saved)
    assert (now.n, now.by, now.kind) == (3, "林晓", "confirm")
    assert now.fields == replace(AMENDED, body="首月接待读者9361人次。")
    desk.approve(saved, desk.zhou)
    desk.approve(saved, desk.gao)
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    with desk.store.reading() as c:
        [published] = history.releases(c, saved.article_id)
    assert published.revision_digest == now.digest
    assert published.attribution.editors == ("林晓",)
    assert verify(desk.store).faults == []


def test_an_amendment_is_sent_back_with_a_reason_and_the_text_is_the_one_before(desk):
    saved = amended(desk)
    with pytest.raises(BadValue) as told:
        confirm(desk, saved, set(), reason=" ")
    assert (told.value.field, told.value.reason) == ("amendment_reason", "empty")
    assert confirm(desk, saved, set(), reason="数字以住建局的为准") == "reject"
    assert under_review(desk, saved).n == 1
    assert desk.approve(saved, desk.zhou) is Stage.REVIEW
    assert verify(desk.store).faults == []


def test_the_amender_takes_an_amendment_back(desk):
    saved = amended(desk)
    with pytest.raises(NotAllowed) as told, desk.store.changing(desk.xu) as unit:
        amend.take_back(unit, saved.draft_id)
    assert told.value.rule == "amender"
    with desk.store.changing(desk.zhou) as unit:
        amend.take_back(unit, saved.draft_id)
    assert desk.approve(saved, desk.zhou) is Stage.REVIEW
    assert verify(desk.store).faults == []


def test_nothing_is_decided_while_an_amendment_waits(desk):
    saved = amended(desk)
    with pytest.raises(NotAllowed) as told:
        desk.approve(saved, desk.zhou)
    assert told.value.rule == "unconfirmed"
    with pytest.raises(NotAllowed) as told, desk.store.changing(desk.zhou) as unit:
        review.send_back(unit, saved.draft_id, desk.waiting(saved), "请改")
    assert told.value.rule == "unconfirmed"
    with pytest.raises(NotAllowed) as told:
        begin(desk, saved)
    assert told.value.rule == "unconfirmed"


def test_nothing_is_decided_while_one_is_being_written(desk):
    saved = desk.start()
    desk.submit(saved)
    begin(desk, saved)
    with pytest.raises(NotAllowed) as told:
        desk.approve(saved, desk.zhou)
    assert told.value.rule == "amending"


def test_who_amended_does_not_confirm_nor_does_who_is_no_editor_of_the_draft(desk):
    saved = desk.start()
    desk.submit(saved)
    begin(desk, saved, desk.xu)  # an editor too, though not of this draft
    finish(desk, saved, desk.xu)
    for actor, rule in ((desk.xu, "own_amendment"), (desk.su, "not_author"), (desk.gao, "role")):
        with pytest.raises(NotAllowed) as told:
            confirm(desk, saved, {1, 2, 3}, actor)
        assert told.value.rule == rule


def test_a_confirmed_amender_is_no_author_and_an_author_does_not_amend(desk):
    saved = amended(desk)
    confirm(desk, saved, {1, 2, 3})
    assert desk.article(saved).draft.editors == ("林晓",)
    own = desk.start(desk.xu)
    desk.submit(own, desk.xu)
    with pytest.raises(NotAllowed) as told:
        begin(desk, own, desk.xu)
    assert told.value.rule == "author"


def test_an_approval_binds_to_the_confirmed_text_alone(desk):
    saved = amended(desk)
    seen = desk.waiting(saved)
    confirm(desk, saved, {1, 2, 3})
    with pytest.raises(MovedOn):
        desk.approve(saved, desk.zhou, seen)


def test_a_confirmation_binds_to_the_amendment_on_the_screen(desk):
    saved = amended(desk)
    with pytest.raises(MovedOn):
        confirm(desk, saved, {1}, digest="0" * 64)


def test_an_approval_of_an_earlier_level_stands_for_its_own_revision(desk):
    saved = desk.start()
    desk.submit(saved)
    desk.approve(saved, desk.zhou)
    begin(desk, saved, desk.gao)
    finish(desk, saved, desk.gao)
    confirm(desk, saved, {3})
    assert desk.approve(saved, desk.gao) is Stage.APPROVED
    with desk.store.reading() as c:
        n = {row.id: row.n for row in history.revisions(c, saved.article_id)}
        assert [(d.level, n[d.revision_id], d.lapsed) for d in history.decisions(c, saved.article_id)] == [
            (1, 1, False),
            (2, 3, False),
        ]
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    assert verify(desk.store).faults == []


def test_what_is_typed_is_kept_as_it_is_typed_and_comes_back(desk):
    saved = desk.start()
    desk.submit(saved)
    begin(desk, saved)
    with desk.store.changing(desk.zhou) as unit:
        answer = amend.save(unit, saved.draft_id, AMENDED, 1)
    with desk.store.reading() as c:
        assert amendments.written_by(c, saved.draft_id, desk.zhou.person_id) == (AMENDED, answer.version)
        assert amendments.written_by(c, saved.draft_id, desk.xu.person_id) is None
        assert [row.kind for row in history.journal_rows(c, saved.draft_id)] == ["amending"]
    with pytest.raises(EditConflict), desk.store.changing(desk.zhou) as unit:
        amend.save(unit, saved.draft_id, TEXT, 1)
    assert desk.article(saved).draft.fields == TEXT


def test_what_is_given_up_or_overtaken_lies_in_the_journal(desk):
    ends = {
        "dropped": lambda unit, saved: amend.drop(unit, saved.draft_id),
        "recalled": lambda unit, saved: review.recall(unit, saved.draft_id),
    }
    for name, end in ends.items():
        saved = desk.start()
        desk.submit(saved)
        begin(desk, saved)
        with desk.store.changing(desk.zhou) as unit:
            amend.save(unit, saved.draft_id, replace(AMENDED, body=name), 1)
        with desk.store.changing(desk.zhou if name == "dropped" else desk.lin) as unit:
            end(unit, saved)
        with desk.store.reading() as c:
            newest = history.journal_rows(c, saved.draft_id)[0]
            assert (newest.by, history.journal_fields(c, newest.id).body) == ("周敏", name)
            assert amendments.writing(c, saved.draft_id) is None


def test_who_amends_holds_the_claim_and_another_waits(desk):
    saved = desk.start()
    desk.submit(saved)
    begin(desk, saved)
    with desk.store.reading() as c:
        assert leases.running(c, saved.draft_id).holder == "周敏"
    with pytest.raises(Leased):
        begin(desk, saved, desk.xu)


def test_a_person_retired_while_amending_bars_nobody_and_their_text_stays(desk):
    saved = desk.start()
    desk.submit(saved)
    begin(desk, saved)
    with desk.store.changing(desk.zhou) as unit:
        amend.save(unit, saved.draft_id, AMENDED, 1)
    with desk.store.changing(desk.admin) as unit:
        people.retire(unit, desk.zhou.person_id)
    with pytest.raises(NotAllowed) as told:
        finish(desk, saved, version=2)
    assert told.value.rule == "retired"
    begin(desk, saved, desk.xu)
    with desk.store.reading() as c:
        newest = history.journal_rows(c, saved.draft_id)[0]
        assert (newest.by, history.journal_fields(c, newest.id)) == ("周敏", AMENDED)


def test_a_recall_lets_an_amendment_lapse_and_keeps_it_as_a_revision(desk):
    saved = amended(desk)
    with desk.store.changing(desk.lin) as unit:
        review.recall(unit, saved.draft_id)
    with pytest.raises(WrongStage), desk.store.changing(desk.lin) as unit:
        amend.confirm(unit, saved.draft_id, "0" * 64, {1}, Words("", 0))
    desk.submit(saved)
    assert desk.approve(saved, desk.zhou) is Stage.REVIEW
    with desk.store.reading() as c:
        assert "amend" in {row.kind for row in history.revisions(c, saved.article_id)}
    assert verify(desk.store).faults == []


@pytest.mark.parametrize(
    ("fields", "edits"),
    [
        (AMENDED, EDITS[:2]),
        (AMENDED, (*EDITS, Edit(4, "source"), Edit(5, "source"))),
        (AMENDED, (EDITS[0], EDITS[2], EDITS[1])),
        (AMENDED, (EDITS[0], EDITS[1], Edit(3, BODY, 6, "9999", "9361"))),
        (AMENDED, (EDITS[0], EDITS[1], Edit(3, BODY, -6, "9316", "9361"))),
        (AMENDED, (EDITS[0], Edit(2, "nonsense"))),
        (AMENDED, ()),
    ],
)
def test_changes_that_do_not_lead_to_the_text_are_refused(desk, fields, edits):
    saved = desk.start()
    desk.submit(saved)
    begin(desk, saved)
    with pytest.raises(BadValue):
        finish(desk, saved, fields=fields, edits=edits)


def test_what_could_not_be_sent_in_cannot_be_amended_into_it(desk):
    saved = desk.start()
    desk.submit(saved)
    begin(desk, saved)
    with pytest.raises(BadValue) as told:
        finish(desk, saved, fields=TEXT, edits=())
    assert (told.value.field, told.value.reason) == ("amendment", "empty")
    bare, at = f"\n\n![](asset:{'a' * 64})", len(TEXT.body)
    pictured = replace(TEXT, body=TEXT.body + bare)
    with pytest.raises(Unwaived):
        finish(desk, saved, fields=pictured, edits=(Edit(1, BODY, at, "", bare),))
    with pytest.raises(Incomplete):
        finish(desk, saved, fields=replace(TEXT, source=""), edits=(Edit(1, "source"),))
    finish(desk, saved, fields=pictured, edits=(Edit(1, BODY, at, "", bare),), waived={"a" * 64: "装饰"})
    assert verify(desk.store).faults == []


def test_an_editor_finds_what_is_to_be_confirmed_and_the_reviewer_waits(desk):
    saved = amended(desk)
    with desk.store.reading() as c:
        assert list(queues.ids(c, Place(Queue.TO_CONFIRM), desk.lin)) == [saved.article_id]
        assert queues.sizes(c, desk.su)[Queue.TO_CONFIRM] == 0
        assert queues.sizes(c, desk.zhou)[Queue.TO_REVIEW] == 0
    confirm(desk, saved, {1, 2, 3})
    with desk.store.reading() as c:
        assert queues.sizes(c, desk.lin)[Queue.TO_CONFIRM] == 0
        assert queues.sizes(c, desk.zhou)[Queue.TO_REVIEW] == 1


def test_a_clock_set_back_a_day_changes_nothing_of_it(desk):
    saved = desk.start()
    desk.submit(saved)
    begin(desk, saved)
    with desk.store.changing(desk.zhou) as unit:
        unit.now = "2001-01-01T00:00:00Z"
        amend.finish(unit, saved.draft_id, AMENDED, Words("", 0), EDITS, 1)
    confirm(desk, saved, {1, 2, 3})
    desk.approve(saved, desk.zhou)
    faults = {fault.kind for fault in verify(desk.store).faults}
    assert faults == set()  # recorded in the entry itself: clock_behind


RAW = {
    "a decision past the confirmation": (
        "caibian: an amendment waits",
        "INSERT INTO decision (draft_id, revision_id, digest, round, level, verdict, person_id, opinion, exemption, at)"
        " SELECT d.id, r.id, r.digest, d.round, d.level, 'approve', {zhou}, '', '', '2999' "
        "FROM draft d JOIN revision r ON r.id = d.revision_id",
    ),
    "the amended text without confirmation": (
        "caibian: the revision under review does not change",
        "UPDATE draft SET revision_id = (SELECT revision_id FROM amendment)",
    ),
    "one's own confirmation": (
        "caibian: an editor of the draft",
        "INSERT INTO confirmation (amendment_id, answer, accepted, revision_id, reason, person_id, at) "
        "SELECT id, 'accept', '[1,2,3]', revision_id, '', {zhou}, '2999' FROM amendment",
    ),
    "a confirmation of another text": (
        "caibian: a confirmation says",
        "INSERT INTO confirmation (amendment_id, answer, accepted, revision_id, reason, person_id, at) "
        "SELECT id, 'accept', '[1,2,3]', base_revision_id, '', {lin}, '2999' FROM amendment",
    ),
    "a rejection without a reason": (
        "caibian: a confirmation says",
        "INSERT INTO confirmation (amendment_id, answer, accepted, revision_id, reason, person_id, at) "
        "SELECT id, 'reject', '[]', base_revision_id, ' ', {lin}, '2999' FROM amendment",
    ),
    "another's taking back": (
        "caibian: only the amender",
        "INSERT INTO confirmation (amendment_id, answer, accepted, revision_id, reason, person_id, at) "
        "SELECT id, 'taken_back', '[]', base_revision_id, '', {xu}, '2999' FROM amendment",
    ),
    "a second amendment": (
        "caibian: ",
        "INSERT INTO amendment (draft_id, round, level, base_revision_id, revision_id, edits, person_id, exemption, at)"
        " SELECT draft_id, round, level, base_revision_id, revision_id, '[]', person_id, '', '2999' FROM amendment",
    ),
    "an amendment by who does not review": (
        "caibian: ",
        "INSERT INTO amendment (draft_id, round, level, base_revision_id, revision_id, edits, person_id, exemption, at)"
        " SELECT draft_id, round, level, base_revision_id, revision_id, '[]', {he}, '', '2999' FROM amendment",
    ),
    "another amendment": ("caibian: amendment is frozen", "UPDATE amendment SET edits = '[]'"),
    "the text itself": ("caibian: a text in review", "UPDATE draft_text SET fields = '{{}}'"),
    "an earlier round": ("caibian: ", "UPDATE draft SET round = 0"),
}


@pytest.mark.parametrize("name", RAW)
def test_raw_sql_is_refused(desk, name):
    amended(desk)
    words, statement = RAW[name]
    ids = {who: getattr(desk, who).person_id for who in ("zhou", "lin", "xu", "he")}
    with pytest.raises(Exception, match=words), desk.store.engine.begin() as c:
        c.exec_driver_sql(statement.format(**ids))


def test_an_approval_without_confirmation_is_named_although_the_triggers_were_dropped(desk):
    saved = amended(desk)
    with desk.store.engine.begin() as c:
        drop_rules(c, "decision_confirmed", "draft_keeps_what_is_reviewed", "amendment_no_update")
        c.exec_driver_sql("UPDATE draft SET revision_id = (SELECT revision_id FROM amendment)")
        c.exec_driver_sql("UPDATE amendment SET round = 7")
    desk.approve(saved, desk.zhou)
    kinds = {fault.kind for fault in verify(desk.store).faults}
    assert {"trigger_missing", "decision_unconfirmed", "decision_on_other_text", "amendment_changed"} <= kinds


def test_a_confirmation_that_no_entry_speaks_of_is_named(desk):
    saved = amended(desk)
    with desk.store.engine.begin() as c:
        c.exec_driver_sql(
            "INSERT INTO confirmation (amendment_id, answer, accepted, revision_id, reason, person_id, at) "
            f"SELECT id, 'accept', '[1,2,3]', revision_id, '', {desk.lin.person_id}, '2999' FROM amendment"
        )
        c.exec_driver_sql("UPDATE draft SET revision_id = (SELECT revision_id FROM amendment)")
    desk.approve(saved, desk.zhou)
    kinds = {fault.kind for fault in verify(desk.store).faults}
    assert {"confirmation_unrecorded", "decision_unconfirmed", "decision_on_other_text"} <= kinds


def test_a_small_office_amends_by_its_exemption_but_another_confirms(desk):
    with desk.store.changing(desk.admin) as unit:
        channels.change_scheme(unit, 1, name="两审制", levels=2, exemption="人手不足")
        roles = frozenset({Role.EDITOR, Role.REVIEWER})
        people.change(unit, desk.lin.person_id, "林晓", roles, frozenset({1}), frozenset())
    both = Actor(desk.lin.person_id, "林晓", roles, frozenset({1}))
    saved = desk.save(desk.start(both), desk.su)
    desk.submit(saved, both)
    begin(desk, saved, both)
    finish(desk, saved, both)
    with pytest.raises(NotAllowed) as told:
        confirm(desk, saved, {1, 2, 3}, both)
    assert told.value.rule == "own_amendment"
    confirm(desk, saved, {1, 2, 3}, desk.su)
    assert desk.approve(saved, both) is Stage.REVIEW
    assert verify(desk.store).faults == []


def test_a_text_kept_by_its_reviewer_is_no_way_around_the_stages(desk):
    saved = amended(desk)
    with pytest.raises(WrongStage), desk.store.changing(desk.lin) as unit:
        write.keep(unit, saved.draft_id, "偷偷存")
