"""What Enter, Backspace, Tab and the signs of Markdown do to a text while it is typed."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextBlock, QTextCursor

from desktop.kit.rich_text.looks import LINE, OBJECT, THINGS, VERBATIM, Look, Shape, place_of, shape_of
from desktop.kit.rich_text.steps import (
    deepen,
    dress,
    inner_list,
    lift,
    one_step,
    quotes_of,
    set_mark,
    toggle_list,
    toggle_quote,
)
from desktop.kit.rich_text.tables import insert_rows
from desktop.text.flat import Kind, goes_on, next_item
from desktop.text.tree import Mark

_Move = QTextCursor.MoveMode
_BOLD = re.compile(r"\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$")
_NUMBER = re.compile(r"(\d{1,3})[.、]$")
_HEADINGS = {"#": 2, "##": 2, "###": 3}


def enter(cursor: QTextCursor, look: Look) -> None:
    """Begin a new paragraph, item or line, as the place asks; an empty item or quote is left by it."""
    with one_step(cursor):
        cursor.removeSelectedText()
        block = cursor.block()
        form = block.blockFormat()
        shape, path = shape_of(form), place_of(form)
        if cursor.currentTable() is not None:
            cursor.insertText(LINE)
        elif shape in VERBATIM:
            _enter_verbatim(cursor, look)
        elif shape in THINGS:
            _beside_thing(cursor, look)
        elif block.text() == "---":
            _rule(cursor, look)
        elif not block.text() and path:
            lift(cursor, look)
        elif form.headingLevel() and cursor.atBlockEnd():
            cursor.insertBlock(look.block(Shape.PARAGRAPH, goes_on(path)), look.letters())
        elif form.headingLevel():
            cursor.insertBlock(look.block(shape, goes_on(path), form.headingLevel()), cursor.blockCharFormat())
        else:
            after = next_item(path) if inner_list(path) else goes_on(path)
            cursor.insertBlock(look.block(shape, after), look.letters(shape))


def _enter_verbatim(cursor: QTextCursor, look: Look) -> None:
    """Two empty lines at the end of the block leave it."""
    text, path = cursor.block().text(), goes_on(place_of(cursor.blockFormat()))
    if cursor.atBlockEnd() and text.endswith(LINE):
        cursor.deletePreviousChar()
        cursor.insertBlock(look.block(Shape.PARAGRAPH, path), look.letters())
    else:
        cursor.insertText(LINE)


def _beside_thing(cursor: QTextCursor, look: Look) -> None:
    path = goes_on(place_of(cursor.blockFormat()))
    if cursor.atBlockStart():
        form = cursor.blockFormat()
        cursor.insertBlock()
        cursor.setBlockFormat(form)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.setBlockFormat(look.block(Shape.PARAGRAPH, path))
        cursor.setBlockCharFormat(look.letters())
    else:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(look.block(Shape.PARAGRAPH, path), look.letters())


def insert_rule(cursor: QTextCursor, look: Look) -> None:
    """Put a rule behind the block of the cursor, and the cursor behind it."""
    with one_step(cursor):
        table = cursor.currentTable()
        if table is not None:
            cursor.setPosition(table.lastPosition() + 1)
        leave_thing(cursor, look)
        if cursor.block().text():
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock(look.block(Shape.PARAGRAPH, goes_on(place_of(cursor.blockFormat()))), look.letters())
        _rule(cursor, look)


def _rule(cursor: QTextCursor, look: Look) -> None:
    path = place_of(cursor.blockFormat())
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _Move.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setBlockFormat(look.block(Shape.RULE, path))
    cursor.insertText(OBJECT, look.thing(Shape.RULE, ()))
    cursor.insertBlock(look.block(Shape.PARAGRAPH, goes_on(path)), look.letters())


def leave_thing(cursor: QTextCursor, look: Look) -> None:
    """Before something is typed: a block that is one picture or rule takes no text, so a paragraph is begun."""
    if shape_of(cursor.blockFormat()) in THINGS and not cursor.hasSelection():
        with one_step(cursor):
            _beside_thing(cursor, look)


def backspace(cursor: QTextCursor, look: Look) -> bool:
    """At the beginning of a block: out of its list, quote or heading first. Say whether there was something to do."""
    if cursor.hasSelection() or not cursor.atBlockStart() or cursor.currentTable() is not None:
        return False
    block = cursor.block()
    form = block.blockFormat()
    path = place_of(form)
    if form.headingLevel():
        dress(block, look, Shape.PARAGRAPH, path)
        return True
    if path and lift(cursor, look):
        return True
    before = block.previous()
    if before.isValid() and shape_of(before.blockFormat()) in THINGS:
        return _choose_or_drop(cursor, block, before)
    return before.isValid() and QTextCursor(before).currentTable() is not None


def delete(cursor: QTextCursor) -> bool:
    """At the end of a block before a picture, rule or table: choose that. Say whether there was something to do."""
    if cursor.hasSelection() or not cursor.atBlockEnd() or cursor.currentTable() is not None:
        return False
    after = cursor.block().next()
    if after.isValid() and shape_of(after.blockFormat()) in THINGS:
        return _choose_or_drop(cursor, cursor.block(), after)
    return after.isValid() and QTextCursor(after).currentTable() is not None


def _choose_or_drop(cursor: QTextCursor, block: QTextBlock, thing: QTextBlock) -> bool:
    """Choose the thing, for the next key to take away; an empty paragraph beside it goes first."""
    if not block.text():
        with one_step(cursor):
            cursor.setPosition(min(block.position(), thing.position()))
            if thing.position() < block.position():
                cursor.setPosition(thing.position() + thing.length() - 1)
                cursor.deleteChar()
            else:
                form = thing.blockFormat()
                cursor.deleteChar()
                cursor.setBlockFormat(form)
        return True
    cursor.setPosition(thing.position())
    cursor.setPosition(thing.position() + thing.length() - 1, _Move.KeepAnchor)
    return True


def tab(cursor: QTextCursor, look: Look, *, back: bool) -> bool:
    """In a table to the next cell, in a list a level in or out. Say whether there was something to do."""
    table = cursor.currentTable()
    if table is not None:
        cell = table.cellAt(cursor)
        at = cell.row() * table.columns() + cell.column() + (-1 if back else 1)
        if at < 0:
            return True
        if at >= table.rows() * table.columns():
            append_row(cursor, look)
            return True
        cursor.setPosition(table.cellAt(at // table.columns(), at % table.columns()).firstPosition())
        return True
    if inner_list(place_of(cursor.blockFormat())) is None:
        return False
    if back:
        lift(cursor, look)
    else:
        deepen(cursor, look)
    return True


def append_row(cursor: QTextCursor, look: Look) -> None:
    """Put a row below the last, and the cursor into it."""
    table = cursor.currentTable()
    with one_step(cursor):
        insert_rows(table, table.rows(), 1, look)
        cursor.setPosition(table.cellAt(table.rows() - 1, 0).firstPosition())


def space(cursor: QTextCursor, look: Look) -> bool:
    """Take what stands before the cursor as a sign of Markdown: `##`, `-`, `1.`, `>`. Say whether it was one."""
    block = cursor.block()
    if cursor.hasSelection() or cursor.currentTable() is not None or shape_of(block.blockFormat()) in VERBATIM | THINGS:
        return False
    sign = block.text()[: cursor.positionInBlock()]
    number = _NUMBER.match(sign)
    if not (sign in _HEADINGS or sign in ("-", "*", "+", ">") or number):
        return False
    path = place_of(block.blockFormat())
    if path and sign != ">" and sign not in _HEADINGS:
        return False
    with one_step(cursor):
        cursor.setPosition(block.position(), _Move.KeepAnchor)
        cursor.removeSelectedText()
        if sign in _HEADINGS:
            dress(cursor.block(), look, Shape.HEADING, quotes_of(path), _HEADINGS[sign])
        elif sign == ">":
            toggle_quote(cursor, look)
        else:
            kind = Kind.NUMBERED if number else Kind.BULLETED
            toggle_list(cursor, kind, look, int(number[1]) if number else 1)
    return True


def star(cursor: QTextCursor, look: Look) -> bool:
    """After the last star of `**文字**`: the words become bold. Say whether they did."""
    block = cursor.block()
    if cursor.hasSelection() or shape_of(block.blockFormat()) in VERBATIM:
        return False
    found = _BOLD.search(block.text()[: cursor.positionInBlock()])
    if found is None or OBJECT in found[0]:
        return False
    at = block.position() + found.start()
    with one_step(cursor):
        for start, length in ((at + len(found[0]) - 2, 2), (at, 2)):
            cursor.setPosition(start)
            cursor.setPosition(start + length, _Move.KeepAnchor)
            cursor.removeSelectedText()
        cursor.setPosition(at)
        cursor.setPosition(at + len(found[1]), _Move.KeepAnchor)
        set_mark(cursor, Mark("strong"), True, look)
        cursor.setPosition(at + len(found[1]))
        cursor.setCharFormat(look.letters(shape_of(block.blockFormat()), block.blockFormat().headingLevel()))
    return True
