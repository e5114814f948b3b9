"""文稿缩放: the text is shown larger or smaller, and is the same text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.kit.theme import Mode, Theme
from desktop.screens.editor.body import Body

from .conftest import rewrite

TABLE = "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |"
TEXT = (
    "## 小标题\n\n一段话，**加粗**。\n\n- 一项\n- 二项\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n"
    + "青禾县的秋天。" * 40
)


@pytest.fixture
def screen(qtbot, desk, fill):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)
    fill()
    desk.screen.addActions([desk.commands.action(command.id) for command in desk.commands])
    rewrite(desk.screen, TEXT)
    desk.screen._sheet.body.setFocus()
    return desk.screen


def line_height(editor):
    block = editor.document().findBlockByNumber(1 if editor.document().blockCount() > 1 else 0)
    return block.layout().lineAt(0).height()


def test_keys_make_the_text_larger_and_smaller_and_as_it_was(qtbot, desk, screen):
    editor = screen._sheet.body.visual
    whole = line_height(editor)
    qtbot.keyClick(editor, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert screen._sheet.body.zoom.percent == 110
    assert line_height(editor) == pytest.approx(whole * 1.1, rel=0.02)
    for _ in range(3):
        qtbot.keyClick(editor, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert screen._sheet.body.zoom.percent == 80 and line_height(editor) < whole
    qtbot.keyClick(editor, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert screen._sheet.body.zoom.percent == 80
    qtbot.keyClick(editor, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert line_height(editor) == whole


def test_the_text_is_no_other_by_it(qtbot, desk, screen):
    body = screen._sheet.body
    body.visual.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(body.visual, "x")
    told = []
    body.edited.connect(lambda: told.append(True))
    before, at = body.text(), body.visual.textCursor().position()
    for percent in (200, 80, 125):
        body.zoom.set(percent)
        assert body.text() == before and body.visual.textCursor().position() == at
    assert not told
    assert body.visual.document().isUndoAvailable()
    body.visual.undo()
    assert body.text() == TEXT
    body.set_visual(False)
    body.zoom.set(200)
    assert not told[1:] and body.text() == TEXT


def test_the_first_line_is_indented_by_two_letters_in_every_size(qtbot, desk, screen):
    visual = screen._sheet.body.visual
    for percent in (100, 200, 80):
        screen._sheet.body.zoom.set(percent)
        line = visual.document().find("青禾县的秋天").block().layout().lineAt(0)
        letter = line.cursorToX(1)[0] - line.cursorToX(0)[0]
        assert line.x() == pytest.approx(2 * letter, abs=1.5)


def test_pictures_and_tables_keep_to_the_column(qtbot, desk, screen):
    visual = screen._sheet.body.visual
    visual.insert_figure("asset:" + "a" * 64, "图说")
    screen._sheet.body.zoom.set(200)
    layout = visual.document().documentLayout()
    assert layout.documentSize().width() <= visual.viewport().width() + 1
    assert visual.horizontalScrollBar().maximum() == 0


def test_the_wheel_does_it_while_ctrl_is_held(qtbot, desk, screen):
    visual = screen._sheet.body.visual
    turn(visual.viewport(), 120)
    assert screen._sheet.body.zoom.percent == 110
    turn(visual.viewport(), -60)  # half a notch, as touchpads give
    assert screen._sheet.body.zoom.percent == 110
    turn(visual.viewport(), -60)
    assert screen._sheet.body.zoom.percent == 100
    turn(visual.viewport(), 120, Qt.KeyboardModifier.NoModifier)
    assert screen._sheet.body.zoom.percent == 100


def test_source_preview_and_reading_follow(qtbot, desk, screen):
    screen._sheet.body.set_visual(False)
    source, preview = screen._sheet.body.source, screen._preview
    qtbot.waitUntil(lambda: "小标题" in preview.toPlainText())
    block = preview.document().find("青禾县的秋天").block()
    heights = source.fontMetrics().height(), block.layout().lineAt(0).height()
    screen._sheet.body.zoom.set(150)
    now = source.fontMetrics().height(), block.layout().lineAt(0).height()
    assert [new / old for new, old in zip(now, heights, strict=True)] == pytest.approx([1.5, 1.5], rel=0.05)
    assert preview.horizontalScrollBar().maximum() == 0
    screen._reading.browser.setPlainText("一稿")
    assert screen._reading.browser.document().documentLayout().paintDevice().logicalDpiY() > 100


def test_it_is_remembered(qtbot, tmp_path):
    windows = QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)
    body = Body(Theme(Mode.LIGHT), windows)
    qtbot.addWidget(body)
    body.zoom.set(150)
    windows.sync()
    again = Body(Theme(Mode.LIGHT), QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(again)
    assert again.zoom.percent == 150


@pytest.mark.parametrize("kept", ["", "many", "-5", "100000"])
def test_what_is_remembered_wrongly_is_no_size(qtbot, tmp_path, kept):
    windows = QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)
    windows.setValue("editor/zoom", kept)
    body = Body(Theme(Mode.LIGHT), windows)
    qtbot.addWidget(body)
    assert body.zoom.percent in (100, 200)


def turn(viewport, by, held=Qt.KeyboardModifier.ControlModifier):
    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle, viewport.mapToGlobal(middle), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)
