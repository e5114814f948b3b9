"""A newsroom that is damaged: what is safe, and the backups that can take its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop.kit.theme import ButtonKind, dress
from desktop.kit.times import local_time
from desktop.screens.welcome.page import heading, row_of, words

if TYPE_CHECKING:  # the record is imported after the first paint
    from db.store.backups import Backup


class DamagedPanel(QWidget):
    """The sentence and the list.

    Signals:
        restoring: a backup was chosen to be put back (Path).
        salvaging: what can still be read is wanted in a new file.
        left: another newsroom is wanted.
    """

    restoring = Signal(object)
    salvaging = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words()
        self.backups = QListWidget()
        self.backups.setAccessibleName(self.tr("可以恢复的备份"))
        self.backups.currentRowChanged.connect(self._on_row_changed)
        self.backups.itemActivated.connect(self._on_restore)
        back = QPushButton(self.tr("换一个数据文件"))
        back.clicked.connect(self.left)
        self.salvage_button = QPushButton(self.tr("抢救还能读出的内容"))
        self.salvage_button.setToolTip(self.tr("写成旁边的一个新文件，损坏的文件不动"))
        self.salvage_button.clicked.connect(self.salvaging)
        self.restore_button = QPushButton(self.tr("恢复选中的备份"))
        dress(self.restore_button, ButtonKind.PRIMARY)
        self.restore_button.clicked.connect(self._on_restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(heading(self.tr("数据文件有损坏")))
        layout.addWidget(self._words)
        layout.addWidget(self.backups)
        layout.addLayout(row_of(back, self.salvage_button, self.restore_button))

    def show_backups(self, path: Path, backups: Sequence[Backup]) -> None:
        """Offer the sound backups, newest first."""
        sound = [backup for backup in backups if backup.ok]
        text = self.tr("“{name}”读不完整，所以没有打开，也没有改动它。") + (
            self.tr("下面是完好的备份，最新的在前；恢复时现在的文件会另存一份，可以退回。")
            if sound
            else self.tr("旁边没有找到完好的备份。请把别处的备份拷来打开；没有备份，就抢救还能读出的内容。")
        )
        self._words.setText(text.format(name=path.name))
        self.backups.clear()
        for backup in sound:
            item = QListWidgetItem(self.tr("{when}，{n} 篇稿件").format(when=local_time(backup.at), n=backup.articles))
            item.setData(Qt.ItemDataRole.UserRole, backup.path)
            self.backups.addItem(item)
        self.backups.setVisible(bool(sound))
        self.restore_button.setVisible(bool(sound))
        self.backups.setCurrentRow(0 if sound else -1)

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        self.restore_button.setEnabled(row >= 0)

    @Slot()
    def _on_restore(self) -> None:
        item = self.backups.currentItem()
        if item is not None:
            self.restoring.emit(item.data(Qt.ItemDataRole.UserRole))
