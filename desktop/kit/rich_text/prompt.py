"""What to do where nothing is written yet, drawn whole; Qt's own placeholder is cut off after the first line."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QTextEdit


class Prompt(QObject):
    """Stands in an empty text, and steps aside for what an input method composes."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit, self._words, self._shown = edit, "", False
        edit.textChanged.connect(self._on_text_changed)

    def say(self, words: str) -> None:
        self._words = "\u3000\u3000" + words
        self._on_text_changed()

    def refresh(self) -> None:
        """Draw it anew, or take it away: something is being composed, or is no more."""
        if self._shown:
            self._edit.viewport().update()

    def draw(self, painter: QPainter) -> None:
        edit = self._edit
        if self._shown and not edit.textCursor().block().layout().preeditAreaText():
            painter.setPen(edit.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(edit.viewport().rect(), Qt.TextFlag.TextWordWrap, self._words)

    @Slot()
    def _on_text_changed(self) -> None:
        shown = bool(self._words) and self._edit.document().isEmpty()
        if shown is not self._shown:
            self._shown = shown
            self._edit.viewport().update()
