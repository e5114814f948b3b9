"""A push button that does what a command does, and is enabled when the command is."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.kit.commands import Commands
from desktop.kit.theme import ButtonKind, dress


class CommandButton(QPushButton):
    """Follows the command's action: words, hint with the keys, icon, enabled or not."""

    def __init__(
        self, commands: Commands, action: QAction, kind: ButtonKind | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._commands, self._action = commands, action
        if kind is not None:
            dress(self, kind)
        action.changed.connect(self._on_changed)
        self.clicked.connect(self._on_clicked)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self.setText(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())

    @Slot()
    def _on_clicked(self) -> None:
        self._commands.run(self._action.objectName())
