"""The parts of the article screen by themselves."""

from __future__ import annotations

import io

from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from db.domain.article import Fields, Policy, Video
from db.domain.channels import Channel, ChannelKind
from desktop.screens.editor.body import BodyEdit
from desktop.screens.editor.fields_panel import FieldsPanel
from desktop.screens.editor.pictures import Pictures


def channel(number: int, kind: ChannelKind, parent: int | None = None, active: bool = True) -> Channel:
    return Channel(number, parent, kind, f"栏目{number}", f"c{number}", number, 1, None, "", "", active)


def panel(qtbot) -> FieldsPanel:
    made = FieldsPanel()
    qtbot.addWidget(made)
    kinds = (
        channel(1, ChannelKind.NEWS),
        channel(2, ChannelKind.POLICY, 1),
        channel(3, ChannelKind.VIDEO),
        channel(4, ChannelKind.NEWS, active=False),
    )
    made.set_channels(kinds, 1)
    return made


def test_fields_come_back_as_they_were_shown(qtbot):
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
        policy=Policy("1号", "县政府", "2026-11-01", "有效"),
        video=Video("https://v.example/1", "b" * 64, "03:25"),
    )
    form = panel(qtbot)
    form.set_value(fields)
    assert form.value("文") == fields


def test_fields_of_a_kind_are_shown_in_channels_of_that_kind_only(qtbot):
    form = panel(qtbot)
    for number, policy, video in ((1, False, False), (2, True, False), (3, False, True)):
        form.set_value(Fields(channel_id=number))
        assert (not form._policy.isHidden(), not form._video.isHidden()) == (policy, video)


def test_a_closed_channel_is_not_offered(qtbot):
    form = panel(qtbot)
    assert [form.channel._box.itemText(n).strip() for n in range(form.channel._box.count())] == [
        "栏目1",
        "栏目2",
        "栏目3",
    ]


def test_a_picture_that_is_dropped_is_cleaned_kept_and_written_into_the_text(qtbot, desk, tmp_path):
    path = tmp_path / "照片.png"
    Image.new("RGB", (40, 30), "teal").save(path)
    screen = desk.screen
    screen.open(None)
    qtbot.waitUntil(lambda: screen._opened is not None)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    screen._sheet.body.insertFromMimeData(dropped)
    qtbot.waitUntil(lambda: "](asset:" in screen._sheet.body.text())
    assert screen._sheet.body.textCursor().selectedText() == "图说"
    qtbot.waitUntil(lambda: bool(screen._preview._images), timeout=8000)


def test_what_is_no_picture_is_refused_with_a_sentence(qtbot, desk):
    owner = QWidget()
    qtbot.addWidget(owner)
    taken: list[str] = []
    Pictures(desk.tasks, desk.messages, owner).take([b"<svg/>"], taken.append)
    qtbot.waitUntil(lambda: bool(desk.messages.messages()))
    assert not taken and "图片" in desk.messages.messages()[0].text


def test_a_pasted_image_is_handed_on_as_png(qtbot):
    body = BodyEdit()
    qtbot.addWidget(body)
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    pasted = QMimeData()
    pasted.setImageData(image)
    with qtbot.waitSignal(body.pictures_given) as given:
        body.insertFromMimeData(pasted)
    assert Image.open(io.BytesIO(given.args[0][0])).size == (8, 6)


def test_text_that_is_pasted_loses_what_no_page_can_hold_and_no_break_spaces_stay(qtbot):
    body = BodyEdit()
    qtbot.addWidget(body)
    pasted = QMimeData()
    pasted.setText("甲\r\n乙\u00a0丙\x00")
    body.insertFromMimeData(pasted)
    assert body.text() == "甲\n乙\u00a0丙"
