"""A reviewer reads what waits in three ways: changes in place, beside what it was, clean."""

from __future__ import annotations

import pytest

from db.actions import review, write
from db.domain.article import Fields
from db.store import articles, history
from desktop.text.words import words

FIRST = "改造惠及居民9316户。\n\n**一是**问需于民。\n\n二是分类施策。"
SECOND = "改造惠及居民9361户。\n\n一是问需于民。\n\n二是分类施策。\n\n三是长效管护。"


@pytest.fixture
def resubmitted(desk):
    """Sent in, returned by 周敏, sent in again."""
    lin, zhou = actor(desk, "林晓"), actor(desk, "周敏")
    fields = Fields(title="老旧小区焕新", channel_id=desk.channel_id, source="县住建局", body=FIRST)
    with desk.store.changing(lin) as unit:
        saved = write.start(unit, fields, words(FIRST))
        review.submit(unit, saved.draft_id, saved.version)
    with desk.store.reading() as c:
        digest = history.get_revision(c, articles.get_draft(c, saved.draft_id).submitted_revision_id).digest
    with desk.store.changing(zhou) as unit:
        review.send_back(unit, saved.draft_id, digest, "数字请核对。")
    second = Fields(title="老旧小区焕新", channel_id=desk.channel_id, source="县住建局", body=SECOND)
    with desk.store.reading() as c:
        version = articles.get_draft(c, saved.draft_id).version
    with desk.store.changing(lin) as unit:
        saved = write.save(unit, saved.draft_id, second, words(SECOND), version)
        review.submit(unit, saved.draft_id, saved.version)
    return saved.article_id


def actor(desk, name):
    before = desk.tasks.actor
    desk.sign_in(name)
    found, desk.tasks.actor = desk.tasks.actor, before
    return found


@pytest.fixture
def modes(qtbot, desk, resubmitted):
    def opened(name):
        desk.sign_in(name)
        desk.screen.open(resubmitted)
        qtbot.waitUntil(lambda: desk.screen._opened is not None)
        return desk.screen.modes

    return opened


def read(desk):
    return desk.screen._reading.browser.toPlainText()


def test_who_returned_it_sees_at_once_what_changed_since(qtbot, desk, modes):
    found = modes("周敏")
    qtbot.waitUntil(lambda: desk.screen._reading.isVisible())
    assert found.way == "tracked"
    assert found.base.currentText() == "我上次审的第 1 稿"
    assert "9316" in read(desk) and "9361" in read(desk) and "三是长效管护。" in read(desk)
    assert "〔格式有改动〕一是问需于民。" in read(desk)
    assert "**" not in read(desk)
    assert desk.screen._reading._where.text() == "3 处改动"


def test_who_sees_it_for_the_first_time_reads_it_clean_and_may_compare(qtbot, desk, modes):
    found = modes("吴越")
    qtbot.waitUntil(lambda: found.bar.isVisible())
    assert found.way == "clean" and not desk.screen._reading.isVisible()
    assert found.base.itemText(0) == "上次退回的第 1 稿"
    desk.commands.run("review.beside")
    qtbot.waitUntil(lambda: desk.screen._reading.isVisible())
    assert all(words in read(desk) for words in ("原来", "现在", "9316", "9361"))
    desk.commands.run("review.clean")
    assert not desk.screen._reading.isVisible() and found.way == "clean"


def test_going_back_to_the_text_is_the_clean_way(qtbot, desk, modes):
    found = modes("周敏")
    qtbot.waitUntil(lambda: desk.screen._reading.isVisible())
    desk.screen._reading.left.emit()
    assert found.way == "clean"


def test_the_writer_of_a_first_draft_is_offered_none(qtbot, desk, modes):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._opened is not None)
    assert not desk.screen.modes.bar.isVisible()
    assert not desk.commands.action("review.tracked").isEnabled()


def test_steps_go_through_the_changes_in_their_order(qtbot, desk, modes):
    modes("周敏")
    qtbot.waitUntil(lambda: desk.screen._reading.isVisible())
    for at in (1, 2, 3):
        desk.screen._reading.go_on()
        assert desk.screen._reading._where.text().startswith(f"{at}/3 处改动")


def test_an_article_that_is_come_back_to_is_shown_as_the_first_time(qtbot, desk, modes):
    modes("周敏")
    qtbot.waitUntil(lambda: desk.screen._reading.isVisible())
    desk.screen._reading.left.emit()
    modes("周敏")
    qtbot.waitUntil(lambda: desk.screen._reading.isVisible())
    assert desk.screen.modes.way == "tracked"


def test_who_amends_has_the_text_before_them_to_write_in(qtbot, desk, modes):
    found = modes("周敏")
    qtbot.waitUntil(lambda: desk.screen._reading.isVisible())
    desk.commands.run("article.amend")
    qtbot.waitUntil(lambda: desk.screen._opened.amending and not desk.screen._reading.isVisible())
    assert not found.bar.isVisible()
    assert desk.screen._sheet.body.isVisible() and not desk.screen._sheet.body.editor.isReadOnly()


def test_each_change_says_its_kind_and_small_ones_fold(qtbot, desk, modes):
    modes("周敏")
    panel = desk.screen._reading
    qtbot.waitUntil(lambda: panel._strip.isVisible())
    assert panel._strip.text() == "数字 1 · 其他 1 · 格式 1"
    panel.go_on()
    assert panel._where.text() == "1/3 处改动 · 数字"
    panel.go_on()
    assert panel._where.text() == "2/3 处改动 · 格式"
    panel._fold.setChecked(True)
    assert panel._strip.text() == "数字 1 · 其他 1　已折叠 1 处"
    assert "〔格式有改动〕" not in read(desk) and "一是问需于民。" in read(desk)
    panel.go_back()
    assert panel._where.text() == "2/2 处改动 · 其他"
