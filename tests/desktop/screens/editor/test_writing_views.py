"""Focus and typewriter scrolling: seen alone, never in the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QTextCursor

from desktop.kit.commands import Commands
from desktop.kit.theme import Mode, Theme
from desktop.screens.editor.body import Body
from desktop.screens.editor.writing_views import Focus, Typewriter

from .conftest import rewrite

TEXT = "\n\n".join(f"第{n}段。" + "青禾县的秋天。" * 12 for n in range(40))


@pytest.fixture(params=[True, False], ids=["as it reads", "source"])
def editor(qtbot, desk, fill, request):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)
    fill()
    desk.screen._sheet.body.set_visual(request.param)
    rewrite(desk.screen, TEXT)
    desk.screen._sheet.body.setFocus()
    return desk.screen._sheet.body.editor


def go_to(editor, words):
    cursor = editor.document().find(words)
    cursor.clearSelection()
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def ink(editor, words):
    """Return how dark the darkest dot in the line of these words is painted."""
    cursor = editor.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    line = editor.cursorRect(cursor)
    picture = editor.viewport().grab(line.adjusted(4, 0, 60, 0)).toImage()
    ratio = 1
    dots = [picture.pixelColor(QPoint(x * ratio, y * ratio)).lightness()
            for x in range(picture.width()) for y in range(picture.height())]  # fmt: skip
    return min(dots)


def test_what_is_not_being_written_is_paler(desk, editor):
    go_to(editor, "第1段")
    assert ink(editor, "第2段") < 100
    text, steps = desk.screen._sheet.body.text(), editor.document().availableUndoSteps()
    desk.commands.run("view.focus")
    assert ink(editor, "第1段") < 100 < ink(editor, "第2段")
    go_to(editor, "第2段")
    assert ink(editor, "第2段") < 100 < ink(editor, "第1段")
    assert desk.screen._sheet.body.text() == text and editor.document().availableUndoSteps() == steps
    desk.commands.run("view.focus")
    assert ink(editor, "第1段") < 100


def middle(editor):
    return abs(editor.cursorRect().center().y() - editor.viewport().height() // 2)


def test_the_line_stays_at_the_middle_while_one_writes(qtbot, desk, editor):
    go_to(editor, "第20段")
    desk.commands.run("view.typewriter")
    assert middle(editor) <= 40
    for _ in range(5):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.keyClicks(editor, "x")
        assert middle(editor) <= 40


def test_the_last_line_comes_to_the_middle_too(qtbot, desk, editor):
    desk.commands.run("view.typewriter")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert middle(editor) <= 40
    for _ in range(5):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.keyClicks(editor, "x")
    assert middle(editor) <= 40
    desk.commands.run("view.typewriter")
    assert editor.viewport().rect().contains(editor.cursorRect())
    assert not desk.commands.action("view.typewriter").isChecked()


def test_a_click_does_not_roll_the_text_under_the_mouse(qtbot, desk, editor):
    go_to(editor, "第20段")
    desk.commands.run("view.typewriter")
    before = editor.verticalScrollBar().value()
    place = editor.viewport().rect().bottomLeft() + QPoint(80, -60)
    qtbot.mousePress(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    held = editor.verticalScrollBar().value()
    qtbot.mouseRelease(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert held == before


def test_both_are_remembered(qtbot, tmp_path):
    windows = QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)
    for on in (False, True):
        theme = Theme(Mode.LIGHT)
        commands, body = Commands(theme), Body(theme, windows)
        qtbot.addWidget(body)
        Focus(commands, body, lambda: True, body)
        Typewriter(commands, body, lambda: True, body)
        for name in ("view.focus", "view.typewriter"):
            assert commands.action(name).isChecked() is on
            if not on:
                commands.run(name)
