"""A push button that does what a command does, and is enabled when the command is."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.kit.theme import ButtonKind, dress


class CommandButton(QPushButton):
    """Follows the command's action: words, hint with the keys, enabled or not."""

    def __init__(self, action: QAction, kind: ButtonKind | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        if kind is not None:
            dress(self, kind)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_changed)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self.setText(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
