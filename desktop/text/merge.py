"""Two texts that grew from one, put together: paragraph by paragraph, then within a paragraph; nothing is guessed.

The three-way merge of diff3 (Khanna, Kunal, Pierce: A Formal Investigation of Diff3, 2007), over lines first and, in a
paragraph that both changed, over grapheme clusters; a figure and a Latin word are one unit, so that two changes of one
number never make a third number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from desktop.text.diff import pieces

_UNIT = regex.compile(r"[0-9０-９](?:[0-9０-９.．,，:：/%％‰-]*[0-9０-９%％‰])?|[A-Za-z]+|\X")
_FIRST = 0x4E00  # units stand for letters of their own while they are compared
_MOST = 20_000  # different units; a text with more is one conflict


@dataclass(frozen=True, slots=True)
class Agreed:
    """What both have, or one of them changed alone."""

    text: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A passage that both changed, each in a way of its own: a person decides."""

    base: str
    mine: str
    theirs: str


Part = Agreed | Conflict
Region = tuple[int, int, int, int]  # from and to in the base, from and to in the other, where they differ
Chunk = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]  # the same passage in base, mine, theirs


def merge(base: str, mine: str, theirs: str) -> list[Part]:
    """Return the parts of the merged text in order.

    Joined with ``mine`` (or ``theirs``) of every conflict, the parts hold every change of that side, and of the other
    side every change that meets none of it.
    """
    made: list[Part] = []
    lines = [text.splitlines(keepends=True) for text in (base, mine, theirs)]
    for chunk in _chunks(*lines):
        made += _decided(chunk) or _within(chunk)
    return _joined(made)


def conflicts(parts: Sequence[Part]) -> list[Conflict]:
    """Return what a person must decide."""
    return [part for part in parts if isinstance(part, Conflict)]


def merged_text(parts: Sequence[Part]) -> str | None:
    """Return the text, None while there is a conflict in it."""
    return None if conflicts(parts) else "".join(part.text for part in parts if isinstance(part, Agreed))


def _decided(chunk: Chunk) -> list[Part]:
    """Return a passage that one side left alone, or both changed alike; nothing where they part."""
    base, mine, theirs = ("".join(side) for side in chunk)
    if mine == theirs or theirs == base:
        return [Agreed(mine)]
    return [Agreed(theirs)] if mine == base else []


def _within(chunk: Chunk) -> list[Part]:
    """Merge paragraphs that both changed, one by one where their numbers say which is which."""
    base, mine, theirs = chunk
    if not len(base) == len(mine) == len(theirs):
        return [Conflict("".join(base), "".join(mine), "".join(theirs))]
    made: list[Part] = []
    for line in zip(base, mine, theirs, strict=True):
        parts: list[Part] = []
        for passage in _chunks(*(_UNIT.findall(text) for text in line)):
            parts += _decided(passage) or [Conflict("".join(passage[0]), "".join(passage[1]), "".join(passage[2]))]
        # a paragraph in which something meets is shown whole: half of a sentence cannot be judged
        made += [Conflict(*line)] if conflicts(parts) else parts
    return made


def _chunks(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Chunk]:
    """Cut three sequences where all of them agree; changes that touch are one passage."""
    letters: dict[str, str] = {}
    written = []
    for side in (base, mine, theirs):
        for unit in side:
            letters.setdefault(unit, chr(_FIRST + len(letters)))
        written.append("".join(letters[unit] for unit in side))
    if len(letters) > _MOST:
        yield tuple(base), tuple(mine), tuple(theirs)
        return
    of_mine, of_theirs = _regions(written[0], written[1]), _regions(written[0], written[2])
    at = [0, 0, 0]
    for start, end in _spans([*of_mine, *of_theirs]):
        sides = (start, _there(of_mine, start, before=True), _there(of_theirs, start, before=True))
        yield _cut((base, mine, theirs), at, sides)
        ends = (end, _there(of_mine, end, before=False), _there(of_theirs, end, before=False))
        at = list(sides)
        yield _cut((base, mine, theirs), at, ends)
        at = list(ends)
    yield _cut((base, mine, theirs), at, (len(base), len(mine), len(theirs)))


def _cut(sides: Sequence[Sequence[str]], start: Sequence[int], end: Sequence[int]) -> Chunk:
    base, mine, theirs = (tuple(side[a:b]) for side, a, b in zip(sides, start, end, strict=True))
    return base, mine, theirs


def _regions(old: str, new: str) -> list[Region]:
    """Return where two texts differ, in order, none touching the next."""
    found: list[Region] = []
    a = b = 0
    for piece in pieces(old, new):
        before = a, b
        a += len(piece.text) if piece.kind != "added" else 0
        b += len(piece.text) if piece.kind != "removed" else 0
        if piece.kind == "same":
            continue
        if found and (found[-1][1], found[-1][3]) == before:
            found[-1] = (found[-1][0], a, found[-1][2], b)
        else:
            found.append((before[0], a, before[1], b))
    return found


def _spans(regions: Sequence[Region]) -> list[tuple[int, int]]:
    """Return the passages of the base that somebody changed; those that touch are one."""
    spans: list[tuple[int, int]] = []
    for start, end, *_ in sorted(regions):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _there(regions: Sequence[Region], place: int, *, before: bool) -> int:
    """Return a place of the base in the other text: before or behind what was put in right there."""
    moved = 0
    for start, end, there, there_end in regions:
        if start > place or (before and start >= place):
            break
        moved = (there_end - end) if end <= place else there - start
    return place + moved


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Put neighbours together that need no decision, and leave out what is empty."""
    made: list[Part] = []
    for part in parts:
        if isinstance(part, Agreed) and made and isinstance(made[-1], Agreed):
            made[-1] = Agreed(made[-1].text + part.text)
        elif part not in (Agreed(""), Conflict("", "", "")):
            made.append(part)
    return made
