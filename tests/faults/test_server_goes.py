"""The server restarts, dies in mid-commit, or the wire to it is cut: nothing is lost, and nothing is there twice.

``SERVER_KILLS=50`` kills it that often; a few times in the suite.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from db.actions import people, write
from db.domain.article import Fields, Words
from db.domain.errors import StoreUnavailable
from db.domain.people import PROGRAM, Role
from db.schema.articles import article
from db.store import people as find
from db.store.opening import open_store
from db.store.unit import Store
from db.store.verify import verify
from tests.cluster import Cluster, binaries
from tests.faults.proxy import Cut, Proxy

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("SERVER_KILLS", "3"))


@pytest.fixture(scope="module")
def mortal():
    """A server of this module's own, which waits for the disk."""
    if binaries() is None:
        pytest.skip("no PostgreSQL server is installed")
    with tempfile.TemporaryDirectory(prefix="caibian-server-") as folder:
        Path(folder).chmod(0o711)
        made = Cluster(Path(folder) / "server", durable=True)
        yield made
        made.stop()


@pytest.fixture
def place(mortal):
    address = mortal.create()
    store = open_store(address)
    with store.changing(PROGRAM) as unit:
        people.add(unit, "lin", "林晓", frozenset({Role.EDITOR}), frozenset(), frozenset(), "", demo=True)
    store.close()
    yield address
    mortal.drop(address)


@pytest.fixture
def store(place):
    made = Store(place)
    yield made
    made.close()


def start(store: Store, title: str) -> None:
    with store.reading() as connection:
        lin = find.actor(connection, 1)
    with store.changing(lin) as unit:
        write.start(unit, Fields(title=title), Words("", 0))


def titles(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(connection.scalars(select(article.c.title).order_by(article.c.id)))


def test_two_programs_see_each_other_s_changes_within_two_seconds(store, place):
    before = store.data_version()
    start(store, "这里")
    assert store.data_version() == before  # one's own are none
    script = (
        "import sys; from db.domain.people import PROGRAM\n"
        "from db.domain.place import Address; from db.store.unit import Store\n"
        "host, database, user, port, password = sys.argv[1:]\n"
        "store = Store(Address(host, database, user, int(port), password))\n"
        "with store.changing(PROGRAM) as unit: unit.connection.exec_driver_sql('DELETE FROM setting')\n"
        "print('done', flush=True)\n"
        "print(store.data_version(), flush=True)\n"
        "while sys.stdin.readline():\n"
        "    print(store.data_version(), flush=True)\n"
    )
    asked = [sys.executable, "-c", script, place.host, place.database, place.user, str(place.port), place.password]
    with subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as other:
        assert other.stdin and other.stdout
        assert other.stdout.readline() == "done\n"
        told = time.monotonic()
        while store.data_version() == before:
            assert time.monotonic() - told < 2
        theirs = other.stdout.readline()
        start(store, "这里又一篇")
        told = time.monotonic()
        while True:
            other.stdin.write("\n")
            other.stdin.flush()
            if other.stdout.readline() != theirs:
                break
            assert time.monotonic() - told < 2
        other.stdin.close()


def test_after_a_restart_of_the_server_all_goes_on(mortal, store):
    start(store, "之前")
    store.data_version()
    mortal.stop()
    for ask in (lambda: start(store, "其间"), lambda: titles(store), store.data_version):
        told = time.monotonic()
        with pytest.raises(StoreUnavailable) as refused:
            ask()
        assert refused.value.reason in ("lost", "unreachable", "starting")
        assert time.monotonic() - told < 2
    mortal.start()
    began = time.monotonic()
    start(store, "之后")
    assert titles(store) == ["之前", "之后"]
    with store.looking() as plain:
        assert plain.exec_driver_sql("SELECT count(*) FROM article").fetchone()[0] == 2
    store.data_version()
    assert time.monotonic() - began < 10


def test_a_change_whose_connection_was_ended_in_the_middle_is_not_made_and_the_next_is(mortal, store, place):
    with pytest.raises(StoreUnavailable) as told, store.changing(PROGRAM) as unit:
        people.add(unit, "chen", "陈立", frozenset({Role.EDITOR}), frozenset(), frozenset(), "", demo=True)
        ended = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{place.database}'"
        mortal.admin(ended)
        find.everyone(unit.connection)
    assert told.value.reason == "lost"
    with store.changing(PROGRAM) as unit:
        assert [person.login for person in find.everyone(unit.connection)] == ["lin"]
        people.add(unit, "chen", "陈立", frozenset({Role.EDITOR}), frozenset(), frozenset(), "", demo=True)


@pytest.mark.parametrize("cut", [Cut.BEFORE, Cut.AFTER])
def test_what_became_of_a_commit_without_an_answer_is_found_out(mortal, place, cut):
    wire = Proxy(mortal.port)
    store = Store(replace(place, port=wire.port, options=(("sslmode", "disable"),)))
    start(store, "第一篇")
    wire.cut = cut
    if cut is Cut.AFTER:
        start(store, "第二篇")  # it was made, so it is told as made
    else:
        with pytest.raises(StoreUnavailable) as told:
            start(store, "第二篇")
        assert told.value.reason == "lost"
        start(store, "第二篇")
    assert titles(store) == ["第一篇", "第二篇"]
    assert wire.cut is Cut.NEVER
    store.close()
    wire.close()


@pytest.mark.timeout(60 + 30 * KILLS)
def test_a_server_killed_in_mid_commit_loses_nothing_and_doubles_nothing(mortal, store):
    """Who was told that it was saved finds it once; who was told that it was not says it again."""
    rng = random.Random(7)
    said: list[str] = []
    ended = threading.Event()

    def work() -> None:
        while not ended.is_set():
            title = f"第{len(said)}篇"
            try:
                start(store, title)
            except StoreUnavailable as error:
                assert error.reason in ("lost", "unreachable", "starting"), error
                continue
            said.append(title)

    thread = threading.Thread(target=work)
    thread.start()
    for _ in range(KILLS):
        before = len(said)
        while len(said) < before + 3 and thread.is_alive():
            ended.wait(0.01)
        ended.wait(rng.random() * 0.05)
        mortal.stop(signal.SIGKILL)
        mortal.start()
    ended.set()
    thread.join()
    assert titles(store) == said
    assert len(said) >= 3 * KILLS
    assert verify(store).faults == []
