"""A restored newsroom is the backup; the one before it is kept; nothing is lost on the way."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.domain.errors import NotANewsroom, StoreTooNew, StoreUnavailable
from db.domain.people import PROGRAM
from db.store import counters
from db.store.backup import copy_newsroom, files_of
from db.store.restore import restore
from db.store.unit import Store

pytestmark = pytest.mark.places("file")


def clock():
    return datetime(2026, 5, 1, 8, 0, tzinfo=UTC)


def touched(path):
    store = Store(path)
    with store.reading() as connection:
        found = counters.current(connection, "touched")
    store.close()
    return found


def change(store):
    with store.changing(PROGRAM) as unit:
        counters.take(unit.connection, "touched")


@pytest.fixture
def backup(store, tmp_path):
    """A backup of a newsroom that went on: backup 1, present 2."""
    change(store)
    store.files.mkdir()
    (store.files / "aa").write_bytes(b"film")
    path = copy_newsroom(store, tmp_path / "backup.caibian")
    change(store)
    store.close()
    return path


def test_a_restore_brings_the_backup_and_can_be_undone(store, backup):
    shutil.rmtree(store.files)
    kept = restore(store.path, backup, clock=clock)
    assert kept == store.path.with_name("newsroom.caibian.before-restore-20260501T080000Z")
    assert (touched(store.path), touched(kept)) == (1, 2)
    assert (store.files / "aa").read_bytes() == b"film"
    again = restore(store.path, kept, clock=clock)
    assert again == store.path.with_name(kept.name + "-2")
    assert (touched(store.path), touched(again)) == (2, 1)


def test_a_number_that_was_given_since_the_backup_is_not_given_again(store, backup):
    later = Store(store.path)
    with later.changing(PROGRAM) as unit:
        given = [counters.register_number(unit.connection, year) for year in ("2026", "2026", "2027")]
    later.close()
    restore(store.path, backup)
    restored = Store(store.path)
    with restored.changing(PROGRAM) as unit:
        assert {counters.register_number(unit.connection, year) for year in ("2026", "2027")}.isdisjoint(given)
    restored.close()


def test_a_newsroom_that_is_gone_is_brought_back(store, backup):
    store.path.unlink()
    assert restore(store.path, backup) is None
    assert touched(store.path) == 1


def test_a_newsroom_that_is_open_is_not_replaced(store, backup):
    other = Store(store.path)
    change(other)
    with pytest.raises(StoreUnavailable) as told:
        restore(store.path, backup)
    assert told.value.reason == "locked"
    other.close()
    assert touched(store.path) == 3


def test_what_a_killed_program_left_in_its_log_is_kept(store, backup):
    script = (
        "import os, sys; from pathlib import Path; from db.store.unit import Store; from db.store import counters\n"
        "from db.domain.people import PROGRAM; store = Store(Path(sys.argv[1]))\n"
        "with store.changing(PROGRAM) as unit: counters.take(unit.connection, 'touched')\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, store.path], check=False, cwd=Path(__file__).parents[3])
    assert store.path.with_name(store.path.name + "-wal").stat().st_size
    kept = restore(store.path, backup)
    assert (touched(store.path), touched(kept)) == (1, 3)


def test_a_damaged_newsroom_is_kept_with_its_log_and_the_log_never_meets_the_backup(store, backup):
    store.path.write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    log = store.path.with_name(store.path.name + "-wal")
    log.write_bytes(b"log")
    kept = restore(store.path, backup)
    assert touched(store.path) == 1
    assert kept.read_bytes().startswith(b"SQLite format 3\0\xff")


def test_a_backup_that_is_no_newsroom_is_refused(store, backup, tmp_path):
    other = tmp_path / "other.sqlite"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    text = tmp_path / "text.txt"
    text.write_text("这不是采编库" * 99, encoding="utf-8")
    for foreign in (other, text):
        with pytest.raises(NotANewsroom):
            restore(store.path, foreign)
    assert touched(store.path) == 2


def test_a_newer_backup_is_refused(store, backup):
    connection = sqlite3.connect(backup)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    with pytest.raises(StoreTooNew):
        restore(store.path, backup)
    assert touched(store.path) == 2


def test_a_damaged_or_missing_backup_is_refused(store, backup, tmp_path):
    damaged = bytearray(backup.read_bytes())
    damaged[4096 * 2 : 4096 * 40] = bytes(4096 * 38)
    backup.write_bytes(damaged)
    for path, reason in ((backup, "damaged"), (tmp_path / "none", "missing")):
        with pytest.raises(StoreUnavailable) as told:
            restore(store.path, path)
        assert told.value.reason == reason
    assert touched(store.path) == 2


class PowerCut(BaseException):
    """The machine stops here."""


def test_a_power_cut_at_any_step_leaves_the_present_newsroom_or_the_backup(store, backup, tmp_path, monkeypatch):
    steps = ["link", "replace", "unlink", "fsync"]
    outcomes = set()
    for stop in range(1, 30):
        place = tmp_path / f"cut{stop}"
        place.mkdir()
        path = place / store.path.name
        shutil.copy(store.path, path)
        left = stop

        def cutting(work):
            def step(*args, **more):
                nonlocal left
                left -= 1
                if left <= 0:
                    raise PowerCut
                return work(*args, **more)

            return step

        with monkeypatch.context() as patched:
            for name in steps:
                patched.setattr(os, name, cutting(getattr(os, name)))
            try:
                restore(path, backup)
                done = True
            except PowerCut:
                done = False
        outcomes.add(touched(path))
        if done:
            break
        restore(path, backup)
        assert touched(path) == 1
        shutil.rmtree(files_of(path), ignore_errors=True)
    assert done and outcomes == {1, 2}
