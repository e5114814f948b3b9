"""Sending in a text whose pictures say nothing to who cannot see them."""

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from db.domain.workflow import Stage
from db.store import articles, waivers
from desktop.screens.editor import sending
from desktop.screens.editor.alts import AltsDialog
from tests.desktop.screens.editor.conftest import rewrite

A, B = "a" * 64, "b" * 64
BODY = f'一段。\n\n![](asset:{A} "图说｜摄影：韩松")\n\n![](asset:{B})\n'


@pytest.fixture(params=[True, False], ids=["visual", "source"])
def written(request, desk, fill, qtbot):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)
    fill()
    desk.screen._sheet.body.set_visual(request.param)
    rewrite(desk.screen, BODY)
    assert desk.screen.commit_pending()
    qtbot.waitUntil(lambda: desk.screen._opened.article is not None)
    return desk.screen._opened.article.id


def answered(desk, qtbot, what):
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, AltsDialog) and not seen:
            seen.append(dialog.accept_button.isEnabled())
            what(dialog)

    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(look)
    timer.start()
    desk.commands.run("article.submit")
    qtbot.waitUntil(lambda: seen == [False])
    timer.stop()


def draft(desk, article_id):
    with desk.store.reading() as c:
        return articles.get(c, article_id).draft, waivers.of_article(c, article_id)


def test_words_are_written_into_the_text_and_a_reason_goes_on_record(desk, written, qtbot):
    def fill_in(dialog):
        first, second = dialog._rows.values()
        qtbot.keyClicks(first.words.focusProxy(), "bridge")
        second.waives.click()
        assert second.words.value() == "装饰图片，不含信息"
        dialog.accept_button.click()

    answered(desk, qtbot, fill_in)
    qtbot.waitUntil(lambda: draft(desk, written)[0].stage is Stage.REVIEW)
    sent, waived = draft(desk, written)
    assert f'![bridge](asset:{A} "图说｜摄影：韩松")' in sent.fields.body
    assert f"![](asset:{B})" in sent.fields.body
    assert [(one.subject, one.reason) for one in waived] == [(B, "装饰图片，不含信息")]


def test_who_thinks_better_of_it_has_everything_as_it_was(desk, written, qtbot):
    answered(desk, qtbot, lambda dialog: dialog.reject())
    left, waived = draft(desk, written)
    assert (left.stage, left.fields.body, waived) == (Stage.EDITING, BODY, [])
    assert desk.screen._sheet.body.text() == BODY


def test_the_words_are_one_step_back(desk, written, qtbot):
    desk.screen._sheet.body.describe_bare({A: "桥", B: "渠"})
    assert desk.screen._sheet.body.text().count("![]") == 0
    desk.screen._sheet.body.editor.undo()
    assert desk.screen._sheet.body.text().count("![]") == 2


def test_the_reviewer_sees_what_was_set_aside_and_why(desk, written, qtbot):
    def fill_in(dialog):
        for row in dialog._rows.values():
            row.waives.click()
        dialog.accept_button.click()

    answered(desk, qtbot, fill_in)
    qtbot.waitUntil(lambda: draft(desk, written)[0].stage is Stage.REVIEW)
    desk.screen.close_article()
    desk.sign_in("周敏")
    desk.screen.open(written)
    panel = desk.screen._review
    qtbot.waitUntil(lambda: panel._waived.isVisible())
    assert "豁免 2 项" in panel._waived.text()
    assert "第 1 张图片“图说”没有替代文字。林晓：装饰图片，不含信息" in panel._waived.text()


def test_what_the_pictures_say_is_read_off_the_main_thread(desk, written, qtbot, monkeypatch):
    threads = []
    monkeypatch.setattr(sending, "uses", lambda body: threads.append(threading.current_thread()) or ())
    answered(desk, qtbot, lambda dialog: dialog.reject())
    assert threads and threading.main_thread() not in threads


def test_who_writes_on_before_the_question_comes_is_not_asked(desk, written, qtbot, monkeypatch):
    written_on, asked = threading.Event(), []
    monkeypatch.setattr(sending, "uses", lambda body: written_on.wait(5) and ())
    monkeypatch.setattr(sending, "ask_alts", lambda *given: asked.append(given))
    desk.commands.run("article.submit")
    rewrite(desk.screen, "另一篇文字。")
    written_on.set()
    desk.tasks.drain()
    assert asked == []
