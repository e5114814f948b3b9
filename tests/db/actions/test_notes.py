"""A note is said once and for good; who may settle it is one table, and a scheme may let nobody approve over it."""

import pytest
from sqlalchemy import insert

from db.actions import channels, notes, review
from db.domain.errors import BadValue, DeskError, MovedOn, NotAllowed, NotFound, OpenNotes, WrongStage
from db.domain.note import BODY, PICTURE, Note, NoteStep, Spot, mentioned
from db.domain.release import Rendered
from db.schema.articles import decision
from db.store import notes as reading
from db.store import trail
from db.store.verify import verify
from tests.db.tampering import drop_rules

HERE = Spot(BODY, quote="9316人次", prefix="首月接待读者", suffix="。", place=6)


def note(desk, saved, actor, text="请核对", spot=HERE, digest="") -> int:
    with desk.store.changing(actor) as unit:
        return notes.annotate(unit, saved.draft_id, spot, text, digest)


def remark(desk, actor, step, note_id, text="") -> None:
    with desk.store.changing(actor) as unit:
        {"reply": notes.reply, "resolve": notes.resolve, "reopen": notes.reopen}[step](unit, note_id, text)


def of(desk, saved) -> list[Note]:
    with desk.store.reading() as c:
        return reading.of_draft(c, saved.draft_id)


def approve(desk, saved, actor) -> None:
    seen = desk.waiting(saved)
    with desk.store.changing(actor) as unit:
        review.approve(unit, saved.draft_id, seen, "", Rendered(seen, "1", "<p>正文</p>", "正文"))


def block(desk) -> None:
    with desk.store.changing(desk.admin) as unit:
        channels.change_scheme(unit, 1, name="两审制", levels=2, notes_block=True)


def test_a_thread_is_kept_with_who_said_what_when(desk):
    saved = desk.start()
    digest = desk.submit(saved)
    made = note(desk, saved, desk.zhou, "这个数 @林晓 请核对", digest=digest)
    remark(desk, desk.lin, "reply", made, "已核对 @周敏")
    remark(desk, desk.zhou, "resolve", made)
    [kept] = of(desk, saved)
    assert (kept.spot, kept.by, kept.mentions, kept.open) == (HERE, "周敏", (desk.lin.person_id,), False)
    assert kept.revision_id is not None
    assert [(one.step, one.by) for one in kept.remarks] == [("reply", "林晓"), ("resolve", "周敏")]
    assert kept.remarks[0].mentions == (desk.zhou.person_id,)
    remark(desk, desk.zhou, "reopen", made, "还有一处")
    assert of(desk, saved)[0].open
    with desk.store.reading() as c:
        verbs = [entry.verb for entry in trail.entries(c, saved.article_id)]
    assert verbs[-4:] == ["annotate", "note_reply", "note_resolve", "note_reopen"]
    assert verify(desk.store).faults == []


def test_what_is_resolved_already_is_not_resolved_again(desk):
    saved = desk.start()
    made = note(desk, saved, desk.lin)
    for step in ("reopen", "resolve", "resolve"):
        remark(desk, desk.lin, step, made)
    assert [one.step for one in of(desk, saved)[0].remarks] == [NoteStep.RESOLVE]


def test_on_the_working_text_its_writers_make_notes(desk):
    saved = desk.start()
    assert note(desk, saved, desk.su)
    assert of(desk, saved)[0].revision_id is None
    for stranger in (desk.zhou, desk.he):
        with pytest.raises(NotAllowed):
            note(desk, saved, stranger)


def test_in_review_the_reviewer_of_the_level_and_the_authors_do(desk):
    saved = desk.start()
    digest = desk.submit(saved)
    mine = note(desk, saved, desk.lin, digest=digest)
    theirs = note(desk, saved, desk.zhou, digest=digest)
    for stranger in (desk.su, desk.gao, desk.he):
        with pytest.raises(NotAllowed):
            note(desk, saved, stranger, digest=digest)
    with pytest.raises(NotAllowed):
        remark(desk, desk.lin, "resolve", theirs)
    remark(desk, desk.lin, "resolve", mine)
    remark(desk, desk.su, "reply", theirs, "我来核对")
    remark(desk, desk.zhou, "resolve", theirs)


def test_after_a_return_who_writes_settles_it(desk):
    saved = desk.start()
    digest = desk.submit(saved)
    made = note(desk, saved, desk.zhou, digest=digest)
    with desk.store.changing(desk.zhou) as unit:
        review.send_back(unit, saved.draft_id, digest, "见批注")
    remark(desk, desk.lin, "resolve", made, "已改")
    with pytest.raises(NotAllowed):
        remark(desk, desk.gao, "reopen", made)


def test_a_note_is_bound_to_the_text_that_was_read(desk):
    saved = desk.start()
    digest = desk.submit(saved)
    with pytest.raises(MovedOn):
        note(desk, saved, desk.zhou, digest="0" * 64)
    note(desk, saved, desk.zhou, digest=digest)


@pytest.mark.parametrize(
    "spot",
    [
        Spot("nowhere"), Spot(PICTURE, "x"), Spot(BODY), Spot(BODY, quote="长" * 1001),
        Spot(BODY, quote="\ud83d"), Spot(BODY, quote="句", prefix="长" * 65), Spot("title", "a" * 64),
    ],
)  # fmt: skip
def test_a_place_that_cannot_be_kept_is_refused(desk, spot):
    with pytest.raises(BadValue):
        note(desk, desk.start(), desk.lin, spot=spot)


def test_words_are_asked_for_and_bounded(desk):
    saved = desk.start()
    for text in ("", " \n", "长" * 2001):
        with pytest.raises(BadValue):
            note(desk, saved, desk.lin, text)
    made = note(desk, saved, desk.lin, spot=Spot())
    with pytest.raises(BadValue):
        remark(desk, desk.lin, "reply", made, " ")
    with pytest.raises(NotFound):
        remark(desk, desk.lin, "reply", made + 1, "在哪里")


def test_nothing_more_is_said_of_what_lies_in_the_bin_or_is_out(desk):
    from db.actions import trash

    saved = desk.start()
    made = note(desk, saved, desk.lin)
    with desk.store.changing(desk.lin) as unit:
        trash.abandon(unit, saved.draft_id)
    for act in (lambda: note(desk, saved, desk.lin), lambda: remark(desk, desk.lin, "reply", made, "再说")):
        with pytest.raises(WrongStage):
            act()


def test_a_scheme_only_warns_unless_it_says_otherwise(desk):
    saved = desk.start()
    digest = desk.submit(saved)
    note(desk, saved, desk.zhou, digest=digest)
    approve(desk, saved, desk.zhou)
    assert verify(desk.store).faults == []


def test_where_it_says_so_nobody_approves_over_an_open_note(desk):
    block(desk)
    saved = desk.start()
    digest = desk.submit(saved)
    made = note(desk, saved, desk.zhou, digest=digest)
    with pytest.raises(OpenNotes) as refused:
        approve(desk, saved, desk.zhou)
    assert refused.value.count == 1
    remark(desk, desk.zhou, "resolve", made)
    approve(desk, saved, desk.zhou)
    assert verify(desk.store).faults == []


def test_nor_does_another_program(desk):
    block(desk)
    saved = desk.start()
    digest = desk.submit(saved)
    note(desk, saved, desk.zhou, digest=digest)
    draft = desk.article(saved).draft
    values = {
        "draft_id": saved.draft_id, "revision_id": draft.submitted_revision_id, "digest": digest, "round": 1,
        "level": 1, "verdict": "approve", "person_id": desk.zhou.person_id, "opinion": "", "exemption": "",
        "at": "2026-11-25T00:00:00Z",
    }  # fmt: skip
    with pytest.raises(Exception, match="notes wait"), desk.store.engine.begin() as c:
        c.execute(insert(decision).values(**values))
    with desk.store.engine.begin() as c:  # with the rule taken away, verify tells
        drop_rules(c, "decision_open_notes")
    with desk.store.changing(desk.zhou) as unit:
        review._decide(unit, unit.connection.execute(_row(saved)).mappings().one(), 1, "approve", "", "")
    assert "decision_over_notes" in {fault.kind for fault in verify(desk.store).faults}


def _row(saved):
    from sqlalchemy import select

    from db.schema.articles import draft

    return select(draft).where(draft.c.id == saved.draft_id)


@pytest.mark.parametrize("table", ["annotation", "remark"])
@pytest.mark.parametrize(
    "change", ["UPDATE {t} SET text = '别的'", "DELETE FROM {t}", "INSERT INTO {t} SELECT * FROM {t}"]
)
def test_what_was_said_is_frozen_below_the_program(desk, table, change):
    saved = desk.start()
    remark(desk, desk.lin, "reply", note(desk, saved, desk.lin), "答")
    with pytest.raises(Exception, match="frozen"), desk.store.engine.begin() as c:
        c.exec_driver_sql(change.format(t=table))


def test_verify_finds_what_was_forged_or_taken_away(desk):
    saved = desk.start()
    made = note(desk, saved, desk.lin)
    remark(desk, desk.lin, "reply", made, "答")
    with desk.store.engine.begin() as c:
        drop_rules(c, "annotation_no_update", "remark_no_delete")
        c.exec_driver_sql("UPDATE annotation SET text = '没有问题'")
        c.exec_driver_sql("DELETE FROM remark")
        c.exec_driver_sql(
            "INSERT INTO remark (annotation_id, step, text, mentions, person_id, at) "
            f"SELECT id, 'resolve', '', '[]', person_id, at FROM annotation WHERE id = {made}"
        )
    kinds = {fault.kind for fault in verify(desk.store).faults}
    assert {"note_changed", "remark_changed"} <= kinds or {"note_changed", "remark_missing"} <= kinds


def test_open_notes_of_a_lane_that_is_out_are_shown_in_the_next(desk):
    from db.actions import release, write

    saved = desk.start()
    digest = desk.submit(saved)
    kept, settled = (note(desk, saved, desk.zhou, text, digest=digest) for text in ("留着", "办了"))
    remark(desk, desk.zhou, "resolve", settled)
    desk.approve(saved, desk.zhou)
    desk.approve(saved, desk.gao)
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    with desk.store.changing(desk.lin) as unit:
        lane = write.open_update(unit, saved.article_id)
    with desk.store.reading() as c:
        assert [one.id for one in reading.of_draft(c, lane)] == [kept]
        assert reading.open_count(c, lane) == 0


@pytest.mark.parametrize(
    ("text", "called"),
    [("@林晓 看", (1,)), ("@林晓明看", (2,)), ("林晓", ()), ("@@林晓，@周敏@林晓", (1, 3)), ("a@b.cn", ()), ("@", ())],
)
def test_who_is_called_by_name(text, called):
    assert mentioned(text, [(1, "林晓"), (2, "林晓明"), (3, "周敏")]) == called


def test_refusals_are_kinds_that_the_window_can_say():
    assert issubclass(OpenNotes, DeskError)
