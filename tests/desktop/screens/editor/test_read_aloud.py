"""朗读 through a real program that stands in for the system's voice on PATH."""

from __future__ import annotations

import os
import sys

import pytest
from PySide6.QtGui import QTextCursor

from desktop.kit.voice import find_voice
from desktop.screens.editor.read_aloud import ReadAloud

from .conftest import rewrite

TEXT = "第一句。第二句“话。”第三😀句！\n\n## 小标题\n\n- 一项**加粗**"
# says what it hears into a file, and holds its breath at 停 until it is ended
VOICE = """#!{python}
import os, pathlib, sys, time
heard = sys.stdin.buffer.read()
with open({said!r}, "ab") as said:
    said.write(b"%d " % os.getpid() + " ".join(sys.argv[1:]).encode() + b"|" + heard)
if "停" in heard.decode("utf-8"):
    time.sleep(60)
sys.exit("坏" in heard.decode("utf-8"))
"""

unix = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the stand-in has the name of Linux")


@pytest.fixture
def said(tmp_path, monkeypatch):
    """The file of what was said by the only voice on PATH."""
    folder, said = tmp_path / "bin", tmp_path / "said"
    folder.mkdir()
    said.touch()
    program = folder / "espeak-ng"
    program.write_text(VOICE.format(python=sys.executable, said=str(said)), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return said


@pytest.fixture(params=[True, False], ids=["as it reads", "source"])
def screen(qtbot, desk, fill, request):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)
    fill()
    desk.screen._sheet.body.set_visual(request.param)
    rewrite(desk.screen, TEXT)
    desk.screen._sheet.body.editor.moveCursor(QTextCursor.MoveOperation.Start)
    return desk.screen


def heard(said):
    return [line.partition("|")[2] for line in said.read_text(encoding="utf-8").splitlines()]


def reader(screen):
    return screen.findChild(ReadAloud)


def runs(said):
    number = int(said.read_text(encoding="utf-8").split()[0])
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


@unix
def test_all_is_read_from_the_caret_on_sentence_by_sentence(qtbot, desk, screen, said):
    desk.commands.run("view.read_aloud")
    assert desk.commands.action("view.read_aloud").isChecked()
    qtbot.waitUntil(lambda: not reader(screen).reading, timeout=20000)
    assert heard(said) == ["第一句。", "第二句“话。”", "第三😀句！", "小标题", heard(said)[-1]]
    assert heard(said)[-1] in ("一项加粗", "- 一项 加粗")
    assert not desk.commands.action("view.read_aloud").isChecked()
    assert "第" not in said.read_text(encoding="utf-8").split("|")[0]


@unix
def test_what_is_selected_is_read_alone(qtbot, desk, screen, said):
    editor = screen._sheet.body.editor
    cursor = editor.document().find("第二句“话。”")
    editor.setTextCursor(cursor)
    desk.commands.run("view.read_aloud")
    qtbot.waitUntil(lambda: not reader(screen).reading, timeout=20000)
    assert heard(said) == ["第二句“话。”"]


@unix
def test_the_sentence_is_marked_beside_the_hits_of_a_search_and_stop_is_at_once(qtbot, desk, screen, said):
    rewrite(screen, "停在这里。后面。")
    editor = screen._sheet.body.editor
    text = screen._sheet.body.text()
    desk.commands.run("text.find")
    screen.find_bar.line.setText("后面")
    qtbot.waitUntil(lambda: marked(editor) == ["后面"])
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    desk.commands.run("view.read_aloud")
    qtbot.waitUntil(lambda: bool(heard(said)))
    assert set(marked(editor)) == {"停在这里。", "后面"} and runs(said)
    desk.commands.run("view.read_aloud")
    assert marked(editor) == ["后面"] and not runs(said) and screen._sheet.body.text() == text


def marked(editor):
    return [selection.cursor.selectedText() for selection in editor.extraSelections()]


@unix
@pytest.mark.parametrize("leave", ["close", "hide"])
def test_nothing_speaks_on_when_the_article_is_left(qtbot, desk, screen, said, leave):
    rewrite(screen, "停在这里。")
    desk.commands.run("view.read_aloud")
    qtbot.waitUntil(lambda: bool(heard(said)))
    getattr(screen, leave)()
    assert not runs(said) and not reader(screen).reading


@unix
def test_a_voice_that_fails_is_told(qtbot, desk, screen, said):
    rewrite(screen, "坏了。后面。")
    desk.commands.run("view.read_aloud")
    qtbot.waitUntil(lambda: not reader(screen).reading, timeout=20000)
    assert "没有读出来" in desk.messages.messages()[-1].text and len(heard(said)) == 1


@unix
def test_without_a_voice_it_is_said_what_to_install(qtbot, desk, screen, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    desk.commands.run("view.read_aloud")
    assert "espeak-ng" in desk.messages.messages()[-1].text
    assert not desk.commands.action("view.read_aloud").isChecked()


@unix
def test_the_text_may_be_changed_while_it_is_read(qtbot, desk, screen, said):
    rewrite(screen, "停在这里。后面。")
    desk.commands.run("view.read_aloud")
    qtbot.waitUntil(lambda: bool(heard(said)))
    editor = screen._sheet.body.editor
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(editor, "x")
    assert marked(editor) == ["停在这里。"]
    desk.commands.run("view.read_aloud")


@unix
def test_another_article_is_not_spoken_over(qtbot, desk, screen, said):
    rewrite(screen, "停在这里。后面。")
    desk.commands.run("view.read_aloud")
    qtbot.waitUntil(lambda: bool(heard(said)))
    screen.open(None)
    qtbot.waitUntil(lambda: not reader(screen).reading)
    assert not runs(said)


def test_windows_reads_lines_that_are_not_on_its_command_line(monkeypatch):
    monkeypatch.setattr("desktop.kit.voice.QStandardPaths.findExecutable", lambda name: f"C:/{name}.exe")
    voice = find_voice("win32")
    assert voice.stays and not voice.by_argument and '"' not in "".join(voice.arguments)
    assert find_voice("darwin").arguments == ("-f", "-")
