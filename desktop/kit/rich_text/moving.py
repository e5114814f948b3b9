"""Takes blocks of a document to another place: list items and tables as wholes, each time as one step for undo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from desktop.kit.rich_text.building import insert_leaves
from desktop.kit.rich_text.looks import Look, place_of
from desktop.kit.rich_text.steps import one_step
from desktop.kit.rich_text.taking import places
from desktop.text.flat import Leaf
from desktop.text.moving import Unit, above, below, canonical, moved, unit_at
from desktop.text.tree import Paragraph, Table

Where = QTextBlock | QTextTable
_Move = QTextCursor.MoveMode


def entries(document: QTextDocument) -> tuple[list[Leaf], list[Where]]:
    """Return the leaves of a document with where each is; empty paragraphs are leaves here too."""
    leaves: list[Leaf] = []
    where: list[Where] = []
    for leaf, place in places(document):
        if leaf is None and isinstance(place, QTextBlock):
            leaf = Leaf(place_of(place.blockFormat()), Paragraph(()))
        if leaf is not None:
            leaves.append(leaf)
            where.append(place)
    return leaves, where


def begin_of(place: Where) -> int:
    """Return the first position of a block, or of a table with the sign that it begins with."""
    return place.firstPosition() - 1 if isinstance(place, QTextTable) else place.position()


def number_at(where: Sequence[Where], position: int) -> int:
    """Return which entry a position lies in."""
    return max((number for number, place in enumerate(where) if begin_of(place) <= position), default=0)


def unit_of(cursor: QTextCursor) -> Unit | None:
    """Return what moves when the blocks at the cursor, or of its selection, are moved."""
    leaves, where = entries(cursor.document())
    if not leaves:
        return None
    first = number_at(where, cursor.selectionStart())
    last = number_at(where, max(cursor.selectionStart(), cursor.selectionEnd() - (1 if cursor.hasSelection() else 0)))
    return unit_at(canonical(leaves), first, last)


def move_step(cursor: QTextCursor, look: Look, *, down: bool) -> bool:
    """Move the blocks of the cursor past the block or item beside them; say whether there was one."""
    unit = unit_of(cursor)
    if unit is None:
        return False
    leaves = canonical(entries(cursor.document())[0])
    place = below(leaves, unit) if down else above(leaves, unit)
    return place is not None and move(cursor, unit, place, look)


def move(cursor: QTextCursor, unit: Unit, place: int, look: Look) -> bool:
    """Move a unit; the cursor goes with it. Say whether it could be."""
    document = cursor.document()
    raw, where = entries(document)
    old = canonical(raw)
    new = moved(old, unit, place)
    if new is None:
        return False
    start = begin_of(where[unit.first])
    offsets = cursor.anchor() - start, cursor.position() - start
    first, last = _region(raw, old, new)
    with one_step(cursor):
        begin, end = where[first], where[last - 1]
        cursor.setPosition(begin_of(begin))
        if isinstance(end, QTextBlock):
            cursor.setPosition(end.position() + end.length() - 1, _Move.KeepAnchor)
        cursor.removeSelectedText()
        insert_leaves(cursor, new[first:last], look)
    _go_along(cursor, unit, place, old, offsets)
    return True


def _region(raw: Sequence[Leaf], old: Sequence[Leaf], new: Sequence[Leaf]) -> tuple[int, int]:
    """Return what has to be written anew: from block to block, as a table cannot be where a selection ends."""
    count = len(old)
    first = next((at for at in range(count) if old[at] != new[at]), 0)
    last = next((at for at in range(count, 0, -1) if old[at - 1] != new[at - 1]), count)
    while last < count and raw[last].path != new[last].path:  # it may have opened only because of what stood before
        last += 1
    while first and _is_table(old, new, first):
        first -= 1
    while last < count and _is_table(old, new, last - 1):
        last += 1
    return first, last


def _is_table(old: Sequence[Leaf], new: Sequence[Leaf], at: int) -> bool:
    return isinstance(old[at].block, Table) or isinstance(new[at].block, Table)


def _go_along(cursor: QTextCursor, unit: Unit, place: int, old: Sequence[Leaf], offsets: tuple[int, int]) -> None:
    """Put the cursor to the letters where it was; empty paragraphs come and go beside tables and are not counted."""
    at = place if place < unit.first else place - (unit.last - unit.first)
    rest = [*old[: unit.first], *old[unit.last :]]
    wanted = sum(not _is_empty(leaf) for leaf in rest[:at])
    skipped = next((number for number, leaf in enumerate(old[unit.first : unit.last]) if not _is_empty(leaf)), None)
    leaves, where = entries(cursor.document())
    full = [number for number, leaf in enumerate(leaves) if not _is_empty(leaf)]
    if skipped is None or wanted >= len(full):
        return
    start = begin_of(where[max(0, full[wanted] - skipped)])
    end = cursor.document().characterCount() - 1
    anchor, position = (min(end, max(start, start + offset)) for offset in offsets)
    cursor.setPosition(anchor)
    cursor.setPosition(position, _Move.KeepAnchor)


def _is_empty(leaf: Leaf) -> bool:
    return isinstance(leaf.block, Paragraph) and not leaf.block.line
