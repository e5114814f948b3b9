"""A chip: one short word on a tinted ground, for a stage or a kind."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.colours import Colours, Tone
from desktop.kit.theme import Theme, scaled

SIDE, RADIUS = 6.0, 3.0


def chip_size(text: str, font: QFont) -> tuple[float, float]:
    """Return width and height of a chip whose word is set in ``font``."""
    metrics = QFontMetricsF(font)
    return metrics.horizontalAdvance(text) + 2 * SIDE, metrics.height() + 2


def paint_chip(painter: QPainter, place: QRectF, text: str, tone: Tone, colours: Colours) -> None:
    """Paint the word in the painter's font, centred in ``place``."""
    ink, ground = colours.tone(tone)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(place, RADIUS, RADIUS)
    painter.setPen(QColor(ink))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


class Chip(QWidget):
    """The chip as a widget of its own."""

    def __init__(self, theme: Theme, text: str = "", tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text, self._tone = "", tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)
        self.set(text, tone)

    def set(self, text: str, tone: Tone) -> None:
        """Say another word; an empty one hides the chip's ground too."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        width, height = chip_size(self._text, scaled(self.font(), 0.9))
        return QSize(round(width + 0.5), round(height + 0.5)) if self._text else QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), 0.9))
        paint_chip(painter, QRectF(self.rect()), self._text, self._tone, self._theme.colours)
        painter.end()
