"""When to publish: a day and a time of the newsroom's clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from desktop.kit.confirm import ConfirmDialog
from desktop.kit.forms import DateField, Field, LineField
from desktop.kit.when import clock_time, coming_morning, is_past, utc_of

translate = QCoreApplication.translate


class ScheduleDialog(ConfirmDialog):
    """A day and a time, which must be yet to come. ``at_utc()`` gives the answer."""

    def __init__(self, title: str, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        words = translate("Scheduling", "《{title}》到时自动签发，用北京时间。到时采编台要开着，之前可以取消。")
        super().__init__(
            translate("Scheduling", "什么时候发布？"), words.format(title=title), translate("Scheduling", "定时"),
            parent=parent,
        )  # fmt: skip
        self._clock = clock
        first = coming_morning(clock())
        self.day = DateField(self.tr("日期"), required=True)
        self.day.set_value(first.date().isoformat())
        self.time = LineField(self.tr("时间"), required=True, limit=20)
        self.time.set_value(f"{first:%H:%M}")
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in (self.day, self.time):
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.inside.addLayout(row)
        self.day.setFocus()

    def at_utc(self) -> str:
        return utc_of(self.day.value(), clock_time(self.time.value()))

    def _wrong(self) -> Field | None:
        """Say what cannot be kept at its field, and return the field."""
        if self.day.problem():
            return self.day
        if not self.day.value():
            self.day.show_error(self.tr("请填写日期。"))
            return self.day
        if not clock_time(self.time.value()):
            self.time.show_error(self.tr("请写一个时刻，例如 08:30。"))
            return self.time
        if is_past(self.at_utc(), self._clock()):
            self.day.show_error(self.tr("这个时间已经过去，请选一个还没到的时间。"))
            return self.day
        return None

    # Qt overrides

    @Slot()
    def accept(self) -> None:
        wrong = self._wrong()
        if wrong is None:
            super().accept()
        else:
            wrong.setFocus()


def ask_when(parent: QWidget, title: str, clock: Callable[[], datetime]) -> str | None:
    """Ask for the time; return it in UTC, None when the person thought better of it."""
    dialog = ScheduleDialog(title, clock, parent)
    at = dialog.at_utc() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return at
