"""Blocks taken to another place in the editor: by keys and by the mouse, one step for undo, nothing lost."""

from __future__ import annotations

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.kit.rich_text.edit import RichEdit
from desktop.kit.rich_text.moving import entries, move, move_step, unit_of
from desktop.kit.theme import Mode, Theme
from desktop.text.flat import flatten
from desktop.text.pieces import pieces
from desktop.text.settling import settle
from desktop.text.tree import Paragraph, Plain
from desktop.text.writing import write
from tests.desktop.text.trees import documents

EXAMPLES = int(os.environ.get("ANYTHING", "60"))
TABLE = "| 一 | 二 |\n| --- | --- |\n| 1 | 2 |"


@pytest.fixture(scope="module")
def edit(qapp):
    made = RichEdit(Theme(Mode.LIGHT))
    made.resize(700, 900)
    yield made
    made.deleteLater()


def at(edit, words, end=""):
    cursor = edit.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    if end:
        cursor.setPosition(edit.document().find(end).selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def step(edit, down=True):
    edit.step(lambda cursor: move_step(cursor, edit.look, down=down))


def counted(edit):
    leaves = flatten(settle(edit.blocks()))
    return Counter(Paragraph(leaf.block.line) if isinstance(leaf.block, Plain) else leaf.block for leaf in leaves)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents(), st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=4))
def test_nothing_is_lost_and_each_move_is_one_step_back(edit, document, moves):
    edit.set_text(write(settle(document)))
    for one, other, to in moves:
        before, blocks = edit.text(), counted(edit)
        last = edit.document().characterCount() - 1
        cursor = edit.textCursor()
        cursor.setPosition(round(one * last))
        cursor.setPosition(round(other * last), QTextCursor.MoveMode.KeepAnchor)
        unit = unit_of(cursor)
        place = round(to * len(entries(edit.document())[0]))
        steps = edit.document().availableUndoSteps()
        if not move(cursor, unit, place, edit.look):
            assert edit.document().availableUndoSteps() == steps
            continue
        assert counted(edit) == blocks
        after = edit.text()
        assert tuple(block for piece in pieces(after) for block in piece.blocks) == settle(edit.blocks())
        edit.undo()
        assert edit.text() == before
        edit.redo()
        assert edit.text() == after


@pytest.mark.parametrize(
    ("markdown", "words", "down", "made"),
    [
        ("甲\n\n乙\n\n丙", "甲", True, "乙\n\n甲\n\n丙"),
        ("甲\n\n乙\n\n丙", "丙", False, "甲\n\n丙\n\n乙"),
        ("- 甲\n    - 子\n- 乙", "甲", True, "- 乙\n- 甲\n    - 子"),
        ("1. 甲\n2. 乙", "乙", False, "1. 乙\n2. 甲"),
        (f"甲\n\n{TABLE}\n\n乙", "甲", True, f"{TABLE}\n\n甲\n\n乙"),
        (f"甲\n\n{TABLE}\n\n乙", "1", True, f"甲\n\n乙\n\n{TABLE}"),
        (f"甲\n\n{TABLE}\n\n乙", "1", False, f"{TABLE}\n\n甲\n\n乙"),
        ("## 题\n\n甲", "甲", False, "甲\n\n## 题"),
        ("甲\n\n乙", "甲", False, "甲\n\n乙"),
        ("甲\n\n乙", "乙", True, "甲\n\n乙"),
    ],
)
def test_a_block_goes_past_the_one_beside_it(edit, markdown, words, down, made):
    edit.set_text(markdown)
    at(edit, words)
    step(edit, down)
    assert edit.text().rstrip("\n") == made
    assert edit.textCursor().block().text().startswith(words), "the caret goes along"


def test_the_blocks_of_a_selection_go_together_and_stay_selected(edit):
    edit.set_text("甲\n\n乙\n\n丙\n\n丁")
    at(edit, "乙", "丙")
    step(edit)
    assert edit.text() == "甲\n\n丁\n\n乙\n\n丙\n"
    assert edit.textCursor().selectedText() == "乙\u2029丙"
    step(edit, down=False)
    step(edit, down=False)
    assert edit.text() == "乙\n\n丙\n\n甲\n\n丁\n"


def test_a_text_that_may_not_be_written_is_not_moved(edit):
    edit.set_text("甲\n\n乙")
    edit.setReadOnly(True)
    step(edit)
    edit.setReadOnly(False)
    assert edit.text() == "甲\n\n乙"


def hover(edit, words):
    """Bring the mouse over some words; return their place in the viewport."""
    at(edit, words)
    point = edit.cursorRect().center() + QPoint(4, 0)
    move_event(edit.viewport(), point, Qt.MouseButton.NoButton)
    return point


def drag(edit, source, start, to):
    """Press at a place of a widget, move to a place of the viewport; the button stays down."""
    QTest.mousePress(source, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for share in (0.3, 0.7, 1.0):
        here = source.mapFrom(edit, edit.viewport().mapTo(edit, to)) if source is edit.grip else to
        point = start + (here - start) * share
        move_event(source, point)


def move_event(widget, point, button=Qt.MouseButton.LeftButton):
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(point), QPointF(widget.mapToGlobal(point)), Qt.MouseButton.NoButton, button,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def release(widget, point):
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


@pytest.fixture
def shown(edit, qtbot):
    edit.set_text("甲段\n\n![](asset:ab.mp4)\n\n- 乙项\n- 丙项\n\n丁段")
    with qtbot.waitExposed(edit):
        edit.show()
    yield edit
    edit.hide()


def test_the_grip_stands_in_the_margin_of_the_block_under_the_mouse(shown):
    point = hover(shown, "丁段")
    assert shown.grip.isVisible()
    middle = shown.grip.geometry().center()
    assert middle.x() < shown.viewport().x()
    assert abs(middle.y() - shown.viewport().y() - point.y()) < 20
    QTest.keyClick(shown, Qt.Key.Key_A)
    assert not shown.grip.isVisible(), "who types is left alone"


def test_a_block_is_dragged_by_its_grip_and_a_line_says_where_to(shown):
    hover(shown, "丁段")
    grip = shown.grip
    drag(shown, grip, grip.rect().center(), QPoint(60, 2))
    assert grip._line.isVisible()
    assert grip._line.y() < 10
    release(grip, grip.rect().center())
    assert shown.text() == "丁段\n\n甲段\n\n![](asset:ab.mp4)\n\n- 乙项\n- 丙项\n"
    assert not grip._line.isVisible()
    shown.undo()
    assert shown.text().startswith("甲段")


def test_escape_gives_a_drag_up(shown):
    hover(shown, "丁段")
    grip = shown.grip
    drag(shown, grip, grip.rect().center(), QPoint(60, 2))
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    release(grip, grip.rect().center())
    assert shown.text().startswith("甲段")
    assert not grip.dragging


def test_a_picture_is_dragged_by_itself(shown):
    at(shown, "甲段")
    top = shown.cursorRect().bottom() + 60
    at(shown, "丁段")
    place = shown.cursorRect().bottomLeft() + QPoint(10, 8)
    start = QPoint(shown.viewport().width() // 2, top)
    drag(shown, shown.viewport(), start, place)
    assert shown.grip.dragging
    release(shown.viewport(), place)
    assert shown.text() == "甲段\n\n- 乙项\n- 丙项\n\n丁段\n\n![](asset:ab.mp4)\n"


def test_nothing_is_taken_hold_of_while_a_word_is_composed_or_in_a_text_to_read(shown):
    hover(shown, "丁段")
    QApplication.sendEvent(shown, QInputMethodEvent("pin", []))
    QTest.mousePress(shown.grip, Qt.MouseButton.LeftButton)
    assert not shown.grip.dragging
    QTest.mouseRelease(shown.grip, Qt.MouseButton.LeftButton)
    QApplication.sendEvent(shown, QInputMethodEvent("", []))
    shown.setReadOnly(True)
    hover(shown, "甲段")
    assert not shown.grip.isVisible()
    shown.setReadOnly(False)
