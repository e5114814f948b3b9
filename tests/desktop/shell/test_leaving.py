"""Nobody leaves unsaved preferences behind unasked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit


@pytest.fixture
def changed(qtbot, window, newsroom_file):
    """An administrator who typed into the settings."""
    window.open(newsroom_file)
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in, timeout=10000)
    window.welcome.sign_in.signing_in.emit("admin", "qinghe-2026")
    qtbot.waitUntil(lambda: window.desk is not None, timeout=10000)
    window.desk.navigation.choose_workplace("preferences")
    preferences = window.desk.workplaces.preferences
    preferences.tabs.setCurrentWidget(preferences.settings)
    name = preferences.settings.form.fields["site_name"]
    qtbot.waitUntil(lambda: name.value() != "")
    qtbot.keyClicks(name.findChild(QLineEdit), "x")
    return preferences.settings


def answer(yes: bool) -> None:
    """Answer the question that the next step asks."""

    def click() -> None:
        dialog = QApplication.activeModalWidget()
        (dialog.accept_button if yes else dialog.cancel_button).click()

    QTimer.singleShot(0, click)


def test_who_thinks_better_of_it_is_still_at_the_desk(window, changed):
    answer(False)
    window.desk.commands.run("app.switch_person")
    stayed = window.desk is not None and changed.is_dirty
    answer(False)
    closed = window.close()
    kept = changed.is_dirty
    changed.revert_button.click()  # else the end of the test is asked too
    assert stayed and kept and not closed


def test_who_throws_it_away_is_let_go(qtbot, window, changed):
    answer(True)
    window.desk.commands.run("app.switch_person")
    qtbot.waitUntil(lambda: window.desk is None)


def test_going_to_another_place_keeps_what_is_typed(qtbot, window, changed):
    typed = changed.form.fields["site_name"].value()
    window.desk.navigation.choose_workplace("publishing")
    window.desk.navigation.choose_workplace("preferences")
    found, kept = changed.form.fields["site_name"].value(), changed.is_dirty
    changed.revert_button.click()
    assert found == typed and kept
