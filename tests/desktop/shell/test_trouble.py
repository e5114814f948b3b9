"""What the window does when the world or the program fails: no text is lost, and the person is told."""

import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from db.store.driver import sqlite_module
from desktop import paths
from desktop.kit import exception_hook
from desktop.kit.exception_hook import ReportDialog
from desktop.recovery import Recovery

from .test_window import signed_in


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "user_data", lambda: tmp_path / "data")


@pytest.fixture
def recovery(tmp_path):
    return Recovery(tmp_path / "data" / "recovery")


@pytest.fixture
def blocked(newsroom_file):
    """Another program that holds the newsroom for itself; it lets go when told."""
    other = sqlite_module().connect(str(newsroom_file), isolation_level=None, check_same_thread=False)

    def hold():
        other.execute("BEGIN IMMEDIATE")
        return other.rollback

    yield hold
    other.close()


def kept(recovery):
    return [text.fields.body for text in recovery._every()]


def reading(qtbot, window, path):
    """Sign in and open an own draft that may be written."""
    desk = signed_in(qtbot, window, path)
    desk.open_article(1)
    qtbot.waitUntil(lambda: desk.article is not None and desk.article._opened is not None)
    return desk


def writing(qtbot, window, path, words):
    """Open an own draft and type into it."""
    desk = reading(qtbot, window, path)
    qtbot.waitUntil(lambda: not desk.article._sheet.body.isReadOnly())
    qtbot.keyClicks(desk.article._sheet.body, words)
    return desk


def test_a_mistake_of_ours_keeps_the_text_of_the_open_article(qtbot, window, newsroom_file, recovery, tmp_path):
    before = sys.excepthook, threading.excepthook
    hook = exception_hook.install(window.keep_text, tmp_path / "logs", "test")
    writing(qtbot, window, newsroom_file, "abc")

    def fall():
        raise ValueError("坏了")

    try:
        with qtbot.waitSignal(hook.reported):
            QTimer.singleShot(0, fall)
        assert [body[:3] for body in kept(recovery)] == ["abc"]
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ReportDialog) and w.isVisible())
        assert "已另存一份" in dialog._words.text()
        dialog.close()
    finally:
        sys.excepthook, threading.excepthook = before


def test_closing_while_the_newsroom_is_locked_keeps_the_text(
    qtbot, window, newsroom_file, recovery, blocked, monkeypatch
):
    monkeypatch.setattr("desktop.screens.editor.screen.SHORTLY", 50)
    desk = writing(qtbot, window, newsroom_file, "abc")
    let_go = blocked()
    desk.article._saver.save()
    window.close()
    assert [body[:3] for body in kept(recovery)] == ["abc"]
    threading.Timer(0.2, let_go).start()  # the save that waits is made while the newsroom is closed
    window._close_newsroom()
    desk = reading(qtbot, window, newsroom_file)
    assert desk.article._sheet.body.text().startswith("abc")
    qtbot.waitUntil(lambda: kept(recovery) == [])  # what was kept is in the newsroom: nothing is offered
