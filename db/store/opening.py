"""Open a newsroom: to work in it, or to read it where it is write-protected or the disk is full."""

from __future__ import annotations

from db.domain.errors import StoreUnavailable
from db.domain.people import PROGRAM
from db.domain.place import Place
from db.store.unit import Store
from db.store.upgrade import BARRED, upgrade


def open_store(place: Place) -> Store:
    """Return the newsroom at the newest schema; its ``read_only`` says whether it can only be read.

    Raises StoreTooNew, NotANewsroom, StoreUnavailable (which also when it needs an upgrade and cannot be written).
    """
    store = Store(place)
    try:
        upgrade(store)
        with store.changing(
            PROGRAM
        ) as unit:  # a file that is write-protected is told at the first statement that writes
            unit.connection.exec_driver_sql("DELETE FROM setting WHERE FALSE")
        return store
    except StoreUnavailable as error:
        store.close()
        if error.reason == "locked":
            return _upgraded(Store(place))  # somebody writes, so it can be written
        if error.reason not in BARRED:
            raise
    except BaseException:
        store.close()
        raise
    return _upgraded(Store(place, read_only=True))


def _upgraded(store: Store) -> Store:
    try:
        upgrade(store)
    except BaseException:
        store.close()
        raise
    return store
