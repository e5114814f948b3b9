"""备份: what there is to go back to, one more now, and going back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.domain.errors import DeskError
from db.domain.people import Role
from db.store import backups
from db.store.backups import Backup
from desktop.kit.confirm import ask
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import ButtonKind, Surface, dress, lay, mark
from desktop.kit.times import local_day_time
from desktop.paths import backups_of

PATH = Qt.ItemDataRole.UserRole


class BackupsPanel(QWidget):
    """The tab.

    Signals:
        restore_asked: the person wants to go back to this backup (Path); only who can close the newsroom can do it.
    """

    restore_asked = Signal(object)

    def __init__(self, tasks: Tasks, messages: MessageBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._messages = tasks, messages
        self._busy = False
        self.folder = backups_of(tasks.store.place)
        lay(self, Surface.PAPER)
        told = self.tr("采编台在有改动后自动备份：两天内的全留，再往前每天、每周、每月各留一份。备份放在 {folder}。")
        if tasks.store.is_shared:
            told = self.tr(
                "这个新闻库在数据库服务器上，采编台不自动备份它：请管服务器的人定期备份（例如用 pg_dump）。"
                "“现在备份”把全部内容写成这台电脑上的一个数据文件，放在 {folder}。"
            )
        words = QLabel(told.format(folder=self.folder))
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state = QLabel()
        mark(self._state, "tint", "soft")
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("备份"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels([self.tr("时间"), self.tr("稿件"), self.tr("大小"), self.tr("状态")])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.make_button = QPushButton(self.tr("现在备份"))
        dress(self.make_button, ButtonKind.PRIMARY)
        self.make_button.clicked.connect(self.make)
        self.restore_button = QPushButton(self.tr("恢复到这一份…"))
        dress(self.restore_button, ButtonKind.DANGER)
        self.restore_button.clicked.connect(self._on_restore)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.make_button)
        row.addWidget(self.restore_button)
        row.addWidget(self._state, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 22)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)

    def refresh(self) -> None:
        folder = self.folder
        self._tasks.run(self, lambda _report, _cancelled: backups.listed(folder), self._on_listed, self._on_failed)

    def _on_listed(self, found: list[Backup]) -> None:
        self.list.clear()
        for backup in found:
            whole = self.tr("完好") if backup.ok else self.tr("有损坏，不能用")
            size = self.tr("{n} MB").format(n=f"{backup.size / 1e6:,.1f}")
            words = [local_day_time(backup.at), self.tr("{n} 篇").format(n=f"{backup.articles:,}"), size, whole]
            item = QTreeWidgetItem(words)
            item.setSizeHint(0, QSize(0, round(self.list.fontMetrics().lineSpacing() * 1.8)))
            item.setData(0, PATH, str(backup.path) if backup.ok else "")
            self.list.addTopLevelItem(item)
        if (newest := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(newest)
        self._state.setText("" if found else self.tr("还没有备份。"))
        self._enable()

    def _enable(self) -> None:
        may = self._tasks.actor is not None and self._tasks.actor.may(Role.ADMIN)
        for button in (self.make_button, self.restore_button):
            button.setVisible(may)
        self.restore_button.setVisible(may and not self._tasks.store.is_shared)
        self.make_button.setEnabled(not self._busy)
        self.restore_button.setEnabled(not self._busy and self._chosen() is not None)

    def _chosen(self) -> Path | None:
        item = self.list.currentItem()
        path = item.data(0, PATH) if item is not None else ""
        return Path(path) if path else None

    @Slot()
    def _on_chosen(self) -> None:
        self._enable()

    def may_make(self) -> bool:
        return not self._busy and self._tasks.actor is not None and self._tasks.actor.may(Role.ADMIN)

    @Slot()
    def make(self) -> None:
        """Make a backup now."""
        self._busy = True
        self._enable()
        self._state.setText(self.tr("正在备份…"))
        store, folder = self._tasks.store, self.folder
        self._tasks.run(self, lambda _report, _cancelled: backups.make(store, folder), self._on_made, self._on_failed)

    def _on_made(self, path: Path) -> None:
        self._busy = False
        self._messages.success(self.tr("已备份，并打开检查过：{name}").format(name=path.name))
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._state.setText("")
        self._enable()
        if isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)

    @Slot()
    def _on_restore(self) -> None:
        path, item = self._chosen(), self.list.currentItem()
        if path is None or item is None:
            return
        words = self.tr("采编台会关上再打开，内容回到 {when} 的样子。现在的文件另存在旁边，还可以换回来。")
        asked, words = self.tr("恢复到这一份备份？"), words.format(when=item.text(0))
        if ask(self.window(), asked, words, self.tr("恢复"), danger=True):
            self.restore_asked.emit(path)
