"""The shape of the window, kept for this machine: where it stands, and how its panels divide it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QSplitter, QWidget

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


class Sizes(QObject):
    """Keeps how a person divided a splitter."""

    def __init__(self, splitter: QSplitter, windows: QSettings, name: str) -> None:
        super().__init__(splitter)
        self._splitter, self._windows, self._key = splitter, windows, f"sizes/{name}"
        sizes = [int(size) for size in str(windows.value(self._key, "")).split("-") if size.isdecimal()]
        if len(sizes) == splitter.count():
            splitter.setSizes(sizes)
        splitter.splitterMoved.connect(self._on_moved)

    @Slot()
    def _on_moved(self) -> None:
        sizes = self._splitter.sizes()
        if all(sizes):  # one that is hidden has none
            self._windows.setValue(self._key, "-".join(map(str, sizes)))
