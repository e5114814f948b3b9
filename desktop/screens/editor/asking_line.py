"""A line below the text with a question that nobody has to answer, and how far the work is once somebody did."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop.kit.colours import Tone
from desktop.kit.theme import ButtonKind, dress, mark


class AskingLine(QFrame):
    """Hidden while there is nothing to ask.

    Signals:
        accepted, declined: the answer.
        stopped: the work is to end where it is.
    """

    accepted = Signal()
    declined = Signal()
    stopped = Signal()

    def __init__(self, accept: str, decline: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "tone", Tone.LIVE.value)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._done = QProgressBar()
        self._done.setTextVisible(False)
        self._done.setFixedWidth(160)
        self._done.setAccessibleName(self.tr("进度"))
        self.accept_button, self.decline_button = QPushButton(accept), QPushButton(decline)
        self.stop_button = QPushButton(self.tr("停下"))
        dress(self.accept_button, ButtonKind.PRIMARY)
        self.accept_button.clicked.connect(self.accepted)
        self.decline_button.clicked.connect(self.declined)
        self.stop_button.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for widget in (self._done, self.decline_button, self.accept_button, self.stop_button):
            row.addWidget(widget)
        self.hide()

    def ask(self, words: str) -> None:
        """Ask; the keyboard stays in the text."""
        self._show(words, working=False)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def show_progress(self, words: str, done: int, total: int) -> None:
        self._done.setRange(0, total)
        self._done.setValue(done)
        self._show(words, working=True)

    def _show(self, words: str, *, working: bool) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        for button in (self.accept_button, self.decline_button):
            button.setVisible(not working)
        for widget in (self._done, self.stop_button):
            widget.setVisible(working)
        self.show()
