"""Tables: put in, grown, shrunk and aligned. Cells are never merged."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextTable

from desktop.kit.rich_text.building import insert_leaves
from desktop.kit.rich_text.looks import Look
from desktop.kit.rich_text.steps import one_step
from desktop.kit.rich_text.taking import table_of
from desktop.text.flat import Leaf
from desktop.text.tree import Table


def insert_table(cursor: QTextCursor, rows: int, columns: int, look: Look) -> None:
    """Put an empty table behind the block of the cursor, and the cursor into its first cell."""
    with one_step(cursor):
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        at = cursor.position()
        empty = Table(("",) * columns, (((),) * columns,) * rows)
        insert_leaves(cursor, [Leaf((), empty)], look)
    table = next_table(cursor, at)
    if table is not None:
        cursor.setPosition(table.cellAt(0, 0).firstPosition())


def next_table(cursor: QTextCursor, at: int) -> QTextTable | None:
    """Return the table that begins right behind a position."""
    probe = QTextCursor(cursor.document())
    probe.setPosition(min(at + 1, cursor.document().characterCount() - 1))
    return probe.currentTable()


def insert_rows(table: QTextTable, at: int, count: int, look: Look) -> None:
    aligns = table_of(table).aligns
    table.insertRows(at, count)
    for row in range(at, at + count):
        for column in range(table.columns()):
            _dress_cell(table, row, column, aligns[column], look)
    if at == 0:
        _dress_row(table, count, aligns, look)


def insert_column(table: QTextTable, at: int, look: Look) -> None:
    table.insertColumns(at, 1)
    form = table.format()
    form.setColumnWidthConstraints(look.table((), table.columns()).columnWidthConstraints())
    table.setFormat(form)
    for row in range(table.rows()):
        _dress_cell(table, row, at, "", look)


def remove_row(table: QTextTable, row: int, look: Look) -> None:
    """Take a row away; a table has two at least, and goes with the last but one."""
    if table.rows() <= 2:
        remove_table(table)
        return
    aligns = table_of(table).aligns
    table.removeRows(row, 1)
    if row == 0:
        _dress_row(table, 0, aligns, look)


def remove_column(table: QTextTable, column: int, look: Look) -> None:
    if table.columns() == 1:
        remove_table(table)
        return
    table.removeColumns(column, 1)
    form = table.format()
    form.setColumnWidthConstraints(look.table((), table.columns()).columnWidthConstraints())
    table.setFormat(form)


def remove_table(table: QTextTable) -> None:
    cursor = table.firstCursorPosition()
    cursor.setPosition(table.firstPosition() - 1)
    cursor.setPosition(table.lastPosition() + 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def align(table: QTextTable, column: int, side: str, look: Look) -> None:
    """Align a column: left, center, right, or empty for as the page has it."""
    for row in range(table.rows()):
        cursor = table.cellAt(row, column).firstCursorPosition()
        cursor.setBlockFormat(look.cell(side, head=row == 0)[0])


def _dress_row(table: QTextTable, row: int, aligns: tuple[str, ...], look: Look) -> None:
    for column, side in enumerate(aligns):
        _dress_cell(table, row, column, side, look)


def _dress_cell(table: QTextTable, row: int, column: int, side: str, look: Look) -> None:
    block, letters = look.cell(side, head=row == 0)
    cursor = table.cellAt(row, column).firstCursorPosition()
    cursor.setBlockFormat(block)
    cursor.setBlockCharFormat(letters)
