"""Whatever a person does to a text, what it says is on the screen and in its Markdown alike."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.kit.rich_text.keys import insert_rule
from desktop.kit.rich_text.steps import set_mark, toggle_heading, toggle_list, toggle_quote
from desktop.kit.rich_text.tables import insert_column, insert_rows, insert_table, remove_column, remove_row
from desktop.kit.theme import Mode, Theme
from desktop.screens.editor.visual_edit import VisualEdit
from desktop.text.flat import Kind
from desktop.text.pieces import pieces
from desktop.text.settling import settle
from desktop.text.tree import Attached, Mark, Source

EXAMPLES = int(os.environ.get("ANYTHING", "40"))
Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
TYPED = (
    "字",
    "青禾",
    "abc",
    " ",
    "*",
    "#",
    "-",
    "1.",
    ">",
    "**粗**",
    "|",
    "[",
    "]",
    "<b>",
    "&amp;",
    "\\",
    "`",
    "_",
    "😀",
)
KEYS = (Key.Key_Return, Key.Key_Backspace, Key.Key_Delete, Key.Key_Tab, Key.Key_Backtab, Key.Key_Up, Key.Key_Left)
STEPS = (
    lambda edit, cursor: toggle_heading(cursor, 2, edit.look),
    lambda edit, cursor: toggle_quote(cursor, edit.look),
    lambda edit, cursor: toggle_list(cursor, Kind.BULLETED, edit.look),
    lambda edit, cursor: toggle_list(cursor, Kind.NUMBERED, edit.look),
    lambda edit, cursor: set_mark(cursor, Mark("strong"), True, edit.look),
    lambda edit, cursor: set_mark(cursor, Mark("em"), True, edit.look),
    lambda edit, cursor: set_mark(cursor, Mark("a", "https://qinghe.example/?a=1&b=2"), True, edit.look),
    lambda edit, cursor: set_mark(cursor, Mark("strong"), False, edit.look),
    lambda edit, cursor: insert_table(cursor, 2, 2, edit.look),
    lambda edit, cursor: insert_rule(cursor, edit.look),
    lambda edit, cursor: in_table(cursor, lambda table, cell: insert_rows(table, cell.row() + 1, 1, edit.look)),
    lambda edit, cursor: in_table(cursor, lambda table, cell: insert_column(table, cell.column(), edit.look)),
    lambda edit, cursor: in_table(cursor, lambda table, cell: remove_row(table, cell.row(), edit.look)),
    lambda edit, cursor: in_table(cursor, lambda table, cell: remove_column(table, cell.column(), edit.look)),
)
actions = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.sampled_from(TYPED)),
        st.tuples(st.just("type"), st.sampled_from(TYPED)),
        st.tuples(st.just("key"), st.sampled_from(KEYS)),
        st.tuples(st.just("key"), st.just(Key.Key_Return)),
        st.tuples(st.just("step"), st.integers(0, len(STEPS) - 1)),
        st.tuples(st.just("select"), st.tuples(st.floats(0, 1), st.floats(0, 1))),
        st.tuples(st.sampled_from(["figure", "film", "file", "undo", "redo", "cut", "copy", "paste"]), st.none()),
    ),
    min_size=10,
    max_size=50,
)


def in_table(cursor, change):
    table = cursor.currentTable()
    if table is not None:
        change(table, table.cellAt(cursor))


def act(edit, what, how):
    match what:
        case "type":
            for letter in how:  # the key codes of QTest are ASCII
                key = Key(ord(letter.upper())) if letter.isascii() else Key.Key_unknown
                QTest.sendKeyEvent(QTest.KeyAction.Click, edit, key, letter, Qt.KeyboardModifier.NoModifier)
        case "key":
            QTest.keyClick(edit, how, Shift if how == Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
        case "step":
            edit.step(lambda cursor: STEPS[how](edit, cursor))
        case "select":
            last = edit.document().characterCount() - 1
            cursor = edit.textCursor()
            cursor.setPosition(round(how[0] * last))
            cursor.setPosition(round(how[1] * last), QTextCursor.MoveMode.KeepAnchor)
            edit.setTextCursor(cursor)
        case "figure":
            edit.insert_figure("asset:" + "ab" * 32, "图说")
        case "film":
            edit.insert_figure("asset:" + "ab" * 32 + ".mp4", "图说")
        case "file":
            edit.insert_thing(Attached("asset:" + "cd" * 32 + ".pdf", "通知[1].pdf", "PDF，1.2 MB"))
        case _:
            getattr(edit, what)()


@pytest.fixture(scope="module")
def edit(qapp):
    made = VisualEdit(Theme(Mode.LIGHT))
    made.resize(700, 800)
    made.menu_wanted.connect(lambda: made.insertPlainText("/"))
    made.clip_given.connect(lambda data: made.insertPlainText(data.text()))
    yield made
    made.deleteLater()


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(doings=actions)
def test_what_is_on_the_screen_is_what_the_markdown_says(edit, doings):
    edit.set_text("")
    QApplication.clipboard().clear()
    for what, how in doings:
        act(edit, what, how)
        edit.text()
    shown = settle(edit.blocks())
    said = tuple(block for piece in pieces(edit.text()) for block in piece.blocks)
    assert not any(isinstance(block, Source) for block in said)
    assert said == shown
