"""Pictures of other sites that a text waits for: a note in its place that links to the picture, until that is here.

The note, 〔网络图片：ALT〕, is part of the text, so that it is saved, moved and undone like any word. In a paragraph of
its own it stands for a figure; what follows behind a line break is the caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.text.flat import Leaf, flatten, gather
from desktop.text.pieces import piece_of, pieces, put_together
from desktop.text.tree import (
    Block,
    Break,
    Figure,
    Heading,
    Inline,
    Line,
    Mark,
    Paragraph,
    Picture,
    Plain,
    Run,
    Table,
    joined,
    trimmed,
    words_of,
)

_NOTE = re.compile("〔网络图片(?:：([^〕]*))?〕")


def note(address: str, alt: str, marks: tuple[Mark, ...] = ()) -> Run:
    """Return what stands where the picture of this address is to be."""
    words = alt.replace("〔", "[").replace("〕", "]")
    return Run(f"〔网络图片：{words}〕" if words else "〔网络图片〕", (Mark("a", address), *marks))


def figure_note(figure: Figure, address: str) -> Paragraph:
    line: Line = (note(address, figure.alt),)
    return Paragraph((*line, Break(), Run(figure.caption)) if figure.caption else line)


def arrived(leaves: Sequence[Leaf], sources: Mapping[str, str]) -> list[Leaf | None]:
    """Return the leaves with pictures in place of their notes: `sources` says of an address what it is here.

    An address with "" is one that nobody wants: only alt text and caption stay, and a leaf without them goes (None).
    """
    made = [(leaf, _block(leaf.block, sources)) for leaf in leaves]
    return [None if block is None else Leaf(leaf.path, block) for leaf, block in made]


def arrived_source(markdown: str, sources: Mapping[str, str]) -> str:
    """The same for Markdown; what holds no such note stays as it is written."""
    made = []
    for piece in pieces(markdown):
        before = flatten(piece.blocks)
        after = arrived(before, sources)
        same = after == before
        made.append(piece if same else piece_of(gather([leaf for leaf in after if leaf is not None])))
    return put_together(made)


def awaited(leaves: Sequence[Leaf]) -> set[str]:
    """Return the addresses that a text still waits for."""
    return {address for leaf in leaves for line in _lines(leaf.block) for address in _addresses(line)}


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph(line) | Plain(line) | Heading(_, line):
            yield line
        case Table(_, rows):
            for row in rows:
                yield from row


def _addresses(line: Line) -> Iterator[str]:
    for part in line:
        if isinstance(part, Run) and _NOTE.search(part.text) and (address := _address(part)):
            yield address


def _address(run: Run) -> str:
    return next((mark.href for mark in run.marks if mark.name == "a"), "")


def _block(block: Block, sources: Mapping[str, str]) -> Block | None:
    match block:
        case Paragraph(line) if (alone := _alone(line, sources)) is not None:
            (source, alt), caption = alone, line[2:]
            if source:
                return Figure(source, alt, " ".join(words_of(caption).split()))
            return Paragraph(caption) if caption else None
        case Paragraph(line) | Plain(line) | Heading(_, line):
            new = _line(line, sources)
            return block if new == line else replace(block, line=new) if new else None
        case Table(_, rows):
            return replace(block, rows=tuple(tuple(_line(cell, sources) for cell in row) for row in rows))
    return block


def _alone(line: Line, sources: Mapping[str, str]) -> tuple[str, str] | None:
    """Return source and alt text of the picture whose note stands alone, or before a line break."""
    if not line or not isinstance(first := line[0], Run) or not (len(line) == 1 or isinstance(line[1], Break)):
        return None
    found = _NOTE.fullmatch(first.text.strip())
    source = sources.get(_address(first))
    return None if found is None or source is None else (source, found[1] or "")


def _line(line: Line, sources: Mapping[str, str]) -> Line:
    if not any(address in sources for address in _addresses(line)):
        return line
    return trimmed(joined(tuple(part for old in line for part in _parts(old, sources))))


def _parts(part: Inline, sources: Mapping[str, str]) -> Iterator[Inline]:
    source = sources.get(_address(part)) if isinstance(part, Run) else None
    if not isinstance(part, Run) or source is None:
        yield part
        return
    marks = tuple(mark for mark in part.marks if mark.name != "a")
    at = 0
    for found in _NOTE.finditer(part.text):
        yield Run(part.text[at : found.start()], part.marks)
        yield Picture(source, found[1] or "", marks=marks) if source else Run(found[1] or "", marks)
        at = found.end()
    yield Run(part.text[at:], part.marks)
