"""A difference as it is read: one text with its changes in place, or the two beside each other, line by line.

What came is underlined, what went struck through, a line of another format says so: signs tell it, colour only helps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from desktop.kit.colours import Colours
from desktop.kit.difference import SPACES, beginning, count_changes, move_ends, span, starts
from desktop.kit.theme import ARTICLE_FAMILIES, ARTICLE_LINE_HEIGHT, ARTICLE_PIXELS
from desktop.kit.zoom import points
from desktop.text.diff import Piece, PieceKind
from desktop.text.marked import BREAK, MarkedLine, ReadLine

translate = QCoreApplication.translate
_TAGS = {"strong": "b", "em": "i"}
_ALL: tuple[PieceKind, ...] = ("same", "removed", "added")
_SIDES: tuple[tuple[PieceKind, ...], ...] = (("same", "removed"), ("same", "added"))
_INDENT = {"list": 24, "quote": 28}


def count_marked(lines: Sequence[MarkedLine]) -> int:
    """Return how many places a reader has to look at."""
    return count_changes([line.paragraph for line in lines]) + sum(line.formatted for line in lines)


def show_marked(lines: Sequence[MarkedLine], colours: Colours, *, beside: bool = False) -> str:
    """Return HTML for a QTextDocument; the n-th change, from 1, can be scrolled to as the anchor ``change-n``."""
    families = ", ".join(f"'{family}'" for family in ARTICLE_FAMILIES)
    style = f"font-family: {families}; font-size: {points(ARTICLE_PIXELS)}pt; color: {colours.ink};"
    numbers = iter(range(1, count_marked(lines) + 1))
    if not beside:
        body = "".join(_line(line, _ALL, colours, numbers) for line in lines)
        return f'<div style="{style}">{body}</div>'
    heads = (translate("Difference", "原来"), translate("Difference", "现在"))
    head = "".join(f'<td width="50%" style="color: {colours.ink_soft};">{words}</td>' for words in heads)
    rows = "".join(_pair(line, colours, numbers) for line in lines)
    return (
        f'<div style="{style}"><table width="100%" cellspacing="0" cellpadding="6"><tr>{head}</tr>{rows}</table></div>'
    )


def _pair(line: MarkedLine, colours: Colours, numbers: Iterator[int]) -> str:
    """A row: anchors stand at the left, so that a change is gone to once."""
    taken = [next(numbers) for _ in range(count_marked([line]))]
    anchors = "".join(f'<a name="change-{number}"></a>' for number in taken)
    left, right = (_line(line, side, colours, iter(())) for side in _SIDES)
    return f'<tr><td width="50%">{anchors}{left}</td><td width="50%">{right}</td></tr>'


def _line(line: MarkedLine, kinds: tuple[PieceKind, ...], colours: Colours, numbers: Iterator[int]) -> str:
    paragraph, read = line.paragraph, line.new or line.old
    shown = (line.new if "added" in kinds else line.old) if kinds is not _ALL else read
    if read is None or shown is None or not read.text:
        return ""
    if paragraph.move and kinds is _ALL:
        return _moved(line, read, colours, next(numbers))
    notes = _note(line, colours, numbers) if line.formatted and "added" in kinds else ""
    inside = "".join(_pieces(line, kinds, colours, numbers))
    return _laid(shown, notes + inside, colours)


def _pieces(line: MarkedLine, kinds: tuple[PieceKind, ...], colours: Colours, numbers: Iterator[int]) -> Iterator[str]:
    before = after = 0
    pieces = line.paragraph.pieces
    for at, piece in enumerate(pieces):
        if starts(pieces, at) and (number := next(numbers, None)) is not None:
            yield f'<a name="change-{number}"></a>'
        source, start = (line.old, before) if piece.kind == "removed" else (line.new, after)
        if piece.kind in kinds and source is not None:
            yield _words(piece, source, start, colours)
        before += len(piece.text) if piece.kind != "added" else 0
        after += len(piece.text) if piece.kind != "removed" else 0


def _words(piece: Piece, source: ReadLine, start: int, colours: Colours) -> str:
    """The words of a piece under the marks that they have in their own text."""
    end, at, made = start + len(piece.text), start, []
    for marked in source.spans:
        first, last = max(start, marked.start), min(end, marked.end)
        if first < last:
            made += [_plain(source.text[at:first]), _under(marked.marks, _plain(source.text[first:last]))]
            at = last
    words = "".join((*made, _plain(source.text[at:end])))
    if piece.kind == "same":
        return words
    if piece.text.isspace():  # one that came or went would not be seen
        words = escape(piece.text.translate(SPACES))
    if piece.kind == "added":
        return span(words, colours.ok, colours.ok_soft, "underline")
    return span(words, colours.returned, colours.returned_soft, "line-through")


def _plain(text: str) -> str:
    return escape(text).replace(BREAK, "<br>")


def _under(marks: tuple[str, ...], words: str) -> str:
    for mark in reversed(marks):
        name = mark.split(" ")[0]
        tag = _TAGS.get(name)
        words = f"<{tag}>{words}</{tag}>" if tag else f"<u>{words}</u>" if name == "a" else words
    return words


def _laid(read: ReadLine, inside: str, colours: Colours) -> str:
    height = round(ARTICLE_LINE_HEIGHT * ARTICLE_PIXELS)
    style = f"margin: 0 0 8px {_INDENT.get(read.shape, 0)}px; line-height: {height}px;"
    if read.shape == "title":
        return f'<h2 style="margin: 0 0 8px 0;">{inside}</h2>'
    if read.shape == "field":
        soft = f"margin: 0 0 2px 0; color: {colours.ink_soft}; font-size: {points(ARTICLE_PIXELS - 4)}pt;"
        return f'<p style="{soft}">{inside}</p>'
    if read.shape.startswith("heading"):
        return f'<p style="{style} font-weight: bold;">{inside}</p>'
    if read.shape == "text":
        return f'<p style="{style} text-indent: {2 * ARTICLE_PIXELS}px;">{inside}</p>'
    if read.shape in ("picture", "quote"):
        style += f" color: {colours.ink_soft};"
    sign = f"{escape(read.sign)}&nbsp;" if read.sign else ""
    return f'<p style="{style}">{sign}{inside}</p>'


def _note(line: MarkedLine, colours: Colours, numbers: Iterator[int]) -> str:
    number = next(numbers, None)
    anchor = f'<a name="change-{number}"></a>' if number is not None else ""
    words = escape(translate("Difference", "〔格式有改动〕"))
    return f'{anchor}<span style="color: {colours.wait};">{words}</span>'


def _moved(line: MarkedLine, read: ReadLine, colours: Colours, number: int) -> str:
    """One end of a move, leading to the other: whole where the line stands now, its beginning where it stood."""
    paragraph = line.paragraph
    if paragraph.kind == "added":
        marked = "".join(_changed(piece, colours) for piece in paragraph.inside)
    else:
        marked = f'<span style="color: {colours.ink_soft};">{escape(beginning(paragraph.old))}</span>'
    return _laid(ReadLine(read.text, "moved"), move_ends(paragraph, number, colours) + marked, colours)


def _changed(piece: Piece, colours: Colours) -> str:
    return _words(piece, ReadLine(piece.text), 0, colours)
