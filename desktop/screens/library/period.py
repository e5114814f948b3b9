"""Spans of days as the record's times: today, the last week, or from one day to another."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QDialog, QWidget

from db.domain.addresses import SHANGHAI
from db.store.clock import days
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.date_field import DateField

translate = QCoreApplication.translate


def today() -> date:
    return datetime.now(SHANGHAI).date()


def bound(day: date) -> str:
    """Return the first moment of a day as the record writes it."""
    return days(day, day)[0]


def ask_period(parent: QWidget) -> tuple[date | None, date | None] | None:
    """Ask for a first and a last day, each of which may be left open; None when the person thought better of it."""
    dialog = PeriodDialog(parent)
    answer = dialog.days() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return answer


class PeriodDialog(ConfirmDialog):
    """Two days, the second not before the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title = translate("Library", "哪几天改动过的稿件？")
        super().__init__(title, "", translate("Library", "筛选"), parent=parent)
        self.first, self.last = DateField(self.tr("从")), DateField(self.tr("到"), self.tr("留空表示不限。"))
        self.inside.addWidget(self.first)
        self.inside.addWidget(self.last)
        self.first.setFocus()

    def days(self) -> tuple[date | None, date | None]:
        first, last = (date.fromisoformat(field.value()) if field.value() else None for field in self._fields())
        return first, last

    def _fields(self) -> tuple[DateField, DateField]:
        return self.first, self.last

    # Qt overrides

    @Slot()
    def accept(self) -> None:
        for field in self._fields():
            if field.problem():
                field.setFocus()
                return
        first, last = self.days()
        if first is None and last is None:
            self.first.show_error(self.tr("请至少填一个日期。"))
            self.first.setFocus()
        elif first is not None and last is not None and last < first:
            self.last.show_error(self.tr("不能早于开始的那天。"))
            self.last.setFocus()
        else:
            super().accept()
