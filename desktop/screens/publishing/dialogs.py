"""The two questions of the publishing desk: when to go out, and why to take back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.domain.release import WithdrawReason
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.forms import ChoiceField, DateField, Field, LineField, TextField
from desktop.screens.publishing.when import clock_time, coming_morning, is_past, utc_of

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
