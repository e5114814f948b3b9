"""How a person divided the panels of the window, kept for this machine."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtWidgets import QSplitter


class Sizes(QObject):
    """Keeps how a person divided a splitter."""

    def __init__(self, splitter: QSplitter, windows: QSettings, name: str) -> None:
        """``splitter`` holds its parts already; such as come later are not divided for good."""
        super().__init__(splitter)
        self._splitter, self._windows, self._key = splitter, windows, f"sizes/{name}"
        self._count = splitter.count()
        sizes = [int(size) for size in str(windows.value(self._key, "")).split("-") if size.isdecimal()]
        if len(sizes) == self._count:
            splitter.setSizes(sizes)
        splitter.splitterMoved.connect(self._on_moved)

    @Slot()
    def _on_moved(self) -> None:
        sizes = self._splitter.sizes()[: self._count]
        if all(sizes):  # one that is hidden has none
            self._windows.setValue(self._key, "-".join(map(str, sizes)))
