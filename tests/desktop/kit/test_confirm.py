"""Dialogs that need an answer."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from desktop.kit.confirm import ConfirmDialog, TextDialog, ask, ask_text


@pytest.fixture
def dialog(qtbot):
    def make(kind=ConfirmDialog, *args, **more):
        made = kind("弃稿", "稿件会移到回收站，三十天内可以恢复。", *args, **more)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


@pytest.mark.parametrize(("danger", "answer"), [(False, 1), (True, 0)])
def test_enter_says_yes_but_no_where_it_is_dangerous(qtbot, dialog, danger, answer):
    shown = dialog(ConfirmDialog, "弃稿", danger=danger)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert not shown.isVisible() and shown.result() == answer


def test_escape_says_no(qtbot, dialog):
    shown = dialog(ConfirmDialog, "弃稿")
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.result() == 0


def test_buttons_say_what_they_do(dialog):
    shown = dialog(ConfirmDialog, "弃稿")
    assert [button.text() for button in shown.findChildren(QPushButton)] == ["取消", "弃稿"]
    assert shown.accessibleDescription()


def test_an_opinion_must_be_given(qtbot, dialog):
    shown = dialog(TextDialog, "退回意见", "退回")
    editor = shown.findChild(QPlainTextEdit)
    shown.activateWindow()
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.isVisible() and shown.field.problem()
    editor.insertPlainText("数据请与住建局再核")
    shown.accept()
    assert not shown.isVisible() and shown.result() == 1


def test_where_it_need_not_be_given_it_may_stay_empty(dialog):
    shown = dialog(TextDialog, "意见", "通过", required=False)
    shown.accept()
    assert shown.result() == 1


def when_open(act):
    """Run ``act`` on the dialog as soon as it waits for an answer."""

    def look():
        shown = QApplication.activeModalWidget()
        act(shown) if shown is not None else QTimer.singleShot(0, look)

    QTimer.singleShot(0, look)


def test_asking_gives_the_answer(qtbot):
    when_open(lambda shown: shown.accept())
    assert ask(None, "弃稿", "", "弃稿")
    when_open(lambda shown: shown.reject())
    assert not ask(None, "弃稿", "", "弃稿", danger=True)


def test_asking_for_words_gives_the_words_or_none(qtbot):
    def answer(shown):
        shown.field.set_value("请核数据\x00 ")
        shown.accept()

    when_open(answer)
    assert ask_text(None, "退回", "", "意见", "退回") == "请核数据"
    when_open(lambda shown: shown.reject())
    assert ask_text(None, "退回", "", "意见", "退回", value="未完") is None
