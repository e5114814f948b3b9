"""Draws what is no text: pictures, films, files and rules, and beside the text marks of lists, quotes and source."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QPyTextObject,
    QTextBlock,
    QTextDocument,
    QTextFormat,
)

from desktop.kit.colours import Colours
from desktop.kit.rich_text.drawn_files import CARD, draw_file, draw_film, film_size
from desktop.kit.rich_text.looks import DRAWN, STEP, Shape, facts_of, place_of, shape_of
from desktop.kit.theme import article_font
from desktop.text.addresses import is_film
from desktop.text.flat import Kind, Path, State

translate = QCoreApplication.translate

MISSING = QSizeF(320, 180)  # of a picture that is not here (yet)
GAP = 6
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
_SIGNS = ("•", "◦", "▪")


class DrawnThings(QPyTextObject):
    """Pictures and rules within a document; register it with the document's layout for `DRAWN`."""

    def __init__(self, image: Callable[[str], QImage], colours: Callable[[], Colours], parent: QObject) -> None:
        """``image`` gives the picture of a source, null where there is none."""
        super().__init__(parent)
        self._image, self._colours = image, colours
        self.facts: dict[str, str] = {}  # said at the foot of a film, by its digest
        self.scale = 1.0  # of the letters that are drawn here

    def register(self, document: QTextDocument) -> None:
        document.documentLayout().registerHandler(DRAWN, self)

    def _column(self, document: QTextDocument) -> float:
        return max(160.0, document.textWidth() - 2 * document.documentMargin() - 2)

    def _picture(self, document: QTextDocument, source: str, share: float) -> QSizeF:
        if is_film(source):
            return film_size(self._column(document) * share)
        image = self._image(source)
        size = QSizeF(image.size()) if not image.isNull() else MISSING
        room = self._column(document) * share
        return (
            size.scaled(room, size.height() * room / size.width(), Qt.AspectRatioMode.KeepAspectRatio)
            if (size.width() > room)
            else size
        )

    def _small(self) -> QFont:
        font = QFont()
        font.setPixelSize(round(13 * self.scale))
        return font

    def film_height(self, document: QTextDocument) -> float:
        """Return how high the frame of a film is drawn that stands alone."""
        return film_size(self._column(document)).height()

    def _caption(self, facts: tuple[str, ...]) -> str:
        caption, credit = facts[2], facts[3]
        if not caption and not credit and is_film(facts[0]):
            return translate("RichText", "双击这里补图说和署名，双击画面打开视频")
        if not caption and not credit:
            return translate("RichText", "双击补图说、署名和替代文字")
        return f"{caption}　{credit}".strip()

    # Qt overrides

    def intrinsicSize(self, document: QTextDocument, _position: int, form: QTextFormat) -> QSizeF:
        shape, facts = facts_of(form)
        if shape is Shape.RULE:
            return QSizeF(self._column(document), 17)
        if shape is Shape.ATTACHED:
            return QSizeF(self._column(document), CARD * self.scale)
        if shape is Shape.PARAGRAPH:
            return self._picture(document, facts[0], 0.5)
        size = self._picture(document, facts[0], 1.0)
        room = QRectF(0, 0, self._column(document), 10_000)
        words = QFontMetricsF(self._small()).boundingRect(room, int(_WORDS), self._caption(facts))
        return QSizeF(self._column(document), size.height() + GAP + words.height() + GAP)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, _position: int, form: QTextFormat
    ) -> None:
        shape, facts = facts_of(form)
        colours = self._colours()
        if shape is Shape.RULE:
            painter.setPen(QPen(QColor(colours.control_line), 1))
            middle = rect.center().y()
            painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
            return
        if shape is Shape.ATTACHED:
            painter.save()
            painter.translate(rect.topLeft())
            painter.scale(self.scale, self.scale)
            card = QRectF(0, 0, rect.width() / self.scale, rect.height() / self.scale)
            draw_file(painter, card, facts[1], facts[2], facts[0].rpartition(".")[2], colours)
            painter.restore()
            return
        size = self._picture(document, facts[0], 1.0 if shape is Shape.FIGURE else 0.5)
        place = QRectF(rect.center().x() - size.width() / 2, rect.top(), size.width(), size.height())
        image = self._image(facts[0])
        if is_film(facts[0]):
            digest, _, ending = facts[0].removeprefix("asset:").partition(".")
            draw_film(painter, place, facts[1], ending, self.facts.get(digest, ""), colours)
        elif image.isNull():
            painter.fillRect(place, QColor(colours.plain_soft))
            painter.setPen(QColor(colours.ink_soft))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, translate("RichText", "图片"))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        if shape is Shape.FIGURE:
            painter.setFont(self._small())
            painter.setPen(QColor(colours.ink_soft))
            below = QRectF(rect.left(), place.bottom() + GAP, rect.width(), rect.bottom() - place.bottom() - GAP)
            painter.drawText(below, int(_WORDS), self._caption(facts))


def draw_all_beside(painter: QPainter, block: QTextBlock, seen: QRectF, colours: Colours, scale: float) -> None:
    """Draw what stands beside the blocks from this one on, as far as the document is seen."""
    layout = block.document().documentLayout()
    while block.isValid():
        place = layout.blockBoundingRect(block)
        if place.top() > seen.bottom():
            break
        form = block.blockFormat()
        if form.leftMargin() or shape_of(form) is Shape.SOURCE:
            draw_beside(painter, block, QPointF(0, place.top() - seen.top()), colours, scale)
        block = block.next()


def draw_beside(painter: QPainter, block: QTextBlock, top_left: QPointF, colours: Colours, scale: float) -> None:
    """Draw the marks of a block's lists and quotes, and the word of a source block, in its left margin."""
    form = block.blockFormat()
    path = place_of(form)
    layout = block.layout()
    if layout is None or layout.lineCount() == 0:
        return
    height, step = layout.boundingRect().height(), STEP * scale
    for depth, level in enumerate(path):
        left = top_left.x() + depth * step
        if level.kind is Kind.QUOTE:
            bar = QRectF(left + step * 0.4, top_left.y() - 2, 3, height + 4)
            painter.fillRect(bar, QColor(colours.control_line))
    mark = item_mark(block, path)
    line = layout.lineAt(0)
    room = QRectF(top_left.x() + (len(path) - 1) * step, top_left.y() + line.y(), step - 8 * scale, line.height())
    if mark in _SIGNS:
        _draw_sign(painter, mark, QPointF(room.right() - 4 * scale, room.center().y()), QColor(colours.ink_soft), scale)
    elif mark:
        painter.setPen(QColor(colours.ink_soft))
        painter.setFont(article_font(round(15 * scale)))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, mark)
    if shape_of(form) is Shape.SOURCE:
        painter.setPen(QColor(colours.ink_soft))
        small = QFont()
        small.setPixelSize(11)
        painter.setFont(small)
        room = QRectF(top_left.x(), top_left.y(), layout.boundingRect().width() - 4, 16)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight, translate("RichText", "源码，原样保留"))


def _draw_sign(painter: QPainter, sign: str, middle: QPointF, colour: QColor, scale: float) -> None:
    """Draw the sign of a bulleted item: a dot, a ring within one, a square within that."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    if sign != _SIGNS[1]:
        painter.setBrush(colour)
    if sign == _SIGNS[2]:
        painter.drawRect(QRectF(middle.x() - 2 * scale, middle.y() - 2 * scale, 4 * scale, 4 * scale))
    else:
        painter.drawEllipse(middle, 2.4 * scale, 2.4 * scale)
    painter.restore()


def item_mark(block: QTextBlock, path: Path) -> str:
    """Return the sign or number of the list item that begins with this block, empty where none does."""
    if not path or path[-1].kind is Kind.QUOTE or not begins_item(block, path, len(path) - 1):
        return ""
    depth = len(path) - 1
    if path[-1].kind is Kind.BULLETED:
        nested = sum(level.kind is Kind.BULLETED for level in path)
        return _SIGNS[min(nested, len(_SIGNS)) - 1]
    number, first, at = 0, path[-1].start, block
    while True:
        here = place_of(at.blockFormat())
        if begins_item(at, here, depth):
            number += 1
            first = here[depth].start
        if begins_list(at, here, depth):
            return f"{first + number - 1}."
        at = at.previous()


def begins_list(block: QTextBlock, path: Path, depth: int) -> bool:
    """Does a list or quote at this depth begin with the block?"""
    before = block.previous()
    if not before.isValid() or path[depth].state is State.OPENS:
        return True
    above = place_of(before.blockFormat())
    if len(above) <= depth or above[depth].kind is not path[depth].kind:
        return True
    return any(begins_item(block, path, outer) for outer in range(depth))


def begins_item(block: QTextBlock, path: Path, depth: int) -> bool:
    return path[depth].state is State.NEXT or begins_list(block, path, depth)
