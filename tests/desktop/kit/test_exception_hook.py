"""A mistake of ours does not take the work with it."""

import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop.kit.exception_hook import ReportDialog, install


@pytest.fixture
def saved():
    return []


@pytest.fixture
def hook(qtbot, qapp, saved, tmp_path):
    before = sys.excepthook, threading.excepthook

    def keep():
        saved.append(threading.current_thread())
        return True

    hook = install(keep, tmp_path / "logs", lambda: "采编台 0.1.0")
    yield hook
    sys.excepthook, threading.excepthook = before
    for dialog in dialogs():
        dialog.close()
    hook.deleteLater()


def dialogs():
    windows = QApplication.topLevelWidgets()
    return [window for window in windows if isinstance(window, ReportDialog) and window.isVisible()]


def fall(words="坏了"):
    raise ValueError(words)


def test_an_exception_in_a_slot_keeps_the_drafts_and_the_program_goes_on(qtbot, hook, saved, tmp_path):
    line = QLineEdit()
    qtbot.addWidget(line)
    line.textEdited.connect(lambda _text: fall())
    with qtbot.waitSignal(hook.reported) as told:
        qtbot.keyClicks(line, "a")
    assert saved == [threading.main_thread()]
    assert "ValueError: 坏了" in told.args[0] and "采编台 0.1.0" in told.args[0]
    assert len(dialogs()) == 1
    written = list((tmp_path / "logs").glob("report-*.txt"))
    assert [path.read_text(encoding="utf-8") for path in written] == told.args
    line.textEdited.disconnect()
    qtbot.keyClicks(line, "b")
    assert line.text() == "ab"


def test_one_dialog_is_shown_however_many_go_wrong(qtbot, hook):
    for n in range(5):
        with qtbot.waitSignal(hook.reported):
            QTimer.singleShot(0, lambda n=n: fall(f"第 {n} 次"))
    assert len(dialogs()) == 1 and "5" in dialogs()[0].windowTitle()


def test_the_report_can_be_copied(qtbot, hook):
    with qtbot.waitSignal(hook.reported):
        QTimer.singleShot(0, fall)
    next(button for button in dialogs()[0].findChildren(QPushButton) if button.text() == "复制").click()
    assert "ValueError: 坏了" in QGuiApplication.clipboard().text()


def test_an_exception_on_another_thread_is_reported_on_the_main_one(qtbot, hook, saved):
    with qtbot.waitSignal(hook.reported):
        threading.Thread(target=fall).start()
    assert saved == [threading.main_thread()] and len(dialogs()) == 1


@pytest.mark.parametrize("keep", [fall, lambda: False])
def test_drafts_that_cannot_be_kept_are_said_and_the_report_is_still_shown(qtbot, hook, monkeypatch, keep):
    monkeypatch.setattr(hook, "_keep_text", keep)
    with qtbot.waitSignal(hook.reported):
        QTimer.singleShot(0, fall)
    assert "没能另存" in dialogs()[0]._words.text()


def test_a_folder_that_cannot_be_written_does_not_hide_the_report(qtbot, hook, tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr(hook, "_folder", blocked / "logs")
    with qtbot.waitSignal(hook.reported):
        hook.report(ValueError("交来的"))
    assert len(dialogs()) == 1


def test_after_closing_the_next_mistake_is_shown_again(qtbot, hook):
    for _ in range(2):
        with qtbot.waitSignal(hook.reported):
            QTimer.singleShot(0, fall)
        dialogs()[0].close()
    assert dialogs() == []
