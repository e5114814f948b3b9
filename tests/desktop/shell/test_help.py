"""F1 opens the page about what is in front."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt

from db.store.queues import Queue
from desktop.kit.commands import shown_keys
from desktop.screens.help.pages import read

from .test_window import opened, signed_in


def page_by_f1(qtbot, window) -> str:
    """Press F1 and say which page it opened."""
    window.helping.close()
    widget = window.focusWidget() or window
    qtbot.keyClick(widget, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.helping.window is not None)
    page = window.helping.window.page
    window.helping.close()
    window.activateWindow()
    return page


def test_before_signing_in(qtbot, window, newsroom_file):
    assert page_by_f1(qtbot, window) == "welcome"
    opened(qtbot, window, newsroom_file)
    assert page_by_f1(qtbot, window) == "sign-in"


def test_at_the_list_and_at_an_article(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    assert page_by_f1(qtbot, window) == "library"
    window.resize(1440, 900)
    desk.open_article(None)
    qtbot.waitUntil(lambda: desk.article.isVisible() and desk.article.isAncestorOf(desk.focusWidget()))
    assert page_by_f1(qtbot, window) == "editing"


def test_before_an_article_to_be_reviewed(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file, "周敏")
    qtbot.waitUntil(lambda: desk.library.model.total == 1)
    assert desk.library.place.queue is Queue.TO_REVIEW
    with qtbot.waitSignal(desk._article_screen().opened):
        desk.open_article(desk.library.model.id_at(0))
    desk.article.setFocus()
    desk.commands.run("app.help")
    assert window.helping.window.page == "review"


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("people", "people"),
        ("units", "people"),
        ("channels", "channels"),
        ("schemes", "channels"),
        ("settings", "website"),
        ("backups", "backups"),
        ("machine", "machine"),
    ],
)
def test_at_a_tab_of_the_preferences(qtbot, window, newsroom_file, name, page):
    desk = signed_in(qtbot, window, newsroom_file)
    desk.navigation.choose_workplace("preferences")
    desk.workplaces.preferences.tabs.setCurrentWidget(getattr(desk.workplaces.preferences, name))
    desk.workplaces.preferences.tabs.setFocus()
    assert page_by_f1(qtbot, window) == page


def test_at_the_publishing_desk(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    desk.navigation.choose_workplace("publishing")
    desk.workplaces.publishing.articles.list.setFocus()
    assert page_by_f1(qtbot, window) == "publishing"


@pytest.mark.parametrize(("language", "quoted"), [("zh_CN", "「(.*?)」"), ("en", "“(.*?)”")])
def test_the_page_of_keys_tells_the_keys(qtbot, window, newsroom_file, speaking, language, quoted):
    speaking(language)
    desk = signed_in(qtbot, window, newsroom_file)
    desk.open_article(None)
    desk.navigation.choose_workplace("publishing")
    keys = {}
    for command in desk.commands:
        keys.setdefault(command.title, set()).add(shown_keys(command.shortcut))
    told = re.findall(rf"\| {quoted} \| (.*?) \|", read(language, "keys"))
    assert len(told) > 20
    assert not [(title, shown) for title, shown in told if shown not in keys.get(title, set())]
