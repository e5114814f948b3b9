"""A text counts as read when all of it was on the screen, from its beginning without a gap."""

from __future__ import annotations

from db.store import history
from tests.desktop.screens.editor.conftest import rewrite
from tests.desktop.screens.editor.test_amending import shows, stage
from tests.desktop.screens.editor.test_handing import reviewer

LONG = "\n\n".join(f"第{n}段，说的是青禾县老旧小区改造的事，说得不短。" for n in range(120))


def waits(desk, fill, qtbot, body):
    desk.screen.open(None)
    qtbot.waitUntil(desk.screen._shown)
    fill()
    rewrite(desk.screen, body)
    desk.commands.run("article.submit")
    qtbot.waitUntil(lambda: stage(desk) == "review")
    article_id = desk.screen._opened.article.id
    shows(desk, qtbot, "周敏", article_id)
    return desk.screen._opened.submitted.id


def seen(desk, revision_id, name="周敏"):
    with desk.store.reading() as c:
        return history.was_seen(c, revision_id, desk.people[name])


def test_a_short_text_is_read_when_it_is_shown_to_who_may_decide(desk, fill, qtbot):
    revision_id = waits(desk, fill, qtbot, "一段短的。")
    qtbot.waitUntil(lambda: seen(desk, revision_id))
    assert not seen(desk, revision_id, "林晓")


def test_a_long_one_is_read_when_it_was_gone_through_and_not_by_a_jump_to_its_end(desk, fill, qtbot):
    revision_id = waits(desk, fill, qtbot, LONG)
    bar = desk.screen._preview.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 3 * bar.pageStep())
    sighting = desk.screen._sighting
    sighting.follow()
    bar.setValue(bar.maximum())
    assert not sighting._told
    bar.setValue(0)
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + bar.pageStep() // 2)
    assert sighting._told
    qtbot.waitUntil(lambda: seen(desk, revision_id))


def test_who_reads_it_next_at_the_same_window_is_told_of_too(desk, fill, qtbot):
    reviewer(desk, "郑辰", "zhengchen", 1)
    revision_id = waits(desk, fill, qtbot, "一段短的。")
    qtbot.waitUntil(lambda: seen(desk, revision_id))
    shows(desk, qtbot, "郑辰", desk.screen._opened.article.id)
    qtbot.waitUntil(lambda: seen(desk, revision_id, "郑辰"))
