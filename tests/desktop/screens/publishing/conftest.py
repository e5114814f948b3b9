"""A newsroom with one approved text, and a desk to publish it from."""

from __future__ import annotations

import pytest

from db.actions import newsroom, people, review, write
from db.domain.article import Fields, Words
from db.domain.people import PROGRAM, Role
from db.domain.release import Rendered
from db.store import articles, channels, history
from db.store import people as reading
from desktop.kit.commands import Commands
from desktop.kit.messages import MessageBar
from desktop.kit.theme import Mode, Theme
from desktop.screens.publishing.screen import PublishingScreen

PASSWORD = "qinghe-2026-desk"


class Desk:
    """Real people and texts in a real store."""

    def __init__(self, store):
        self.store = store
        with store.changing(PROGRAM) as unit:
            newsroom.found(unit, "青禾新闻网", "luolan", "罗岚", PASSWORD)
        with store.reading() as c:
            admin_id = reading.everyone(c)[0].id
        self.admin = self.actor(admin_id)
        self.editor = self.person("linxiao", "林晓", Role.EDITOR)
        self.reviewer = self.person("zhoumin", "周敏", Role.REVIEWER)
        self.publisher = self.person("hechuan", "何川", Role.PUBLISHER)
        with store.reading() as c:
            self.channel = channels.every(c)[0].id

    def actor(self, person_id):
        with self.store.reading() as c:
            return reading.actor(c, person_id, "测试机")

    def person(self, login, name, *roles):
        levels = frozenset({1, 2, 3}) if Role.REVIEWER in roles else frozenset()
        with self.store.changing(self.admin) as unit:
            made = people.add(unit, login, name, frozenset(roles), levels, frozenset(), PASSWORD)
        return self.actor(made)

    def approved(self, title):
        """Write a text and have it approved; return its article's id and its draft's."""
        body = f"{title}的正文。"
        fields = Fields(channel_id=self.channel, title=title, source="县水利局", body=body)
        with self.store.changing(self.editor) as unit:
            saved = write.start(unit, fields, Words(body, len(body)))
            review.submit(unit, saved.draft_id, saved.version)
        with self.store.reading() as c:
            draft = articles.get(c, saved.article_id, self.reviewer).draft
            digest = history.get_revision(c, draft.submitted_revision_id).digest
        with self.store.changing(self.reviewer) as unit:
            review.approve(unit, saved.draft_id, digest, "", Rendered(digest, "1", f"<p>{body}</p>", body))
        return saved.article_id, saved.draft_id


@pytest.fixture
def desk(store):
    return Desk(store)


@pytest.fixture
def open_screen(qtbot, desk, tasks):
    """Show the publishing desk to a person."""

    def opened(actor):
        tasks.actor = actor
        theme = Theme(Mode.LIGHT)
        messages = MessageBar(theme)
        qtbot.addWidget(messages)
        screen = PublishingScreen(tasks, theme, Commands(theme), messages)
        screen.messages = messages
        qtbot.addWidget(screen)
        screen.resize(1200, 800)
        screen.show()
        return screen

    return opened
