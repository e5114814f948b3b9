"""Which entries are listed: by whom, of which kind, from which days, about which article."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from db.domain.addresses import SHANGHAI
from db.store import audit_log
from db.store.audit_log import AuditFilters
from db.store.clock import days
from desktop.kit.field import leave_wheel
from desktop.kit.flow_layout import FlowLayout
from desktop.kit.tasks import Tasks
from desktop.screens.audit.words import groups

PAUSE = 300  # milliseconds without a key in the number


class FiltersPanel(QWidget):
    """Signals:
    edited: something else is asked for.
    """

    edited = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.person, self.kind, self.time, self.number = QComboBox(), QComboBox(), QComboBox(), QLineEdit()
        for box, name in (
            (self.person, self.tr("谁")), (self.kind, self.tr("做了什么")), (self.time, self.tr("时间")),
        ):  # fmt: skip
            box.setAccessibleName(name)
            leave_wheel(box)
            box.currentIndexChanged.connect(self._on_edited)
        self.person.addItem(self.tr("所有人"), "")
        self.kind.addItem(self.tr("所有事"), ())
        for group, verbs in groups().items():
            self.kind.addItem(group, tuple(verbs))
            for verb, word in verbs.items():
                self.kind.addItem("　" + word, (verb,))
        for span, back in (
            (self.tr("不限时间"), None), (self.tr("今天"), 0), (self.tr("最近 7 天"), 6), (self.tr("最近 30 天"), 29),
            (self.tr("最近一年"), 364),
        ):  # fmt: skip
            self.time.addItem(span, back)
        self.number.setPlaceholderText(self.tr("登记号"))
        self.number.setAccessibleName(self.tr("稿件的登记号"))
        self.number.setMaximumWidth(140)
        self.number.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.edited)
        self.number.textChanged.connect(self._on_number)
        flow = FlowLayout(self, 8, fill=False)
        flow.setContentsMargins(0, 0, 0, 0)
        for part in (self.person, self.kind, self.time, self.number):
            flow.addWidget(part)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> AuditFilters:
        back, since, until = self.time.currentData(), "", ""
        if back is not None:
            today = self._tasks.store.clock().astimezone(SHANGHAI).date()
            since, until = days(today - timedelta(days=back), today)
        return AuditFilters(
            self.person.currentData() or "", self.kind.currentData() or (), since, until, self.number.text().strip()
        )

    def read(self) -> None:
        """Ask the record who is in the chain."""
        self._tasks.read(self, audit_log.people, self._on_people)

    def _on_people(self, names: list[str]) -> None:
        chosen = self.person.currentData()
        with QSignalBlocker(self.person):
            self.person.clear()
            self.person.addItem(self.tr("所有人"), "")
            for name in names:
                self.person.addItem(name or self.tr("程序"), name)
            self.person.setCurrentIndex(max(0, self.person.findData(chosen)))

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _on_number(self) -> None:
        self._pause.start()
