"""The inspector beside the article: its pages are all in reach, however narrow it is made."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar

from tests.desktop.screens.editor.test_amending import submitted


def test_every_tab_is_seen_in_the_narrowest_inspector(desk, fill, qtbot):
    submitted(desk, fill, qtbot)
    inspector = desk.screen._inspector
    inspector.count_notes(12)
    desk.screen._frame._sides.setSizes([4000, 1])
    bar = inspector.findChild(QTabBar)
    assert bar.count() == 6
    qtbot.waitUntil(lambda: all(bar.rect().contains(bar.tabRect(at)) for at in range(bar.count())))
