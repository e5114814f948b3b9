"""One row of the ledger as it is painted: tick box, kind, who checked it by what source, the fact in its sentence."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPolygonF,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.domain.ticks import Tick
from desktop.kit.chips import chip_size, paint_chip
from desktop.kit.colours import Tone
from desktop.kit.theme import Theme, scaled
from desktop.proofreading.fact import Fact
from desktop.screens.editor.fact_model import FACT_ROLE, TEXT_ROLE, TICK_ROLE, WHERE_ROLE, kind_words

SIDE, TOP, GAP, BOX = 12.0, 9.0, 8.0, 15.0
LINES = 2
_WIDE = chr(0x5B57)  # as wide and as high as any
LEAD = 16  # characters of a sentence before the fact where the whole of it has no room
AnyIndex = QModelIndex | QPersistentModelIndex


class FactDelegate(QStyledItemDelegate):
    """All rows are of one height, so that thousands of them cost no more than a few."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = kind_words()

    def box(self, row: QRectF) -> QRectF:
        """Return where the tick box of a row lies."""
        return QRectF(row.left() + SIDE, row.top() + TOP + 1, BOX, BOX)

    def _paint_box(self, painter: QPainter, place: QRectF, tick: Tick | None) -> None:
        colours = self._theme.colours
        painter.setPen(QPen(QColor(colours.ok if tick else colours.control_line), 1.4))
        painter.setBrush(QColor(colours.ok if tick else colours.paper))
        painter.drawRoundedRect(place, 3, 3)
        if tick:
            painter.setPen(QPen(QColor(colours.on_ok), 2))
            x, y, size = place.left(), place.top(), place.width()
            points = ((0.22, 0.52), (0.42, 0.74), (0.8, 0.28))
            painter.drawPolyline(QPolygonF([QPointF(x + a * size, y + b * size) for a, b in points]))

    def _paint_head(self, painter: QPainter, place: QRectF, index: AnyIndex, font: QFont) -> None:
        """Paint the kind, and at the right who checked it, or where it stands, or whom it is about."""
        fact: Fact = index.data(FACT_ROLE)
        tick: Tick | None = index.data(TICK_ROLE)
        colours, small = self._theme.colours, scaled(font, 0.88)
        painter.setFont(small)
        words = self._words[fact.kind]
        width, height = chip_size(words, small)
        paint_chip(painter, QRectF(place.left(), place.top(), width, height), words, Tone.PLAIN, colours)
        said = index.data(WHERE_ROLE) or fact.detail
        if tick:
            words_of = self.tr("{name}：{note}") if tick.note else self.tr("{name} 已核对")
            said = words_of.format(name=tick.by, note=tick.note)
        elif fact.times > 1:
            said = self.tr("共 {n} 处").format(n=fact.times)
        room = QRectF(place.left() + width + GAP, place.top(), place.width() - width - GAP, height)
        painter.setPen(QColor(colours.ok if tick else colours.ink_soft))
        line = QFontMetricsF(small).elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line)

    def _paint_sentence(self, painter: QPainter, place: QRectF, found: tuple[str, int, int], font: QFont) -> None:
        """Paint two lines of the sentence, the fact among them strong and underlined."""
        sentence, start, end = found
        metrics = QFontMetricsF(font)
        room = int(LINES * place.width() / max(1.0, metrics.horizontalAdvance(_WIDE))) - 2
        if end > room and start > LEAD:
            cut = start - LEAD
            sentence, start, end = "…" + sentence[cut:], LEAD + 1, end - cut + 1
        if len(sentence) > room:
            sentence = sentence[: room - 1] + "…"
        layout = QTextLayout(sentence, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        layout.setTextOption(option)
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        strong.setFontUnderline(True)
        strong.setForeground(QColor(self._theme.colours.ink))
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, min(end, len(sentence)) - start, strong
        layout.setFormats([part])
        layout.beginLayout()
        for number in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(place.width())
            line.setPosition(QPointF(0, number * metrics.lineSpacing() * 1.12))
        layout.endLayout()
        painter.setPen(QColor(self._theme.colours.ink_soft))
        layout.draw(painter, place.topLeft())

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        chip = chip_size(_WIDE, scaled(option.font, 0.88))[1]
        lines = QFontMetricsF(option.font).lineSpacing() * 1.12 * LINES
        return QSize(100, round(TOP + chip + 4 + lines + TOP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: Any = option
        fact, tick, colours = index.data(FACT_ROLE), index.data(TICK_ROLE), self._theme.colours
        if fact is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(row.rect)
        if row.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, QColor(colours.hover))
            painter.fillRect(QRectF(whole.left(), whole.top(), 3, whole.height()), QColor(colours.accent))
            if row.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(QColor(colours.focus), 1))
                painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))
        self._paint_box(painter, self.box(whole), tick)
        left = whole.left() + SIDE + BOX + GAP
        place = QRectF(left, whole.top() + TOP, whole.right() - SIDE - left, whole.height())
        self._paint_head(painter, place, index, row.font)
        top = chip_size(_WIDE, scaled(row.font, 0.88))[1] + 4
        self._paint_sentence(painter, place.adjusted(0, top, 0, 0), index.data(TEXT_ROLE), row.font)
        painter.setPen(QColor(colours.line))
        painter.drawLine(QPointF(whole.left(), whole.bottom()), QPointF(whole.right(), whole.bottom()))
        painter.restore()
