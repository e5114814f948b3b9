"""Threads of the application, over a real (empty) newsroom's store."""

import gc
import subprocess
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete
from sqlalchemy import text

from db.domain.changes import Area, Changes
from db.domain.errors import Cancelled, NotFound, StoreUnavailable
from db.domain.people import Actor
from db.store.unit import Store
from desktop.kit.tasks import Tasks


@pytest.fixture
def tasks(qapp, tmp_path):
    store = Store(tmp_path / "desk.sqlite")
    with store.engine.begin() as connection:
        connection.execute(text("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT)"))
    tasks = Tasks(store)
    yield tasks
    tasks.drain()
    store.close()


def write(words, area=Area.ARTICLES):
    def work(unit):
        found = unit.connection.execute(text("INSERT INTO note (words) VALUES (:words)"), {"words": words})
        unit.connection.info["areas"] = area
        unit.article_ids.add(found.lastrowid)
        return found.lastrowid

    return work


def notes(connection):
    return [row[0] for row in connection.execute(text("SELECT words FROM note ORDER BY id"))]


def fail(_anything):
    raise ValueError("no")


def test_a_read_answers_on_the_main_thread(qtbot, tasks):
    seen = []
    tasks.read(tasks, notes, lambda value: seen.append((value, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [([], threading.main_thread())]


def test_a_change_is_told_after_the_commit_and_before_its_answer(qtbot, tasks):
    order = []
    tasks.changed.connect(lambda changes: order.append(changes.article_ids))
    tasks.change(tasks, write("一"), order.append)
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == [frozenset({1}), 1]


def test_a_failed_change_leaves_nothing_and_tells_nobody(qtbot, tasks):
    told, failures, found = [], [], []
    tasks.changed.connect(told.append)

    def work(unit):
        write("半")(unit)
        raise NotFound("draft")

    tasks.change(tasks, work, None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    tasks.read(tasks, notes, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert isinstance(failures[0], NotFound) and found == [[]] and told == []


@pytest.mark.parametrize("way", ["read", "change", "run"])
def test_a_failure_that_nobody_takes_is_announced(qtbot, tasks, way):
    with qtbot.waitSignal(tasks.failed) as told:
        if way == "run":
            tasks.run(tasks, lambda _report, _cancelled: fail(0), print)
        else:
            getattr(tasks, way)(tasks, fail, print)
    assert isinstance(told.args[0], ValueError)


def test_a_failed_change_is_announced_though_its_screen_is_gone(qtbot, tasks):
    owner, taken = QObject(), []
    with qtbot.waitSignal(tasks.failed):
        tasks.change(owner, fail, None, taken.append)
        delete(owner)
    assert taken == []


def test_an_answer_for_a_closed_screen_is_dropped(qtbot, tasks):
    owner, seen, last, gate = QObject(), [], [], threading.Event()
    tasks.read(owner, lambda _c: gate.wait(5), seen.append)
    delete(owner)
    gate.set()
    tasks.change(tasks, lambda _u: 1, last.append)
    qtbot.waitUntil(lambda: bool(last))
    tasks.drain()
    assert seen == []


def test_changes_keep_their_order_and_are_counted(qtbot, tasks):
    seen, counts = [], []
    tasks.busy.connect(counts.append)
    for n in range(30):
        tasks.change(tasks, write(str(n)), seen.append)
    assert counts[-1] == 30
    qtbot.waitUntil(lambda: len(seen) == 30)
    assert seen == list(range(1, 31))
    qtbot.waitUntil(lambda: counts[-1] == 0)


def test_a_cancelled_change_is_made_and_told_but_not_answered(qtbot, tasks):
    seen = []
    with qtbot.waitSignal(tasks.changed):
        tasks.change(tasks, write("一"), seen.append).cancel()
    tasks.drain()
    assert seen == []


def test_a_cancelled_read_that_waits_is_not_begun(qtbot, tasks):
    begun, gate, last = [], threading.Event(), []
    for _ in range(3):
        tasks.read(tasks, lambda _c: gate.wait(5), lambda _v: None)
    tasks.read(tasks, lambda _c: begun.append(1), lambda _v: None).cancel()
    tasks.read(tasks, lambda _c: 1, last.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(last))
    assert begun == []


def test_who_asked_is_who_changes(qtbot, tasks):
    seen = []
    tasks.actor = Actor(None, "林晓")
    tasks.change(tasks, lambda unit: unit.actor.name, seen.append)
    tasks.actor = Actor(None, "周敏")
    tasks.change(tasks, lambda unit: unit.actor.name, seen.append)
    qtbot.waitUntil(lambda: seen == ["林晓", "周敏"])


def test_long_work_reports_and_its_last_report_comes_before_its_answer(qtbot, tasks):
    seen = []

    def work(report, _cancelled):
        for n in range(1, 1001):
            report(n, 1000, f"第 {n} 页")
        return "完"

    tasks.run(tasks, work, seen.append, progress=lambda *news: seen.append(news))
    qtbot.waitUntil(lambda: "完" in seen)
    assert seen[-2:] == [(1000, 1000, "第 1000 页"), "完"]


def test_long_work_sees_that_it_was_cancelled(qtbot, tasks):
    started, stopped, seen, failures = threading.Event(), threading.Event(), [], []
    tasks.failed.connect(failures.append)

    def work(_report, cancelled):
        started.set()
        while not cancelled():
            pass
        stopped.set()
        raise Cancelled

    ticket = tasks.run(tasks, work, seen.append, failures.append)
    qtbot.waitUntil(started.is_set)
    ticket.cancel()
    qtbot.waitUntil(stopped.is_set)
    tasks.drain()
    assert seen == [] and failures == []


def test_long_work_does_not_hold_up_changes(qtbot, tasks):
    gate, seen = threading.Event(), []
    tasks.run(tasks, lambda _r, _c: gate.wait(5), seen.append)
    tasks.change(tasks, write("一"), seen.append)
    qtbot.waitUntil(lambda: seen == [1])
    gate.set()
    qtbot.waitUntil(lambda: len(seen) == 2)


def test_changes_of_other_programs_are_told_on_the_main_thread(qtbot, tasks):
    threads = []
    tasks.changed.connect(lambda _changes: threads.append(threading.current_thread()))
    tasks.announce(Changes())
    tasks.announce(Changes(Area.PEOPLE))
    tasks.run(tasks, lambda _r, _c: tasks.announce(Changes(Area.SITE)), lambda _v: None)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert set(threads) == {threading.main_thread()}


def test_draining_finishes_every_change_and_delivers_its_failure(qtbot, tasks):
    failures, seen = [], []
    for n in range(5):
        tasks.change(tasks, write(str(n)), seen.append)
    tasks.change(tasks, fail, None, failures.append)
    tasks.drain()
    assert seen == [1, 2, 3, 4, 5] and len(failures) == 1
    assert tasks.read(tasks, notes, seen.append).cancelled


def test_a_change_that_a_last_answer_asks_for_is_still_made(qtbot, tasks):
    gate, begun, seen = threading.Event(), threading.Event(), []

    def counting(_connection):
        begun.set()
        return gate.wait(5)

    tasks.read(tasks, counting, lambda _value: tasks.change(tasks, write("最后"), seen.append))
    qtbot.waitUntil(begun.is_set)
    threading.Timer(0.05, gate.set).start()  # while draining waits for it
    tasks.drain()
    assert seen == [1]


def test_a_change_asked_for_after_the_end_is_refused_to_who_asked(qtbot, tasks):
    failures, seen, counts = [], [], []
    tasks.drain()
    tasks.busy.connect(counts.append)
    tasks.change(tasks, write("太晚"), seen.append, failures.append)
    assert seen == [] and [error.reason for error in failures] == ["closing"] and counts[-1] == 0
    assert isinstance(failures[0], StoreUnavailable)


def test_what_a_closure_holds_dies_on_the_main_thread(qtbot, tasks):
    died_on, seen = [], []

    class Panel(QObject):
        pass

    for _ in range(50):
        panel = Panel()
        weakref.finalize(panel, lambda: died_on.append(threading.current_thread()))
        tasks.read(panel, lambda _c, panel=panel: 1, lambda _v, panel=panel: seen.append(1))
        del panel
    qtbot.waitUntil(lambda: len(seen) == 50)
    gc.collect()
    assert set(died_on) == {threading.main_thread()} and len(died_on) == 50


def test_the_store_is_not_imported_with_the_tasks():
    code = "import sys, desktop.kit.tasks; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_runs_beside_is_ended_by_draining(qapp, tasks):
    end = threading.Event()
    ended = []

    def standing():
        end.wait()
        ended.append(threading.current_thread())

    tasks.beside(standing, end.set)
    tasks.drain()
    assert ended and ended != [threading.main_thread()]


def test_nothing_is_begun_beside_what_has_drained(qapp, tasks):
    tasks.drain()
    begun, ended = [], []
    tasks.beside(lambda: begun.append(1), lambda: ended.append(1))
    assert (begun, ended) == ([], [1])
