"""One key, two searches: Ctrl+F looks through the list where that has the keyboard, else through the article."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from .test_window import signed_in


def ctrl_f(qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)


def test_ctrl_f_searches_where_the_keyboard_is(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    desk.open_article(None)
    qtbot.waitUntil(lambda: desk.article._opened is not None and desk.article._sheet.fields.title.isVisible())
    desk.library.focus_list()
    ctrl_f(qtbot)
    assert desk.library.head.line.hasFocus() and desk.article.find_bar.isHidden()
    desk.article._sheet.body.setFocus()
    ctrl_f(qtbot)
    assert desk.article.find_bar.line.hasFocus()
