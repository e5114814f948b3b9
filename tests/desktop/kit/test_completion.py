"""Known names, offered while one is typed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from desktop.kit.completion import spelt
from desktop.kit.forms import LineField, TagsField

NAMES = ("县住建局", "县教育局", "青禾县住房和城乡建设局", "青禾镇", "方志远")


@pytest.fixture(params=[LineField, TagsField])
def field(request, qtbot):
    made = request.param("来源")
    qtbot.addWidget(made)
    made.offer(spelt(NAMES))
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.focusProxy().hasFocus)
    return made


def line(field):
    return field.findChild(QLineEdit)


def commit(field, text):
    """What an input method sends when a word is chosen."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(line(field), event)


def shown(field):
    completer = line(field).completer()
    model = completer.completionModel()
    rows = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
    return rows if completer.popup().isVisible() else []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("xzjj", ["县住建局"]),
        ("qh", ["青禾镇", "青禾县住房和城乡建设局"]),
        ("住", ["县住建局", "青禾县住房和城乡建设局"]),
        ("fangzy", ["方志远"]),
        ("jiaoyu", ["县教育局"]),
        ("zzz", []),
    ],
)
def test_names_are_found_by_characters_pinyin_and_initials(field, qtbot, typed, found):
    commit(field, typed)
    assert shown(field) == found


def test_enter_takes_the_chosen_name_and_says_that_the_field_was_edited(field, qtbot):
    qtbot.keyClicks(line(field), "xzjj")
    popup = line(field).completer().popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    value = field.value()
    assert value in ("县住建局", ("县住建局",))


def test_what_is_written_whole_is_not_offered_again(field, qtbot):
    commit(field, "县教育局")
    assert shown(field) == []


def test_what_an_input_method_composes_is_not_looked_up(field):
    QApplication.sendEvent(line(field), QInputMethodEvent("xian'zhu", []))
    assert shown(field) == []
    commit(field, "县住")
    assert shown(field)[0] == "县住建局"


def test_a_click_elsewhere_is_not_lost_to_the_names_that_are_offered(qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    source, text = LineField("来源"), QTextEdit()
    column.addWidget(source)
    column.addWidget(text)
    qtbot.addWidget(window)
    source.offer(spelt(NAMES))
    window.resize(400, 400)
    window.show()
    window.activateWindow()
    source.setFocus()
    qtbot.waitUntil(source.focusProxy().hasFocus)
    qtbot.keyClicks(line(source), "qh")
    assert shown(source)
    place = text.mapTo(window, text.rect().bottomRight()) - QPoint(20, 20)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(text.hasFocus)
    assert not shown(source)
