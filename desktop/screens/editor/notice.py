"""A line above the text that says why it cannot be edited here, or what was said about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.kit.colours import Tone
from desktop.kit.theme import mark


class NoticeLine(QFrame):
    """Hidden while there is nothing to say; may offer one thing to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Callable[[], None] | None = None
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton()
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()

    def say(self, words: str, tone: Tone = Tone.WAIT, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Say something, or nothing with an empty text."""
        self._words.setText(words)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._run = run
        mark(self, "tone", tone.value)
        self.setVisible(bool(words))

    @Slot()
    def _on_clicked(self) -> None:
        if self._run is not None:
            self._run()
