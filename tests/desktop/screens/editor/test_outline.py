"""大纲: the headings beside the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from .conftest import rewrite

PARAGRAPH = "青禾县的秋天。" * 60
TEXT = f"开头。\n\n## 一、稻田\n\n{PARAGRAPH}\n\n### 收割\n\n{PARAGRAPH}\n\n## 二、集市\n\n{PARAGRAPH}"


@pytest.fixture(params=[True, False], ids=["as it reads", "source"])
def screen(qtbot, desk, fill, request):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)
    fill()
    desk.screen._sheet.body.set_visual(request.param)
    rewrite(desk.screen, TEXT)
    desk.screen._sheet.body.editor.moveCursor(QTextCursor.MoveOperation.Start)
    desk.commands.run("view.outline")
    qtbot.waitUntil(lambda: rows(desk.screen) == ["一、稻田", "收割", "二、集市"])
    return desk.screen


def panel(screen):
    return screen._inspector.outline


def rows(screen):
    return [panel(screen).list.item(number).text().strip() for number in range(panel(screen).list.count())]


def test_headings_are_listed_by_their_level(screen):
    indents = [panel(screen).list.item(number).text().count("\u2003") for number in range(3)]
    assert indents == [0, 1, 0]


def test_the_section_of_the_caret_is_marked(qtbot, screen):
    editor = screen._sheet.body.editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: panel(screen).list.currentRow() == 2)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.waitUntil(lambda: panel(screen).list.currentRow() == -1)
    cursor = editor.document().find("收割")
    editor.setTextCursor(cursor)
    qtbot.waitUntil(lambda: panel(screen).list.currentRow() == 1)


def test_enter_goes_to_a_heading_and_the_keyboard_with_it(qtbot, screen):
    outline, editor = panel(screen).list, screen._sheet.body.editor
    outline.setFocus()
    for _ in range(3):
        qtbot.keyClick(outline, Qt.Key.Key_Down)
    qtbot.keyClick(outline, Qt.Key.Key_Return)
    assert editor.textCursor().block().text().endswith("二、集市")
    assert screen.focusWidget() is editor
    assert editor.viewport().rect().contains(editor.cursorRect())


def test_a_click_goes_there_too(qtbot, screen):
    outline = panel(screen).list
    place = outline.visualItemRect(outline.item(1)).center()
    qtbot.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert screen._sheet.body.editor.textCursor().block().text().endswith("收割")


def test_it_follows_what_is_typed_and_changes_nothing(qtbot, screen):
    editor = screen._sheet.body.editor
    editor.setTextCursor(editor.document().find("收割"))
    editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    qtbot.keyClicks(editor, "x")
    steps, text = editor.document().availableUndoSteps(), screen._sheet.body.text()
    qtbot.waitUntil(lambda: rows(screen) == ["一、稻田", "收割x", "二、集市"])
    assert editor.document().availableUndoSteps() == steps and screen._sheet.body.text() == text


def test_the_other_mode_has_the_same(qtbot, screen):
    screen._sheet.body.set_visual(not screen._sheet.body.is_visual)
    editor = screen._sheet.body.editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: panel(screen)._editor is editor and panel(screen).list.currentRow() == 2)
    assert rows(screen) == ["一、稻田", "收割", "二、集市"]


def test_a_text_without_headings_says_how_to_make_one(qtbot, screen):
    rewrite(screen, "没有。\n\n```\n# 不是标题\n```")
    qtbot.waitUntil(lambda: panel(screen)._hint.isVisible())
    assert not panel(screen).list.isVisible()
