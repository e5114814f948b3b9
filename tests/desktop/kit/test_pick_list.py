"""A list is gone through from the line above it."""

import pytest
from PySide6.QtCore import Qt

from desktop.kit.pick_list import PickList

ROWS = [(1, "一"), (2, "二"), (3, "三")]


@pytest.fixture
def picks(qtbot):
    made = PickList("数", "找数")
    qtbot.addWidget(made)
    made.show()
    made.show_rows(ROWS)
    return made


def test_the_first_is_chosen_and_the_arrows_go_on_while_one_types(picks, qtbot):
    assert picks.chosen() == 1
    qtbot.keyClick(picks.line, Qt.Key.Key_Down)
    assert picks.chosen() == 2
    qtbot.keyClick(picks.line, Qt.Key.Key_PageDown)
    assert picks.chosen() == 3
    qtbot.keyClick(picks.line, Qt.Key.Key_Up)
    assert picks.chosen() == 2


def test_what_is_chosen_stays_chosen_among_other_rows(picks, qtbot):
    picks.list.setCurrentRow(1)
    picks.show_rows([(3, "三"), (2, "二")])
    assert picks.chosen() == 2
    picks.show_rows([(3, "三")])
    assert picks.chosen() == 3


def test_an_empty_list_has_nothing_chosen_and_says_so(picks, qtbot):
    with qtbot.waitSignal(picks.moved):
        picks.show_rows([])
    assert picks.chosen() is None
    qtbot.keyClick(picks.line, Qt.Key.Key_Down)
    assert picks.chosen() is None


def test_what_is_typed_is_told_without_the_white_space_around_it(picks, qtbot):
    with qtbot.waitSignal(picks.typed, check_params_cb=lambda query: query == "a"):
        qtbot.keyClicks(picks.line, "a ")
