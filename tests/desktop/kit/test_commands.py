"""The registry of commands."""

import pytest
from PySide6.QtWidgets import QToolButton

from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.theme import Mode, Theme


@pytest.fixture
def theme(qapp):
    return Theme(Mode.LIGHT)


@pytest.fixture
def commands(theme):
    return Commands(theme)


def nothing():
    pass


def test_an_action_names_its_shortcut_in_the_tooltip(commands):
    action = commands.add(Command("draft.submit", "送审", nothing, "Ctrl+Return", icon=Name.SUBMIT))
    assert action.text() == "送审" and "Ctrl+" in action.toolTip() and action.toolTip().startswith("送审（")
    assert commands.add(Command("a", "弃稿", nothing)).toolTip() == "弃稿"


def test_triggering_the_action_carries_the_command_out_and_tells_it(qtbot, commands):
    done = []
    action = commands.add(Command("draft.submit", "送审", lambda: done.append(1)))
    with qtbot.waitSignal(commands.ran) as told:
        action.trigger()
    assert done == [1] and told.args == ["draft.submit"]


def test_what_cannot_be_done_now_is_not_done(commands):
    done, may = [], [False]
    action = commands.add(Command("draft.submit", "送审", lambda: done.append(1), enabled=lambda: may[0]))
    assert not action.isEnabled() and not commands.run("draft.submit") and done == []
    may[0] = True
    commands.refresh()
    assert action.isEnabled() and commands.run("draft.submit") and done == [1]
    may[0] = False
    assert not commands.run("draft.submit") and not action.isEnabled()


def test_two_commands_cannot_share_an_id_or_a_shortcut(commands):
    commands.add(Command("a", "甲", nothing, "Ctrl+S"))
    with pytest.raises(ValueError, match="exists"):
        commands.add(Command("a", "乙", nothing))
    with pytest.raises(ValueError, match="belongs to a"):
        commands.add(Command("b", "乙", nothing, "ctrl+s"))


def test_icons_come_when_asked_for_and_follow_the_theme(commands, theme):
    action = commands.add(Command("a", "甲", nothing, icon=Name.SAVE))
    assert action.icon().isNull()
    commands.put_on_icons()
    light = action.icon().pixmap(16, 16).toImage()
    assert not light.isNull()
    theme.set_mode(Mode.DARK)
    assert action.icon().pixmap(16, 16).toImage() != light
    assert not commands.add(Command("b", "乙", nothing, icon=Name.NEW)).icon().isNull()


def test_a_button_made_of_an_action_can_be_read_aloud(qtbot, commands):
    button = QToolButton()
    qtbot.addWidget(button)
    button.setDefaultAction(commands.add(Command("a", "送审", nothing, "Ctrl+Return")))
    assert button.text() == "送审" and button.toolTip()
