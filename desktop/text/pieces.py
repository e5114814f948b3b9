"""A Markdown text cut into pieces for the visual editor, and put together again.

What nobody touches stays as it was written. A piece that the tree cannot say so that the very same page comes of it,
or that holds what the dialect overlooks (HTML blocks, comments, footnotes, attribute lists), is kept as `Source`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.text.dialect import OVERLOOKED_TAG, render_block
from desktop.text.reading import Unreadable, read
from desktop.text.source import REFERENCE, divide, normal
from desktop.text.tree import Block, Source
from desktop.text.writing import APART, settle, would_meet, write

_NOTE = re.compile(r"\[\^[^\]\s]+\]|\{[:#.][^{}\n]*\}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Markdown, and the blocks that it shows."""

    source: str
    blocks: tuple[Block, ...]


def pieces(markdown: str) -> list[Piece]:
    """Cut a text into pieces, in order; what shows nothing and says nothing is left out."""
    found = [_piece(block.source) for block in divide(normal(markdown)) if block.source.strip() != APART]
    return [piece for piece in found if piece.blocks]


def _piece(source: str) -> Piece:
    html = render_block(source)
    try:
        blocks = settle(read(html))
    except Unreadable:
        return Piece(source, (Source(source),))
    if OVERLOOKED_TAG.search(source) or _NOTE.search(source) or REFERENCE.search(source) or not blocks:
        return Piece(source, (Source(source),))
    written = write(blocks)
    if written != source and render_block(written) != html:
        return Piece(source, (Source(source),))
    return Piece(source, blocks)


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
