"""Everything a person can do, by name: one registry that feeds menus, buttons, shortcuts and the palette."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QKeySequence

from desktop.kit.icons import Name, icon
from desktop.kit.theme import Theme


def always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. ``id`` is stable ("draft.submit"); ``keywords`` are other words that people look for."""

    id: str
    title: str
    run: Callable[[], None]
    shortcut: str = ""
    keywords: tuple[str, ...] = ()
    icon: Name | None = None
    enabled: Callable[[], bool] = always
    hint: str = ""


class Commands(QObject):
    """The registry. One action a command: put it into menus, tool bars and buttons (``setDefaultAction``).

    Signals:
        ran: a command was carried out (its id).
    """

    ran = Signal(str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._dressed = False
        theme.changed.connect(self._on_theme_changed)

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def add(self, command: Command) -> QAction:
        """Register a command; two of one id, or two with one shortcut, are a mistake of ours."""
        if command.id in self._commands:
            raise ValueError(f"command {command.id} exists already")
        keys = QKeySequence(command.shortcut)
        for other in self._commands.values():
            if command.shortcut and QKeySequence(other.shortcut) == keys:
                raise ValueError(f"{command.shortcut} belongs to {other.id} already")
        action = QAction(command.title, self)
        action.setObjectName(command.id)
        action.setShortcut(keys)
        action.setToolTip(self._tooltip(command))
        action.setEnabled(command.enabled())
        action.triggered.connect(partial(self.run, command.id))
        self._commands[command.id], self._actions[command.id] = command, action
        if self._dressed:
            self._put_on_icon(command)
        return action

    def action(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def command(self, command_id: str) -> Command:
        return self._commands[command_id]

    def run(self, command_id: str, _checked: bool = False) -> bool:
        """Carry a command out if it may be carried out now; say whether it was."""
        command = self._commands[command_id]
        if not command.enabled():
            self.refresh()
            return False
        command.run()
        self.ran.emit(command_id)
        return True

    @Slot()
    def refresh(self) -> None:
        """Ask each command whether it can be carried out now; connect what may change that."""
        for command in self:
            self._actions[command.id].setEnabled(command.enabled())

    def put_on_icons(self) -> None:
        """Load the icons; called once, after the first paint."""
        self._dressed = True
        for command in self:
            self._put_on_icon(command)

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._dressed:
            self.put_on_icons()

    def _put_on_icon(self, command: Command) -> None:
        picture = icon(command.icon, self._theme.colours) if command.icon else QIcon()
        self._actions[command.id].setIcon(picture)

    def _tooltip(self, command: Command) -> str:
        words = command.hint or command.title
        keys = shown_keys(command.shortcut)
        return self.tr("{words}（{keys}）").format(words=words, keys=keys) if keys else words


def shown_keys(shortcut: str) -> str:
    """Return a shortcut as it stands on the keys: signs on a Mac, elsewhere English words in every language."""
    mac = sys.platform == "darwin"
    form = QKeySequence.SequenceFormat.NativeText if mac else QKeySequence.SequenceFormat.PortableText
    return QKeySequence(shortcut).toString(form).replace("Return", "Enter")
