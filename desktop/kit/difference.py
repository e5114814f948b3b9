"""A difference as a text to read: added underlined, removed struck, each with its sign; colour only helps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from desktop.kit.colours import Colours
from desktop.kit.theme import ARTICLE_FAMILIES, ARTICLE_LINE_HEIGHT, ARTICLE_PIXELS
from desktop.kit.zoom import points
from desktop.text.diff import Paragraph, Piece

_SIGNS = {"added": "＋", "removed": "－"}
_SPACES = str.maketrans({" ": "␣", "\u3000": "□", "\t": "→"})


def show_difference(paragraphs: Sequence[Paragraph], colours: Colours) -> str:
    """Return HTML for a QTextDocument. The n-th change, from 1, can be scrolled to as the anchor ``change-n``."""
    families = ", ".join(f"'{family}'" for family in ARTICLE_FAMILIES)
    style = f"font-family: {families}; font-size: {points(ARTICLE_PIXELS)}pt; color: {colours.ink};"
    numbers = iter(range(1, count_changes(paragraphs) + 1))
    body = "".join(_paragraph(paragraph, colours, numbers) for paragraph in paragraphs)
    return f'<div style="{style}">{body}</div>'


def count_changes(paragraphs: Sequence[Paragraph]) -> int:
    """Return how many places an editor has to look at; a word removed and its replacement are one place."""
    return sum(_starts(paragraph.pieces, at) for paragraph in paragraphs for at in range(len(paragraph.pieces)))


def _starts(pieces: Sequence[Piece], at: int) -> bool:
    return pieces[at].kind != "same" and (at == 0 or pieces[at - 1].kind == "same")


def _paragraph(paragraph: Paragraph, colours: Colours, numbers: Iterator[int]) -> str:
    if not paragraph.pieces:
        return ""  # an empty line between paragraphs; the margin shows it
    sign = _SIGNS.get(paragraph.kind, "")
    inside = "".join(
        (f'<a name="change-{next(numbers)}"></a>' if _starts(paragraph.pieces, at) else "") + _piece(piece, colours)
        for at, piece in enumerate(paragraph.pieces)
    )
    height = round(ARTICLE_LINE_HEIGHT * ARTICLE_PIXELS)
    return f'<p style="margin: 0 0 8px 0; line-height: {height}px;">{_sign(sign, colours)}{inside}</p>'


def _sign(sign: str, colours: Colours) -> str:
    if not sign:
        return ""
    colour = colours.ok if sign == _SIGNS["added"] else colours.returned
    return f'<b style="color: {colour};">{sign} </b>'


def _piece(piece: Piece, colours: Colours) -> str:
    if piece.kind == "same":
        return escape(piece.text)
    # a space that came or went would not be seen
    words = escape(piece.text.translate(_SPACES) if piece.text.isspace() else piece.text)
    if piece.kind == "added":
        return _span(words, colours.ok, colours.ok_soft, "underline")
    return _span(words, colours.returned, colours.returned_soft, "line-through")


def _span(words: str, colour: str, ground: str, line: str) -> str:
    return f'<span style="color: {colour}; background-color: {ground}; text-decoration: {line};">{words}</span>'
