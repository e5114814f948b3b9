"""The unit of work: one writer at a time, and whose commit it was."""

import threading

import pytest

from db.actions import newsroom
from db.domain.errors import StoreUnavailable
from db.domain.people import PROGRAM
from db.store import unit
from db.store.unit import Store


def found(work):
    newsroom.found(work, "青禾", "admin", "罗岚", "correct horse")


def rename(work, words="青禾网"):
    newsroom.set_settings(work, {"site_name": words})


def test_a_commit_of_this_store_is_not_taken_for_another_program_s(store):
    with store.changing(PROGRAM) as work:
        found(work)
    before = store.data_version()
    with store.changing(PROGRAM) as work:
        rename(work)
    thread = threading.Thread(target=change, args=(store, "另一个线程"))
    thread.start()
    thread.join()
    assert store.data_version() == before


def change(store, words):
    with store.changing(PROGRAM) as work:
        rename(work, words)


def test_a_commit_of_another_program_is_seen_even_between_own_ones(store):
    with store.changing(PROGRAM) as work:
        found(work)
    before = store.data_version()
    other = Store(store.place)
    change(other, "别处")
    change(store, "这里")
    other.close()
    assert store.data_version() != before


def test_asking_never_waits_for_a_change_under_way(store):
    before = store.data_version()
    with store.changing(PROGRAM) as work:
        found(work)
        assert store.data_version() == before


def test_a_second_writer_of_the_store_waits_and_is_then_told(store, monkeypatch):
    monkeypatch.setattr(unit, "LOCK_WAIT_MS", 20)
    told = []

    def second():
        try:
            change(store, "第二个")
        except StoreUnavailable as error:
            told.append(error.reason)

    with store.changing(PROGRAM) as work:
        found(work)
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert told == ["locked"]


def test_after_a_failure_the_next_change_is_made(store):
    with pytest.raises(ValueError, match="坏"), store.changing(PROGRAM) as work:
        found(work)
        raise ValueError("坏")
    with store.changing(PROGRAM) as work:
        found(work)
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM person").scalar_one() == 1
