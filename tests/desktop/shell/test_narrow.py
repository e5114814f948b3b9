"""A small screen, or a large one at 200 %: everything has room or makes room, and the window keeps its size."""

import pytest
from PySide6.QtCore import QPoint

from .test_window import signed_in

SMALL = (960, 540)  # what 1920 × 1080 leaves at 200 %


@pytest.fixture
def desk(qtbot, window, newsroom_file):
    found = signed_in(qtbot, window, newsroom_file)
    window.resize(*SMALL)
    return found


def written(qtbot, desk):
    desk.open_article(None)
    qtbot.waitUntil(lambda: desk.article._opened is not None)
    qtbot.waitUntil(lambda: desk.article._sheet.fields.title.isVisible())
    return desk.article


def test_the_names_of_the_queues_are_read_in_full(qtbot, window, desk):
    names = desk.navigation
    widest = max(names.fontMetrics().horizontalAdvance(entry.title) for entry in names.places())
    assert names.viewport().width() > widest + 60


def test_a_window_that_is_small_stays_so_when_an_article_is_opened(qtbot, window, desk):
    written(qtbot, desk)
    assert (window.width(), window.height()) == SMALL
    assert desk.minimumSizeHint().width() <= SMALL[0]


def test_the_formatting_bar_goes_below_where_there_is_no_room_and_comes_back(qtbot, window, desk):
    screen = written(qtbot, desk)
    primary = screen._frame.primary

    def lower():
        return screen._tools.bar.mapTo(screen, QPoint()).y() - primary.mapTo(screen, QPoint()).y() > 20

    qtbot.waitUntil(lower)
    assert all(button.width() >= 28 for button in screen._tools.bar.children() if button.isWidgetType())
    window.resize(1440, 700)
    qtbot.waitUntil(lambda: not lower())


def test_the_preview_makes_room_for_the_text_and_comes_back(qtbot, window, desk):
    screen = written(qtbot, desk)
    qtbot.waitUntil(lambda: screen._preview.isHidden())
    assert screen._sheet.body.width() > 240
    desk.commands.run("article.preview")
    assert not screen._preview.isHidden()
    window.resize(1440, 700)
    qtbot.waitUntil(lambda: not screen._preview.isHidden())
