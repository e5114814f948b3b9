"""转交 and 代理 at the window: to whom a draft goes, and in whose place it is decided."""

from __future__ import annotations

from db.actions import delegations, people, sights
from db.domain.people import PROGRAM, Role
from db.store import people as read
from db.store.clock import later
from tests.desktop.screens.editor.test_amending import shows, stage, submitted


def reviewer(desk, name, login, level):
    none = frozenset()
    with desk.store.changing(PROGRAM) as unit:
        desk.people[name] = people.add(
            unit, login, name, frozenset({Role.REVIEWER}), frozenset({level}), none, "", True
        )


def test_a_draft_is_handed_over_and_the_other_is_told_by_whom(desk, fill, qtbot):
    reviewer(desk, "郑辰", "zhengchen", 1)
    article_id = submitted(desk, fill, qtbot)
    draft_id = desk.screen._opened.article.draft.id
    assert desk.commands.action("article.hand_over").isEnabled()
    desk.screen._handing.hand_over(draft_id, desk.people["郑辰"], "郑辰")
    qtbot.waitUntil(lambda: desk.screen._opened.claim is not None)
    assert "郑辰正在审" in desk.screen._review._who.text()
    assert "转交给郑辰" in desk.screen._inspector._flow.toPlainText()
    shows(desk, qtbot, "郑辰", article_id)
    with desk.store.reading() as c:
        actor = read.actor(c, desk.people["郑辰"])
    with desk.store.changing(actor) as unit:
        sights.saw(unit, draft_id, desk.screen._opened.submitted.digest)
    desk.screen.open(article_id)
    qtbot.waitUntil(lambda: stage(desk) == "review" and desk.screen._opened.events[-1].verb == "saw")
    assert "周敏转交给您审" in desk.screen._review._who.text()


def test_who_stands_in_for_another_sees_for_whom_and_the_flow_says_so(desk, fill, qtbot):
    reviewer(desk, "郑辰", "zhengchen", 2)
    article_id = submitted(desk, fill, qtbot)
    with desk.store.reading() as c:
        actor = read.actor(c, desk.people["周敏"])
    with desk.store.changing(actor) as unit:
        tomorrow = later(unit.now, 86_400)
        delegations.delegate(unit, desk.people["周敏"], desk.people["郑辰"], unit.now, tomorrow, "出差")
    shows(desk, qtbot, "郑辰", article_id)
    assert "您代周敏审" in desk.screen._review._who.text()
    desk.commands.run("article.approve")
    qtbot.waitUntil(lambda: stage(desk) == "review" and desk.screen._opened.article.draft.level == 2)
    assert "郑辰 代 周敏" in desk.screen._inspector._flow.toPlainText()


def test_it_is_said_how_long_a_text_waits_and_that_it_is_late_in_words(desk, fill, qtbot):
    submitted(desk, fill, qtbot)
    panel = desk.screen._review
    assert "已等 不到 1 分钟" in panel._time.text()
    panel._show_time("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z")
    assert panel._time.text().startswith("⚠ 已超时")
    assert "限 01-02 08:00 前审完" in panel._time.text()
