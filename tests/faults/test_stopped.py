"""A program that stands still, as a laptop that sleeps: it bars nobody for long, and learns on waking what it lost."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from db.actions import leases, write
from db.domain.article import Words
from db.domain.errors import Leased, StoreUnavailable
from db.store import articles
from db.store import people as roster
from db.store.clock import system_clock

HERE = Path(__file__).parent

_spec = importlib.util.spec_from_file_location("life", HERE / "life.py")
life = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(life)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no program by a signal")


class Holder:
    """The second program."""

    def __init__(self, path: Path, login: str) -> None:
        self._child = subprocess.Popen(
            [sys.executable, HERE / "holder.py", path, login],
            env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def say(self, line: str) -> None:
        self._child.stdin.write(line + "\n")
        self._child.stdin.flush()

    def answer(self) -> str:
        return self._child.stdout.readline().strip()

    def do(self, line: str) -> str:
        self.say(line)
        return self.answer()

    def send(self, number: signal.Signals) -> None:
        self._child.send_signal(number)
        if number is signal.SIGSTOP:
            os.waitpid(self._child.pid, os.WUNTRACED)

    def end(self) -> None:
        self._child.kill()
        self._child.wait()
        self._child.stdin.close()
        self._child.stdout.close()


@pytest.fixture
def people(store):
    by = life.prepare(store)
    life.begin(store)
    with store.reading() as connection:
        admin = next(p for p in roster.everyone(connection) if p.login == "admin")
        by["admin"] = roster.actor(connection, admin.id)
    return by


@pytest.fixture
def holder(store, people) -> Iterator[Holder]:
    made = Holder(store.path, "wen")
    yield made
    made.end()


def save(store, actor, n, version):
    with store.changing(actor) as unit:
        return write.save(unit, 1, life.fields(n), Words(f"第{n}次", 3), version)


def test_a_lease_of_a_stopped_program_ends_and_on_waking_it_learns_so_and_overwrites_nothing(store, people, holder):
    assert holder.do("take") == "done"
    holder.send(signal.SIGSTOP)
    with pytest.raises(Leased), store.changing(people["wen"]) as unit:
        leases.take_edit(unit, 1, "other")
    store.clock = lambda: system_clock() + timedelta(seconds=46)
    with store.changing(people["wen"]) as unit:
        leases.take_edit(unit, 1, "other")
    save(store, people["wen"], 2, 1)
    holder.send(signal.SIGCONT)
    assert holder.do("beat") == "LeaseLost"
    assert holder.do("save") == "EditConflict"
    with store.reading() as connection:
        assert articles.get(connection, 1).draft.fields.body == "第2次"


def test_others_are_told_while_a_stopped_program_holds_the_file_and_go_on_when_it_wakes(store, people, holder):
    with store.changing(people["wen"]) as unit:  # on the one connection that makes all changes
        unit.connection.exec_driver_sql("PRAGMA busy_timeout = 200")
    holder.say("inside")
    assert holder.answer() == "inside"
    holder.send(signal.SIGSTOP)
    with pytest.raises(StoreUnavailable) as told:
        save(store, people["wen"], 2, 1)
    assert told.value.reason == "locked"
    with store.reading() as connection:  # reading goes on
        assert articles.get(connection, 1).draft.fields.body == "第0次"
    holder.send(signal.SIGCONT)
    assert holder.do("") == "done"
    save(store, people["wen"], 3, 2)


def test_a_writer_waits_for_another_that_stands_still_for_a_while(store, people, holder):
    holder.say("inside")
    assert holder.answer() == "inside"
    holder.send(signal.SIGSTOP)
    waking = threading.Timer(0.3, lambda: (holder.send(signal.SIGCONT), holder.say("")))
    waking.start()
    with store.changing(people["wen"]) as unit:  # no error: it waited
        leases.take_edit(unit, 1, "other")
    waking.join()
    assert holder.answer() == "done"


def test_a_program_that_is_killed_while_it_writes_bars_nobody(store, people, holder):
    holder.say("inside")
    assert holder.answer() == "inside"
    holder.send(signal.SIGSTOP)
    holder.send(signal.SIGKILL)
    assert save(store, people["wen"], 1, 1).version == 2
