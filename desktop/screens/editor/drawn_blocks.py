"""A document made of pieces of HTML, of which only those that changed are drawn again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from desktop.kit.theme import ARTICLE_LINE_HEIGHT, ARTICLE_PIXELS, article_font
from desktop.kit.zoom import zoomable

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_LISTS = ("<ul", "<ol", "<blockquote>\n<ul", "<blockquote>\n<ol")


class DrawnBlocks:
    """Writes the pieces into a document, each on lines of its own, and knows where each of them lies."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self.scale = 1.0  # of distances at the side
        self._html: list[str] = []
        self._ends: list[QTextCursor] = []  # before the first piece, and after each
        self.clear()

    def __len__(self) -> int:
        return len(self._html)

    def clear(self) -> None:
        """Take everything away; the next pieces are all drawn."""
        self._document.clear()
        first = QTextBlockFormat()  # every piece begins a line, so the one that is always there is no higher than this
        first.setLineHeight(1, _FIXED)
        cursor = QTextCursor(self._document)
        cursor.setBlockFormat(first)
        self._html, self._ends = [], [_mark(cursor)]

    def show(self, html: Sequence[str]) -> None:
        """Make the document say these pieces: what stands before and behind the change is not touched."""
        same = _alike(self._html, html)
        behind = _alike(self._html[same:][::-1], html[same:][::-1])
        old, new = len(self._html) - behind, len(html) - behind
        if same == old == new:
            return
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.setPosition(self._ends[same].position())
        form = cursor.blockFormat()
        cursor.setPosition(self._ends[old].position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        if cursor.blockFormat() != form:  # an empty line took the format of what was removed behind it
            cursor.setBlockFormat(form)
        made: list[QTextCursor] = []
        for piece in html[same:new]:
            if piece.strip():
                self._insert(cursor, piece)
            made.append(_mark(cursor))
        cursor.endEditBlock()
        rest = self._ends[old + 1 :]
        for number, piece in enumerate(html[new:]):  # a piece that shows nothing ends where the one before it does
            if piece.strip():
                break
            rest[number] = _mark(cursor)
        self._ends[same + 1 :] = [*made, *rest]
        self._html = list(html)

    def place(self, number: int) -> tuple[int, int]:
        """Return where a piece begins and ends, as positions of the document."""
        start, end = self._ends[number].position(), self._ends[number + 1].position()
        return min(start + 1, end), end  # the line end before a piece belongs to it

    def _insert(self, cursor: QTextCursor, html: str) -> None:
        letters = QTextCharFormat()
        letters.setFont(zoomable(article_font()))  # a list's first mark is as large as the others
        cursor.insertBlock(_block_format(html, self.scale), letters)
        start = cursor.position()
        cursor.insertHtml(html)
        first = self._document.findBlock(start)
        if html.startswith(_LISTS) and not first.text() and first.next().textList() is not None:
            end = cursor.position()
            cursor.setPosition(start)  # a list brings its own lines
            cursor.deleteChar()
            cursor.setPosition(end - 1)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many pieces are the same from the beginning."""
    for number, (was, now) in enumerate(zip(one, other, strict=False)):
        if was != now:
            return number
    return min(len(one), len(other))


def _mark(cursor: QTextCursor) -> QTextCursor:
    """Return a mark that stays where it is while more is written behind it."""
    made = QTextCursor(cursor)
    made.clearSelection()
    made.setKeepPositionOnInsert(True)
    return made


def _block_format(html: str, scale: float) -> QTextBlockFormat:
    """Return what the first line of a piece looks like: HTML that is inserted gives it its letters only."""
    made = QTextBlockFormat()
    made.setBottomMargin(10)
    if html.startswith(('<p class="picture"', '<p class="caption"')):
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    elif html.startswith("<h1"):
        made.setBottomMargin(8)
    elif html.startswith("<h"):
        made.setTopMargin(10)
    elif html.startswith("<p class="):
        made.setLineHeight(20, _FIXED)
    else:
        made.setLineHeight(ARTICLE_LINE_HEIGHT * ARTICLE_PIXELS, _FIXED)
        if html.startswith("<blockquote"):
            made.setLeftMargin(2 * ARTICLE_PIXELS * scale)
        elif html.startswith("<p"):
            made.setTextIndent(2 * ARTICLE_PIXELS * scale)
    return made
