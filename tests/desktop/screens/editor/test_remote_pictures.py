"""Pictures of other sites in what is pasted: nothing is fetched unasked, and each stands where it stood on the page."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from db.actions import newsroom, review, write
from db.domain.article import Fields, Words
from db.domain.errors import Awaiting
from db.domain.waiting import awaited_pictures
from db.store import assets, people
from desktop.intake.remote.fetching import Fetcher
from tests.desktop.intake.remote.conftest import Server, ok
from tests.desktop.screens.editor.conftest import rewrite


@pytest.fixture
def server():
    made = Server()
    yield made
    made.close()


@pytest.fixture
def remote(qtbot, desk, server):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None and not desk.screen._sheet.body.visual.isReadOnly())
    found = desk.screen._tools.remote
    found._fetcher = lambda: Fetcher(allowed=lambda host: host == "127.0.0.1", ports={server.port}, seconds=0.5)
    return found


@pytest.fixture
def edit(desk, remote):
    return desk.screen._sheet.body.visual


def drawing(colour="teal"):
    made = io.BytesIO()
    Image.new("RGB", (60, 60), colour).save(made, "PNG")
    return made.getvalue()


def paste(edit, html):
    data = QMimeData()
    data.setHtml(html)
    data.setText("字")
    edit.insertFromMimeData(data)


def page(server):
    server.answers |= {"/1.png": ok(drawing()), "/2.png": ok(drawing("red"))}
    return (
        f'<p>前文</p><figure><img data-src="{server.address("/1.png")}" src="data:image/gif;base64,R0lGOD" alt="水库">'
        f'<figcaption>大坝一角</figcaption></figure><p>中间</p><p><img src="{server.address("/2.png")}"></p><p>后文</p>'
    )


def done(remote, edit):
    return lambda: not remote.busy and "](asset:" in edit.text()


def test_the_text_is_there_at_once_and_nothing_is_fetched_before_the_answer(qtbot, remote, edit, server):
    paste(edit, page(server))
    assert edit.text().startswith("前文\n\n[〔网络图片：水库〕](") and "大坝一角" in edit.text()
    assert remote.line.isVisible() and "2 张网络图片（来自 127.0.0.1）" in remote.line.accessibleName()
    assert server.asked == []


def test_each_picture_stands_where_it_stood_whatever_was_written_meanwhile(qtbot, desk, remote, edit, server):
    paste(edit, page(server))
    edit.insertPlainText("又写一段")
    remote.line.accept_button.click()
    qtbot.waitUntil(done(remote, edit))
    first, second = edit.text().split("\n\n")[1], edit.text().split("\n\n")[3]
    assert first.startswith("![水库](asset:") and "大坝一角" in first and second.startswith("![](asset:")
    assert edit.text().endswith("后文又写一段\n") and "网络图片" not in edit.text()
    assert not remote.line.isVisible() and "2 张网络图片已放进稿件" in desk.messages.messages()[-1].text
    edit.undo()
    assert edit.text().count("〔网络图片") == 2 and edit.text().endswith("又写一段\n")


def test_in_the_source_mode_as_well(qtbot, desk, remote, edit, server):
    paste(edit, page(server))
    body = desk.screen._sheet.body
    body.set_visual(False)
    remote.line.accept_button.click()
    qtbot.waitUntil(lambda: not remote.busy and body.text().count("](asset:") == 2)
    body.source.undo()
    assert body.text().count("〔网络图片") == 2


def test_who_does_not_want_them_keeps_their_words(remote, edit, server):
    paste(edit, page(server))
    remote.line.decline_button.click()
    assert edit.text() == "前文\n\n大坝一角\n\n中间\n\n后文\n" and server.asked == []
    edit.undo()
    assert edit.text().count("〔网络图片") == 2


def test_what_does_not_come_is_said_with_the_reason_and_keeps_its_address(qtbot, desk, remote, edit, server):
    html = page(server)
    server.answers["/2.png"] = ok(b"<html>no picture")
    paste(edit, html + f'<p><img src="{server.address("/3.png")}"></p><p><img src="http://10.0.0.1/4.png"></p>')
    remote.line.accept_button.click()
    qtbot.waitUntil(done(remote, edit))
    words = desk.messages.messages()[-1].text
    assert "1 张网络图片已放进稿件" in words and "3 张没有下载" in words and "网站不给（404）" in words
    assert [f"]({server.address(path)})" in edit.text() for path in ("/1.png", "/2.png", "/3.png")] == [
        False,
        True,
        True,
    ]
    assert "](http://10.0.0.1/4.png)" in edit.text()
    server.answers["/3.png"] = ok(drawing("blue"))
    desk.messages.messages()[-1].action()
    remote.line.accept_button.click()
    qtbot.waitUntil(lambda: not remote.busy and edit.text().count("](asset:") == 2)


def test_it_can_be_stopped_and_taken_up_again_from_the_text(qtbot, desk, remote, edit, server):
    html = page(server)
    server.answers["/2.png"], server.holding["/2.png"] = [b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"], b"x"
    paste(edit, html)
    remote.line.accept_button.click()
    qtbot.waitUntil(lambda: len(server.asked) == 2)
    remote.line.stop_button.click()
    assert "已停下" in desk.messages.messages()[-1].text and edit.text().count("](asset:") == 1
    server.holding.clear()
    server.answers["/2.png"] = ok(drawing("red"))
    assert desk.commands.run("text.remote_pictures")
    assert "1 张网络图片" in remote.line.accessibleName()
    remote.line.accept_button.click()
    qtbot.waitUntil(lambda: edit.text().count("](asset:") == 2)


def test_a_word_that_is_being_composed_is_not_disturbed(qtbot, desk, remote, edit, server):
    paste(edit, page(server))
    QApplication.sendEvent(edit, QInputMethodEvent("qing", []))
    remote.line.accept_button.click()
    qtbot.waitUntil(lambda: not remote.busy and len(server.asked) == 2)
    assert edit.text().count("〔网络图片") == 2
    word = QInputMethodEvent()
    word.setCommitString("青")
    QApplication.sendEvent(edit, word)
    qtbot.waitUntil(lambda: edit.text().count("](asset:") == 2)
    assert "后文青" in edit.text()


def test_the_question_goes_with_the_text_that_it_is_about(qtbot, desk, remote, edit, server):
    paste(edit, page(server))
    desk.screen.open(None)
    qtbot.waitUntil(lambda: not remote.line.isVisible())
    assert server.asked == []


def as_admin(desk):
    with desk.store.reading() as connection:
        return people.actor(connection, people.everyone(connection)[0].id)


def test_a_picture_of_the_web_is_as_long_as_the_newsroom_says(qtbot, desk, remote, edit, server):
    with desk.store.changing(as_admin(desk)) as unit:
        newsroom.set_settings(unit, {"picture_edge": 1280, "keep_originals": True})
    large = io.BytesIO()
    Image.new("RGB", (2000, 1000), "teal").save(large, "PNG")
    server.answers["/1.png"] = ok(large.getvalue())
    paste(edit, f'<p>前文</p><p><img src="{server.address("/1.png")}"></p>')
    remote.line.accept_button.click()
    qtbot.waitUntil(done(remote, edit))
    digest = edit.text().partition("asset:")[2][:64]
    with desk.store.reading() as connection:
        kept = assets.get(connection, digest)
        assert (kept.width, kept.height, kept.name) == (1280, 640, "1.png")
        assert assets.original(connection, digest) is not None


@pytest.mark.parametrize("visual", [True, False])
def test_a_text_that_waits_for_pictures_is_not_sent_in_and_leads_to_the_first(qtbot, desk, remote, fill, visual):
    fill()
    desk.screen._sheet.body.set_visual(visual)
    first, second = "[〔网络图片：大坝〕](http://10.0.0.1/1.png)", "[〔网络图片〕](http://10.0.0.1/2.png)"
    rewrite(desk.screen, f"一段。\n\n前文{first}\n\n{second}\n")
    desk.commands.run("article.submit")
    told = desk.messages.messages()[-1]
    assert "还有 2 张网络图片没有下载，稿件没有送出" in told.text and told.action_text == "去看看"
    told.action()
    cursor = desk.screen._sheet.body.editor.textCursor()
    assert "大坝" in cursor.block().text() and not cursor.hasSelection()
    assert remote.line.isVisible()


def test_the_record_refuses_such_a_text_as_well(desk):
    fields = Fields(
        channel_id=desk.channel_id, title="题", source="县水利局", body="字[〔网络图片〕](http://10.0.0.1/1.png)"
    )
    with desk.store.changing(desk.tasks.actor) as unit:
        saved = write.start(unit, fields, Words("字", 1))
        with pytest.raises(Awaiting) as refused:
            review.submit(unit, saved.draft_id, saved.version)
    assert refused.value.pictures == 1
    assert awaited_pictures(replace(fields, body="说说〔网络图片〕这几个字。")) == 0
