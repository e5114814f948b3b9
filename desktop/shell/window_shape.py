"""Where the window stands, and how large, kept for this machine."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QWidget

SOON = 1000  # milliseconds from a change until it is written: a crash must not take it


class WindowShape(QObject):
    """Keeps where the window stands, and how large: a second after it was moved."""

    def __init__(self, window: QWidget, windows: QSettings) -> None:
        super().__init__(window)
        self._window, self._windows = window, windows
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.keep)
        window.installEventFilter(self)

    @Slot()
    def keep(self) -> None:
        self._windows.setValue("geometry", self._window.saveGeometry())

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange)
        if event.type() in kinds and self._window.isVisible():
            self._soon.start()
        return super().eventFilter(watched, event)
