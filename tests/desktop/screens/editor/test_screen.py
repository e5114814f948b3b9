"""A text is written, saved without being asked, reviewed and published on the article screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QInputMethodEvent

from db.actions import people as people_actions
from db.actions import write
from db.domain.article import Words
from db.domain.errors import StoreUnavailable
from db.domain.workflow import Publication, Stage
from db.store import articles, history, leases, people
from desktop.screens.editor.saving import State

from .conftest import rewrite


def opened(qtbot, desk, article_id):
    """Open an article and wait until it stands on the screen."""
    desk.screen.open(article_id)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)


def saved(qtbot, desk):
    qtbot.waitUntil(lambda: desk.screen._saver.clean and desk.screen._opened.article is not None)


def stage(desk):
    with desk.store.reading() as connection:
        return articles.get(connection, desk.screen._wanted).draft.stage


def run(qtbot, desk, command_id, until):
    """Carry a command out and wait until the screen shows the stage."""
    assert desk.commands.run(command_id), f"{command_id} is not allowed"
    qtbot.waitUntil(lambda: desk.screen._opened is not None and desk.screen._opened.stage is until, timeout=8000)


@pytest.fixture
def written(qtbot, desk, fill):
    """A draft with everything that is required, saved."""
    opened(qtbot, desk, None)
    fill()
    desk.screen._saver.touch()
    desk.screen._saver.save()
    saved(qtbot, desk)
    return desk.screen._wanted


def as_person(qtbot, desk, name, article_id):
    desk.screen.close_article()
    desk.sign_in(name)
    opened(qtbot, desk, article_id)


def test_a_new_text_gets_its_number_a_moment_after_the_first_key(qtbot, desk):
    opened(qtbot, desk, None)
    with qtbot.waitSignal(desk.screen.opened, timeout=5000):
        qtbot.keyClicks(desk.screen._sheet.body.editor, "abc")
    saved(qtbot, desk)
    assert desk.drafts() == 1 and desk.screen._opened.article.number.endswith("00001")


def test_opening_an_empty_draft_and_leaving_it_makes_no_article(qtbot, desk):
    opened(qtbot, desk, None)
    assert desk.screen.commit_pending()
    assert desk.drafts() == 0


def test_who_writes_on_without_a_pause_is_saved_in_time(qtbot, desk):
    opened(qtbot, desk, None)
    saver = desk.screen._saver
    saver.touch()
    first = saver._latest.remainingTime()
    qtbot.waitUntil(lambda: saver._latest.remainingTime() < first - 50)
    saver.touch()
    assert saver._latest.remainingTime() < first and saver._pause.remainingTime() > 900


def test_no_save_begins_while_a_word_is_composed(qtbot, desk):
    opened(qtbot, desk, None)
    body, saver = desk.screen._sheet.body.editor, desk.screen._saver
    body.insertPlainText("青禾")
    QCoreApplication.sendEvent(body, QInputMethodEvent("xian", []))
    saver._on_due()
    assert saver.state is State.DIRTY
    done = QInputMethodEvent("", [])
    done.setCommitString("县")
    QCoreApplication.sendEvent(body, done)
    saved(qtbot, desk)
    assert desk.screen._saver._last.body == body.text() and "县" in body.text()


def test_leaving_saves_what_was_typed_last(qtbot, desk, written):
    desk.screen._sheet.body.editor.append("最后一句。")
    assert desk.screen.commit_pending()
    with desk.store.reading() as connection:
        assert articles.get(connection, written).draft.fields.body.endswith("最后一句。\n")


def test_a_stale_save_loses_neither_text(qtbot, desk, written):
    with desk.store.reading() as connection:
        draft = articles.get(connection, written).draft
        other = people.actor(connection, desk.people["陈立"])
    desk.tasks.changed.disconnect(desk.screen._on_changed)  # as when the other program's change is not heard of yet
    theirs = "对方的正文。"
    with desk.store.changing(other) as unit:
        fields = type(draft.fields)(**{**_slots(draft.fields), "body": theirs})
        write.save(unit, draft.id, fields, Words(theirs, 6), draft.version)
    rewrite(desk.screen, "我的正文。")
    with qtbot.waitSignal(desk.screen._saver.conflict, timeout=5000):
        pass
    qtbot.waitUntil(lambda: desk.screen._frame._pages.currentIndex() == 1)
    assert desk.screen._sheet.body.text() == "我的正文。"

    def mine_in_the_journal() -> bool:  # written by the one writer, while a reader fetches what is theirs
        with desk.store.reading() as connection:
            refused = [row for row in history.journal_rows(connection, draft.id) if row.kind == "refused"]
            return bool(refused) and history.journal_fields(connection, refused[0].id).body == "我的正文。"

    qtbot.waitUntil(mine_in_the_journal)
    with desk.store.reading() as connection:
        assert articles.get(connection, written).draft.fields.body == theirs
    desk.screen._reading._choices.itemAt(1).widget().click()
    saved(qtbot, desk)
    with desk.store.reading() as connection:
        assert articles.get(connection, written).draft.fields.body == "我的正文。"
        met = [row for row in history.journal_rows(connection, draft.id) if row.kind == "met"]
        assert history.journal_fields(connection, met[0].id).body == theirs


def _slots(value):
    return {name: getattr(value, name) for name in value.__slots__}


def test_what_the_disk_refuses_is_in_a_recovery_file_until_it_is_saved(qtbot, desk, written):
    saver, screen = desk.screen._saver, desk.screen
    rewrite(screen, "磁盘满时写的字。")
    saver._on_failed(StoreUnavailable("full"), screen._sheet.value())
    uid, person = screen._opened.article.uid, desk.tasks.actor.person_id
    assert "未保存" in screen._frame._state.text()
    assert desk.recovery.find(uid, person).fields.body == "磁盘满时写的字。" and saver._retry.isActive()
    saver._on_due()
    saved(qtbot, desk)
    assert desk.recovery.find(uid, person) is None


def test_a_text_that_was_kept_aside_is_offered_when_its_article_is_opened(qtbot, desk, written):
    rewrite(desk.screen, "没有存上的字。")
    desk.screen.keep_text()
    rewrite(desk.screen, desk.screen._saver._last.body)
    desk.screen.close_article()
    opened(qtbot, desk, written)
    qtbot.waitUntil(lambda: desk.screen._frame._pages.currentIndex() == 1)
    desk.screen._reading._choices.itemAt(0).widget().click()
    qtbot.waitUntil(lambda: desk.screen._saver.clean and desk.screen._saver._last.body == "没有存上的字。")


def test_a_draft_that_was_never_saved_is_offered_at_the_next_new_one(qtbot, desk):
    opened(qtbot, desk, None)
    rewrite(desk.screen, "从未存过的字。")
    desk.screen.keep_text()
    assert desk.recovery.unsaved(desk.people["林晓"])[0].fields.body == "从未存过的字。"
    assert desk.recovery.unsaved(desk.people["陈立"]) == ()


def test_missing_fields_are_said_at_the_fields(qtbot, desk):
    opened(qtbot, desk, None)
    assert desk.commands.run("article.submit")
    assert desk.screen._sheet.fields.title.problem() and desk.screen._sheet.fields.source.problem()
    assert not desk.screen._sheet.body_error.isHidden() and desk.drafts() == 0


def test_a_text_is_sent_in_returned_sent_again_approved_and_published(qtbot, desk, written, monkeypatch):
    assert desk.screen._steps.primary() == "article.submit"
    run(qtbot, desk, "article.submit", Stage.REVIEW)
    assert desk.screen._sheet.body.editor.isReadOnly() and desk.screen._steps.primary() == "article.recall"
    as_person(qtbot, desk, "周敏", written)
    assert not desk.screen._review.isHidden()
    desk.commands.run("article.return")
    assert desk.screen._review.opinion.problem() and stage(desk) is Stage.REVIEW
    desk.screen._review.opinion.set_value("数据请再核对。")
    run(qtbot, desk, "article.return", Stage.RETURNED)

    as_person(qtbot, desk, "林晓", written)
    assert "数据请再核对" in desk.screen._notice._words.text()
    desk.screen._sheet.body.editor.append("已核对。")
    run(qtbot, desk, "article.submit", Stage.REVIEW)
    as_person(qtbot, desk, "周敏", written)
    assert desk.commands.run("article.approve")
    qtbot.waitUntil(lambda: desk.screen._opened.article.draft.level == 2, timeout=8000)
    as_person(qtbot, desk, "吴越", written)
    run(qtbot, desk, "article.approve", Stage.APPROVED)
    as_person(qtbot, desk, "孙宁", written)
    assert desk.screen._steps.primary() == "article.publish"
    monkeypatch.setattr("desktop.screens.editor.steps.ask", lambda *_given, **_named: True)
    run(qtbot, desk, "article.publish", Stage.PUBLISHED)
    assert desk.screen._opened.publication is Publication.LIVE
    assert "已核对" in desk.screen._opened.fields.body


def test_a_claim_is_taken_and_put_down(qtbot, desk, written):
    run(qtbot, desk, "article.submit", Stage.REVIEW)
    as_person(qtbot, desk, "周敏", written)
    assert desk.commands.run("article.claim")
    qtbot.waitUntil(lambda: desk.screen._opened.claim is not None)
    assert desk.commands.run("article.put_down")
    qtbot.waitUntil(lambda: desk.screen._opened.claim is None)


def test_two_do_not_write_at_one_draft_unless_one_takes_over(qtbot, desk, written, monkeypatch):
    qtbot.waitUntil(lambda: desk.screen._lock.lease._beat.isActive())
    lease = desk.screen._lock.lease
    lease._token, own = "another window", lease._token
    desk.screen._lock.lease.take(lease.draft_id)
    qtbot.waitUntil(lambda: desk.screen._sheet.body.editor.isReadOnly())
    assert "正在" in desk.screen._notice._words.text()
    monkeypatch.setattr("desktop.screens.editor.editing_lock.ask", lambda *_given, **_named: True)
    desk.screen._notice._button.click()
    qtbot.waitUntil(lambda: not desk.screen._sheet.body.editor.isReadOnly())
    with desk.store.reading() as connection:
        assert leases.editing(connection, lease.draft_id).token == "another window" != own


def test_an_older_revision_is_read_compared_and_brought_back(qtbot, desk, written):
    run(qtbot, desk, "article.submit", Stage.REVIEW)
    run(qtbot, desk, "article.recall", Stage.EDITING)
    first = desk.screen._sheet.body.text()
    rewrite(desk.screen, "另一种写法。")
    desk.screen._saver.save()
    saved(qtbot, desk)
    desk.screen._history._saves.click()
    qtbot.waitUntil(lambda: desk.screen._history._list.count() == 2)  # the day, and what was submitted
    desk.screen._history._list.item(1).setSelected(True)
    desk.screen._history._compare.click()
    qtbot.waitUntil(lambda: desk.screen._frame._pages.currentIndex() == 1)
    assert "另一种写法" in desk.screen._reading._browser.toPlainText()
    desk.screen._history._back.click()
    qtbot.waitUntil(lambda: desk.screen._sheet.body.text() == first, timeout=8000)


def test_the_preview_follows_and_fetches_nothing(qtbot, desk, written):
    preview = desk.screen._preview
    desk.screen._sheet.body.set_visual(False)
    rewrite(desk.screen, "第一段。\n\n**第二段**。\n\n![图](http://example.invalid/a.png)")
    qtbot.waitUntil(lambda: "第二段" in preview.toPlainText())
    rewrite(desk.screen, "第一段。\n\n第二段改了。\n\n第三段。")
    qtbot.waitUntil(lambda: "第三段" in preview.toPlainText())
    assert preview.toPlainText().count("第一段") == 1 and "第二段改了" in preview.toPlainText()
    for address in ("http://example.invalid/a.png", "/etc/a.png", "file:///etc/a.png"):  # nor a file of this machine
        assert preview.loadResource(2, address).size() == QSize(1, 1)


@pytest.mark.parametrize("visual", [True, False])
def test_a_step_of_the_bar_is_one_step_for_undo(qtbot, desk, visual):
    opened(qtbot, desk, None)
    desk.screen._sheet.body.set_visual(visual)
    body = desk.screen._sheet.body.editor
    body.insertPlainText("😀青禾县")
    cursor = body.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    assert desk.commands.run("text.bold")
    assert body.text().rstrip() == "😀**青禾县**"
    body.undo()
    assert body.text().rstrip() == "😀青禾县"


def test_who_may_not_write_reads_the_page_and_not_its_source(qtbot, desk, written):
    as_person(qtbot, desk, "周敏", written)
    frame = desk.screen._frame
    assert frame._writing.isHidden() and not frame._preview.isHidden()
    assert desk.screen._tools.bar.isHidden() and desk.screen._sheet.fields.isHidden()
    as_person(qtbot, desk, "林晓", written)
    assert not frame._writing.isHidden() and not desk.screen._tools.bar.isHidden()


def test_a_text_that_is_sent_back_is_read_on_by_who_sent_it_back(qtbot, desk, written):
    run(qtbot, desk, "article.submit", Stage.REVIEW)
    as_person(qtbot, desk, "周敏", written)
    desk.screen._review.opinion.set_value("请核对数据。")
    run(qtbot, desk, "article.return", Stage.RETURNED)
    assert desk.screen._frame._writing.isHidden() and desk.screen._tools.bar.isHidden()


def test_after_a_step_the_keyboard_is_where_the_work_goes_on(qtbot, desk, written):
    desk.screen.activateWindow()
    desk.screen._sheet.body.setFocus()
    with qtbot.waitSignal(desk.screen.stepped):
        run(qtbot, desk, "article.submit", Stage.REVIEW)
    desk.screen._frame.primary.setFocus()
    run(qtbot, desk, "article.recall", Stage.EDITING)
    qtbot.waitUntil(lambda: desk.screen.focusWidget() is desk.screen._sheet.body.editor)


def test_a_level_that_nobody_is_left_for_is_said_with_what_helps(qtbot, desk, written):
    run(qtbot, desk, "article.submit", Stage.REVIEW)
    flow = desk.screen._inspector._flow
    assert "可以审的人：周敏" in flow.toPlainText()
    with desk.store.reading() as connection:
        admin = people.actor(connection, 1)
    with desk.store.changing(admin) as unit:
        people_actions.retire(unit, desk.people["周敏"])
    as_person(qtbot, desk, "林晓", written)
    assert "没有人可以审这一级" in flow.toPlainText()
