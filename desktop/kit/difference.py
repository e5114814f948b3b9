"""A difference as a text to read: added underlined, removed struck, moved named; signs tell it, colour only helps."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from desktop.kit.colours import Colours
from desktop.kit.theme import ARTICLE_FAMILIES, ARTICLE_LINE_HEIGHT, ARTICLE_PIXELS
from desktop.kit.zoom import points
from desktop.text.diff import Paragraph, Piece

translate = QCoreApplication.translate
RESTORE = "restore:"  # begins the address of what brings a paragraph back; its number follows
MOVED = "moved:"  # begins the address of a moved paragraph's other end

_SIGNS = {"added": "＋", "removed": "－"}
_SHORT = 24  # characters by which a paragraph that went elsewhere is known
SPACES = str.maketrans({" ": "␣", "\u3000": "□", "\t": "→"})


def show_difference(paragraphs: Sequence[Paragraph], colours: Colours, restorable: Collection[int] = ()) -> str:
    """Return HTML for a QTextDocument. The n-th change, from 1, can be scrolled to as the anchor ``change-n``.

    ``restorable`` are the numbers of the paragraphs that get a link to bring them back.
    """
    numbers = iter(range(1, count_changes(paragraphs) + 1))
    body = "".join(
        _paragraph(paragraph, colours, numbers) + (_link(at, colours) if at in restorable else "")
        for at, paragraph in enumerate(paragraphs)
    )
    return f'<div style="{article_style(colours)}">{body}</div>'


def article_style(colours: Colours) -> str:
    """Return how the text of an article is written in such a document."""
    families = ", ".join(f"'{family}'" for family in ARTICLE_FAMILIES)
    return f"font-family: {families}; font-size: {points(ARTICLE_PIXELS)}pt; color: {colours.ink};"


def count_changes(paragraphs: Sequence[Paragraph]) -> int:
    """Return how many places an editor has to look at; a word removed and its replacement are one place."""
    return sum(starts(paragraph.pieces, at) for paragraph in paragraphs for at in range(len(paragraph.pieces)))


def starts(pieces: Sequence[Piece], at: int) -> bool:
    return pieces[at].kind != "same" and (at == 0 or pieces[at - 1].kind == "same")


def _paragraph(paragraph: Paragraph, colours: Colours, numbers: Iterator[int]) -> str:
    if not paragraph.pieces:
        return ""  # an empty line between paragraphs; the margin shows it
    if paragraph.move:
        return _moved(paragraph, colours, next(numbers))
    sign = _SIGNS.get(paragraph.kind, "")
    inside = "".join(
        (f'<a name="change-{next(numbers)}"></a>' if starts(paragraph.pieces, at) else "") + piece_html(piece, colours)
        for at, piece in enumerate(paragraph.pieces)
    )
    height = round(ARTICLE_LINE_HEIGHT * ARTICLE_PIXELS)
    return f'<p style="margin: 0 0 8px 0; line-height: {height}px;">{_sign(sign, colours)}{inside}</p>'


def _moved(paragraph: Paragraph, colours: Colours, number: int) -> str:
    """One end of a move: where it stands now whole, where it stood only its beginning, each leading to the other."""
    if paragraph.kind == "added":
        text = "".join(piece_html(piece, colours) for piece in paragraph.inside)
    else:
        text = f'<span style="color: {colours.ink_soft};">{escape(beginning(paragraph.old))}</span>'
    height = round(ARTICLE_LINE_HEIGHT * ARTICLE_PIXELS)
    ends = move_ends(paragraph, number, colours)
    return f'<p style="margin: 0 0 8px 0; line-height: {height}px;">{ends}{text}</p>'


def move_ends(paragraph: Paragraph, number: int, colours: Colours) -> str:
    """Return the anchors of one end of a move, the ``number``-th change, and the link to its other end."""
    came = paragraph.kind == "added"
    words = translate("Difference", "⇲ 从别处移来") if came else translate("Difference", "⇱ 移到了别处")
    end, other = ("to", "from") if came else ("from", "to")
    link = f'<a href="{MOVED}{other}-{paragraph.move}" style="color: {colours.live};">{escape(words)}</a>　'
    return f'<a name="change-{number}"></a><a name="{end}-{paragraph.move}"></a>{link}'


def beginning(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}……"


def _link(at: int, colours: Colours) -> str:
    words = escape(translate("Difference", "恢复这一段"))
    return (
        f'<p align="right" style="margin: 0 0 12px 0;"><a href="{RESTORE}{at}" style="color: {colours.accent}; '
        f'font-size: {ARTICLE_PIXELS - 3}px;">↶ {words}</a></p>'
    )


def _sign(sign: str, colours: Colours) -> str:
    if not sign:
        return ""
    colour = colours.ok if sign == _SIGNS["added"] else colours.returned
    return f'<b style="color: {colour};">{sign} </b>'


def piece_html(piece: Piece, colours: Colours) -> str:
    if piece.kind == "same":
        return escape(piece.text)
    # a space that came or went would not be seen
    words = escape(piece.text.translate(SPACES) if piece.text.isspace() else piece.text)
    if piece.kind == "added":
        return span(words, colours.ok, colours.ok_soft, "underline")
    return span(words, colours.returned, colours.returned_soft, "line-through")


def span(words: str, colour: str, ground: str, line: str) -> str:
    return f'<span style="color: {colour}; background-color: {ground}; text-decoration: {line};">{words}</span>'
