"""A newsroom just founded, and its preferences before an administrator."""

from __future__ import annotations

import pytest

from db.actions import newsroom, people
from db.domain.people import PROGRAM, Role
from db.store import people as reading
from desktop.kit.commands import Commands
from desktop.kit.messages import MessageBar
from desktop.kit.theme import Mode, Theme
from desktop.screens.preferences.screen import PreferencesScreen

PASSWORD = "qinghe-2026-desk"


@pytest.fixture
def admin(store):
    with store.changing(PROGRAM) as unit:
        made = newsroom.found(unit, "青禾新闻网", "luolan", "罗岚", PASSWORD)
    with store.reading() as c:
        return reading.actor(c, made, "测试机")


@pytest.fixture
def reviewer(store, admin):
    with store.changing(admin) as unit:
        made = people.add(unit, "zhoumin", "周敏", frozenset({Role.REVIEWER}), frozenset({1, 2}), frozenset(), PASSWORD)
    with store.reading() as c:
        return reading.actor(c, made, "测试机")


@pytest.fixture
def open_tab(qtbot, tasks):
    """Show one tab to a person, once it has been read."""

    def opened(actor, name):
        tasks.actor = actor
        theme = Theme(Mode.LIGHT)
        messages = MessageBar(theme)
        qtbot.addWidget(messages)
        screen = PreferencesScreen(tasks, theme, Commands(theme), messages)
        screen.messages = messages
        qtbot.addWidget(screen)
        screen.resize(1200, 800)
        panel = getattr(screen, name)
        screen.tabs.setCurrentWidget(panel)
        screen.show()
        if hasattr(panel, "tree"):
            qtbot.waitUntil(lambda: panel._known is not None)
        return screen, panel

    return opened
