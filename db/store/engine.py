"""One SQLite file, opened the same way everywhere, its failures told by kind."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Delete, Engine, Insert, Update, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from db.domain.changes import Area
from db.domain.errors import StoreUnavailable

APPLICATION_ID = 0x43414942  # "CAIB" in the file's header
SAFE_WAL = (3, 51, 3)  # before it a race between two connections can corrupt a WAL database
LOCK_WAIT_MS = 5000

_REASONS = {
    "SQLITE_FULL": "full",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_READONLY": "read_only",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_IOERR": "io",
    "SQLITE_CANTOPEN": "no_rights",
    "SQLITE_PERM": "no_rights",
    "SQLITE_AUTH": "no_rights",
    "SQLITE_NOMEM": "memory",
    "SQLITE_PROTOCOL": "locked",
}


def sqlite_module() -> ModuleType:
    """Return the SQLite driver: our own newer library where it is installed, else Python's."""
    try:
        return importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return importlib.import_module("sqlite3")


def open_engine(path: Path, *, read_only: bool = False) -> Engine:
    """Return an engine whose transactions begin when we say so, DDL included."""
    driver = sqlite_module()
    address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    # as_uri percent-encodes, so that a name with ? or # stays a name
    engine = create_engine(
        "sqlite://",
        creator=lambda: driver.connect(address, uri=True, check_same_thread=False),
        module=driver,
        poolclass=QueuePool,  # an address without a name would give every thread one connection, shared by all it opens
    )
    journal = "WAL" if driver.sqlite_version_info >= SAFE_WAL else "DELETE"

    @event.listens_for(engine, "connect")
    def _on_connect(dbapi: Any, _record: Any) -> None:
        dbapi.isolation_level = None  # we emit BEGIN ourselves
        dbapi.execute(f"PRAGMA busy_timeout = {LOCK_WAIT_MS}")
        dbapi.execute("PRAGMA foreign_keys = ON")
        dbapi.execute("PRAGMA recursive_triggers = ON")
        dbapi.execute("PRAGMA synchronous = FULL")
        dbapi.execute("PRAGMA cache_size = -16000")
        if not read_only:
            dbapi.execute(f"PRAGMA journal_mode = {journal}")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")

    @event.listens_for(engine, "after_execute")
    def _on_executed(connection: Connection, clause: Any, *_rest: Any) -> None:
        if isinstance(clause, Insert | Update | Delete):
            area = getattr(clause.table, "info", {}).get("area", Area.NOTHING)
            connection.info["areas"] = connection.info.get("areas", Area.NOTHING) | area

    return engine


@contextmanager
def told_by_kind(path: Path) -> Iterator[None]:
    """Turn failures of the world (disk, lock, rights, damage) into StoreUnavailable; leave bugs as they are."""
    try:
        yield
    except DBAPIError as exc:
        name = str(getattr(exc.orig, "sqlite_errorname", "") or "")
        if "Could not decode to UTF-8" in str(exc.orig):  # told without a name: the bytes of a text are damaged
            name = "SQLITE_CORRUPT"
        for known, reason in _REASONS.items():
            if name.startswith(known):
                raise StoreUnavailable(reason, str(path), str(exc.orig)) from exc
        raise
