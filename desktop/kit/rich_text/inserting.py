"""Blocks that come into a document whole: pasted, taken from a template, brought back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from desktop.kit.rich_text import keys
from desktop.kit.rich_text.building import insert_leaves, insert_line
from desktop.kit.rich_text.looks import THINGS, VERBATIM, Look, Shape, place_of, shape_of
from desktop.kit.rich_text.steps import one_step
from desktop.text.flat import flatten, goes_on
from desktop.text.tree import Attached, Block, Figure, Paragraph


def insert_blocks(cursor: QTextCursor, blocks: Sequence[Block], look: Look) -> None:
    """Put blocks in at a cursor, as one step for undo."""
    if not blocks:
        return
    with one_step(cursor):
        cursor.removeSelectedText()
        form = cursor.blockFormat()
        shape = shape_of(form)
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and shape not in THINGS | VERBATIM:
            head = cursor.currentTable() is not None and cursor.currentTable().cellAt(cursor).row() == 0
            insert_line(cursor, blocks[0].line, look, shape, form.headingLevel(), head=head)
            return
        if cursor.currentTable() is not None:
            cursor.setPosition(cursor.currentTable().lastPosition() + 1)
        keys.leave_thing(cursor, look)
        rest = cursor.block().text() and not cursor.atBlockEnd()
        if rest:
            cursor.insertBlock()
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        insert_leaves(cursor, flatten(blocks), look)
        if not rest and isinstance(blocks[-1], Figure | Attached):
            path = goes_on(place_of(cursor.blockFormat()))
            cursor.insertBlock(look.block(Shape.PARAGRAPH, path), look.letters())
