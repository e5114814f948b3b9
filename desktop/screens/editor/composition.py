"""Whether an input method composes a word just now: until it is done no text is saved and none is touched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QWidget


class Composition(QObject):
    """Watches the editors of a screen.

    Signals:
        closed: a word that was composed is in its text now, or was given up.
    """

    closed = Signal()
    _ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = False
        # a filter hears of an event before the editor does: the word is in the text when this comes round
        self._ended.connect(self.closed, Qt.ConnectionType.QueuedConnection)

    @property
    def open(self) -> bool:
        return self._open

    def watch(self, widgets: Iterable[QWidget]) -> None:
        for widget in widgets:
            widget.installEventFilter(self)

    def finish(self) -> None:
        """Ask the input method to put down what it composes; before submit and close nothing may be left behind."""
        if self._open:
            QGuiApplication.inputMethod().commit()
            self._set(False)

    def _set(self, open_: bool) -> None:
        was, self._open = self._open, open_
        if was and not open_:
            self._ended.emit()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.InputMethod:
            self._set(bool(cast(QInputMethodEvent, event).preeditString()))
        elif event.type() == QEvent.Type.FocusOut:
            self._set(False)
        return super().eventFilter(watched, event)
