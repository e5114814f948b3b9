"""Opening a row in a tab of its own: the middle button, Shift+Enter, or the menu of the right button."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.row_list import RowList


class OpeningAnew(QObject):
    """Signals:
    wanted: an article is to be opened in a tab of its own (its id).
    """

    wanted = Signal(int)

    def __init__(self, rows: RowList, id_at: Callable[[int], int], commands: Commands, parent: QObject) -> None:
        super().__init__(parent)
        self._rows, self._id_at = rows, id_at
        words = self.tr("在新标签页中打开")
        hint = self.tr("在新标签页中打开列表里的这一篇（中键，或 Shift+Enter）")
        self._action = commands.add(
            Command("list.open_anew", words, self._open, icon=Name.OPEN_EXTERNAL, enabled=self._may, hint=hint)
        )
        rows.installEventFilter(self)
        rows.viewport().installEventFilter(self)
        rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows.customContextMenuRequested.connect(self._on_menu)

    def _may(self) -> bool:
        return self._rows.current_id() >= 0

    def _open(self) -> None:
        self.wanted.emit(self._rows.current_id())

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        if not self._may():
            return
        self._action.setEnabled(True)
        menu = QMenu(self._rows)
        menu.addAction(self._action)
        menu.exec(self._rows.viewport().mapToGlobal(at))
        menu.deleteLater()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched is self._rows:
            key = cast(QKeyEvent, event)
            shift = key.modifiers() == Qt.KeyboardModifier.ShiftModifier
            if key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shift and self._may():
                self._open()
                return True
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            pressed = cast(QMouseEvent, event)
            if watched is self._rows.viewport() and pressed.button() == Qt.MouseButton.MiddleButton:
                row = self._rows.indexAt(pressed.position().toPoint()).row()
                if event.type() == QEvent.Type.MouseButtonRelease and row >= 0 and self._id_at(row) >= 0:
                    self.wanted.emit(self._id_at(row))
                return True
        return super().eventFilter(watched, event)
