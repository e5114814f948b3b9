"""A day, typed as people write it or picked from a calendar; may be left empty."""

from __future__ import annotations

import re
from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from desktop.kit.field import Field
from desktop.kit.theme import mark
from desktop.text.clean import clean_line

_NEAR = {
    "今天": 0, "昨天": -1, "前天": -2, "明天": 1, "后天": 2, "today": 0, "yesterday": -1, "tomorrow": 1,
}  # fmt: skip
_FORMS = (
    re.compile(r"(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    re.compile(r"(?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?"),
)


def read_date(text: str, today: date) -> date | None:
    """Return the day that is meant, None when it is none. Without a year it is this year's."""
    words = "".join(text.split()).casefold()
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    for form in _FORMS:
        found = form.fullmatch(words)
        if found:
            parts = found.groupdict()
            try:
                return date(int(parts.get("y") or today.year), int(parts["m"]), int(parts["d"]))
            except ValueError:
                return None
    return None


class DateField(Field):
    """Value: ``YYYY-MM-DD`` or empty. What cannot be read stays in the field and is said."""

    def __init__(self, label: str, hint: str = "", *, required: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(label, hint, required=required, parent=parent)
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("如 11月23日、昨天"))
        self._line.textEdited.connect(self._on_edited)
        self._line.editingFinished.connect(self._on_finished)
        self._calendar = QCalendarWidget()
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        self._calendar.activated.connect(self._on_picked)
        self._calendar.clicked.connect(self._on_picked)
        self._menu = QMenu(self)
        holder = QWidgetAction(self._menu)
        holder.setDefaultWidget(self._calendar)
        self._menu.addAction(holder)
        self._menu.aboutToShow.connect(self._on_opening)
        self._button = QToolButton()
        self._button.setText(self.tr("日历"))
        self._button.setToolTip(self.tr("从日历中选日期"))
        self._button.setAccessibleName(self.tr("{label}：从日历中选").format(label=label))
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.setMenu(self._menu)
        together = QWidget()
        row = QHBoxLayout(together)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self._build(together, self._line)
        self._frame = self._line

    def value(self) -> str:
        day = self._day()
        return day.isoformat() if day else ""

    def written(self) -> str:
        """Return the value, or the words as they stand where they are no day: for who must not lose them."""
        return self.value() or clean_line(self._line.text())

    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)
        self._button.setVisible(not read_only)
        mark(self._line, "still", read_only)

    def set_value(self, day: str) -> None:
        self._line.setText(day)
        self._judge()

    def _day(self) -> date | None:
        return read_date(self._line.text(), date.today())

    def _judge(self) -> None:
        unread = bool(clean_line(self._line.text())) and self._day() is None
        self.show_error(self.tr("看不懂这个日期，请写成 2026-11-23 这样。") if unread else "")

    @Slot()
    def _on_edited(self) -> None:
        self.show_error("")  # half a date is not wrong yet
        self.edited.emit()

    @Slot()
    def _on_finished(self) -> None:
        self._judge()
        if self.value():
            self._line.setText(self.value())

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        self._menu.close()
        self._line.setText(day.toString(Qt.DateFormat.ISODate))
        self._judge()
        self.edited.emit()

    @Slot()
    def _on_opening(self) -> None:
        day = self._day() or date.today()
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))

    def problem(self) -> str:
        self._judge()
        return super().problem()
