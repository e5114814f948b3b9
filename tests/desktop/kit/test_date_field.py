"""Days as people write them."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget

from desktop.kit.date_field import DateField, read_date

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23",
        "2026/11/23",
        "2026.11.23",
        "2026年11月23日",
        "2026 年 11 月 23 日",
        "20261123",
        "11-23",
        "11月23日",
        "昨天",
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    assert read_date(text, TODAY) == date(2026, 11, 23)


@pytest.mark.parametrize("text", ["", "2026-13-01", "2月30日", "明年", "23", "2026-11"])
def test_what_is_no_day_is_none(text):
    assert read_date(text, TODAY) is None


@pytest.fixture
def field(qtbot):
    field = DateField("事件日期")
    qtbot.addWidget(field)
    field.show()
    return field


def type_in(qtbot, field, text):
    line = field.focusProxy()
    line.clear()
    line.insert(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    return line


def test_what_was_typed_is_shown_as_it_is_kept(qtbot, field):
    line = type_in(qtbot, field, "2026年11月3日")
    assert field.value() == line.text() == "2026-11-03" and field.problem() == ""


def test_what_cannot_be_read_stays_and_is_said(qtbot, field):
    line = type_in(qtbot, field, "冬至")
    assert field.value() == "" and line.text() == "冬至" and field.problem()
    type_in(qtbot, field, "")
    assert field.problem() == ""


def test_a_day_can_be_picked(qtbot, field):
    with qtbot.waitSignal(field.edited):
        field._calendar.activated.emit(QDate(2026, 11, 5))
    assert field.value() == "2026-11-05" and isinstance(field._calendar, QCalendarWidget)


def test_words_that_are_no_day_are_not_lost(qtbot, field):
    type_in(qtbot, field, "冬至")
    assert field.written() == "冬至"
    type_in(qtbot, field, "2026年11月3日")
    assert field.written() == "2026-11-03"
