"""What reviewers say again and again is kept once, picked into the opinion, and removed."""

from __future__ import annotations

import pytest

from db.actions import review, templates, write
from db.domain.article import Fields, Words
from db.domain.errors import NotAllowed
from db.domain.template import TemplateKind
from db.store import people
from db.store import templates as reading
from desktop.screens.editor.opinions import Opinions

OFTEN = "数据请与县统计局核对，注明截止日期。"


@pytest.fixture
def reviewing(desk, qtbot):
    """周敏 before a text that waits for her."""
    with desk.store.reading() as c:
        lin = people.actor(c, desk.people["林晓"])
    with desk.store.changing(lin) as unit:
        fields = Fields(channel_id=desk.channel_id, title="题", source="县住建局", body="正文。")
        saved = write.start(unit, fields, Words("正文。", 2))
        review.submit(unit, saved.draft_id, saved.version)
    desk.sign_in("周敏")
    with qtbot.waitSignal(desk.screen.opened):
        desk.screen.open(saved.article_id)
    return desk.screen._review.opinion


def kept(desk) -> list[str]:
    with desk.store.reading() as c:
        return [one.fields.body for one in reading.every(c, TemplateKind.OPINION)]


def entries(menu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_an_opinion_is_kept_picked_and_removed(desk, reviewing, qtbot, monkeypatch):
    opinions = desk.screen.findChild(Opinions)
    reviewing.set_value(OFTEN)
    opinions._fill([])
    next(action for action in opinions.menu.actions() if "存下来" in action.text()).trigger()
    qtbot.waitUntil(lambda: kept(desk) == [OFTEN])

    reviewing.set_value("标题太长。")
    desk.commands.run("review.opinions")
    qtbot.waitUntil(opinions.menu.isVisible)
    opinions.menu.hide()
    assert entries(opinions.menu)[0] == OFTEN
    opinions.menu.actions()[0].trigger()
    assert reviewing.value() == f"标题太长。\n{OFTEN}"

    monkeypatch.setattr("desktop.screens.editor.opinions.ask", lambda *_a, **_k: True)
    opinions._remove(opinions._found[0])
    qtbot.waitUntil(lambda: kept(desk) == [])


def test_without_an_opinion_to_write_there_is_nothing_to_pick(desk):
    assert not desk.commands.action("review.opinions").isEnabled()


def test_reviewers_keep_opinions_and_nobody_else_does(desk):
    with desk.store.reading() as c:
        lin, zhou = people.actor(c, desk.people["林晓"]), people.actor(c, desk.people["周敏"])
    with pytest.raises(NotAllowed), desk.store.changing(lin) as unit:
        templates.add(unit, TemplateKind.OPINION, "核对", Fields(body=OFTEN))
    with desk.store.changing(zhou) as unit:
        made = templates.add(unit, TemplateKind.OPINION, "核对", Fields(body=OFTEN))
    with pytest.raises(NotAllowed), desk.store.changing(lin) as unit:
        templates.remove(unit, made)
    with pytest.raises(NotAllowed), desk.store.changing(zhou) as unit:
        templates.add(unit, TemplateKind.SNIPPET, "套话", Fields(body=OFTEN))
