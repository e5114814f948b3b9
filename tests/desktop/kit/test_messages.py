"""The stack of notices."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from db.domain.errors import Cancelled, NotFound
from desktop.kit import messages
from desktop.kit.messages import Kind, MessageBar, sentence
from desktop.kit.theme import Mode, Theme


@pytest.fixture
def bar(qtbot, monkeypatch):
    monkeypatch.setattr(messages, "STAYS", 40)
    monkeypatch.setattr(messages, "STAYS_WITH_ACTION", 40)
    bar = MessageBar(Theme(Mode.LIGHT))
    qtbot.addWidget(bar)
    bar.resize(600, 100)
    return bar


def texts(bar):
    return [message.text for message in bar.messages()]


def notice(bar):
    return bar._shown[-1]


def test_a_success_goes_by_itself_and_the_bar_with_it(qtbot, bar):
    bar.success("已送审")
    assert bar.isVisible() and texts(bar) == ["已送审"]
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert texts(bar) == []


def test_an_error_stays_until_it_is_closed(qtbot, bar):
    bar.error(NotFound("draft"))
    bar.info("随后")
    qtbot.waitUntil(lambda: texts(bar) == [sentence(NotFound("draft"))])
    qtbot.mouseClick(notice(bar).findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert texts(bar) == [] and not bar.isVisible()


def test_a_notice_under_the_pointer_stays(bar):
    bar.info("读完再走")
    held = notice(bar)
    at = QPointF(5, 5)
    QCursor.setPos(held.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(held, QEnterEvent(at, at, at))
    assert not held._timer.isActive()
    QApplication.sendEvent(held, QEvent(QEvent.Type.Leave))
    assert held._timer.isActive()


def test_a_step_can_be_taken_back_once(qtbot, bar):
    undone = []
    bar.success("已弃稿", "撤销", lambda: undone.append(1))
    qtbot.mouseClick(notice(bar).findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert undone == [1] and texts(bar) == []


def test_several_are_stacked_the_newest_in_sight_and_the_oldest_come_back(qtbot, bar):
    for n in range(5):
        bar.warning(f"第 {n} 条")
    assert [n.message.text for n in bar._shown] == ["第 2 条", "第 3 条", "第 4 条"]
    assert texts(bar) == [f"第 {n} 条" for n in range(5)]
    qtbot.keyClick(notice(bar), Qt.Key.Key_Escape)
    assert [n.message.text for n in bar._shown] == ["第 1 条", "第 2 条", "第 3 条"]
    bar.clear()
    assert texts(bar) == [] and not bar.isVisible()


def test_a_success_that_newer_messages_push_out_does_not_come_back(qtbot, bar):
    bar.success("已送审")
    for n in range(3):
        bar.warning(f"第 {n} 条")
    assert texts(bar) == ["第 0 条", "第 1 条", "第 2 条"]


def test_the_same_words_again_do_not_pile_up(bar):
    bar.error("磁盘已满")
    bar.error("磁盘已满")
    assert texts(bar) == ["磁盘已满"]


def test_cancelling_is_no_error(bar):
    bar.error(Cancelled())
    assert bar.messages()[0].kind is Kind.INFO


def test_words_of_others_are_never_markup(bar):
    bar.error("<b>青禾</b>")
    label = next(label for label in bar.findChildren(QLabel) if label.text())
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_every_part_has_a_name_and_the_keyboard_reaches_it(qtbot, bar):
    bar.success("已弃稿", "撤销", lambda: None)
    assert notice(bar).accessibleName() == "完成：已弃稿"
    for button in notice(bar).findChildren(QToolButton):
        assert button.accessibleName() and button.toolTip()
    bar.focus_newest()
    assert bar.focusWidget() is notice(bar).findChild(QPushButton)
