"""全屏: everything but the article goes from the window, which fills the screen; and all of it comes back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.kit.commands import Commands

COMMAND = "view.alone"
ELSEWHERE = ("list.", "queue.")  # what leads to the parts that are hidden


class Alone(QObject):
    """Follows the command's check; leaves at Escape, and when something else than the article is shown."""

    def __init__(
        self, commands: Commands, hidden: Sequence[QWidget], stacks: Sequence[QStackedWidget], desk: QWidget
    ) -> None:
        super().__init__(desk)
        self._commands, self._hidden, self._desk = commands, hidden, desk
        self._before = Qt.WindowState.WindowNoState
        action = commands.action(COMMAND)
        action.toggled.connect(self._on_toggled)
        commands.ran.connect(self._on_ran)
        for stack in stacks:
            stack.currentChanged.connect(self.leave)
        desk.installEventFilter(self)  # keys that nobody else took come by here

    @Slot()
    def leave(self) -> None:
        if self._commands.action(COMMAND).isChecked():
            self._commands.run(COMMAND)

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        window = self._desk.window()
        for part in self._hidden:
            part.setVisible(not on)
        full = Qt.WindowState.WindowFullScreen
        if on:
            window.installEventFilter(self)
            self._before = window.windowState() & full
            window.setWindowState(window.windowState() | full)
        elif not self._before:
            window.setWindowState(window.windowState() & ~full)

    @Slot(str)
    def _on_ran(self, command_id: str) -> None:
        if command_id.startswith(ELSEWHERE):
            self.leave()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:  # the window is to come back as it was before
            self.leave()
        elif event.type() == QEvent.Type.KeyPress and watched is self._desk:
            escape = cast(QKeyEvent, event).key() == Qt.Key.Key_Escape
            if escape and self._commands.action(COMMAND).isChecked():
                self.leave()
                return True
        return super().eventFilter(watched, event)
