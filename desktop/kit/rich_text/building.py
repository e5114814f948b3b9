"""Puts the blocks of a tree into a document, where a cursor is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from desktop.kit.rich_text.looks import LINE, OBJECT, Look, Shape
from desktop.text.flat import Leaf, Path, flatten
from desktop.text.tree import (
    Attached,
    Block,
    Break,
    Code,
    Figure,
    Heading,
    Inline,
    Line,
    Paragraph,
    Picture,
    Plain,
    Rule,
    Run,
    Source,
    Table,
)


def show(document: QTextDocument, blocks: Sequence[Block], look: Look) -> None:
    """Make the document show these blocks and nothing else; there is no way back to what it showed by undo."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _dress(cursor, look.block(Shape.PARAGRAPH), look.letters())
    cursor.setCharFormat(look.letters())
    insert_leaves(cursor, flatten(blocks), look)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def insert_leaves(cursor: QTextCursor, leaves: Sequence[Leaf], look: Look) -> None:
    """Write leaves; the first takes the block of the cursor if that is empty."""
    fresh = not cursor.block().text()
    for leaf in leaves:
        if isinstance(leaf.block, Table):
            _insert_table(cursor, leaf.block, leaf.path, look)
            fresh = True  # Qt keeps an empty block behind every table
            continue
        shape, level = _shape(leaf.block)
        form, letters = look.block(shape, leaf.path, level), look.letters(shape, level)
        if fresh:
            _dress(cursor, form, letters)
        else:
            cursor.insertBlock(form, letters)
        fresh = False
        _fill(cursor, leaf.block, shape, level, look)


def _shape(block: Block) -> tuple[Shape, int]:
    match block:
        case Heading(level):
            return Shape.HEADING, level
        case Plain():
            return Shape.PLAIN, 0
        case Figure():
            return Shape.FIGURE, 0
        case Attached():
            return Shape.ATTACHED, 0
        case Rule():
            return Shape.RULE, 0
        case Code():
            return Shape.CODE, 0
        case Source():
            return Shape.SOURCE, 0
    return Shape.PARAGRAPH, 0


def _fill(cursor: QTextCursor, block: Block, shape: Shape, level: int, look: Look) -> None:
    match block:
        case Paragraph(line) | Plain(line) | Heading(_, line):
            insert_line(cursor, line, look, shape, level)
        case Figure(source, alt, caption, credit):
            cursor.insertText(OBJECT, look.thing(Shape.FIGURE, (source, alt, caption, credit)))
        case Attached(source, name, note):
            cursor.insertText(OBJECT, look.thing(Shape.ATTACHED, (source, name, note)))
        case Rule():
            cursor.insertText(OBJECT, look.thing(Shape.RULE, ()))
        case Code(text) | Source(text):
            cursor.insertText(text.replace("\n", LINE), look.letters(shape))


def insert_line(
    cursor: QTextCursor, line: Line, look: Look, shape: Shape = Shape.PARAGRAPH, level: int = 0, *, head: bool = False
) -> None:
    """Write running text as it looks in a block of this shape, or in the head of a table."""
    for part in line:
        text, form = _part(part, look, shape, level)
        if head and not form.objectType():
            form = QTextCharFormat(form)
            form.setFontWeight(look.cell("", head=True)[1].fontWeight())
        cursor.insertText(text, form)


def _part(part: Inline, look: Look, shape: Shape, level: int) -> tuple[str, QTextCharFormat]:
    match part:
        case Run(text, marks):
            return text, look.letters(shape, level, marks)
        case Break(marks):
            return LINE, look.letters(shape, level, marks)
        case Picture(source, alt, title, marks):
            return OBJECT, look.thing(Shape.PARAGRAPH, (source, alt, title), marks)


def _insert_table(cursor: QTextCursor, table: Table, path: Path, look: Look) -> None:
    made = cursor.insertTable(len(table.rows), len(table.aligns), look.table(path, len(table.aligns)))
    for number, row in enumerate(table.rows):
        for column, (line, align) in enumerate(zip(row, table.aligns, strict=True)):
            block, letters = look.cell(align, head=number == 0)
            at = made.cellAt(number, column).firstCursorPosition()
            _dress(at, block, letters)
            insert_line(at, line, look, head=number == 0)
    cursor.setPosition(made.lastPosition() + 1)
    _dress(cursor, look.block(Shape.PARAGRAPH), look.letters())


def _dress(cursor: QTextCursor, form: QTextBlockFormat, letters: QTextCharFormat) -> None:
    cursor.setBlockFormat(form)
    cursor.setBlockCharFormat(letters)
