"""What other programs put on the clipboard, pasted into the text at the window."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from desktop.screens.editor import pasting


@pytest.fixture
def edit(qtbot, desk):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None and not desk.screen._sheet.body.visual.isReadOnly())
    return desk.screen._sheet.body.visual


def clip(html="", plain=""):
    data = QMimeData()
    if html:
        data.setHtml(html)
    if plain:
        data.setText(plain)
    return data


def drawing():
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(made, "PNG")
    return made.getvalue()


def test_structure_is_kept_and_styles_are_not(edit):
    edit.insertFromMimeData(
        clip('<h2 style="color:red">题</h2><p><b>一是</b>推动</p><ul><li>甲</li><li>乙</li></ul>', "题 一是推动 甲 乙")
    )
    assert edit.text() == "## 题\n\n**一是**推动\n\n- 甲\n- 乙\n"


def test_words_run_into_the_line_where_the_cursor_is(edit):
    edit.insertPlainText("前后")
    cursor = edit.textCursor()
    cursor.setPosition(1)
    edit.setTextCursor(cursor)
    edit.insertFromMimeData(clip("<span>中<b>间</b></span>", "中间"))
    assert edit.text() == "前中**间**后\n"
    edit.undo()
    assert edit.text() == "前后\n"


def test_a_picture_that_came_along_is_in_the_record(qtbot, desk, edit):
    data = base64.b64encode(drawing()).decode()
    edit.insertFromMimeData(clip(f'<p>前</p><p><img src="data:image/png;base64,{data}"></p><p>后</p>', "前后"))
    qtbot.waitUntil(lambda: "](asset:" in edit.text())
    assert edit.text().startswith("前\n\n![") and edit.text().endswith("\n\n后\n")


def test_a_picture_of_this_machine_is_asked_for(qtbot, desk, edit, tmp_path: Path, monkeypatch):
    path = tmp_path / "照片.png"
    path.write_bytes(drawing())
    asked = []
    monkeypatch.setattr(pasting, "ask", lambda *words: asked.append(words) or False)
    edit.insertFromMimeData(clip(f'<p>前</p><p><img src="{path.as_uri()}"></p>', "前"))
    assert len(asked) == 1 and edit.text() == "前\n"


def test_what_was_left_out_is_said(desk, edit):
    edit.insertFromMimeData(clip('<p>字<script>1</script></p><p><a href="javascript:x">链</a></p>', "字链"))
    words = desk.messages.messages()[-1].text
    assert "网页程序 1 段" in words and "链接 1 个" in words
    assert edit.text() == "字\n\n链\n"


def test_plain_text_is_pasted_without_its_form(desk, edit):
    QApplication.clipboard().setMimeData(clip("<h1>题</h1><p><b>字</b></p>", "题\n字"))
    assert desk.commands.run("text.paste_plain")
    assert edit.text() == "题\n\n字\n"
