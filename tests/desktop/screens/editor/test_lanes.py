"""Two lanes at the window: a correction beside a waiting update, the switch, and the merge of what went live."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from db.actions import release, review, write
from db.domain.article import Fields, Words
from db.domain.release import Account, WithdrawReason
from db.domain.workflow import Purpose, Stage, Step
from db.store import articles, history, people
from desktop.intake import signing
from desktop.kit.account_dialog import AccountDialog
from desktop.kit.confirm import ConfirmDialog
from desktop.screens.editor.merge_dialog import MergeDialog
from desktop.screens.library import batch
from desktop.text.words import rendered
from tests.desktop.screens.editor.conftest import rewrite

LIVE = "首月接待读者9316人次。\n\n周末开放。\n\n地址不变。\n"
UPDATED = "首月接待读者9320人次。\n\n周末开放。\n\n地址不变。\n\n新增座位四十个。\n"
CORRECTED = "首月接待读者9361人次。\n\n周末和节假日开放。\n\n地址不变。\n"


class Life:
    """What others do to the article in the meantime."""

    def __init__(self, desk) -> None:
        self.desk = desk
        fields = Fields(channel_id=desk.channel_id, title="图书馆延时开放", source="清河镇", body=LIVE)
        with desk.store.changing(self.who("林晓")) as unit:
            saved = write.start(unit, fields, Words(LIVE, 9))
        self.article_id = saved.article_id
        self.approve(saved.draft_id, "林晓")
        with desk.store.changing(self.who("孙宁")) as unit:
            release.publish(unit, saved.draft_id)

    def who(self, name: str):
        with self.desk.store.reading() as c:
            return people.actor(c, self.desk.people[name])

    def draft(self, draft_id: int):
        with self.desk.store.reading() as c:
            return articles.get_draft(c, draft_id)

    def write(self, draft_id: int, name: str, body: str) -> None:
        draft = self.draft(draft_id)
        with self.desk.store.changing(self.who(name)) as unit:
            write.save(unit, draft_id, replace(draft.fields, body=body), Words(body, 9), draft.version)

    def approve(self, draft_id: int, name: str) -> None:
        with self.desk.store.changing(self.who(name)) as unit:
            review.submit(unit, draft_id, self.draft(draft_id).version)
        for reviewer in ("周敏", "吴越"):
            with self.desk.store.changing(self.who(reviewer)) as unit:
                shown = articles.get_draft(unit.connection, draft_id).submitted_revision_id
                seen = history.get_revision(unit.connection, shown)
                review.approve(unit, draft_id, seen.digest, "", rendered(seen.digest, seen.fields.body))

    def update(self, body: str = UPDATED) -> int:
        with self.desk.store.changing(self.who("林晓")) as unit:
            draft_id = write.open_update(unit, self.article_id)
        self.write(draft_id, "林晓", body)
        return draft_id

    def correction(self, body: str = CORRECTED, *, out: bool = True) -> int:
        with self.desk.store.changing(self.who("陈立")) as unit:
            draft_id = write.open_correction(unit, self.article_id)
        self.write(draft_id, "陈立", body)
        if out:
            self.approve(draft_id, "陈立")
            with self.desk.store.changing(self.who("孙宁")) as unit:
                release.publish(unit, draft_id, Account(WithdrawReason.FACT, "人次写错"))
        return draft_id


@pytest.fixture
def life(desk) -> Life:
    return Life(desk)


def shows(desk, qtbot, draft_id: int) -> None:
    qtbot.waitUntil(lambda: desk.screen._opened is not None and desk.screen._opened.lane == draft_id)


def opened(desk, qtbot, life: Life, draft_id: int) -> None:
    desk.screen.open(life.article_id)
    shows(desk, qtbot, draft_id)


def switch(desk) -> list[QPushButton]:
    return [button for button in desk.screen._lanes.switch.findChildren(QPushButton) if not button.isHidden()]


def may(desk, command: str) -> bool:
    return bool(desk.commands.command(command).enabled())


def answer(qtbot, kind, act) -> None:
    """Answer the next dialog of a kind once it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def test_a_correction_is_begun_beside_a_waiting_update_and_one_turns_between_them(desk, life, qtbot):
    update = life.update()
    opened(desk, qtbot, life, update)
    assert desk.screen._lanes.switch.isHidden()
    assert may(desk, "article.correct") and not may(desk, "article.lane")
    desk.commands.run("article.correct")
    qtbot.waitUntil(lambda: desk.screen._opened is not None and desk.screen._opened.lane not in (0, update))
    correction = desk.screen._opened.lane
    assert desk.screen._opened.article.draft.purpose is Purpose.CORRECTION
    qtbot.waitUntil(lambda: [button.text() for button in switch(desk)] == ["改稿 · 草稿", "更正 · 草稿"])
    assert desk.screen._sheet.value().body == LIVE
    assert not may(desk, "article.correct")
    qtbot.waitUntil(lambda: desk.screen._lock.lease.draft_id == correction)
    rewrite(desk.screen, CORRECTED)
    desk.commands.run("article.lane")  # what was written is saved first
    shows(desk, qtbot, update)
    assert desk.screen._sheet.value().body == UPDATED
    assert life.draft(correction).fields.body == CORRECTED
    switch(desk)[1].click()
    shows(desk, qtbot, correction)
    assert desk.screen._sheet.value().body == CORRECTED


def test_the_lane_on_the_screen_stays_when_something_happens_to_the_other(desk, life, qtbot):
    update = life.update()
    opened(desk, qtbot, life, update)
    correction = life.correction(out=False)
    desk.screen._read()
    qtbot.waitUntil(lambda: len(desk.screen._opened.lanes) == 2)
    life.approve(correction, "陈立")
    desk.screen._read()
    qtbot.waitUntil(lambda: any(lane.stage is Stage.APPROVED for lane in desk.screen._opened.lanes))
    assert desk.screen._opened.lane == update
    qtbot.waitUntil(lambda: [button.text() for button in switch(desk)] == ["改稿 · 草稿", "更正 · 已通过"])


def test_a_published_correction_is_merged_into_the_update_and_the_conflict_is_asked(desk, life, qtbot):
    update = life.update()
    life.approve(update, "林晓")
    life.correction()
    opened(desk, qtbot, life, update)
    assert "更正" in desk.screen._notice._words.text() and not desk.screen._notice._button.isHidden()
    questions = []

    def pick(dialog):
        questions.extend(group.buttons()[1].text() for group in dialog._groups)
        for group in dialog._groups:
            group.buttons()[1].click()
        dialog.accept_button.click()

    def agree(dialog):
        assert "周敏（初审）" in dialog.accessibleDescription()
        dialog.accept()
        answer(qtbot, MergeDialog, pick)

    answer(qtbot, ConfirmDialog, agree)
    desk.screen._notice._button.click()
    qtbot.waitUntil(lambda: desk.screen._opened.stage is Stage.EDITING, timeout=8000)
    assert questions == ["用线上的"]
    merged = "首月接待读者9361人次。\n\n周末和节假日开放。\n\n地址不变。\n\n新增座位四十个。\n"
    assert desk.screen._sheet.value().body == merged
    assert desk.screen._notice.isHidden()
    said = desk.messages.findChildren(type(desk.screen._notice._words))
    assert any("吴越（终审）" in label.text() for label in said)
    assert not may(desk, "article.merge")


def test_a_merge_that_was_thought_better_of_changes_nothing(desk, life, qtbot):
    update = life.update()
    life.correction()
    opened(desk, qtbot, life, update)
    seen = []

    def think_better(dialog):
        seen.append(dialog.accept_button.isEnabled())
        dialog.reject()

    answer(qtbot, MergeDialog, think_better)
    assert desk.commands.run("article.merge")
    qtbot.waitUntil(lambda: seen == [False])
    desk.tasks.drain()
    assert life.draft(update).fields.body == UPDATED
    assert desk.screen._opened.article.standing.behind


def test_a_correction_is_signed_with_its_kind_and_its_reason(desk, life, qtbot):
    correction = life.correction(out=False)
    life.approve(correction, "陈立")
    desk.sign_in("孙宁")
    opened(desk, qtbot, life, correction)
    assert not may(desk, "article.schedule")

    def fill(dialog):
        dialog.accept()
        assert dialog.kind.problem() and dialog.reason.problem()
        dialog.kind.set_value(WithdrawReason.FACT)
        dialog.reason.set_value("人次写错")
        dialog.note.set_value("首月接待读者应为9361人次。")
        dialog.accept()

    answer(qtbot, AccountDialog, fill)
    desk.commands.run("article.publish")
    qtbot.waitUntil(lambda: desk.screen._opened.lane == 0, timeout=8000)
    with desk.store.reading() as c:
        last = history.releases(c, life.article_id)[-1]
    assert (last.reason_kind, last.note) == ("fact", "首月接待读者应为9361人次。")


def test_what_was_rescued_of_a_correction_is_not_offered_for_the_update(desk, life, qtbot):
    update, correction = life.update(), life.correction(out=False)
    desk.sign_in("陈立")
    opened(desk, qtbot, life, correction)
    rewrite(desk.screen, CORRECTED + "\n没有存上的一段。\n")
    assert desk.screen.keep_text()
    kept = desk.recovery.find(desk.screen._saver.target.key, desk.people["陈立"])
    assert kept is not None and "没有存上的一段" in kept.fields.body
    assert desk.recovery.find(desk.screen._opened.article.uid, desk.people["陈立"]) is None
    assert life.draft(update).fields.body == UPDATED


def test_a_correction_is_not_signed_among_several_for_it_says_what_it_corrects(desk, life):
    correction = life.correction(out=False)
    life.approve(correction, "陈立")
    with desk.store.changing(life.who("孙宁")) as unit:
        assert batch.take(Step.PUBLISH, [life.article_id], signing.NOTHING, unit).left == 1
    update = life.update()
    life.approve(update, "林晓")
    with desk.store.changing(life.who("孙宁")) as unit:
        assert batch.take(Step.PUBLISH, [life.article_id], signing.NOTHING, unit).article_ids == (life.article_id,)
    assert life.draft(update).stage is Stage.PUBLISHED
    assert life.draft(correction).stage is Stage.APPROVED
