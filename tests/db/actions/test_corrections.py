"""更正: a lane that overtakes a waiting update; what it changed is merged into that, and said of it, to the record."""

from __future__ import annotations

import pytest

from db.actions import release, trash, write
from db.domain.article import Bases, Fields, Saved, Words
from db.domain.errors import BadValue, EditConflict, LiveMovedOn, NotAllowed, NotApproved
from db.domain.release import Account, WithdrawReason
from db.domain.workflow import Purpose, Stage
from db.store import articles, corrections, history, queues, search, trail
from db.store.history import JournalKind
from db.store.queues import Place, Queue
from db.store.verify import verify
from tests.db.tampering import tamper

TYPO = Account(WithdrawReason.TYPO, "人次写错", "首月接待读者应为9361人次。")


def words(fields: Fields) -> Words:
    return Words(fields.body, len(fields.body))


def lane(saved: Saved, draft_id: int) -> Saved:
    return Saved(saved.article_id, draft_id, 1, saved.number, "")


@pytest.fixture
def live(desk) -> Saved:
    saved = desk.approved()
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, saved.draft_id)
    return saved


@pytest.fixture
def update(desk, live: Saved) -> Saved:
    with desk.store.changing(desk.su) as unit:
        made = lane(live, write.open_update(unit, live.article_id))
    return desk.save(made, desk.su, title="图书馆延时开放成效", body="首月接待读者9316人次。\n\n新增座位四十个。")


@pytest.fixture
def correction(desk, update: Saved) -> Saved:
    with desk.store.changing(desk.lin) as unit:
        made = lane(update, write.open_correction(unit, update.article_id))
    return desk.save(made, desk.lin, body="首月接待读者9361人次。")


def pass_review(desk, saved: Saved, actor) -> None:
    desk.submit(saved, actor)
    desk.approve(saved, desk.zhou)
    desk.approve(saved, desk.gao)


def publish_correction(desk, saved: Saved, account: Account = TYPO) -> int:
    pass_review(desk, saved, desk.lin)
    with desk.store.changing(desk.he) as unit:
        return release.publish(unit, saved.draft_id, account)


def bases(desk, saved: Saved) -> Bases:
    with desk.store.reading() as c:
        return Bases(articles.get_draft(c, saved.draft_id).base_revision_id, articles.released(c, saved.article_id))


def merge(desk, saved: Saved, actor, seen: Bases | None = None, **changes: object):
    fields = Fields(channel_id=1, title="图书馆延时开放成效", source="清河镇", body="合成的正文。")
    with desk.store.changing(actor) as unit:
        return write.merge(unit, saved.draft_id, fields, words(fields), saved.version, seen or bases(desk, saved))


def test_one_main_lane_and_one_correction_are_open_at_once(desk, correction: Saved, update: Saved) -> None:
    found = desk.article(update)
    assert [(one.draft_id, one.purpose) for one in found.lanes] == [
        (update.draft_id, Purpose.UPDATE), (correction.draft_id, Purpose.CORRECTION),
    ]  # fmt: skip
    for again, field in ((write.open_update, "draft"), (write.open_correction, "correction")):
        with pytest.raises(BadValue) as told, desk.store.changing(desk.xu) as unit:
            again(unit, update.article_id)
        assert (told.value.field, told.value.reason) == (field, "taken")


def test_only_an_editor_begins_a_correction_and_only_of_what_is_live(desk, live: Saved) -> None:
    for actor in (desk.chen, desk.he, desk.zhou):
        with pytest.raises(NotAllowed), desk.store.changing(actor) as unit:
            write.open_correction(unit, live.article_id)


def test_lists_and_search_know_an_article_by_its_main_lane_and_tell_of_both(desk, correction: Saved) -> None:
    desk.submit(correction, desk.lin)
    with desk.store.reading() as c:
        row = articles.rows(c, [correction.article_id])[correction.article_id]
        hits = [hit.article_id for hit in search.find(c, "新增座位")]
        waiting = list(queues.ids(c, Place(Queue.TO_REVIEW), desk.zhou))
        mine = list(queues.ids(c, Place(Queue.SUBMITTED), desk.lin))
        not_mine = list(queues.ids(c, Place(Queue.SUBMITTED), desk.su))
    assert (row.title, row.stage) == ("图书馆延时开放成效", Stage.EDITING)
    assert (row.correction.stage, row.correction.level, row.correction_levels) == (Stage.REVIEW, 1, 2)
    assert waiting == mine == [correction.article_id]
    assert not_mine == []
    assert hits == [correction.article_id]


def test_both_lanes_that_wait_are_one_line_of_a_queue(desk, correction: Saved, update: Saved) -> None:
    desk.submit(correction, desk.lin)
    desk.submit(update, desk.su)
    with desk.store.reading() as c:
        assert list(queues.ids(c, Place(Queue.TO_REVIEW), desk.zhou)) == [update.article_id]
        assert queues.size(c, Place(Queue.TO_REVIEW), desk.zhou) == 1


def test_who_opens_the_article_comes_to_the_lane_that_waits_for_them(desk, correction: Saved, update: Saved) -> None:
    assert desk.article(update, desk.su).draft.id == update.draft_id
    assert desk.article(update, desk.lin).draft.id == correction.draft_id
    desk.submit(correction, desk.lin)
    assert desk.article(update, desk.zhou).draft.id == correction.draft_id
    with desk.store.reading() as c:
        assert articles.get(c, update.article_id, desk.zhou, lane=update.draft_id).draft.id == update.draft_id


def test_a_revision_of_the_correction_has_its_own_count(desk, correction: Saved) -> None:
    desk.submit(correction, desk.lin)
    with desk.store.reading() as c:
        assert history.revisions(c, correction.article_id)[0].count == len("首月接待读者9361人次。")


def test_a_correction_overtakes_the_update_which_is_merged_before_it_goes_out(desk, correction, update) -> None:
    pass_review(desk, update, desk.su)
    publish_correction(desk, correction)
    with pytest.raises(NotAllowed) as told, desk.store.changing(desk.he) as unit:
        release.publish(unit, update.draft_id)
    assert told.value.rule == "behind"
    with desk.store.reading() as c:
        before = articles.get_draft(c, update.draft_id)
    merged = merge(desk, update, desk.su)
    assert [(d.level, d.by) for d in merged.lapsed] == [(1, "周敏"), (2, "高远")]
    found = desk.article(update, desk.su)
    assert (found.draft.stage, found.draft.fields.body) == (Stage.EDITING, "合成的正文。")
    assert found.draft.base_revision_id == found.live_revision_id
    with desk.store.reading() as c:
        kept = [row for row in history.journal_rows(c, update.draft_id) if row.kind is JournalKind.BEFORE_MERGE]
        assert history.journal_fields(c, kept[0].id) == before.fields
        assert all(d.lapsed for d in history.decisions(c, update.article_id) if d.draft_id == update.draft_id)
    pass_review(desk, merged.saved, desk.su)
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, update.draft_id)
    assert desk.article(update).live_revision_id != found.live_revision_id
    assert verify(desk.store).faults == []


def test_a_scheduled_update_that_was_overtaken_is_not_fired(desk, correction: Saved, update: Saved) -> None:
    pass_review(desk, update, desk.su)
    with desk.store.changing(desk.he) as unit:
        release.schedule(unit, update.draft_id, "2099-01-01T00:00:00.000Z")
    publish_correction(desk, correction)
    told: list[str] = []
    with desk.store.changing(desk.he) as unit:
        unit.now = "2099-01-02T00:00:00.000Z"
        assert release.fire_due(unit, lambda _id, why: told.append(why.rule)) == []
    assert told == ["behind"]
    assert desk.article(update).draft.stage is Stage.APPROVED


def test_a_merge_of_other_texts_is_refused(desk, correction: Saved, update: Saved) -> None:
    with pytest.raises(NotAllowed) as early:
        merge(desk, update, desk.su)
    assert early.value.rule == "not_behind"
    stale = bases(desk, update)
    publish_correction(desk, correction)
    with pytest.raises(LiveMovedOn):
        merge(desk, update, desk.su, stale)
    with pytest.raises(EditConflict):
        merge(desk, Saved(update.article_id, update.draft_id, update.version - 1, "", ""), desk.su)
    with pytest.raises(NotAllowed):
        merge(desk, update, desk.he)


def test_who_merged_wrote_the_lane_and_may_not_decide_on_it(desk, correction: Saved, update: Saved) -> None:
    publish_correction(desk, correction)
    merged = merge(desk, update, desk.xu)
    desk.submit(merged.saved, desk.su)
    with pytest.raises(NotAllowed) as told:
        desk.approve(merged.saved, desk.xu)
    assert told.value.rule == "author"


def test_a_correction_left_alone_is_what_the_list_tells_of(desk, live: Saved) -> None:
    with desk.store.changing(desk.lin) as unit:
        made = lane(live, write.open_correction(unit, live.article_id))
    desk.save(made, desk.lin, title="更正后的标题")
    with desk.store.reading() as c:
        row = articles.rows(c, [live.article_id])[live.article_id]
    assert (row.title, row.stage, row.correction.purpose) == ("更正后的标题", Stage.EDITING, Purpose.CORRECTION)
    with desk.store.changing(desk.lin) as unit:
        trash.abandon(unit, made.draft_id)
        again = write.open_correction(unit, live.article_id)
    assert [one.draft_id for one in desk.article(live).lanes] == [again]
    with pytest.raises(BadValue) as told, desk.store.changing(desk.lin) as unit:
        trash.restore(unit, made.draft_id)
    assert (told.value.field, told.value.reason) == ("correction", "taken")


def test_a_correction_says_what_it_corrects_and_goes_out_at_once(desk, correction: Saved, update: Saved) -> None:
    pass_review(desk, correction, desk.lin)
    for wrong in (None, Account(WithdrawReason.TYPO, "  ")):
        with pytest.raises(BadValue), desk.store.changing(desk.he) as unit:
            release.publish(unit, correction.draft_id, wrong)
    with pytest.raises(NotAllowed) as told, desk.store.changing(desk.he) as unit:
        release.schedule(unit, correction.draft_id, "2099-01-01T00:00:00.000Z")
    assert told.value.rule == "correction"
    pass_review(desk, update, desk.su)
    with pytest.raises(BadValue), desk.store.changing(desk.he) as unit:
        release.publish(unit, update.draft_id, TYPO)
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, correction.draft_id, TYPO)
    with desk.store.reading() as c:
        last = history.releases(c, correction.article_id)[-1]
        facts = history.timeline(c, correction.article_id)[-1].facts
    assert (last.reason_kind, last.reason, last.note) == ("typo", TYPO.reason, TYPO.note)
    assert (facts["reason_kind"], facts["note"]) == ("typo", TYPO.note)


def test_a_lane_of_what_was_withdrawn_waits_for_its_return(desk, correction: Saved) -> None:
    pass_review(desk, correction, desk.lin)
    with desk.store.changing(desk.he) as unit:
        release.withdraw(unit, correction.article_id, WithdrawReason.FACT, "另行核实", "内容有误，正在核实。")
    with pytest.raises(NotApproved) as told, desk.store.changing(desk.he) as unit:
        release.publish(unit, correction.draft_id, TYPO)
    assert told.value.rule == "withdrawn"
    with desk.store.changing(desk.he) as unit:
        release.reinstate(unit, correction.article_id)
        release.publish(unit, correction.draft_id, TYPO)
    assert verify(desk.store).faults == []


def past_the_triggers(desk, *statements: str) -> list[str]:
    """Change the file as somebody would who drops its rules first; return the kinds of fault that verify names."""
    for statement in statements:
        tamper(desk.store, statement)
    return [fault.kind for fault in verify(desk.store).faults]


def test_a_base_that_was_moved_past_the_program_is_a_fault(desk, correction: Saved, update: Saved) -> None:
    publish_correction(desk, correction)
    live = desk.article(update).live_revision_id
    move = f"UPDATE draft SET base_revision_id = {live} WHERE id = {update.draft_id}"
    assert past_the_triggers(desk, move) == ["lane_changed"]
    pass_review(desk, update, desk.su)
    with desk.store.changing(desk.he) as unit:
        release.publish(unit, update.draft_id)
    assert "release_on_other_base" in [fault.kind for fault in verify(desk.store).faults]


def test_a_note_to_readers_that_was_changed_or_slipped_in_is_a_fault(desk, correction: Saved, live: Saved) -> None:
    made = publish_correction(desk, correction)
    assert past_the_triggers(desk, "UPDATE reader_note SET words = '别的'") == ["reader_note_changed"]
    assert past_the_triggers(desk, "DELETE FROM reader_note") == ["reader_note_changed"]
    slip = f"INSERT INTO reader_note VALUES ({made}, '{TYPO.note}')"
    assert past_the_triggers(desk, slip) == []
    assert past_the_triggers(desk, "INSERT INTO reader_note VALUES (1, '多出来的')") == ["reader_note_changed"]


def test_the_trail_tells_each_step_of_a_lane(desk, correction: Saved, update: Saved) -> None:
    publish_correction(desk, correction)
    merge(desk, update, desk.su)
    with desk.store.reading() as c:
        verbs = [entry.verb for entry in trail.entries(c, update.article_id)]
    assert [verb for verb in verbs if verb in ("update", "correct", "merge")] == ["update", "correct", "merge"]


def test_the_ledger_tells_what_was_corrected_and_taken_back_and_what_stood_there(desk, correction: Saved) -> None:
    publish_correction(desk, correction)
    with desk.store.changing(desk.he) as unit:
        release.withdraw(unit, correction.article_id, WithdrawReason.SOURCE, "来源要求撤下")
    with desk.store.reading() as c:
        taken_back, corrected = corrections.between(c)
        assert corrections.between(c, kind="source") == [taken_back]
        assert corrections.between(c, until="2000-01-01T00:00:00Z") == []
    assert (corrected.reason_kind, corrected.reason, corrected.note) == (TYPO.kind, TYPO.reason, TYPO.note)
    assert corrected.after is not None and corrected.before[1] != corrected.after[1]
    assert (taken_back.before, taken_back.after) == (corrected.after, None)
    assert taken_back.by == "何川"


def test_the_ledger_keeps_the_title_that_was_published(desk, correction: Saved, update: Saved) -> None:
    publish_correction(desk, correction)
    fields = Fields(channel_id=1, title="没有审过的题", source="清河镇", body="没有审过的正文。")
    with desk.store.changing(desk.su) as unit:
        write.save(unit, update.draft_id, fields, words(fields), update.version)
    with desk.store.reading() as c:
        [corrected] = corrections.between(c)
        released = history.get_revision(c, articles.released(c, correction.article_id))
    assert corrected.title == released.fields.title != fields.title
