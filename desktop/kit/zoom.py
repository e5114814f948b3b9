"""How large a text is shown. Nothing in the document changes: it is laid out for a device of more or fewer dots.

Qt scales by the device's dots what is said in points, and distances; letters said in pixels stay as they are. So a text
that can be zoomed has its letters in points (``zoomable``).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QImage, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QWidget

STEPS = (80, 90, 100, 110, 125, 150, 175, 200)  # per cent
_KEY = "editor/zoom"
_INCH = 0.0254  # metres
_NOTCH = 120  # of a wheel, in eighths of a degree


class Zoom(QObject):
    """The one size of all texts of an article.

    Signals:
        changed: the texts are to be shown larger or smaller.
    """

    changed = Signal()

    def __init__(self, windows: QSettings | None = None, parent: QObject | None = None) -> None:
        """``windows`` remembers it."""
        super().__init__(parent)
        self._windows = windows
        self._turned = 0  # of the wheel, not used up yet
        kept = windows.value(_KEY) if windows is not None else None
        self._percent = int(kept) if isinstance(kept, int | str) and str(kept).isdecimal() else 100
        self._percent = max(STEPS[0], min(STEPS[-1], self._percent))

    @property
    def percent(self) -> int:
        return self._percent

    @property
    def scale(self) -> float:
        """By how much a distance is longer than it is at 100 %."""
        return _device(self._percent).logicalDpiY() / _dots()

    def step(self, up: bool) -> None:
        """Go to the next size above or below."""
        ahead = [size for size in STEPS if (size > self._percent if up else size < self._percent)]
        if ahead:
            self.set(min(ahead) if up else max(ahead))

    def set(self, percent: int) -> None:
        if percent == self._percent:
            return
        self._percent = percent
        if self._windows is not None:
            self._windows.setValue(_KEY, percent)
        self.changed.emit()

    def watch(self, viewport: QWidget) -> None:
        """Go up and down by the wheel over a text while Ctrl is held."""
        viewport.installEventFilter(self)

    def show(self, document: QTextDocument) -> None:
        """Lay a document out in this size."""
        document.documentLayout().setPaintDevice(_device(self._percent))
        document.markContentsDirty(0, document.characterCount())

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            turned = cast(QWheelEvent, event)
            if turned.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._turned += turned.angleDelta().y()
                while abs(self._turned) >= _NOTCH:
                    up = self._turned > 0
                    self._turned -= _NOTCH if up else -_NOTCH
                    self.step(up)
                return True
        return super().eventFilter(watched, event)


def points(pixels: float) -> float:
    """Return the points that are so many pixels at 100 %."""
    return pixels * 72 / _dots()


def zoomable(font: QFont) -> QFont:
    """Return a font of pixels as one of points."""
    made = QFont(font)
    made.setPointSizeF(points(font.pixelSize()))
    return made


@lru_cache(maxsize=1)
def _dots() -> int:
    """Return the dots of an inch that Qt takes a device to have at 100 %."""
    screen = QGuiApplication.primaryScreen()
    return round(screen.logicalDotsPerInchY()) if screen is not None else 96


@cache  # a document's layout holds no reference to its device
def _device(percent: int) -> QImage:
    made = QImage(1, 1, QImage.Format.Format_Mono)
    dots = round(_dots() * percent / 100 / _INCH)
    made.setDotsPerMeterX(dots)
    made.setDotsPerMeterY(dots)
    return made
