"""审改 at the window: a reviewer writes into the text that waits, an editor answers change by change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from db.actions import amend, review
from db.store import amendments, articles, history
from desktop.screens.editor import amending
from tests.desktop.screens.editor.conftest import rewrite

BODY = "今年以来，青禾县把老旧小区改造作为民生实事。\n\n一是问需于民。"
AMENDED = "今年以来，青禾县把老旧小区改造作为民生大事。\n\n一是问需于民，问计于民。"


def submitted(desk, fill, qtbot):
    """Have 林晓 send a text in, and show it to 周敏."""
    desk.screen.open(None)
    qtbot.waitUntil(desk.screen._shown)
    fill()
    desk.commands.run("article.submit")
    qtbot.waitUntil(lambda: stage(desk) == "review")
    article_id = desk.screen._opened.article.id
    shows(desk, qtbot, "周敏", article_id)
    return article_id


def shows(desk, qtbot, name, article_id):
    desk.screen.open(None)
    desk.sign_in(name)
    desk.screen.open(article_id)
    qtbot.waitUntil(lambda: stage(desk) == "review")


def stage(desk):
    opened = desk.screen._opened
    return opened.stage if opened is not None and opened.article is not None else ""


def amends(desk, qtbot, body=AMENDED):
    desk.commands.run("article.amend")
    qtbot.waitUntil(lambda: desk.screen._opened.amending > 0)
    rewrite(desk.screen, body)


def finishes(desk, qtbot):
    desk.commands.run("article.amended")
    qtbot.waitUntil(lambda: desk.screen._opened.amendment is not None)


def test_a_reviewer_writes_into_the_text_and_a_banner_says_so(desk, fill, qtbot):
    submitted(desk, fill, qtbot)
    assert not desk.screen._may_write()
    amends(desk, qtbot)
    assert desk.screen._may_write()
    assert "审改中" in desk.screen._notice._words.text()
    assert desk.screen._frame.primary.text() == "完成审改"
    assert desk.screen._review.isHidden()
    desk.screen._saver.save()
    qtbot.waitUntil(lambda: desk.screen._saver.clean)
    draft_id, me = desk.screen._saver.target.draft_id, desk.people["周敏"]
    with desk.store.reading() as c:
        assert amendments.written_by(c, draft_id, me)[0].body == AMENDED
        assert articles.get_draft(c, draft_id).fields.body == BODY


def test_what_was_being_written_is_there_again_after_a_crash(desk, fill, qtbot):
    article_id = submitted(desk, fill, qtbot)
    amends(desk, qtbot)
    assert desk.screen.commit_pending()
    shows(desk, qtbot, "周敏", article_id)
    assert desk.screen._sheet.value().body == AMENDED
    assert desk.screen._frame.primary.text() == "完成审改"
    shows(desk, qtbot, "林晓", article_id)
    assert desk.screen._sheet.value().body == BODY
    assert not desk.screen._may_write()


def test_given_up_what_was_written_lies_in_the_history(desk, fill, qtbot, monkeypatch):
    submitted(desk, fill, qtbot)
    amends(desk, qtbot)
    monkeypatch.setattr(amending, "ask", lambda *_a, **_k: True)
    desk.commands.run("article.drop")
    qtbot.waitUntil(lambda: not desk.screen._opened.amending)
    assert desk.screen._sheet.value().body == BODY
    assert "amending" in {row.kind for row in desk.screen._opened.journal}


def test_nothing_changed_is_no_amendment(desk, fill, qtbot):
    submitted(desk, fill, qtbot)
    desk.commands.run("article.amend")
    qtbot.waitUntil(lambda: desk.screen._opened.amending > 0)
    desk.commands.run("article.amended")
    qtbot.waitUntil(lambda: any("还没有改动任何文字" in label.text() for label in desk.messages.findChildren(QLabel)))
    assert desk.screen._opened.amending


def test_the_editor_answers_each_change_by_keyboard_and_only_what_was_taken_is_reviewed(desk, fill, qtbot):
    article_id = submitted(desk, fill, qtbot)
    amends(desk, qtbot)
    finishes(desk, qtbot)
    assert "您审改了 2 处" in desk.screen._notice._words.text()
    assert not desk.commands.action("article.approve").isEnabled()
    shows(desk, qtbot, "林晓", article_id)
    assert "周敏审改了 2 处" in desk.screen._notice._words.text()
    assert desk.screen._frame.primary.text() == "确认审改"
    desk.commands.run("article.confirm")
    panel = desk.screen._amending.panel
    qtbot.waitUntil(panel.isVisible)
    assert "民生实大事" in panel.browser.toPlainText()
    assert not desk.commands.action("amendment.answer").isEnabled()
    qtbot.keyClick(panel.browser, Qt.Key.Key_A)
    qtbot.keyClick(panel.browser, Qt.Key.Key_R)
    assert "采纳 1 处 · 不采纳 1 处 · 未答 0 处" in panel._told.text()
    desk.commands.run("amendment.answer")
    qtbot.waitUntil(lambda: desk.screen._opened.amendment is None)
    assert desk.screen._opened.submitted.fields.body == AMENDED.replace("，问计于民", "")
    assert panel.isHidden()
    shows(desk, qtbot, "周敏", article_id)
    desk.commands.run("article.approve")
    qtbot.waitUntil(lambda: desk.screen._opened.article.draft.level == 2)


def test_changes_are_stepped_through_and_answered_all_at_once(desk, fill, qtbot):
    article_id = submitted(desk, fill, qtbot)
    amends(desk, qtbot)
    desk.screen._sheet.fields.title.set_value("另一个标题")
    desk.screen._sheet._on_edited()
    finishes(desk, qtbot)
    shows(desk, qtbot, "林晓", article_id)
    desk.commands.run("article.confirm")
    panel = desk.screen._amending.panel
    qtbot.waitUntil(panel.isVisible)
    assert "▶ 1. 标题" in panel.browser.toPlainText()
    desk.commands.run("compare.next")
    assert "▶ 2. 正文" in panel.browser.toPlainText()
    desk.commands.run("compare.previous")
    desk.commands.run("compare.previous")
    assert "▶ 3. 正文" in panel.browser.toPlainText()
    desk.commands.run("amendment.take_all")
    desk.commands.run("amendment.answer")
    qtbot.waitUntil(lambda: desk.screen._opened.amendment is None)
    assert desk.screen._opened.submitted.fields.title == "另一个标题"


def test_none_taken_needs_a_reason_and_sends_it_back(desk, fill, qtbot, monkeypatch):
    article_id = submitted(desk, fill, qtbot)
    amends(desk, qtbot)
    finishes(desk, qtbot)
    shows(desk, qtbot, "林晓", article_id)
    desk.commands.run("article.confirm")
    qtbot.waitUntil(desk.screen._amending.panel.isVisible)
    monkeypatch.setattr(amending, "ask_text", lambda *_a, **_k: "以住建局的为准")
    desk.commands.run("amendment.leave_all")
    desk.commands.run("amendment.answer")
    qtbot.waitUntil(lambda: desk.screen._opened.amendment is None)
    assert desk.screen._opened.submitted.fields.body == BODY
    with desk.store.reading() as c:
        assert history.timeline(c, article_id)[-1].facts["reason"] == "以住建局的为准"


def test_an_amendment_that_was_taken_back_leaves_the_list_that_is_being_answered(desk, fill, qtbot):
    article_id = submitted(desk, fill, qtbot)
    amends(desk, qtbot)
    finishes(desk, qtbot)
    reviewer = desk.tasks.actor
    shows(desk, qtbot, "林晓", article_id)
    desk.commands.run("article.confirm")
    panel = desk.screen._amending.panel
    qtbot.waitUntil(panel.isVisible)
    draft_id = desk.screen._opened.article.draft.id
    with desk.store.changing(reviewer) as unit:
        amend.take_back(unit, draft_id)
    desk.screen._read()
    qtbot.waitUntil(lambda: desk.screen._opened.amendment is None)
    assert panel.isHidden()
    with desk.store.changing(desk.tasks.actor) as unit:
        review.recall(unit, draft_id)
