"""The preview beside the text: what it draws, where it stands."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from db.actions import assets
from db.store import people
from desktop.intake.pictures import read_picture
from desktop.kit.zoom import points

from .conftest import rewrite

PARAGRAPH = "今年以来，青禾县把老旧小区改造作为民生实事，聚焦供水、停车、照明。" * 6


@pytest.fixture
def long_text(qtbot, desk):
    """The screen with 50,000 characters in paragraphs, drawn."""
    screen = desk.screen
    screen.open(None)
    qtbot.waitUntil(lambda: screen._opened is not None)
    screen._sheet.body.set_visual(False)
    rewrite(screen, "\n\n".join(f"第{n}段，{PARAGRAPH}" for n in range(260)))
    assert len(screen._sheet.body.text()) > 50_000
    qtbot.waitUntil(lambda: "第259段" in screen._preview.toPlainText(), timeout=8000)
    return screen


def write_into(screen, block, words):
    body = screen._sheet.body.source
    cursor = body.textCursor()
    cursor.setPosition(body.document().findBlockByNumber(block * 2).position())
    body.setTextCursor(cursor)
    body.insertPlainText(words)


def test_a_key_in_a_long_text_changes_one_block_of_the_preview(qtbot, desk, long_text):
    preview = long_text._preview
    start, end = preview._drawn.place(preview._above + 130)
    touched: list[tuple[int, int, int]] = []
    preview.document().contentsChange.connect(lambda *change: touched.append(change))
    write_into(long_text, 130, "新添的话。")
    qtbot.waitUntil(lambda: "新添的话。第130段" in preview.toPlainText())
    for position, removed, added in touched:
        assert start - 1 <= position and position + removed <= end and added < 2 * len(PARAGRAPH)


def test_the_preview_shows_the_block_that_is_written(qtbot, desk, long_text):
    preview, bar = long_text._preview, long_text._preview.verticalScrollBar()
    assert bar.value() == 0
    write_into(long_text, 200, "新添的话。")

    def in_view() -> bool:
        start, _end = preview._drawn.place(preview._above + 200)
        top = preview.document().documentLayout().blockBoundingRect(preview.document().findBlock(start)).top()
        return "新添的话" in preview.toPlainText() and bar.value() <= top < bar.value() + preview.viewport().height()

    qtbot.waitUntil(in_view)


def test_what_is_looked_at_stays_in_its_place_while_text_above_it_grows(qtbot, desk, long_text):
    preview, bar = long_text._preview, long_text._preview.verticalScrollBar()
    start, _end = preview._drawn.place(preview._above + 200)
    layout = preview.document().documentLayout()
    bar.setValue(round(layout.blockBoundingRect(preview.document().findBlock(start)).top()))
    preview._line = 20  # the caret is there already: nothing asks for another place
    write_into(long_text, 10, "新添的话。" * 60)
    qtbot.waitUntil(lambda: preview.toPlainText().count("新添的话。") == 60)
    start, _end = preview._drawn.place(preview._above + 200)
    assert abs(bar.value() - layout.blockBoundingRect(preview.document().findBlock(start)).top()) < 3


@pytest.mark.parametrize("largest", [assets.INSIDE, 10], ids=["in the database", "beside it"])
def test_pictures_are_shown_and_those_that_are_gone_are_forgotten(qtbot, desk, monkeypatch, largest):
    monkeypatch.setattr(assets, "INSIDE", largest)
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(made, "PNG")
    with desk.store.reading() as connection:
        actor = people.actor(connection, desk.people["林晓"])
    with desk.store.changing(actor) as unit:
        digest = assets.add(unit, read_picture(made.getvalue(), "照片.png"))
    screen = desk.screen
    screen.open(None)
    qtbot.waitUntil(lambda: screen._opened is not None)
    rewrite(screen, f"文字。\n\n![图](asset:{digest})")
    qtbot.waitUntil(lambda: not screen._preview.image(digest).isNull())
    assert screen._preview.loadResource(2, f"asset:{digest}").width() == 40
    rewrite(screen, "文字。")
    qtbot.waitUntil(lambda: screen._preview.image(digest).isNull())


@pytest.fixture
def drawn(qtbot, desk):
    """A text with a table and a picture's caption, as the preview draws it."""
    screen = desk.screen
    screen.open(None)
    qtbot.waitUntil(lambda: screen._opened is not None)
    screen._sheet.fields.source.set_value("县住建局")
    screen._sheet.fields.channel.set_value(desk.channel_id)
    caption = f'![](asset:{"0" * 64} "菜市场｜摄影：方一鸣")'
    screen._sheet.body.set_visual(False)
    screen._sheet.body.source.setPlainText(f"| 区域 | 摊位 |\n| --- | --- |\n| 蔬菜 | 32 |\n\n{caption}")
    qtbot.waitUntil(lambda: "摄影：方一鸣" in screen._preview.toPlainText(), timeout=8000)
    return screen._preview.document()


def format_at(document, words):
    cursor = document.find(words)
    return cursor.charFormat()


def test_a_table_has_lines(drawn):
    table = drawn.find("蔬菜").currentTable()
    assert table.cellAt(1, 0).format().toTableCellFormat().topBorder() == 1


def size_at(drawn, words):
    return format_at(drawn, words).font().pointSizeF()


def test_the_credit_is_as_small_as_its_caption(drawn):
    assert (
        format_at(drawn, "方一鸣").font().pointSizeF() == format_at(drawn, "菜市场").font().pointSizeF() == points(13)
    )


def test_the_names_above_the_text_stand_apart(drawn):
    assert "县住建局\u00a0\u00a0\u00a0 栏目" in drawn.find("县住建局").block().text()
    assert (
        format_at(drawn, "县住建局").font().pointSizeF() == format_at(drawn, "来源").font().pointSizeF() == points(13)
    )
    assert format_at(drawn, "县住建局").foreground().color() != format_at(drawn, "来源").foreground().color()
