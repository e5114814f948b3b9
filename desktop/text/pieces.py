"""A Markdown text cut into pieces for the visual editor, and put together again.

What nobody touches stays as it was written. A piece is kept as `Source` where the tree cannot say it so that the same
page comes of it, where it refers to a definition, and where it holds what the dialect overlooks (HTML blocks, comments,
footnotes, attribute lists).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.text.dialect import OVERLOOKED_TAG, render_block
from desktop.text.reading import Unreadable, read
from desktop.text.settling import settle
from desktop.text.source import REFERENCE, divide, normal
from desktop.text.tree import Block, Source
from desktop.text.writing import APART, would_meet, write

_NOTE = re.compile(r"(?<!\\)\[\^[^\]\s]+\]|(?<!\\)\{[:#.][^{}\n]*\}")
_LABEL = re.compile(r"\[([^\[\]]*)\]")
_ELSEWHERE = (OVERLOOKED_TAG, _NOTE, REFERENCE)
_MARK = "(?:a|b|code|del|em|i|img|ins|mark|s|small|span|strong|sub|sup|u|video)"
_AT_END = re.compile(rf"\s+(?=(?:</{_MARK}>)*<(?!/?{_MARK}\b))")
_AT_BEGIN = re.compile(rf"(<(?!/?{_MARK}\b)[^<>]*>(?:<{_MARK}(?: [^<>]*)?>)*)\s+")
_AGAIN = re.compile('</(strong|em|u|sub|sup|del|s|ins|mark|small|b|i)><\\1>|(?<=<td) align="[a-z]+"(?=></td>)')


@dataclass(frozen=True, slots=True)
class Piece:
    """Markdown, and the blocks that it shows."""

    source: str
    blocks: tuple[Block, ...]


def pieces(markdown: str) -> list[Piece]:
    """Cut a text into pieces, in order; what shows nothing and says nothing is left out."""
    text = normal(markdown)
    labels = {_LABEL.findall(found[0])[-1].lower() for found in REFERENCE.finditer(text)}
    sources = (block.source for block in divide(text, defined=False) if block.source.strip() != APART)
    found = [_as_it_is(source) if labels and _refers(source, labels) else _piece(source) for source in sources]
    return [piece for piece in found if piece.blocks]


def _refers(source: str, labels: set[str]) -> bool:
    """May this be a link by a name that is defined elsewhere in the text?"""
    return any(label.lower() in labels for label in _LABEL.findall(source))


def _as_it_is(source: str) -> Piece:
    return Piece(source, (Source(source),))


def _piece(source: str) -> Piece:
    html = render_block(source)
    try:
        blocks = settle(read(html))
    except Unreadable:
        blocks = ()
    written = write(blocks)
    if written == source or (blocks and _unsaid(written) == _unsaid(source) and same_page(render_block(written), html)):
        return Piece(source, blocks)
    return _as_it_is(source)


def same_page(one: str, other: str) -> bool:
    """Do two pages read the same? Space at the ends of lines is not seen, nor where a mark is taken up again."""
    return one == other or _seen(one) == _seen(other)


def _seen(html: str) -> str:
    html = _AGAIN.sub("", _AT_BEGIN.sub(r"\1", _AT_END.sub("", html)))
    return html if "<pre>" in html else html.replace("\n", " ")


def _unsaid(source: str) -> list[str]:
    """Find what may be signs of another dialect. What Markdown of ours has of them stands in code, and shows."""
    return [found[0] for pattern in _ELSEWHERE for found in pattern.finditer(source)]


def piece_of(blocks: Iterable[Block]) -> Piece:
    """Return blocks with the Markdown that says them."""
    settled = settle(tuple(blocks))
    return Piece(write(settled), settled)


def put_together(parts: Sequence[Piece]) -> str:
    """Return the text of these pieces, with what keeps two lists or quotes from becoming one."""
    made: list[str] = []
    before: Piece | None = None
    for piece in parts:
        if not piece.blocks:
            continue
        if before is not None and would_meet(before.blocks[-1], piece.blocks[0]):
            made.append(APART)
        made.append(piece.source.rstrip("\n"))
        before = piece
    return "\n\n".join(made) + ("\n" if made else "")
