"""A line to type into and a list below it, from which one thing is picked without leaving the line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.kit.theme import Surface, lay

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


class PickList(QWidget):
    """Shows rows that it is given; what is found for what was typed is found elsewhere.

    Signals:
        typed: the person looks for this (str).
        moved: another row is chosen, or none.
        taken: the chosen row is wanted, by a double click or Enter in the list.
    """

    typed = Signal(str)
    moved = Signal()
    taken = Signal()

    def __init__(self, name: str, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[Any, str]] = ()
        self.line, self.list = QLineEdit(), QListWidget()
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(prompt)
        self.line.textChanged.connect(self._on_typed)
        self.line.installEventFilter(self)
        self.list.setAccessibleName(name)
        self.list.setMinimumWidth(220)
        self.list.setSpacing(3)
        self.list.setWordWrap(True)
        lay(self.list, Surface.LIST)
        self.list.currentRowChanged.connect(self._on_moved)
        self.list.itemActivated.connect(self._on_taken)
        self.setFocusProxy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)

    def query(self) -> str:
        return self.line.text().strip()

    def show_rows(self, rows: Sequence[tuple[Any, str]]) -> None:
        """Show (key, words) a row; the chosen one stays chosen where it is still there, else the first is."""
        before = self.chosen()
        self._rows = ()
        self.list.clear()
        for _key, words in rows:
            self.list.addItem(QListWidgetItem(words))
        self._rows = rows
        keys = [key for key, _words in rows]
        self.list.setCurrentRow(keys.index(before) if before in keys else 0)
        self.moved.emit()

    def chosen(self) -> Any:
        """Return the key of the chosen row, None when there is none."""
        at = self.list.currentRow()
        return self._rows[at][0] if 0 <= at < len(self._rows) else None

    @Slot()
    def _on_typed(self) -> None:
        self.typed.emit(self.query())

    @Slot()
    def _on_moved(self) -> None:
        if self._rows:
            self.moved.emit()

    @Slot()
    def _on_taken(self) -> None:
        self.taken.emit()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list while the person types."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(cast(QKeyEvent, event).key()))
            if step is not None and self._rows:
                self.list.setCurrentRow(max(0, min(len(self._rows) - 1, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)
