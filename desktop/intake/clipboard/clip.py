"""What a clipboard held: blocks of a text, the pictures that they name, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.text.awaited import figure_note, note
from desktop.text.tree import Block, Figure, Heading, Line, Listing, Paragraph, Picture, Plain, Quote, Run, Table

PENDING = "asset:clip-"  # a picture of the record to be: the tree takes no source that no page could hold
_KEPT = "asset:"


class Kind(StrEnum):
    """What can be left out of a clip; `Left.count` counts things, for LENGTH and CHARACTER characters."""

    SCRIPT = "script"  # programs of a page
    FORM = "form"  # buttons, fields, choices
    EMBED = "embed"  # videos, sound, frames, cards of other sites
    DRAWING = "drawing"  # vector drawings and canvases
    MENU = "menu"  # navigation of a page
    COMMENT = "comment"  # what colleagues noted beside a document
    HIDDEN = "hidden"  # words that the page or document did not show
    LINK = "link"  # addresses that no text may lead to, or that lay behind a picture; the words are kept
    PICTURE = "picture"  # bytes that are no picture, or an address where nobody can fetch one
    PIXEL = "pixel"  # pictures of one dot, which count readers
    TABLE = "table"  # tables too large for one; the words are kept as paragraphs
    NESTING = "nesting"  # a nesting too deep to be shown; the words are kept
    STRUCTURE = "structure"  # so many tags that only words were read
    LENGTH = "length"  # characters past the longest text
    CHARACTER = "character"  # halves of a character, shown as a question mark in a diamond


@dataclass(frozen=True, slots=True)
class Left:
    """That `count` things of a kind were left out."""

    kind: Kind
    count: int


@dataclass(frozen=True, slots=True)
class ClipPicture:
    """A picture that came along: its bytes (only sniffed, not proved), or an http address, or a file of this machine.

    `source` is what the blocks call it, `asset:clip-0` and so on, until it is stored: see `with_pictures`.
    """

    source: str
    data: bytes = b""
    address: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Clip:
    """`structured` is False for nothing, or one paragraph of running text that belongs into the line at the caret."""

    blocks: tuple[Block, ...] = ()
    pictures: tuple[ClipPicture, ...] = ()
    dropped: tuple[Left, ...] = ()
    structured: bool = False


def with_pictures(blocks: tuple[Block, ...], sources: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks with each `asset:clip-N` as `sources` has it: `asset:DIGEST`, or an http address that is waited for.

    A picture that `sources` does not name was not taken: its caption stays as a paragraph, its alt text among words.
    """
    return tuple(made for block in blocks for made in _block(block, sources))


def _block(block: Block, sources: Mapping[str, str]) -> tuple[Block, ...]:
    match block:
        case Figure(source, _, caption) if source.startswith(PENDING):
            if there := sources.get(source, ""):
                return (replace(block, source=there) if there.startswith(_KEPT) else figure_note(block, there),)
            return (Paragraph((Run(caption),)),) if caption else ()
        case Paragraph(line) | Plain(line) | Heading(_, line):
            return (replace(block, line=made),) if (made := _line(line, sources)) else ()
        case Quote(blocks):
            return (Quote(inner),) if (inner := with_pictures(blocks, sources)) else ()
        case Listing(_, items):
            kept = tuple(inner for item in items if (inner := with_pictures(item, sources)))
            return (replace(block, items=kept),) if kept else ()
        case Table(_, rows):
            return (replace(block, rows=tuple(tuple(_line(cell, sources) for cell in row) for row in rows)),)
    return (block,)


def _line(line: Line, sources: Mapping[str, str]) -> Line:
    return tuple(
        made
        for part in line
        if (made := _named(part, sources) if isinstance(part, Picture) else part) is not None
    )  # fmt: skip


def _named(picture: Picture, sources: Mapping[str, str]) -> Picture | Run | None:
    if not picture.source.startswith(PENDING):
        return picture
    if there := sources.get(picture.source, ""):
        return replace(picture, source=there) if there.startswith(_KEPT) else note(there, picture.alt, picture.marks)
    return Run(picture.alt, picture.marks) if picture.alt else None
