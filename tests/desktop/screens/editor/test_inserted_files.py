"""Films and files in the text: chosen, dropped, pasted, shown as blocks, opened, and kept with the article."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from db.domain.article import asset_digests
from db.store import assets
from desktop.kit.rich_text.looks import Shape
from desktop.screens.editor import body as body_room
from desktop.screens.editor import inserted_files
from desktop.screens.editor.page_parts import figures
from desktop.text.dialect import render

FILM = b"\x00\x00\x00\x18ftypmp42 not much of a film"
PAPER = b"%PDF-1.7\nnot much of a paper"


@pytest.fixture
def body(qtbot, desk):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None and not desk.screen._sheet.body.visual.isReadOnly())
    return desk.screen._sheet.body


@pytest.fixture
def files(tmp_path):
    (tmp_path / "开幕式.mp4").write_bytes(FILM)
    (tmp_path / "通知[1].pdf").write_bytes(PAPER)
    (tmp_path / "程序.exe").write_bytes(b"MZ")
    (tmp_path / "冒充.pdf").write_bytes(b"MZ")
    return tmp_path


def given(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def things(body):
    return [type(block).__name__ for block in body.visual.blocks()]


def test_a_film_and_a_file_that_are_dropped_become_blocks(qtbot, desk, body, files):
    body.visual.insertFromMimeData(given(files / "开幕式.mp4", files / "通知[1].pdf"))
    qtbot.waitUntil(lambda: sorted(things(body)) == ["Attached", "Figure"])
    film, paper = asset_digests(desk.screen._sheet.value())
    text = body.text()
    assert f"![开幕式](asset:{film}.mp4)" in text or f"![开幕式](asset:{paper}.mp4)" in text
    assert "(asset:" in text and '.pdf "PDF，28 B")' in text and "[通知\\[1&#93;.pdf]" in text
    with desk.store.reading() as connection:
        found = {assets.get(connection, digest).media_type for digest in (film, paper)}
    assert found == {"video/mp4", "application/pdf"}
    body.visual.undo()
    body.visual.undo()
    assert body.text() == ""


def test_in_the_source_they_are_lines_of_their_own(qtbot, body, files):
    body.set_text("前文\n")
    body.set_visual(False)
    body.source.moveCursor(QTextCursor.MoveOperation.End)
    body.source.insertFromMimeData(given(files / "通知[1].pdf"))
    qtbot.waitUntil(lambda: ".pdf" in body.text())
    body.set_visual(True)
    assert things(body) == ["Paragraph", "Attached"]


@pytest.mark.parametrize("name", ["程序.exe", "冒充.pdf"])
def test_what_could_run_or_is_not_what_it_says_is_refused_and_told(qtbot, desk, body, files, name):
    body.visual.insertFromMimeData(given(files / name))
    qtbot.waitUntil(lambda: bool(desk.messages.messages()))
    assert name in desk.messages.messages()[-1].text
    assert body.text() == ""


def test_the_bar_and_the_menu_ask_for_files(qtbot, desk, body, files, monkeypatch):
    monkeypatch.setattr(inserted_files, "choose_films", lambda _parent: [files / "开幕式.mp4"])
    monkeypatch.setattr(inserted_files, "choose_files", lambda _parent: [files / "开幕式.mp4"])
    desk.commands.run("text.video")
    qtbot.waitUntil(lambda: things(body) == ["Figure"])
    desk.commands.run("text.attachment")  # who asks for an attachment gets one
    qtbot.waitUntil(lambda: things(body) == ["Figure", "Attached"])


def test_a_copy_is_opened_under_the_name_of_the_file(qtbot, desk, body, files):
    opened = []
    desk.screen._tools.files.open_path = lambda path: opened.append(path) or True
    body.visual.insertFromMimeData(given(files / "通知[1].pdf"))
    qtbot.waitUntil(lambda: things(body) == ["Attached"])
    desk.commands.run("text.open_file")
    qtbot.waitUntil(lambda: len(opened) == 1)
    assert opened[0].name == "通知[1].pdf"
    assert opened[0].read_bytes() == PAPER
    assert desk.store.files not in opened[0].parents


def test_a_double_click_opens_the_frame_and_asks_for_the_words_below_it(qtbot, desk, body):
    visual, wanted = body.visual, []
    visual.file_wanted.connect(lambda found: wanted.append(("open", found.shape)))
    visual.figure_wanted.disconnect()
    visual.figure_wanted.connect(lambda found: wanted.append(("words", found.shape)))
    body.set_text(f"![开幕式](asset:{'ab' * 32}.mp4)\n\n[通知.pdf](asset:{'cd' * 32}.pdf)\n\n末")
    layout = visual.document().documentLayout()
    film, paper = (layout.blockBoundingRect(visual.document().findBlockByNumber(number)) for number in (0, 1))
    middle = visual.viewport().width() // 2
    for point in (
        QPoint(middle, round(film.top()) + 40),
        QPoint(middle, round(film.bottom()) - 16),
        QPoint(middle, round(paper.center().y())),
    ):
        QTest.mouseDClick(visual.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        QTest.mouseRelease(visual.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert wanted == [("open", Shape.FIGURE), ("words", Shape.FIGURE), ("open", Shape.ATTACHED)]


def test_words_of_a_film_are_edited_as_those_of_a_picture(body, monkeypatch):

    monkeypatch.setattr(body_room, "ask_words", lambda *_: ("主席台", "开幕式现场", "摄影：方一鸣"))
    body.set_text(f"![开幕式](asset:{'ab' * 32}.mp4)")
    body.describe_picture()
    assert body.text() == f'![主席台](asset:{"ab" * 32}.mp4 "开幕式现场｜摄影：方一鸣")\n'


def test_what_is_copied_here_is_put_in_here(body):
    markdown = f'![开幕式](asset:{"ab" * 32}.mp4 "现场")\n\n[通知.pdf](asset:{"cd" * 32}.pdf "PDF，1.2 MB")\n'
    body.set_text(markdown)
    body.visual.selectAll()
    copied = body.visual.createMimeDataFromSelection()
    body.visual.moveCursor(QTextCursor.MoveOperation.End)
    body.visual.insertFromMimeData(copied)
    assert body.text() == f"{markdown}\n{markdown}"


def test_on_paper_a_film_is_a_line_with_its_name():
    html = figures(render('![开幕<式>](asset:ab.mp4 "现场｜摄影：甲")'))
    assert "<video" not in html
    assert "▶ 视频：开幕&lt;式&gt;" in html
    assert "现场" in html
    assert "▶ 视频" in figures(render("![](asset:ab.mp4)"))


def test_blocks_are_moved_by_keys_but_not_while_a_word_is_composed(desk, body):
    body.set_text("甲\n\n乙")
    body.visual.moveCursor(QTextCursor.MoveOperation.Start)
    desk.screen._composition._set(True)
    desk.commands.run("text.move_down")
    assert body.text() == "甲\n\n乙"
    desk.screen._composition._set(False)
    desk.commands.run("text.move_down")
    assert body.text() == "乙\n\n甲\n"
