"""A copy is whole and proved, or it is not there."""

from __future__ import annotations

import os

import pytest

from db.domain.errors import StoreUnavailable
from db.domain.people import PROGRAM
from db.store import counters
from db.store.backup import copy_database, copy_newsroom, files_of
from db.store.unit import Store

pytestmark = pytest.mark.places("file")


def test_a_copy_holds_what_was_committed_while_the_newsroom_is_open(store, tmp_path):
    with store.changing(PROGRAM) as unit:
        counters.take(unit.connection, "touched")
    with store.changing(PROGRAM) as unit:
        counters.take(unit.connection, "touched")
        copy = Store(copy_database(store, tmp_path / "copy.caibian"))
    with copy.reading() as connection:
        assert counters.current(connection, "touched") == 1
    copy.close()


def test_large_files_come_along_and_are_shared_with_the_copy_before(store, tmp_path):
    store.files.mkdir()
    (store.files / "aa").write_bytes(b"film")
    (store.files / "bb.part").write_bytes(b"ha")
    first = copy_newsroom(store, tmp_path / "a.caibian")
    second = copy_newsroom(store, tmp_path / "b.caibian", first)
    assert [file.name for file in files_of(second).iterdir()] == ["aa"]
    assert (files_of(second) / "aa").samefile(files_of(first) / "aa")


def test_large_files_are_copied_where_they_cannot_be_linked(store, tmp_path, monkeypatch):
    def refuse(*_args):
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    store.files.mkdir()
    (store.files / "aa").write_bytes(b"film")
    copy = copy_newsroom(store, tmp_path / "copy.caibian")
    assert (files_of(copy) / "aa").read_bytes() == b"film"


def test_a_damaged_newsroom_is_not_copied_over_a_good_copy(store, tmp_path):
    to = copy_database(store, tmp_path / "copy.caibian")
    good = to.read_bytes()
    store.close()
    damaged = bytearray(store.path.read_bytes())
    damaged[4096 * 2 : 4096 * 40] = bytes(4096 * 38)
    store.path.write_bytes(damaged)
    with pytest.raises(StoreUnavailable) as told:
        copy_database(Store(store.path), to)
    assert (told.value.reason, to.read_bytes()) == ("damaged", good)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("copy")) == ["copy.caibian"]


def test_a_place_that_is_not_there_is_told(store, tmp_path):
    with pytest.raises(StoreUnavailable):
        copy_database(store, tmp_path / "nowhere" / "copy.caibian")
