"""Draws the films and files of a text: a dark frame with the sign that plays, a card with a name and a size."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.kit.colours import DARK, LIGHT, Colours
from desktop.kit.theme import article_font

translate = QCoreApplication.translate

WIDEST = 432.0  # pixels of a film
CARD = 52.0  # height of a file
_SIDE = 14.0
_SIGN = 24.0  # half the height of the sign that plays


def film_size(room: float) -> QSizeF:
    """Return the size of a film's frame where there is so much room; nobody has looked at its pictures yet."""
    width = min(room, WIDEST)
    return QSizeF(width, width * 9 / 16)


def draw_film(painter: QPainter, place: QRectF, name: str, ending: str, size: str, colours: Colours) -> None:
    """Draw the frame with the name at its foot. It is dark in the light window too, as a screen is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.control_line), 1))
    painter.setBrush(QColor(LIGHT.ink))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    middle, sign = place.center(), min(_SIGN, place.height() / 6)
    ink = QColor(DARK.ink)
    painter.setPen(QPen(ink, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, sign * 1.4, sign * 1.4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    corners = (QPointF(-sign * 0.4, -sign * 0.65), QPointF(-sign * 0.4, sign * 0.65), QPointF(sign * 0.75, 0))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    font = _small()
    painter.setFont(font)
    painter.setPen(ink)
    foot = place.adjusted(_SIDE, place.height() - 32, -_SIDE, -8)
    kind = translate("RichText", "{kind} 视频").format(kind=ending.upper())
    kind = translate("RichText", "{kind}，{size}").format(kind=kind, size=size) if size else kind
    _draw_ends(painter, foot, name or translate("RichText", "视频"), kind, font)
    painter.restore()


def draw_file(painter: QPainter, place: QRectF, name: str, note: str, ending: str, colours: Colours) -> None:
    """Draw a card: a sheet with the ending of the file, its name, and what is said of it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.control_line), 1))
    painter.setBrush(QColor(colours.list))
    card = place.adjusted(0.5, 4.5, -0.5, -4.5)
    painter.drawRoundedRect(card, 4, 4)
    sheet = QRectF(card.left() + _SIDE, card.center().y() - 14, 22, 28)
    fold = 7.0
    outline = (
        sheet.topLeft(), QPointF(sheet.right() - fold, sheet.top()), QPointF(sheet.right(), sheet.top() + fold),
        sheet.bottomRight(), sheet.bottomLeft(),
    )  # fmt: skip
    painter.setPen(QPen(QColor(colours.ink_soft), 1.2))
    painter.setBrush(QColor(colours.paper))
    painter.drawPolygon(QPolygonF(outline))
    tiny = QFont()
    tiny.setPixelSize(8)
    tiny.setBold(True)
    painter.setFont(tiny)
    painter.drawText(sheet.adjusted(-2, 8, 2, 0), Qt.AlignmentFlag.AlignCenter, ending.upper()[:4])
    font = article_font(15)
    painter.setFont(font)
    painter.setPen(QColor(colours.ink))
    words = card.adjusted(_SIDE * 2 + sheet.width(), 0, -_SIDE, 0)
    _draw_ends(painter, words, name, note, font, QColor(colours.ink_soft))
    painter.restore()


def _draw_ends(
    painter: QPainter, place: QRectF, left: str, right: str, font: QFont, right_ink: QColor | None = None
) -> None:
    """Write a name at the left, shortened in its middle where it must be, and a few words at the right."""
    small = QFontMetricsF(_small())
    taken = small.horizontalAdvance(right) + _SIDE if right else 0
    shown = QFontMetricsF(font).elidedText(left, Qt.TextElideMode.ElideMiddle, max(40.0, place.width() - taken))
    upright = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place, upright | Qt.AlignmentFlag.AlignLeft, shown)
    painter.setFont(_small())
    if right_ink is not None:
        painter.setPen(right_ink)
    painter.drawText(place, upright | Qt.AlignmentFlag.AlignRight, right)


def _small() -> QFont:
    font = QFont()
    font.setPixelSize(13)
    return font
