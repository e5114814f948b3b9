"""Lists as the dialect can say them, from the items of a page and from Word's numbered paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from desktop.text.tree import Block, Line, Listing, Paragraph, Plain, Quote

_LEVEL = re.compile(r"level(\d+)")
_DECIMAL = re.compile(r"[(（]?(\d{1,6})[.．、)）]?")
_LETTER = re.compile(r"[(（]?(?:([a-zA-Z])|[ivxlcIVXLC]{2,8})[.．、)）]")
_SYMBOLS = ("wingdings", "symbol", "webdings", "courier new")


@dataclass(frozen=True, slots=True)
class Point:
    """An item that stands for itself, as Word writes them: `number` None where it has a sign."""

    level: int
    number: int | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A paragraph that Word calls a quote; those that follow each other are one."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Marker:
    """What Word writes before an item: a number, a sign, or words that belong to the text, such as 一、"""

    number: int | None = None
    words: str = ""


def level_of(mso_list: str) -> int:
    """Which level of a list a paragraph is on, from 1; 0 for none."""
    found = _LEVEL.search(mso_list)
    return max(1, min(9, int(found[1][:2]))) if found else 0


def marker_of(written: str, font: str) -> Marker:
    text = written.strip()
    if not text or any(name in font for name in _SYMBOLS):
        return Marker()
    if found := _DECIMAL.fullmatch(text):
        return Marker(number=int(found[1]))
    if found := _LETTER.fullmatch(text):
        letter = (found[1] or "i").lower()
        return Marker(number=1 if letter == "i" else ord(letter) - ord("a") + 1)
    if (text[0].isalnum() and len(text) > 1) or "(" in text or "（" in text:
        return Marker(words=text if ord(text[-1]) > 0x2E7F else f"{text} ")
    return Marker()


def listed(blocks: Iterable[Block | Point | Quoted], room: int) -> list[Block]:
    """The blocks with runs of points made lists, at most `room` levels deep, and quoted paragraphs made quotes."""
    made: list[Block] = []
    for kind, run in groupby(blocks, type):
        if kind is Point:
            made += _grouped([point for point in run if isinstance(point, Point)], room)
        elif kind is Quoted:
            quoted = (block for part in run if isinstance(part, Quoted) for block in part.blocks)
            made.append(Quote(tuple(quoted)))
        else:
            made.extend(block for block in run if not isinstance(block, Point | Quoted))
    return made


@dataclass(slots=True)
class _Open:
    level: int
    start: int | None
    items: list[list[Block]] = field(default_factory=list)

    def goes_on(self, number: int | None) -> bool:
        return number is None if self.start is None else number == self.start + len(self.items)


def _grouped(points: Sequence[Point], room: int) -> list[Block]:
    made: list[Block] = []
    if room < 1:
        return [block for point in points for block in point.blocks]
    opened: list[_Open] = []

    def close() -> None:
        done = opened.pop()
        (opened[-1].items[-1] if opened else made).extend(make_list(done.start, done.items))

    for point in points:
        while opened and opened[-1].level > point.level:
            close()
        if opened and opened[-1].level == point.level and not opened[-1].goes_on(point.number):
            close()
        if not opened or (opened[-1].level < point.level and len(opened) < room):
            opened.append(_Open(point.level, point.number))
        opened[-1].items.append(list(point.blocks))
    while opened:
        close()
    return made


def make_list(start: int | None, items: Iterable[Sequence[Block]]) -> list[Block]:
    """A list, with everything taken out of it that no list can hold: items that begin with no words.

    Pages make menus and cards of lists; what is in these stands as blocks between shorter lists.
    """
    made: list[Block] = []
    run: list[list[Block]] = []
    first = number = start if start is not None else 0
    for item in items:
        if not item:
            continue
        if isinstance(item[0], Paragraph):
            if not run:
                first = number
            run.append(list(item))
        elif run and all(isinstance(block, Listing) for block in item):
            run[-1].extend(item)
            continue
        else:
            made += _listing(None if start is None else first, run)
            run = []
            made.extend(item)
        number += 1
    return made + _listing(None if start is None else first, run)


def _listing(start: int | None, items: list[list[Block]]) -> list[Block]:
    """Either all items are paragraphs, or none: as in Markdown, where a blank line says it for its neighbours too."""
    if not items:
        return []
    roomy = any(not _is_tight(item) for item in items)
    if roomy:
        return [Listing(start, tuple(tuple(item) for item in items))]
    return [Listing(start, tuple((Plain(_line(item[0])), *item[1:]) for item in items))]


def _is_tight(item: list[Block]) -> bool:
    return len(item) == 1 or (len(item) == 2 and isinstance(item[1], Listing) and not _is_roomy(item[1]))


def _is_roomy(listing: Listing) -> bool:
    return any(isinstance(item[0], Paragraph) for item in listing.items)


def _line(block: Block) -> Line:
    return block.line if isinstance(block, Paragraph | Plain) else ()
