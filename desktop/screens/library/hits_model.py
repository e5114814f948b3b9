"""What was found in all drafts, as rows of one list: an article, then its places below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from db.domain.article import ArticleRow
from desktop.kit.list_delegate import SIDE, Line, ListDelegate, paint_ground, wrap
from desktop.kit.paged_model import ROW_ROLE
from desktop.kit.theme import Theme, scaled
from desktop.kit.wording import spoken
from desktop.screens.library.lines import line
from desktop.text.hits import Hit

AnyIndex = QModelIndex | QPersistentModelIndex
INDENT, ABOVE = 14.0, 6.0
PIECE_LINES = 2


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article with its places."""

    row: ArticleRow
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """One place of an article."""

    article_id: int
    hit: Hit


class HitsModel(QAbstractListModel):
    """Grows while it is looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FoundArticle | FoundPlace] = []

    def clear(self) -> None:
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def add(self, found: Sequence[FoundArticle]) -> None:
        """Put articles behind those that are there."""
        rows: list[FoundArticle | FoundPlace] = []
        for article in found:
            rows += [article, *(FoundPlace(article.row.article_id, hit) for hit in article.hits)]
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def place_at(self, number: int) -> FoundPlace | None:
        """Return the place that a row stands for: that of an article is its first."""
        if not 0 <= number < len(self._rows):
            return None
        row = self._rows[number]
        return FoundPlace(row.row.article_id, row.hits[0]) if isinstance(row, FoundArticle) else row

    # Qt overrides

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _line(row).spoken() if isinstance(row, FoundArticle) else spoken((row.hit.piece,))
        return None


class HitsDelegate(ListDelegate):
    """An article as in every list; a place as its words, what was found on a ground and underlined."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, _line, parent)

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        row = index.data(ROW_ROLE)
        if not isinstance(row, FoundPlace):
            return super().sizeHint(option, index)
        font = scaled(option.font, 0.96)
        lines = wrap(row.hit.shown, font, option.rect.width() - 2 * SIDE - INDENT, PIECE_LINES)
        return QSize(option.rect.width(), round(2 * ABOVE + len(lines) * QFontMetricsF(font).lineSpacing() * 1.1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, FoundPlace):
            super().paint(painter, option, index)
            return
        font = scaled(option.font, 0.96)
        place = QRectF(option.rect).adjusted(SIDE + INDENT, ABOVE, -SIDE, -ABOVE)
        lines = wrap(row.hit.shown, font, place.width(), PIECE_LINES)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self._theme.colours)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours.ink))
        begin = row.hit.start + len(row.hit.shown) - len(row.hit.piece)
        marks = ((begin, begin + row.hit.end - row.hit.start),)
        height = QFontMetricsF(font).lineSpacing() * 1.1
        self.paint_lines(painter, place, height, row.hit.shown, lines, marks, underlined=True)
        painter.restore()


def _line(found: FoundArticle) -> Line:
    return line(found.row)
