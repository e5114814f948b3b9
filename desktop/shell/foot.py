"""The line at the bottom: when the record was written to last, and which newsroom is open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from db.domain.addresses import SHANGHAI
from db.domain.changes import Changes
from db.domain.place import Place
from desktop.kit.tasks import Tasks


class Foot(QStatusBar):
    """Follows the writer. Whether the text on the screen is saved, the article says itself."""

    def __init__(self, tasks: Tasks, newsroom: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writing = False
        self._committed = False
        self._before = ""
        self.written = QLabel()
        self.written.setContentsMargins(10, 0, 10, 0)
        words = self.tr("本机 · {name}（只读）") if tasks.store.read_only else self.tr("本机 · {name}")
        if not isinstance(newsroom, Path):
            words = self.tr("共享 · {name}")
        place = QLabel(words.format(name=newsroom.name))
        place.setToolTip(str(newsroom))
        place.setContentsMargins(10, 0, 10, 0)
        self.setSizeGripEnabled(False)
        self.addWidget(self.written)
        self.addPermanentWidget(place)
        tasks.busy.connect(self._on_busy)
        tasks.changed.connect(self._on_changed)

    @Slot(int)
    def _on_busy(self, waiting: int) -> None:
        if waiting and not self._writing:
            self._writing, self._before = True, self.written.text()
            self.written.setText(self.tr("○ 正在写入…"))
        elif not waiting:
            # a change that was refused, or that touched nothing, leaves what was said before; a refusal has its message
            clock = f"{datetime.now(SHANGHAI):%H:%M:%S}"  # as the times of the record are shown
            self.written.setText(self.tr("最近写入 {clock}").format(clock=clock) if self._committed else self._before)
            self._writing = self._committed = False

    @Slot(object)
    def _on_changed(self, _changes: Changes) -> None:
        self._committed = self._committed or self._writing
