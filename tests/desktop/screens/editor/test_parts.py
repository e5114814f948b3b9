"""The parts of the article screen by themselves."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from db.domain.article import Attachment, Fields, Policy, Reprint, Video
from db.domain.channels import Channel, ChannelKind
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.source_edit import SourceEdit
from desktop.screens.editor.uploads import Uploads


def channel(number: int, kind: ChannelKind, parent: int | None = None, active: bool = True) -> Channel:
    return Channel(number, parent, kind, f"栏目{number}", f"c{number}", number, 1, None, "", "", active)


CHANNELS = (
    channel(1, ChannelKind.NEWS),
    channel(2, ChannelKind.POLICY, 1),
    channel(3, ChannelKind.VIDEO),
    channel(4, ChannelKind.NEWS, active=False),
)


@pytest.fixture
def sheet(qtbot, desk):
    """The sheet of the article screen, with an empty draft on it."""
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)
    return desk.screen._sheet


def show(sheet, fields, files=None):
    sheet.show_text(Opened(None, CHANNELS, (), fields, files=files or {}), anew=True)


def test_every_field_comes_back_as_it_was_shown(sheet):
    fields = Fields(
        channel_id=2,
        title="题",
        shoulder="引",
        subtitle="副",
        body="文",
        summary="摘",
        slug="kept",
        keywords=("水",),
        source="县住建局",
        correspondents=("陈立",),
        photographers=("吴越",),
        authors=("林晓",),
        information_source="青禾网",
        event_date="2026-11-20",
        cover="a" * 64,
        attachments=(Attachment("c" * 64, "方案.pdf"), Attachment("d" * 64, "名单.xlsx")),
        reprint=Reprint("原题", "原作者", "省日报", "https://example.invalid/1"),
        policy=Policy("1号", "县政府", "2026-11-01", "有效"),
        video=Video("https://v.example/1", "b" * 64, "03:25"),
    )
    assert all(getattr(fields, name) != getattr(Fields(), name) for name in Fields.__slots__), "every field is tried"
    show(sheet, fields)
    assert sheet.value() == fields and sheet.fault() == ""
    own = replace(fields, video=Video("asset:" + "e" * 64, "", ""))
    show(sheet, own, {"e" * 64: ("航拍.mp4", 3_000_000)})
    assert sheet.value() == own and sheet.properties.video_file.value()[0].name == "航拍.mp4"


def test_fields_of_a_kind_are_shown_in_channels_of_that_kind_only(sheet):
    policy, video = sheet.properties._sections[:2]
    for number, of_policy, of_video in ((1, False, False), (2, True, False), (3, False, True)):
        show(sheet, Fields(channel_id=number))
        assert (not policy.isHidden(), not video.isHidden()) == (of_policy, of_video)


def test_a_closed_channel_is_not_offered(sheet):
    show(sheet, Fields())
    box = sheet.fields.channel._box
    assert [box.itemText(n).strip() for n in range(box.count())] == ["栏目1", "栏目2", "栏目3"]


@pytest.mark.parametrize(
    ("name", "bad", "good"),
    [
        ("slug", "青禾 县", "qinghe-1"),
        ("slug", "con", "con-1"),
        ("slug", "../../etc", "etc"),
        ("reprint_url", "javascript:alert(1)", "https://example.invalid/a?b=1"),
        ("reprint_url", "http://", "http://example.invalid"),
        ("reprint_url", "https://例 子/", "https://例子.测试/"),
        ("event_date", "去年冬天", "2026-11-20"),
    ],
)
def test_a_value_that_cannot_be_published_is_kept_and_said_and_stops_the_sending(sheet, name, bad, good):
    show(sheet, Fields(channel_id=1))
    field = getattr(sheet.properties, name)
    field.set_value(bad)
    kept = sheet.value()
    assert bad in repr(kept) and field.problem() == field._below.text() == sheet.fault()
    show(sheet, Fields(channel_id=1))
    show(sheet, kept)
    assert sheet.value() == kept and sheet.fault()
    field.set_value(good)
    assert sheet.fault() == ""


def test_what_the_channel_does_not_use_does_not_stop_the_sending(sheet):
    show(sheet, Fields(channel_id=1, video=Video("nowhere", "", "lang")))
    assert sheet.fault() == ""
    show(sheet, Fields(channel_id=3, video=Video("nowhere", "", "lang")))
    assert sheet.fault()


def test_who_may_not_write_sees_what_is_filled_in_and_nothing_else(sheet):
    form = sheet.properties
    show(sheet, Fields(channel_id=1, summary="摘要", attachments=(Attachment("c" * 64, "方案.pdf"),)))
    sheet.set_writable(False)
    shown = [field for field in form._fields() if not field.isHidden()]
    assert shown == [form.summary, form.attachments] and form.attachments._rows[0].remove.isHidden()
    assert form.summary._text.isReadOnly()


def files_of(path):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    return dropped


def test_a_file_is_attached_shown_with_its_size_and_removed(qtbot, desk, sheet, tmp_path):
    path = tmp_path / "CON.pdf"
    path.write_bytes(b"%PDF-1.7" + b" " * 4000)
    field = sheet.properties.attachments
    desk.screen.resize(1300, 800)
    sheet._on_files_given([path])
    qtbot.waitUntil(lambda: bool(field.value()))
    assert field.value()[0].name == "_CON.pdf" and "4 KB" in field._rows[0].accessibleName()
    assert sheet.body.text() == "", "nobody else has this folder"
    sheet._on_files_given([path])
    qtbot.waitUntil(lambda: bool(field.problem()))
    assert len(field.value()) == 1
    with qtbot.waitSignal(sheet.edited):
        field._rows[0].remove.click()
    assert field.value() == ()


@pytest.mark.parametrize(("name", "data"), [("程序.exe", b"MZ"), ("空.pdf", b""), ("假.docx", b"<html>")])
def test_a_file_that_cannot_be_offered_is_refused_with_a_sentence(qtbot, desk, sheet, tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    sheet._on_files_given([path])
    qtbot.waitUntil(lambda: bool(desk.messages.messages()))
    assert "附件" in desk.messages.messages()[0].text and not sheet.properties.attachments.value()


def test_a_film_takes_the_place_of_an_address_and_gives_it_back(qtbot, desk, sheet, tmp_path):
    path = tmp_path / "航拍.mp4"
    path.write_bytes(b"\0\0\0\x18ftypmp42")
    show(sheet, Fields(channel_id=3, video=Video("https://v.example/1", "", "")))
    form = sheet.properties
    sheet._on_video_dropped([path])
    qtbot.waitUntil(lambda: sheet.value().video.address.startswith("asset:"))
    assert form.video_address.isHidden()
    form.video_file._rows[0].remove.click()
    assert sheet.value().video.address == "https://v.example/1" and not form.video_address.isHidden()


def test_what_comes_late_is_not_put_into_another_text(qtbot, desk, sheet, tmp_path):
    path = tmp_path / "照片.png"
    Image.new("RGB", (40, 30), "teal").save(path)
    sheet._on_files_given([path])
    tickets = list(sheet._uploads._tickets)
    show(sheet, Fields(channel_id=1, body="另一篇。"))
    assert tickets and all(ticket.cancelled for ticket in tickets)


def test_a_picture_that_is_dropped_is_cleaned_kept_and_written_into_the_text(qtbot, desk, tmp_path):
    path = tmp_path / "照片.png"
    Image.new("RGB", (40, 30), "teal").save(path)
    screen = desk.screen
    screen.open(None)
    qtbot.waitUntil(lambda: screen._opened is not None)
    screen._sheet.body.editor.insertFromMimeData(files_of(path))
    qtbot.waitUntil(lambda: "](asset:" in screen._sheet.body.text())
    qtbot.waitUntil(lambda: bool(screen._preview._images), timeout=8000)


def test_what_is_no_picture_is_refused_with_a_sentence(qtbot, desk):
    owner = QWidget()
    qtbot.addWidget(owner)
    taken: list[str] = []
    Uploads(desk.tasks, desk.messages, owner).take_pictures([b"<svg/>"], taken.append)
    qtbot.waitUntil(lambda: bool(desk.messages.messages()))
    assert not taken and "图片" in desk.messages.messages()[0].text


def test_a_pasted_image_is_handed_on_as_png(qtbot):
    body = SourceEdit()
    qtbot.addWidget(body)
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    pasted = QMimeData()
    pasted.setImageData(image)
    with qtbot.waitSignal(body.pictures_given) as given:
        body.insertFromMimeData(pasted)
    assert Image.open(io.BytesIO(given.args[0][0])).size == (8, 6)


def test_text_that_is_pasted_loses_what_no_page_can_hold_and_no_break_spaces_stay(qtbot):
    body = SourceEdit()
    qtbot.addWidget(body)
    pasted = QMimeData()
    pasted.setText("甲\r\n乙\u00a0丙\x00")
    body.insertFromMimeData(pasted)
    assert body.text() == "甲\n乙\u00a0丙"


@pytest.mark.parametrize("at", ["| 甲 |", "| 乙 |", "\n\n"])
def test_a_picture_never_becomes_a_cell_of_the_table_above_it(qtbot, at):
    body = SourceEdit()
    qtbot.addWidget(body)
    body.set_text("| 甲 |\n| --- |\n| 乙 |\n")
    cursor = body.textCursor()
    cursor.setPosition(len(body.text()) if at == "\n\n" else body.text().index(at) + 1)
    body.setTextCursor(cursor)
    body.insert_picture("a" * 64)
    assert body.text().startswith("| 甲 |\n| --- |\n| 乙 |\n\n![](asset:")
