"""全屏: the text alone, and everything back as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def desk(qtbot, window, newsroom_file):
    """林晓 with an article open."""
    window.open(newsroom_file)
    qtbot.waitUntil(lambda: window.welcome.panel is window.welcome.sign_in, timeout=10000)
    window.welcome.sign_in.signing_in.emit("linxiao", "linxiao-2026")
    qtbot.waitUntil(lambda: window.desk is not None, timeout=10000)
    window.show()
    window.desk.open_article(1)
    qtbot.waitUntil(lambda: window.desk.article._opened is not None, timeout=10000)
    window.desk.commands.refresh()
    window.desk.article._sheet.body.setFocus()
    return window.desk


def around(desk):
    return [*desk._around, desk.article._inspector]


def alone(desk):
    return not any(part.isVisible() for part in around(desk))


def back(desk):
    return all(part.isVisible() for part in around(desk))


def test_f11_leaves_the_text_with_its_saving_and_its_count_and_escape_goes_back(qtbot, window, desk):
    editor, frame = desk.article._sheet.body.editor, desk.article._frame
    qtbot.keyClick(editor, Qt.Key.Key_F11)
    assert alone(desk) and window.isFullScreen()
    assert editor.isVisible() and frame._state.isVisible() and frame._counted.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert back(desk) and not window.isFullScreen()


def test_f11_goes_back_too(qtbot, window, desk):
    editor = desk.article._sheet.body.editor
    qtbot.keyClick(editor, Qt.Key.Key_F11)
    qtbot.keyClick(editor, Qt.Key.Key_F11)
    assert back(desk) and not desk.commands.action("view.alone").isChecked()


def test_escape_closes_the_search_first(qtbot, window, desk):
    desk.commands.run("view.alone")
    desk.commands.run("text.find")
    qtbot.keyClick(desk.article.find_bar.line, Qt.Key.Key_Escape)
    assert not desk.article.find_bar.isVisible() and alone(desk)
    qtbot.keyClick(desk.article._sheet.body.editor, Qt.Key.Key_Escape)
    assert back(desk)


@pytest.mark.parametrize("command", ["list.focus", "app.preferences", "article.close", "article.properties"])
def test_going_elsewhere_brings_all_of_it_back(qtbot, window, desk, command):
    desk.commands.run("view.alone")
    desk.commands.run(command)
    assert all(part.isVisible() or desk._stack.currentIndex() for part in desk._around) and desk.top.isVisible()
    assert not desk.commands.action("view.alone").isChecked() and not window.isFullScreen()


def test_a_text_beside_stays_and_the_inspector_comes_back_after_both(qtbot, window, desk):
    from PySide6.QtWidgets import QWidget

    frame, beside = desk.article._frame, QWidget()
    frame.place_beside(beside, True)
    desk.commands.run("view.alone")
    assert beside.isVisible() and not desk.article._inspector.isVisible()
    frame.place_beside(beside, False)
    assert not desk.article._inspector.isVisible()
    frame.place_beside(beside, True)
    desk.commands.run("view.alone")
    assert beside.isVisible() and not desk.article._inspector.isVisible()
    frame.place_beside(beside, False)
    assert back(desk)


def test_the_window_is_closed_as_it_was_before(qtbot, window, desk):
    desk.commands.run("view.alone")
    window.close()
    assert not window.isFullScreen()
