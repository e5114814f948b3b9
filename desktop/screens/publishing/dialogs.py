"""The two questions of the publishing desk: when to go out, and why to take back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QTime, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTimeEdit, QVBoxLayout, QWidget

from db.domain.release import WithdrawReason
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.forms import ChoiceField, DateField, TextField
from desktop.kit.theme import mark
from desktop.screens.publishing.when import coming_morning, is_past, utc_of

translate = QCoreApplication.translate


class ScheduleDialog(ConfirmDialog):
    """A day and a time, which must be yet to come. ``at_utc()`` gives the answer."""

    def __init__(self, title: str, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        words = translate("Publishing", "《{title}》到时自动签发，用北京时间。到时采编台要开着，之前可以取消。")
        super().__init__(
            translate("Publishing", "什么时候发布？"), words.format(title=title), translate("Publishing", "定时"),
            parent=parent,
        )  # fmt: skip
        self._clock = clock
        first = coming_morning(clock())
        self.day = DateField(self.tr("日期"), required=True)
        self.day.set_value(first.date().isoformat())
        self.time = QTimeEdit(QTime(first.hour, first.minute))
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(self.tr("时间"))
        label = QLabel(self.tr("时间 *"))
        label.setBuddy(self.time)
        mark(label, "tint", "soft")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(self.time)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.day, 1)
        row.addLayout(column)
        self.inside.addLayout(row)
        self.day.setFocus()

    def at_utc(self) -> str:
        return utc_of(self.day.value(), self.time.time().toString("HH:mm"))

    # Qt overrides

    @Slot()
    def accept(self) -> None:
        if not self.day.problem() and not self.day.value():
            self.day.show_error(self.tr("请填写日期。"))
        elif not self.day.problem() and is_past(self.at_utc(), self._clock()):
            self.day.show_error(self.tr("这个时间已经过去，请选一个还没到的时间。"))
        else:
            if not self.day.problem():
                super().accept()
            return
        self.day.setFocus()


class WithdrawDialog(ConfirmDialog):
    """The kind of the reason and the reason itself; both stay in the record."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        words = translate(
            "Publishing", "更新网站后读者看不到它，原来的网址会说明已撤稿。可以随时恢复，恢复后与现在一样。"
        )
        asked = translate("Publishing", "撤下《{title}》？").format(title=title)
        super().__init__(asked, words, translate("Publishing", "撤稿"), danger=True, parent=parent)
        kinds = [
            (WithdrawReason.TYPO, self.tr("错别字")), (WithdrawReason.FACT, self.tr("事实错误")),
            (WithdrawReason.SOURCE, self.tr("来源要求")), (WithdrawReason.OTHER, self.tr("其他")),
        ]  # fmt: skip
        self.kind = ChoiceField(self.tr("原因类别"), kinds, required=True)
        self.reason = TextField(self.tr("说明"), self.tr("写明为什么撤，留在记录里"), required=True, limit=500)
        self.inside.addWidget(self.kind)
        self.inside.addWidget(self.reason)
        self.kind.setFocus()

    # Qt overrides

    @Slot()
    def accept(self) -> None:
        if self.kind.value() is None:
            self.kind.show_error(self.tr("请选择原因类别。"))
        if not self.reason.value():
            self.reason.show_error(self.tr("请写明为什么撤稿。"))
        for field in (self.kind, self.reason):
            if field.problem():
                field.setFocus()
                return
        super().accept()
