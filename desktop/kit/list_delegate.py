"""One row of a list as it is painted: title over two lines, chip, a few grey words, a time at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from desktop.kit.chips import chip_size, paint_chip
from desktop.kit.colours import Colours, Tone
from desktop.kit.paged_model import ROW_ROLE
from desktop.kit.theme import Theme, scaled
from desktop.kit.wording import spoken

SIDE, TOP, GAP, APART = 14.0, 11.0, 5.0, 8.0
BAR = 3.0
TITLE_LINES = 2
PIECE_LINES, PIECE_GAP = 2, 2.0
MOST_TITLES = 3000  # wrapped titles remembered

AnyIndex = QModelIndex | QPersistentModelIndex
Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What a row says. ``when`` is short: 刚刚, 10:42, 昨天, 11-20.

    A row that was searched for shows a ``piece`` of its text; marks are the (start, end) of what was found.
    """

    title: str
    chip: str = ""
    tone: Tone = Tone.PLAIN
    words: tuple[str, ...] = ()
    when: str = ""
    title_marks: Marks = ()
    piece: str = ""
    piece_marks: Marks = ()

    def spoken(self) -> str:
        """The row in one breath, for screen readers and for typing ahead."""
        return spoken((self.title, self.chip, *self.words, self.when, self.piece))


@dataclass(frozen=True, slots=True)
class _Fonts:
    title: QFont
    small: QFont
    title_height: float
    small_height: float
    piece_height: float


class ListDelegate(QStyledItemDelegate):
    """Paints what ``line`` makes of the value under ROW_ROLE; a row not read yet is a quiet placeholder."""

    def __init__(self, theme: Theme, line: Callable[[Any], Line], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = line
        self._fonts: tuple[str, _Fonts] | None = None
        self._wraps: dict[tuple[str, float, bool], tuple[str, ...]] = {}

    def _of(self, index: AnyIndex) -> Line | None:
        row = index.data(ROW_ROLE)
        return None if row is None else self._line(row)

    def _fonts_of(self, font: QFont) -> _Fonts:
        key = font.key()
        if self._fonts is None or self._fonts[0] != key:
            title, small = scaled(font, 1.07, bold=True), scaled(font, 0.92)
            heights = (
                QFontMetricsF(title).lineSpacing() * 1.08,
                chip_size("稿", small)[1],
                QFontMetricsF(small).lineSpacing() * 1.1,
            )
            self._fonts = (key, _Fonts(title, small, *heights))
            self._wraps.clear()
        return self._fonts[1]

    def _title(self, line: Line, width: float, fonts: _Fonts) -> tuple[str, ...]:
        """Return the title's lines; what does not fit in two ends in … and is whole in the tooltip."""
        return self._wrapped((line.title, width, True), fonts.title, TITLE_LINES)

    def _piece(self, line: Line, width: float, fonts: _Fonts) -> tuple[str, ...]:
        return self._wrapped((line.piece, width, False), fonts.small, PIECE_LINES) if line.piece else ()

    def _wrapped(self, key: tuple[str, float, bool], font: QFont, most: int) -> tuple[str, ...]:
        found = self._wraps.get(key)
        if found is None:
            if len(self._wraps) > MOST_TITLES:
                self._wraps.clear()
            found = self._wraps[key] = wrap(key[0], font, key[1], most)
        return found

    # Painting

    def _paint_title(self, painter: QPainter, place: QRectF, line: Line, fonts: _Fonts) -> float:
        """Paint the title and return where it ends."""
        painter.setFont(fonts.title)
        painter.setPen(QColor(self._theme.colours.ink))
        lines = self._title(line, place.width(), fonts)
        return self.paint_lines(painter, place, fonts.title_height, line.title, lines, line.title_marks)

    def _paint_piece(self, painter: QPainter, place: QRectF, line: Line, fonts: _Fonts) -> None:
        painter.setFont(fonts.small)
        painter.setPen(QColor(self._theme.colours.ink_soft))
        lines = self._piece(line, place.width(), fonts)
        self.paint_lines(painter, place, fonts.piece_height, line.piece, lines, line.piece_marks)

    def paint_lines(
        self, painter: QPainter, place: QRectF, height: float, text: str, lines: tuple[str, ...], marks: Marks,
        *, underlined: bool = False,
    ) -> float:  # fmt: skip
        """Paint lines of a text with what was found on a ground; return where they end."""
        metrics, top, colours = QFontMetricsF(painter.font()), place.top(), self._theme.colours
        for start, words in _placed(text, lines):
            for begin, end in marks:
                begin, end = max(0, begin - start), min(len(words), end - start)
                if begin < end:
                    left = place.left() + metrics.horizontalAdvance(words[:begin])
                    width = metrics.horizontalAdvance(words[begin:end])
                    ground = QRectF(left - 1, top + 1, width + 2, height - 2)
                    painter.fillRect(ground, QColor(colours.mark))
                    if underlined:
                        painter.fillRect(QRectF(left, ground.bottom() - 1, width, 1.5), QColor(colours.ink))
            painter.drawText(QRectF(place.left(), top, place.width(), height), _LEFT, words)
            top += height
        return top

    def _paint_words(self, painter: QPainter, place: QRectF, line: Line, fonts: _Fonts) -> None:
        painter.setFont(fonts.small)
        metrics = QFontMetricsF(fonts.small)
        if line.chip:
            width, _height = chip_size(line.chip, fonts.small)
            chip = QRectF(place.left(), place.top(), width, place.height())
            paint_chip(painter, chip, line.chip, line.tone, self._theme.colours)
            place.setLeft(chip.right() + APART)
        painter.setPen(QColor(self._theme.colours.ink_soft))
        painter.drawText(place, _RIGHT, line.when)
        if line.when:
            place.setRight(place.right() - metrics.horizontalAdvance(line.when) - APART)
        words = metrics.elidedText("  ".join(line.words), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, words)

    def _paint_placeholder(self, painter: QPainter, place: QRectF, fonts: _Fonts) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.plain_soft))
        title = QRectF(place.left(), place.top() + 2, place.width() * 0.6, fonts.title_height - 6)
        painter.drawRoundedRect(title, 3, 3)
        low = place.top() + fonts.title_height + GAP
        painter.drawRoundedRect(QRectF(place.left(), low, place.width() * 0.35, fonts.small_height - 4), 3, 3)

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        fonts = self._fonts_of(option.font)
        line = self._of(index)
        width = float(option.rect.width())
        high = 2 * TOP + GAP + fonts.small_height
        if line is None:
            return QSize(int(width), round(high + fonts.title_height))
        high += len(self._title(line, width - 2 * SIDE, fonts)) * fonts.title_height
        pieces = len(self._piece(line, width - 2 * SIDE, fonts))
        return QSize(int(width), round(high + (pieces * fonts.piece_height + PIECE_GAP if pieces else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        fonts, line, colours = self._fonts_of(option.font), self._of(index), self._theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, colours)
        place = QRectF(option.rect).adjusted(SIDE, TOP, -SIDE, -TOP)
        if line is None:
            self._paint_placeholder(painter, place, fonts)
        else:
            end = self._paint_title(painter, place, line, fonts)
            if line.piece:
                self._paint_piece(painter, QRectF(place.left(), end + PIECE_GAP, place.width(), 0), line, fonts)
            low = place.bottom() - fonts.small_height
            self._paint_words(painter, QRectF(place.left(), low, place.width(), fonts.small_height), line, fonts)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        line = self._of(index) if event.type() == QEvent.Type.ToolTip else None
        if line is None:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), "\n".join((line.title, "  ".join(line.words))).strip(), view)
        return True


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
    place = QRectF(option.rect)
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if selected or option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(place, QColor(colours.selected if selected else colours.hover))
    painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), QColor(colours.line))
    if selected:
        painter.fillRect(QRectF(place.left(), place.top(), BAR, place.height() - 1), QColor(colours.accent))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(colours.focus), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(BAR + 2, 2, -2, -3), 4, 4)


def _placed(text: str, lines: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield where in ``text`` each of its lines begins, with the line."""
    flat, at = text.replace("\n", " "), 0
    for words in lines:
        whole = words.removesuffix("…")
        at = flat.find(whole, at)
        yield at, words
        at += len(whole)


def wrap(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """Return ``text`` in at most ``most`` lines of ``width``, the last one shortened where it must be."""
    layout = QTextLayout(text.replace("\n", " "), font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1.0))
        starts.append(line.textStart())
    layout.endLayout()
    flat = layout.text()
    lines = [flat[start:end] for start, end in zip(starts, [*starts[1:], len(flat)], strict=True)]
    if len(lines) > most:
        rest = flat[starts[most - 1] :]
        lines = [*lines[: most - 1], QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return tuple(line.rstrip() for line in lines) or ("",)


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
