"""Every place that the keyboard reaches says to a screen reader what it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QScrollArea, QWidget

from desktop.screens.preferences.screen import PreferencesScreen

from .test_window import opened, signed_in

SEEN = Qt.FocusPolicy.TabFocus


def nameless(top):
    """Return the widgets below ``top`` that take the focus and have no accessible name."""
    reached = [w for w in top.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & SEEN and not bare(w)]
    assert reached
    return [path_of(w, top) for w in reached if not name_of(w)]


def bare(widget):
    """What hands the focus on, parts of a whole that is named, and frames that only scroll."""
    inner = isinstance(widget, QScrollArea) or isinstance(widget.parent(), QAbstractScrollArea)
    return inner or widget.focusProxy() is not None


def name_of(widget):
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def path_of(widget, top):
    names = []
    while widget is not None and widget is not top:
        names.append(type(widget).__name__)
        widget = widget.parent()
    return "<".join(names)


def settle(qtbot, desk):
    qtbot.waitUntil(lambda: not desk.library.model.loading)
    QApplication.processEvents()


@pytest.mark.parametrize("panel", ["start", "found"])
def test_before_a_newsroom_is_open(qtbot, window, panel):
    getattr(window.welcome, f"show_{panel}")()
    assert nameless(window) == []


def test_signing_in(qtbot, window, newsroom_file):
    opened(qtbot, window, newsroom_file)
    assert nameless(window) == []


@pytest.mark.parametrize("person", ["林晓", "周敏"])
def test_a_list_and_an_article_of_it(qtbot, window, newsroom_file, person):
    desk = signed_in(qtbot, window, newsroom_file, person)
    desk.open_article(desk.library.model.id_at(0))
    qtbot.waitSignal(desk.article.opened).wait()
    settle(qtbot, desk)
    assert nameless(window) == []


def test_a_new_article(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    desk.commands.run("article.new")
    settle(qtbot, desk)
    assert nameless(window) == []


def test_the_publishing_desk(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    desk.commands.run("app.publishing")
    settle(qtbot, desk)
    assert nameless(window) == []


def test_every_tab_of_the_preferences(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    desk.commands.run("app.preferences")
    tabs = window.findChild(PreferencesScreen).tabs
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        settle(qtbot, desk)
        assert nameless(window) == []


def test_the_palette(qtbot, window, newsroom_file):
    desk = signed_in(qtbot, window, newsroom_file)
    desk.commands.run("app.palette")
    qtbot.waitUntil(lambda: desk.palette_.isVisible())
    assert nameless(desk.palette_) == []
