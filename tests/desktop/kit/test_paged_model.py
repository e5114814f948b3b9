"""Lists of any length over a real store's threads; the queries are answered from memory."""

import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QAbstractItemModelTester

from db.domain.changes import Area, Changes
from desktop.kit.paged_model import KEPT, PAGE, ROW_ROLE, PagedModel


@pytest.fixture
def desk():
    """The record as the queries see it: an order of ids, the words of each, and what was asked."""
    return SimpleNamespace(ids=list(range(1, 251)), words={}, asked=[], gate=None)


@pytest.fixture
def model(qtbot, tasks):
    model = PagedModel(tasks)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def load(model, desk, concerns=lambda changes: changes.article_ids):
    def rows(_connection, wanted):
        desk.asked.append(tuple(wanted))
        if desk.gate is not None:
            desk.gate.wait(5)
        return {i: desk.words.get(i, f"稿 {i}") for i in wanted if i in desk.ids}

    model.load(lambda _c: (desk.ids[:60], len(desk.ids)), lambda _c: desk.ids, rows, concerns)


def whole(model, desk):
    return lambda: [model.id_at(row) for row in range(model.rowCount())] == desk.ids and not model.loading


def words(model, row):
    return model.index(row).data(ROW_ROLE)


def test_the_first_page_is_there_with_its_rows_before_all_ids_are(qtbot, model, desk):
    with qtbot.waitSignal(model.modelReset):
        load(model, desk)
    assert model.rowCount() == 60 and words(model, 0) == "稿 1" and model.total == 250
    qtbot.waitUntil(whole(model, desk))
    assert desk.asked == [tuple(range(1, 61))]


def test_rows_are_read_by_the_page_when_they_are_looked_at(qtbot, model, desk):
    load(model, desk)
    qtbot.waitUntil(whole(model, desk))
    assert words(model, 249) is None and model.index(249).data() == "…"
    qtbot.waitUntil(lambda: words(model, 249) == "稿 250")
    assert desk.asked[1:] == [tuple(range(201, 251))]


def test_a_hundred_thousand_rows_are_listed_and_the_last_is_read(qtbot, model, desk):
    desk.ids = list(range(100_000, 0, -1))
    load(model, desk)
    qtbot.waitUntil(lambda: model.rowCount() == 100_000)
    qtbot.waitUntil(lambda: words(model, 99_999) == "稿 1")
    assert model.row_of(1) == 99_999 and model.id_at(99_999) == 1
    assert model.row_of(-5) == -1 and model.id_at(-1) == -1 and model.id_at(100_000) == -1


def test_a_change_reads_only_what_it_touched(qtbot, model, desk, tasks):
    load(model, desk)
    qtbot.waitUntil(whole(model, desk))
    desk.words[7] = "改过"
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.rowsInserted):
        tasks.announce(Changes(Area.ARTICLES, frozenset({7, 9999})))
        qtbot.waitUntil(lambda: words(model, 6) == "改过")
    assert desk.asked[1:] == [(7, *range(61, 101))]


def test_the_old_row_is_shown_until_the_new_is_here(qtbot, model, desk, tasks):
    load(model, desk)
    qtbot.waitUntil(whole(model, desk))
    desk.words[7], desk.gate = "改过", threading.Event()
    tasks.announce(Changes(Area.ARTICLES, frozenset({7})))
    qtbot.waitUntil(lambda: words(model, 6) == "稿 7" and len(desk.asked) == 2)
    desk.gate.set()
    qtbot.waitUntil(lambda: words(model, 6) == "改过")


def test_a_row_touched_while_it_is_read_is_read_again(qtbot, model, desk, tasks):
    load(model, desk)
    qtbot.waitUntil(whole(model, desk))
    desk.words[7], desk.gate = "一改", threading.Event()
    tasks.announce(Changes(Area.ARTICLES, frozenset({7})))
    qtbot.waitUntil(lambda: words(model, 6) == "稿 7" and len(desk.asked) == 2)
    tasks.announce(Changes(Area.ARTICLES, frozenset({7})))
    qtbot.waitUntil(lambda: not model.loading)
    desk.gate.set()
    desk.words[7] = "二改"
    qtbot.waitUntil(lambda: words(model, 6) == "二改")


def test_the_selection_follows_its_article_through_moves_and_removals(qtbot, model, desk, tasks):
    load(model, desk)
    qtbot.waitUntil(whole(model, desk))
    chosen = QItemSelectionModel(model)
    chosen.select(model.index(4), QItemSelectionModel.SelectionFlag.Select)
    with qtbot.assertNotEmitted(model.modelReset):
        desk.ids.insert(0, desk.ids.pop(100))
        tasks.announce(Changes(Area.ARTICLES, frozenset({101})))
        qtbot.waitUntil(whole(model, desk))
        desk.ids[1:3] = []
        desk.ids.insert(2, 777)
        tasks.announce(Changes(Area.ARTICLES, frozenset({1, 2, 777})))
        qtbot.waitUntil(whole(model, desk))
    assert [model.id_at(index.row()) for index in chosen.selectedIndexes()] == [5]
    assert model.total == 249


def test_a_change_of_unknown_extent_reads_everything_again(qtbot, model, desk, tasks):
    load(model, desk)
    qtbot.waitUntil(whole(model, desk))
    desk.words[3] = "改过"
    tasks.announce(Changes(Area.EVERYTHING))
    qtbot.waitUntil(lambda: words(model, 2) == "改过")


def test_a_change_of_other_things_is_passed_over(qtbot, model, desk, tasks):
    load(model, desk, concerns=lambda changes: None if changes.areas == Area.PEOPLE else changes.article_ids)
    qtbot.waitUntil(whole(model, desk))
    tasks.announce(Changes(Area.PEOPLE))
    assert not model.loading


def test_changes_in_quick_succession_end_with_the_last_order(qtbot, model, desk, tasks):
    load(model, desk)
    for n in range(20):
        desk.ids = [1000 + n, *desk.ids]
        tasks.announce(Changes(Area.ARTICLES, frozenset({1000 + n})))
    qtbot.waitUntil(whole(model, desk))


def test_another_list_replaces_the_one_under_way(qtbot, model, desk, tasks):
    load(model, desk)
    other = SimpleNamespace(ids=[5, 4], words={}, asked=[], gate=None)
    load(model, other)
    qtbot.waitUntil(whole(model, other))
    assert words(model, 1) == "稿 4" and model.total == 2
    model.clear()
    assert model.rowCount() == 0 and model.total == 0


def test_a_fast_scroll_reads_what_is_seen_at_the_end_and_not_all_between(qtbot, model, desk):
    desk.ids = list(range(1, 50_001))
    load(model, desk)
    qtbot.waitUntil(whole(model, desk))
    desk.gate = threading.Event()
    for row in range(0, 50_000, 50):
        words(model, row)
    desk.gate.set()
    qtbot.waitUntil(lambda: words(model, 49_999) == "稿 50000")
    assert len(desk.asked) < 15


def test_rows_seen_long_ago_are_let_go(qtbot, model, desk):
    desk.ids = list(range(1, KEPT + 10 * PAGE))
    load(model, desk)
    qtbot.waitUntil(whole(model, desk))
    for row in range(0, len(desk.ids), PAGE):
        qtbot.waitUntil(lambda row=row: words(model, row) is not None)
    assert len(model._rows) <= KEPT
    qtbot.waitUntil(lambda: words(model, 0) == "稿 1")


def test_a_list_that_cannot_be_read_says_so_and_can_be_asked_again(qtbot, model, desk, tasks):
    def broken(_connection):
        raise OSError("no")

    with qtbot.waitSignal(tasks.failed):
        model.load(broken, broken, lambda _c, _w: {})
    load(model, desk)
    qtbot.waitUntil(whole(model, desk))


def test_rows_are_shown_before_they_are_counted(qtbot, model, desk):
    counts = []
    model.counted.connect(counts.append)
    with qtbot.waitSignal(model.modelReset):
        model.load(lambda _c: (desk.ids[:60], None), lambda _c: desk.ids, lambda _c, wanted: dict.fromkeys(wanted, ""))
    assert counts == [] and model.total == 60
    qtbot.waitUntil(lambda: counts == [250])


def test_a_list_as_long_as_the_one_before_is_counted_anew(qtbot, model, desk):
    counts = []
    model.counted.connect(counts.append)
    for _ in range(2):
        load(model, desk)
        qtbot.waitUntil(whole(model, desk))
    assert counts == [250, 250]


def test_the_rest_of_what_is_not_counted_is_left_to_who_stays(qtbot, model, desk):
    asked = []

    def every(_connection):
        asked.append(1)
        return desk.ids

    for _key in "老街新貌":
        with qtbot.waitSignal(model.modelReset):
            model.load(lambda _c: (desk.ids[:60], None), every, lambda _c, wanted: dict.fromkeys(wanted, ""))
    assert asked == [] and model.loading
    qtbot.waitUntil(whole(model, desk))
    assert asked == [1]
