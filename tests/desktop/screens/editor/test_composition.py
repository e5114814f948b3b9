"""A word that an input method composes is not disturbed by anything that goes on meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent

from db.actions import leases, review, write
from db.domain.article import Words
from db.domain.errors import LeaseLost
from db.store import articles, people


def compose(widget, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QCoreApplication.sendEvent(widget, event)


def draft_of(desk):
    with desk.store.reading() as connection:
        return articles.get(connection, desk.screen._wanted).draft


def actor(desk, name):
    with desk.store.reading() as connection:
        return people.actor(connection, desk.people[name])


def saved_by_another(desk, body):
    draft = draft_of(desk)
    with desk.store.changing(actor(desk, "陈立")) as unit:
        write.save(unit, draft.id, replace(draft.fields, body=body), Words(body, len(body)), draft.version)


@pytest.fixture(params=[True, False], ids=["as it reads", "source"])
def composing(request, qtbot, desk, fill):
    """A saved draft, and a word begun at the end of its body."""
    screen = desk.screen
    screen.open(None)
    qtbot.waitUntil(lambda: screen._opened is not None)
    screen._sheet.body.set_visual(request.param)
    screen._frame.show_mode(False)  # the preview is seen beside both
    fill()
    screen._saver.touch()
    screen._saver.save()
    qtbot.waitUntil(lambda: screen._saver.clean and screen._opened.article is not None)
    qtbot.waitUntil(lambda: not screen._preview._pause.isActive() and screen._lock.lease._beat.isActive())
    body = screen._sheet.body.editor
    cursor = body.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    body.setTextCursor(cursor)
    touched: list[tuple[int, int, int]] = []
    compose(body, "qinghe")
    body.document().contentsChange.connect(lambda *change: touched.append(change))
    assert screen._composition.open
    return body, touched


def preedit(body):
    return body.textCursor().block().layout().preeditAreaText()


def put_down(body, text="青禾"):
    compose(body, commit=text)
    return body.text().rstrip().endswith(text)


def test_autosave_waits_for_the_word(desk, composing):
    body, touched = composing
    desk.screen._saver._on_due()
    assert not touched and preedit(body) == "qinghe" and put_down(body)


def test_preview_and_count_wait_for_the_word(desk, composing, qtbot):
    body, touched = composing
    preview = desk.screen._preview
    before, counted = preview.toPlainText(), []
    preview.counted.connect(counted.append)
    preview.follow()
    preview._on_due()
    assert preview._pause.isActive() and preview.toPlainText() == before and not counted
    assert not touched and preedit(body) == "qinghe" and put_down(body)
    qtbot.waitUntil(lambda: "青禾" in preview.toPlainText().splitlines()[-1])


def test_what_another_program_saved_is_shown_after_the_word(desk, composing, qtbot):
    body, touched = composing
    saved_by_another(desk, "对方的正文。")
    desk.screen._read()
    qtbot.waitUntil(lambda: desk.screen._put_off)
    assert not touched and preedit(body) == "qinghe" and put_down(body)
    with qtbot.waitSignal(desk.screen._saver.conflict, timeout=5000):
        pass  # both wrote: neither text is lost
    assert body.text().rstrip().endswith("青禾")


def test_a_draft_that_another_sent_in_is_shown_after_the_word(desk, composing, qtbot):
    body, touched = composing
    draft = draft_of(desk)
    with desk.store.changing(actor(desk, "林晓")) as unit:
        review.submit(unit, draft.id, draft.version)
    desk.screen._read()
    qtbot.waitUntil(lambda: desk.screen._put_off)
    assert not touched and not body.isReadOnly() and preedit(body) == "qinghe" and put_down(body)
    qtbot.waitUntil(body.isReadOnly)


def test_the_heartbeat_does_not_touch_the_word(desk, composing, qtbot):
    body, touched = composing
    desk.screen._lock.lease._on_beat()
    qtbot.waitUntil(lambda: desk.tasks._writing == 0)
    assert not touched and preedit(body) == "qinghe" and put_down(body)


def test_a_draft_that_was_taken_over_is_locked_after_the_word(desk, composing, qtbot):
    body, touched = composing
    with desk.store.changing(actor(desk, "陈立")) as unit:
        leases.take_over(unit, draft_of(desk).id, "another window")
    with qtbot.waitSignal(desk.screen._lock.lease.lost) as told:
        desk.screen._lock.lease._on_beat()
    assert isinstance(told.args[0], LeaseLost)
    assert not touched and not body.isReadOnly() and preedit(body) == "qinghe" and put_down(body)
    qtbot.waitUntil(body.isReadOnly)
    assert "接手" in desk.screen._notice._words.text() and body.text().rstrip().endswith("青禾")
