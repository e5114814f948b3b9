"""The two modes of a text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from desktop.kit.theme import Mode, Theme
from desktop.screens.editor.body import Body

TEXT = "* 一\n* 二\n\n第一行\n第二行\n\n<div>原样</div>\n\n## 题\n"


@pytest.fixture
def body(qtbot):
    made = Body(Theme(Mode.LIGHT))
    qtbot.addWidget(made)
    made.show()
    return made


def test_going_to_the_source_and_back_loses_nothing_and_edits_nothing(qtbot, body):
    body.set_text(TEXT)
    edited = []
    body.edited.connect(lambda: edited.append(1))
    for _ in range(2):
        body.toggle()
        assert body.text() == TEXT
    assert not edited


def test_what_is_written_in_one_mode_is_there_in_the_other(body):
    body.set_text(TEXT)
    body.visual.insertPlainText("新")
    body.toggle()
    assert body.text() == "- 新一\n- 二\n\n第一行\n第二行\n\n<div>原样</div>\n\n## 题\n"
    body.source.appendPlainText("尾")
    body.toggle()
    assert body.text().endswith("## 题\n\n尾") or body.text().endswith("## 题\n尾")
    assert "尾" in body.visual.toPlainText()


def test_the_caret_stays_at_its_words(body):
    body.set_text("甲段。\n\n**乙**段在这里。\n\n丙段。\n")
    cursor = body.visual.document().find("丙段")
    body.visual.setTextCursor(cursor)
    body.toggle()
    assert body.source.textCursor().block().text() == "丙段。"


def test_the_mode_is_remembered(qtbot, tmp_path):
    windows = QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)
    first = Body(Theme(Mode.LIGHT), windows)
    qtbot.addWidget(first)
    assert first.is_visual
    first.toggle()
    second = Body(Theme(Mode.LIGHT), windows)
    qtbot.addWidget(second)
    assert not second.is_visual
