"""What can be done to the text at a cursor: its marks, its headings, quotes and lists. Each is one step for undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from desktop.kit.rich_text.looks import (
    THINGS,
    VERBATIM,
    Look,
    Shape,
    marks_of,
    place_of,
    shape_of,
)
from desktop.text.flat import Kind, Level, Path, State, goes_on
from desktop.text.tree import Mark


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def chosen_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the blocks that a selection touches, cells of tables left out."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    found = []
    while block.isValid():
        if QTextCursor(block).currentTable() is None:
            found.append(block)
        if block == last:
            break
        block = block.next()
    return found


def dress(block: QTextBlock, look: Look, shape: Shape, path: Path, level: int = 0) -> None:
    """Give a block another shape or place; its runs keep their marks."""
    cursor = QTextCursor(block)
    cursor.setBlockFormat(look.block(shape, path, level))
    cursor.setBlockCharFormat(look.letters(shape, level))
    for start, length, marks in list(_runs(block)):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look.letters(shape, level, marks))


def _runs(block: QTextBlock) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        if not fragment.charFormat().objectType():
            yield fragment.position(), fragment.length(), marks_of(fragment.charFormat())
        at += 1


# Marks


def has_mark(cursor: QTextCursor, name: str) -> bool:
    """Say whether everything that is selected has the mark, or what is typed here would have it."""
    if not cursor.hasSelection():
        return any(mark.name == name for mark in marks_of(cursor.charFormat()))
    return all(any(mark.name == name for mark in marks) for _, _, marks in _chosen_runs(cursor))


def set_mark(cursor: QTextCursor, mark: Mark, on: bool, look: Look) -> None:
    """Put a mark on the selection, or take it off."""
    with one_step(cursor):
        for start, length, marks in list(_chosen_runs(cursor)):
            kept = tuple(other for other in marks if other.name != mark.name)
            made = (*kept, mark) if on else kept
            at = QTextCursor(cursor.document())
            at.setPosition(start)
            at.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            shape, level = shape_of(at.blockFormat()), at.blockFormat().headingLevel()
            if shape not in VERBATIM:
                at.setCharFormat(look.letters(shape, level, made))


def _chosen_runs(cursor: QTextCursor) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(first)
    while block.isValid() and block.position() <= last:
        for start, length, marks in _runs(block):
            begun, end = max(start, first), min(start + length, last)
            if begun < end:
                yield begun, end - begun, marks
        block = block.next()


# Headings


def toggle_heading(cursor: QTextCursor, level: int, look: Look) -> None:
    """Make headings of this level, or paragraphs where all are such already."""
    blocks = [block for block in chosen_blocks(cursor) if shape_of(block.blockFormat()) not in THINGS]
    off = all(block.blockFormat().headingLevel() == level for block in blocks)
    with one_step(cursor):
        for block in blocks:
            path = place_of(block.blockFormat())
            if off:
                dress(block, look, _running(path), path)
            else:
                dress(block, look, Shape.HEADING, quotes_of(path), level)


def quotes_of(path: Path) -> Path:
    """Return the place without its lists: a heading is no item of one."""
    return tuple(level for level in path if level.kind is Kind.QUOTE)


def _running(path: Path) -> Shape:
    """Return the shape of running text in this place."""
    return (
        Shape.PLAIN
        if path and path[-1].kind is not Kind.QUOTE and path[-1].state is not State.GOES_ON
        else (Shape.PARAGRAPH)
    )


def redress(block: QTextBlock, look: Look, path: Path) -> None:
    """Put a block into another place; running text takes the shape that it has there."""
    form = block.blockFormat()
    shape, level = shape_of(form), form.headingLevel()
    if shape in (Shape.PARAGRAPH, Shape.PLAIN):
        shape = _running(path)
    if shape in THINGS:
        QTextCursor(block).setBlockFormat(look.block(shape, path))
    else:
        dress(block, look, shape, path, level)


# Quotes and lists


def toggle_quote(cursor: QTextCursor, look: Look) -> None:
    blocks = chosen_blocks(cursor)
    off = all(any(level.kind is Kind.QUOTE for level in place_of(block.blockFormat())) for block in blocks)
    with one_step(cursor):
        for block in blocks:
            path = place_of(block.blockFormat())
            redress(block, look, _without(path, Kind.QUOTE) if off else (Level(Kind.QUOTE), *path))


def _without(path: Path, kind: Kind) -> Path:
    """Leave out the innermost level of a kind."""
    for at in reversed(range(len(path))):
        if path[at].kind is kind:
            return path[:at] + path[at + 1 :]
    return path


def toggle_list(cursor: QTextCursor, kind: Kind, look: Look, start: int = 1) -> None:
    """Make items of the blocks, change the kind of their list, or make paragraphs where all are such items."""
    blocks = [block for block in chosen_blocks(cursor) if shape_of(block.blockFormat()) not in VERBATIM]
    off = all(inner_list(place_of(block.blockFormat())) is kind for block in blocks)
    with one_step(cursor):
        for block in blocks:
            path = place_of(block.blockFormat())
            if off:
                redress(block, look, _without(path, kind))
            elif inner_list(path) is not None:
                made = [replace(level, kind=kind) if at == _inner(path) else level for at, level in enumerate(path)]
                redress(block, look, tuple(made))
            else:
                redress(block, look, (*path, Level(kind, State.NEXT, start)))


def inner_list(path: Path) -> Kind | None:
    """Return the kind of the innermost list."""
    at = _inner(path)
    return path[at].kind if at >= 0 else None


def _inner(path: Path) -> int:
    return next((at for at in reversed(range(len(path))) if path[at].kind is not Kind.QUOTE), -1)


def deepen(cursor: QTextCursor, look: Look) -> bool:
    """Make the item one of a list within the item before it; say whether it could be."""
    block = cursor.block()
    path = place_of(block.blockFormat())
    at, before = _inner(path), block.previous()
    if at < 0 or not before.isValid() or len(place_of(before.blockFormat())) <= at:
        return False
    with one_step(cursor):
        for other in item_of(block, at):
            here = place_of(other.blockFormat())
            first = other == block
            outer = goes_on(here[: at + 1])
            inner = Level(here[at].kind, State.NEXT if first else State.GOES_ON)
            redress(other, look, (*outer, inner, *here[at + 1 :]))
    return True


def lift(cursor: QTextCursor, look: Look) -> bool:
    """Take the block out of its innermost list or quote, with what belongs to it; say whether it was in one."""
    block = cursor.block()
    path = place_of(block.blockFormat())
    if not path:
        return False
    at = len(path) - 1
    with one_step(cursor):
        for other in item_of(block, at):
            here = place_of(other.blockFormat())
            outer = list(here[:at])
            if other == block and outer and outer[-1].kind is not Kind.QUOTE and path[at].kind is not Kind.QUOTE:
                outer[-1] = replace(outer[-1], state=State.NEXT)
            redress(other, look, (*outer, *here[at + 1 :]))
    return True


def item_of(block: QTextBlock, depth: int) -> list[QTextBlock]:
    """Return the block and those after it that belong to the same item at this depth."""
    found = [block]
    after = block.next()
    while after.isValid():
        path = place_of(after.blockFormat())
        if len(path) <= depth or any(level.state is not State.GOES_ON for level in path[: depth + 1]):
            break
        if len(path) == depth + 1 and path[depth].kind is Kind.QUOTE:
            break
        found.append(after)
        after = after.next()
    return found
