"""The changes between a text under review and what a reviewer made of it, each one that can stand or fall by itself."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from db.domain.amendment import BODY, Edit
from db.domain.article import Fields
from desktop.text.diff import Paragraph, Piece, compare

#: Signs that mean something together with others of their line: such a line changes as a whole or not at all.
_MARKS = re.compile(r"[*_~`\[\]()<>|\\!#{}]")
_ROW = re.compile(r"\s*\|")  # of a table, which is one thing
_CONTEXT = 16  # characters that stand around a change where it is shown
_APART = "\n……\n"  # stands between two ends of a move


@dataclass(frozen=True, slots=True)
class Change:
    """One change as it is read: a field, or a passage of the body with what stands around it."""

    number: int
    field: str
    pieces: tuple[Piece, ...]  # none for a field
    moved: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """A changed place of the body: where, what stood and what stands there, and the moves that it has an end of."""

    at: int
    before: str
    after: str
    pieces: tuple[Piece, ...]
    moves: frozenset[int] = frozenset()


def edits(base: Fields, amended: Fields) -> tuple[Edit, ...]:
    """Return what leads from the one text to the other: fields in their order, then the body from its beginning."""
    return _made(base, amended)[0]


def changes(base: Fields, amended: Fields) -> tuple[Change, ...]:
    """Return the same changes as they are read."""
    return _made(base, amended)[1]


def _made(base: Fields, amended: Fields) -> tuple[tuple[Edit, ...], tuple[Change, ...]]:
    names = [n for n in Fields.__slots__ if n != BODY and getattr(base, n) != getattr(amended, n)]
    made = [Edit(number, name) for number, name in enumerate(names, 1)]
    shown = [Change(number, name, ()) for number, name in enumerate(names, 1)]
    places = _places(base.body, amended.body)
    for place, bond in zip(places, _bonds(places), strict=True):
        number = len(names) + bond
        made.append(Edit(number, BODY, place.at, place.before, place.after))
        if number <= len(shown):  # another end of what was moved
            first = shown[number - 1]
            shown[number - 1] = replace(first, pieces=(*first.pieces, Piece("same", _APART), *place.pieces))
        else:
            shown.append(Change(number, BODY, place.pieces, moved=bool(place.moves)))
    return tuple(made), tuple(shown)


def _bonds(places: Sequence[_Place]) -> list[int]:
    """Return the number of the change that each place belongs to, from 1: what was moved is one change."""
    met: list[tuple[set[int], list[int]]] = []  # moves that hang together, and their places
    for at, place in enumerate(places):
        moves, members = set(place.moves), [at]
        for other in [one for one in met if one[0] & moves]:
            met.remove(other)
            moves, members = moves | other[0], other[1] + members
        met.append((moves, members))
    numbers: dict[int, int] = {}
    for number, (_moves, members) in enumerate(sorted(met, key=lambda one: min(one[1])), 1):
        numbers |= dict.fromkeys(members, number)
    return [numbers[at] for at in range(len(places))]


def _places(old: str, new: str) -> list[_Place]:
    """Return the changed places in order, none upon another."""
    lines = compare(old, new)
    grouped = _grouped(lines)
    found: list[_Place] = []
    end = -1  # where the line end before stands in the earlier text
    for together, members in itertools.groupby(range(len(lines)), grouped.__getitem__):
        run = [lines[at] for at in members]
        if together:
            found.append(_group(run, end, len(old)))
        for line in run:
            if line.kind == "changed" and not together:
                found += _inside(line, end + 1)
            end += len(line.old) + 1 if line.kind != "added" else 0
    return [place for place in found if place.before != place.after]  # an empty line went and came


def _grouped(lines: Sequence[Paragraph]) -> list[bool]:
    """Say of each line whether it changes with its neighbours: it came or went, or a row of its table did."""
    found = [line.kind in ("added", "removed") for line in lines]
    at = 0
    for row, members in itertools.groupby(lines, lambda line: bool(_ROW.match(line.old or line.new))):
        run = list(members)
        if row and any(line.kind != "same" for line in run):
            found[at : at + len(run)] = [True] * len(run)
        at += len(run)
    return found


def _group(run: Sequence[Paragraph], end: int, whole: int) -> _Place:
    """Return a run of lines as one place: lines that came, that went, or that stand for others."""
    was = [line.old for line in run if line.kind != "added"]
    now = [line.new for line in run if line.kind != "removed"]
    at, before, after = end + 1, "\n".join(was), "\n".join(now)
    if not was:  # the line end that parts them from their neighbours comes or goes with them
        at, after = (end, "\n" + after) if end >= 0 else (0, after + "\n")
    elif not now and end >= 0:
        at, before = end, "\n" + before
    elif not now and len(before) < whole:
        before += "\n"
    return _Place(at, before, after, _whole(run), frozenset(line.move for line in run if line.move))


def _whole(run: Sequence[Paragraph]) -> tuple[Piece, ...]:
    """Return the lines to be read, those without words left out."""
    made: list[Piece] = []
    for line in run:
        if any(piece.text.strip() for piece in line.pieces):
            made += [Piece("same", "\n")] * bool(made)
            made += line.pieces
    return tuple(made) or (Piece("added" if run[0].kind == "added" else "removed", "¶"),)


def _inside(line: Paragraph, start: int) -> list[_Place]:
    """Return the places of a line that changed: one by one, or the whole line where its signs hang together."""
    touched = "".join(piece.text for piece in line.pieces if piece.kind != "same")
    if _MARKS.search(touched) or "asset:" in line.old + line.new:
        return [_Place(start, line.old, line.new, line.pieces)]
    found: list[_Place] = []
    at = start
    for same, members in itertools.groupby(range(len(line.pieces)), lambda n: line.pieces[n].kind == "same"):
        run = list(members)
        gone, came = (
            _joined(line.pieces[n] for n in run if line.pieces[n].kind != kind) for kind in ("added", "removed")
        )
        if not same:
            lead = line.pieces[run[0] - 1].text[-_CONTEXT:] if run[0] else ""
            trail = line.pieces[run[-1] + 1].text[:_CONTEXT] if run[-1] + 1 < len(line.pieces) else ""
            around = (Piece("same", lead), *(line.pieces[n] for n in run), Piece("same", trail))
            found.append(_Place(at, gone, came, around))
        at += len(gone)
    return found


def _joined(found: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in found)
