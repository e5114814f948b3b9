"""The list view: place, selection and keyboard at any length."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView

from db.domain.changes import Area, Changes
from desktop.kit.list_delegate import Line, ListDelegate
from desktop.kit.paged_model import PagedModel
from desktop.kit.row_list import UNIT, RowList
from desktop.kit.theme import Mode, Theme

COUNT = 20_000


@pytest.fixture
def order():
    return list(range(1, COUNT + 1))


@pytest.fixture
def view(qtbot, tasks, order):
    def rows(_connection, wanted):
        return {i: Line("青禾县三项举措" * (1 + i % 3 * 3), "草稿", words=(str(i),)) for i in wanted}

    theme = Theme(Mode.LIGHT)
    model = PagedModel(tasks, Line.spoken)
    view = RowList(theme)
    qtbot.addWidget(view)
    view.setItemDelegate(ListDelegate(theme, lambda row: row, view))
    view.setModel(model)
    view.resize(320, 600)
    view.show()
    model.load(lambda _c: (order[:60], len(order)), lambda _c: order, rows)
    qtbot.waitUntil(lambda: model.rowCount() == COUNT)
    return view


def in_sight(view):
    return [row for row, _place in view._in_sight()]


def whole_in_sight(view, row):
    place = view.visualRect(view.model().index(row, 0))
    return place.top() >= 0 and place.bottom() <= view.viewport().height()


def press(qtbot, view, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(view, key, modifier)


def test_the_keyboard_reaches_the_end_and_comes_back(qtbot, view):
    press(qtbot, view, Qt.Key.Key_Home)
    assert view.current_id() == 1
    press(qtbot, view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: view.model().row(COUNT - 1) is not None)
    assert view.current_id() == COUNT and whole_in_sight(view, COUNT - 1)
    press(qtbot, view, Qt.Key.Key_PageUp, Qt.Key.Key_Up)
    assert COUNT - 20 < view.current_id() < COUNT - 2 and whole_in_sight(view, view.current_id() - 1)
    press(qtbot, view, Qt.Key.Key_Home)
    assert view.current_id() == 1 and view.verticalScrollBar().value() == 0


def test_only_rows_in_sight_are_read(qtbot, view):
    press(qtbot, view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: view.model().row(COUNT - 1) is not None)
    assert view.model().row(COUNT // 2) is None


def test_the_last_row_ends_where_the_view_ends(qtbot, view):
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: view.model().row(COUNT - 1) is not None)
    assert in_sight(view)[-1] == COUNT - 1 and whole_in_sight(view, COUNT - 1)


def test_a_click_chooses_the_row_under_it(qtbot, view):
    row, place = list(view._in_sight())[3]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert view.current_id() == row + 1
    assert [index.row() for index in view.selectionModel().selectedIndexes()] == [row]


def test_a_range_may_begin_out_of_sight(qtbot, view):
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    press(qtbot, view, Qt.Key.Key_Home)
    for _ in range(5):
        press(qtbot, view, Qt.Key.Key_PageDown, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert 0 not in in_sight(view)
    chosen = sorted(index.row() for index in view.selectionModel().selectedIndexes())
    assert chosen == list(range(view.currentIndex().row() + 1))


def test_what_comes_above_does_not_push_away_what_is_read(qtbot, view, tasks, order):
    view.verticalScrollBar().setValue(500 * UNIT)
    top = view.model().id_at(in_sight(view)[0])
    order[:0] = [100_001, 100_002]
    tasks.announce(Changes(Area.ARTICLES, frozenset({100_001, 100_002})))
    qtbot.waitUntil(lambda: view.model().rowCount() == COUNT + 2)
    assert view.model().id_at(in_sight(view)[0]) == top
    del order[:100]
    tasks.announce(Changes(Area.ARTICLES, frozenset({1})))
    qtbot.waitUntil(lambda: view.model().rowCount() == COUNT - 98)
    assert view.model().id_at(in_sight(view)[0]) == top


def test_at_the_top_the_newest_is_shown(qtbot, view, tasks, order):
    order.insert(0, 100_001)
    tasks.announce(Changes(Area.ARTICLES, frozenset({100_001})))
    qtbot.waitUntil(lambda: view.model().rowCount() == COUNT + 1)
    assert in_sight(view)[0] == 0


def test_the_current_article_stays_current_when_the_order_turns_over(qtbot, view, tasks, order):
    view.choose(7)
    order.reverse()
    with qtbot.waitSignal(view.model().modelReset):
        tasks.announce(Changes(Area.ARTICLES, frozenset({7})))
    assert view.current_id() == 7 and whole_in_sight(view, COUNT - 7)
    assert not view.choose(-3)


def test_a_row_can_be_brought_to_any_place(qtbot, view):
    for hint in QAbstractItemView.ScrollHint:
        view.scrollTo(view.model().index(1000, 0), hint)
        assert whole_in_sight(view, 1000)


def test_selecting_does_not_need_the_view(view):
    index = view.model().index(COUNT - 1, 0)
    view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert whole_in_sight(view, COUNT - 1)


def test_an_empty_list_says_what_to_do_next(qtbot, view):
    view.set_empty_text("还没有稿件。按 Ctrl+N 新建一篇。")
    before = view.grab().toImage()
    view.model().clear()
    after = view.grab().toImage()
    assert before != after and not view.indexAt(view.viewport().rect().center()).isValid()
    press(qtbot, view, Qt.Key.Key_Down)
    assert view.current_id() == -1


def test_the_ids_of_a_long_selection_are_told_and_given_up(qtbot, view):
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    press(qtbot, view, Qt.Key.Key_Home)
    press(qtbot, view, Qt.Key.Key_Down, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_ids() == [1, 2, 3]
    view.select_current_only()
    assert view.selected_ids() == [3]
