"""特殊符号: found by name or pinyin, put in at the caret."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.screens.editor.sign_dialog import SignDialog
from desktop.screens.editor.signs import signs

from .conftest import rewrite


@pytest.fixture(params=[True, False], ids=["as it reads", "source"])
def screen(qtbot, desk, fill, request):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)
    fill()
    desk.screen._sheet.body.set_visual(request.param)
    rewrite(desk.screen, "气温**三十**")
    desk.screen._sheet.body.editor.moveCursor(QTextCursor.MoveOperation.End)
    return desk.screen


def choose(qtbot, desk, words, downs=0):
    """Run the command and take what is found for the words, by keys alone; return what was listed."""
    listed = []

    def look():
        dialog = QApplication.activeModalWidget()
        dialog.picks.line.insert(words)
        for _ in range(downs):
            qtbot.keyClick(dialog.picks.line, Qt.Key.Key_Down)
        listed.extend(dialog.picks.list.item(row).text() for row in range(dialog.picks.list.count()))
        qtbot.keyClick(dialog.picks.line, Qt.Key.Key_Return)

    QTimer.singleShot(0, look)
    desk.commands.run("text.sign")
    return listed


@pytest.mark.parametrize("words", ["摄氏度", "ssd", "sheshidu", "℃"])
def test_a_sign_is_found_and_put_in_at_the_caret(qtbot, desk, screen, words):
    choose(qtbot, desk, words)
    assert "℃" in screen._sheet.body.text() and screen._sheet.body.text().startswith("气温**三十")
    assert screen.focusWidget() is screen._sheet.body.editor


def test_what_was_used_comes_first_the_next_time(qtbot, desk, screen):
    choose(qtbot, desk, "pfm")
    listed = choose(qtbot, desk, "", downs=0)
    assert listed[0].startswith("㎡") and len(listed) == len(signs())
    assert screen._sheet.body.text().count("㎡") == 2


def test_it_is_one_step_back(qtbot, desk, screen):
    choose(qtbot, desk, "ssd")
    screen._sheet.body.editor.undo()
    assert screen._sheet.body.text() == "气温**三十**"


def test_a_group_lists_its_own(qtbot):
    dialog = SignDialog(["★"])
    qtbot.addWidget(dialog)
    dialog.groups.setCurrentIndex(2)
    listed = [dialog.picks.list.item(row).text() for row in range(dialog.picks.list.count())]
    assert listed[0] == "℃　摄氏度" and not any("★" in words for words in listed)


def test_each_sign_is_there_once():
    assert len({sign.text for sign in signs()}) == len(signs())
