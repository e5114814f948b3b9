"""Damage is found: at start-up by a quick look, by the thorough one with its name."""

from __future__ import annotations

import hashlib
import os
import random

import pytest

from db.domain.errors import StoreUnavailable
from db.domain.people import PROGRAM
from db.store import check as checking
from db.store.check import Problem, check, mark_clean, quick

pytestmark = pytest.mark.places("file")


def execute(store, *statements):
    """Change rows as another program would: without foreign keys or triggers of ours in the way."""
    with store.changing(PROGRAM) as unit:
        unit.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for sql, values in statements:
            unit.connection.exec_driver_sql(sql, values)


ASSET = "INSERT INTO asset VALUES (?, 'image/png', 1, 1, 3, 'a', '', '', NULL, '')"
BLOB = "INSERT INTO blob VALUES (?, ?)"
NAME = hashlib.sha256(b"png").hexdigest()


def test_a_sound_newsroom_has_no_problems(store):
    execute(store, (ASSET, (NAME,)), (BLOB, (NAME, b"png")))
    assert check(store) == []


def test_bytes_beside_the_database_count(store):
    execute(store, (ASSET, (NAME,)), (BLOB, (NAME, None)))
    assert check(store) == [Problem("lost", "blob", NAME)]
    store.files.mkdir()
    (store.files / NAME).write_bytes(b"png")
    assert check(store) == []
    (store.files / NAME).write_bytes(b"gnp")
    assert check(store) == [Problem("changed", "blob", NAME)]


def test_lost_and_changed_bytes_are_named(store):
    execute(store, (ASSET, (NAME,)), (BLOB, ("ff", b"other")))
    assert check(store) == [Problem("lost", "asset", NAME), Problem("changed", "blob", "ff")]


def test_a_row_that_points_at_nothing_and_a_changed_revision_are_named(store):
    store.close()
    connection = checking.sqlite_module().connect(store.path)
    connection.execute("INSERT INTO revision VALUES (7, 99, NULL, 1, 'aa', 'kept', '', NULL, '', 0, '{}')")
    connection.commit()
    connection.close()
    found = check(store)
    assert found == [Problem("dangling", "revision", "7", "article"), Problem("changed", "revision", "7")]


def test_after_a_clean_end_the_file_is_only_opened(store, monkeypatch):
    store.close()
    assert quick(store.path)
    mark_clean(store.path)
    monkeypatch.setattr(checking, "_SMALL", -1)
    damaged(store.path, random.Random(1), keep_time=True)
    assert quick(store.path)


def test_while_another_has_it_open_no_clean_end_is_noted(store):
    execute(store)
    mark_clean(store.path)
    assert not store.path.with_name(store.path.name + "-clean").exists()


@pytest.mark.parametrize("small", [-1, 16_000_000])
@pytest.mark.parametrize("seed", range(5))
def test_a_torn_table_page_is_found_at_start_up(store, seed, small, monkeypatch):
    monkeypatch.setattr(checking, "_SMALL", small)
    store.close()
    mark_clean(store.path)
    damaged(store.path, random.Random(seed))
    assert not quick(store.path)


@pytest.mark.parametrize("content", [b"", b"no database" * 500, b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_newsroom_is_not_sound(tmp_path, content):
    path = tmp_path / "x.caibian"
    path.write_bytes(content)
    assert not quick(path)


def test_a_newsroom_that_is_not_there_is_not_damaged(tmp_path):
    with pytest.raises(StoreUnavailable) as told:
        quick(tmp_path / "none.caibian")
    assert told.value.reason == "missing"


def damaged(path, r, keep_time=False):
    """Overwrite the head of the page where the table of counters begins."""
    connection = checking.sqlite_module().connect(path)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'counter'").fetchone()
    connection.close()
    seen = path.stat()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(r.randbytes(300))
    if keep_time:
        os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
