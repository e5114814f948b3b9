"""What can be done to the table at the caret: rows, columns, how they are aligned, the table as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QMenu

from desktop.kit.commands import Command, Commands
from desktop.kit.rich_text import tables
from desktop.kit.rich_text.looks import Look
from desktop.kit.rich_text.steps import one_step
from desktop.screens.editor.body import Body

translate = QCoreApplication.translate
Change = Callable[[QTextTable, int, int, Look], object]  # table, row, column


class TableCommands:
    """Registers the commands, and puts them into the menu of the right button where there is a table."""

    def __init__(self, commands: Commands, body: Body, may_write: Callable[[], bool]) -> None:
        self._commands, self._body, self._may_write = commands, body, may_write
        self._names: list[str] = []
        for name, title, change in _changes():
            self._names.append(f"table.{name}")
            commands.add(Command(f"table.{name}", title, partial(self._take, change), enabled=self._in_table))
        body.visual.menu_opened.connect(self._add_to)

    def _in_table(self) -> bool:
        there = self._body.is_visual and self._body.visual.textCursor().currentTable() is not None
        return there and self._may_write()

    def _take(self, change: Change) -> None:
        edit = self._body.visual

        def changing(cursor: QTextCursor) -> None:
            table = cursor.currentTable()
            if table is not None:
                cell = table.cellAt(cursor)
                with one_step(cursor):
                    change(table, cell.row(), cell.column(), edit.look)

        edit.step(changing)

    def _add_to(self, menu: QMenu) -> None:
        self._commands.refresh()
        menu.addSeparator()
        menu.addAction(self._commands.action("text.paste_plain"))
        menu.addAction(self._commands.action("text.link"))
        if self._body.picture_here() is not None:
            menu.addAction(self._commands.action("text.figure"))
        if not self._in_table():
            return
        inner = menu.addMenu(translate("TableCommands", "表格"))
        for name in self._names:
            inner.addAction(self._commands.action(name))


def _changes() -> tuple[tuple[str, str, Change], ...]:
    return (
        (
            "row_above", translate("TableCommands", "在上面加一行"),
            lambda table, row, _column, look: tables.insert_rows(table, row, 1, look),
        ),
        (
            "row_below", translate("TableCommands", "在下面加一行"),
            lambda table, row, _column, look: tables.insert_rows(table, row + 1, 1, look),
        ),
        (
            "column_before", translate("TableCommands", "在左边加一列"),
            lambda table, _row, column, look: tables.insert_column(table, column, look),
        ),
        (
            "column_after", translate("TableCommands", "在右边加一列"),
            lambda table, _row, column, look: tables.insert_column(table, column + 1, look),
        ),
        (
            "drop_row", translate("TableCommands", "删除这一行"),
            lambda table, row, _column, look: tables.remove_row(table, row, look),
        ),
        (
            "drop_column", translate("TableCommands", "删除这一列"),
            lambda table, _row, column, look: tables.remove_column(table, column, look),
        ),
        (
            "drop", translate("TableCommands", "删除整个表格"),
            lambda table, _row, _column, _look: tables.remove_table(table),
        ),
        ("left", translate("TableCommands", "这一列左对齐"), partial(_align, "left")),
        ("center", translate("TableCommands", "这一列居中"), partial(_align, "center")),
        ("right", translate("TableCommands", "这一列右对齐"), partial(_align, "right")),
    )  # fmt: skip


def _align(side: str, table: QTextTable, _row: int, column: int, look: Look) -> None:
    tables.align(table, column, side, look)
