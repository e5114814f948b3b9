"""A newsroom is opened as far as its file and its folder allow."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from db.actions import newsroom, people
from db.domain.errors import SignInFailed, StoreUnavailable
from db.domain.people import PROGRAM
from db.store import check
from db.store import people as roster
from db.store.driver import sqlite_module
from db.store.opening import open_store
from db.store.unit import Store
from tests.faults.rights import protected

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="chmod takes no rights away on Windows")

pytestmark = pytest.mark.places("file")


@pytest.fixture
def closed(store: Store) -> Path:
    with store.changing(PROGRAM) as unit:
        newsroom.found(unit, "青禾", "admin", "罗岚", "correct horse")
    store.close()
    return store.path


def logins(store: Store) -> list[str]:
    with store.reading() as connection:
        return [person.login for person in roster.everyone(connection)]


def test_a_newsroom_that_can_be_written_is(closed):
    store = open_store(closed)
    assert not store.read_only
    store.close()


@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_what_is_write_protected_is_opened_to_be_read_and_left_as_it_is(closed, what):
    paths = {"file": [closed], "folder": [closed.parent], "both": [closed, closed.parent]}[what]
    before = closed.read_bytes()
    with protected(*paths):
        assert check.quick(closed)
        store = open_store(closed)
        assert store.read_only and logins(store) == ["admin"]
        with pytest.raises(StoreUnavailable) as told, store.changing(PROGRAM) as unit:
            newsroom.set_settings(unit, {"site_name": "别的"})
        assert told.value.reason == "read_only"
        store.close()
    assert closed.read_bytes() == before


def test_who_only_reads_signs_in_with_the_password_and_nothing_is_noted(closed):
    with protected(closed, closed.parent):
        store = open_store(closed)
        assert people.sign_in(store, "Admin", "correct horse").name == "罗岚"
        with pytest.raises(SignInFailed):
            people.sign_in(store, "admin", "wrong")
        with pytest.raises(SignInFailed):
            people.sign_in(store, "nobody", "wrong")
        store.close()


def test_a_log_that_a_killed_program_left_is_never_passed_over(closed, tmp_path):
    writing = Store(closed)
    with writing.changing(PROGRAM) as unit:
        newsroom.set_settings(unit, {"site_name": "日志里的"})
    folder = tmp_path / "killed"
    folder.mkdir()
    for end in ("", "-wal"):
        shutil.copy(f"{closed}{end}", folder)
    writing.close()
    with protected(folder), pytest.raises(StoreUnavailable) as told:
        open_store(folder / closed.name)
    assert told.value.reason in ("no_rights", "read_only")


def test_a_newsroom_that_another_program_writes_to_is_opened_to_work_in(closed, monkeypatch):
    monkeypatch.setattr("db.store.driver.LOCK_WAIT_MS", 20)
    other = sqlite_module().connect(str(closed), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = open_store(closed)
    other.rollback()
    other.close()
    assert not store.read_only
    store.close()
