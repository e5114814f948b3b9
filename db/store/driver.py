"""SQLite through its driver: one file, opened the same way everywhere, its failures told by kind.

SQLAlchemy stands on this (``engine``). A new process that publishes does without: importing SQLAlchemy takes 0.2 s.
"""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn, Protocol

from db.domain.errors import StoreUnavailable

APPLICATION_ID = 0x43414942  # "CAIB" in the file's header
SAFE_WAL = (3, 51, 3)  # before it a race between two connections can corrupt a WAL database
LOCK_WAIT_MS = 5000
_INDEX = 64_000  # bytes that the log's index takes at least, and some more

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
_BARRED = ("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_FULL")


class Answer(Protocol):
    """Rows, each of which is unpacked or indexed."""

    def fetchone(self) -> Any: ...
    def __iter__(self) -> Iterator[Any]: ...


class Asked(Protocol):
    """What a reading in plain SQL needs of a connection: SQLAlchemy's has it, and so has ``Plain``."""

    def exec_driver_sql(self, statement: str, parameters: Any = None, /) -> Answer: ...


class Plain:
    """A connection of the driver, asked as one of SQLAlchemy is; a list of values is carried out for each of them."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def exec_driver_sql(self, statement: str, parameters: Any = None, /) -> Answer:
        if isinstance(parameters, list):
            many: Answer = self._connection.executemany(statement, parameters)
            return many
        one: Answer = self._connection.execute(statement, parameters or ())
        return one


def sqlite_module() -> ModuleType:
    """Return the SQLite driver: our own newer library where it is installed, else Python's."""
    try:
        return importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return importlib.import_module("sqlite3")


def connect(path: Path, *, read_only: bool = False) -> Any:
    """Return a connection whose transactions begin when we say so, DDL included."""
    driver = sqlite_module()
    connection = _reading(path) if read_only else _open(path, "mode=rwc")
    journal = "WAL" if driver.sqlite_version_info >= SAFE_WAL else "DELETE"
    try:
        connection.execute(f"PRAGMA busy_timeout = {LOCK_WAIT_MS}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA recursive_triggers = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cache_size = -16000")
        if not read_only and not _is_foreign(connection):
            connection.execute(f"PRAGMA journal_mode = {journal}")
    except driver.Error:
        connection.close()
        raise
    return connection


def _is_foreign(connection: Any) -> bool:
    """Whether another program made the database: then not even the way that it is written is ours to change."""
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        return False
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_master)").fetchone()[0])


def _open(path: Path, how: str) -> Any:
    address = f"{path.absolute().as_uri()}?{how}"  # percent-encoded, so that a name with ? or # stays a name
    return sqlite_module().connect(address, uri=True, check_same_thread=False, isolation_level=None)


def _reading(path: Path) -> Any:
    """Return a connection that reads, also where no log can be made beside the file, for want of rights or of room.

    Then nobody else can write either, if what was last written is in the file: it is read as it lies.
    """
    connection = _open(path, "mode=ro")
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite_module().Error as exc:
        connection.close()
        log = path.with_name(path.name + "-wal")
        barred = str(getattr(exc, "sqlite_errorname", "")).startswith(_BARRED)
        if not barred or (log.exists() and log.stat().st_size):
            raise
        return _open(path, "mode=ro&immutable=1")
    return connection


@contextmanager
def transaction(connection: Any, mode: str) -> Iterator[Plain]:
    """One transaction of ``mode``: committed on leaving, rolled back on any exception."""
    connection.execute(f"BEGIN {mode}")
    try:
        yield Plain(connection)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def told_by_kind(path: Path) -> Iterator[None]:
    """Turn failures of the world (disk, lock, rights, damage) into StoreUnavailable; leave bugs as they are."""
    try:
        yield
    except sqlite_module().Error as exc:
        raise_by_kind(path, exc, exc)


def raise_by_kind(path: Path, told: BaseException | None, raised: Exception) -> NoReturn:
    """Raise what the driver told as StoreUnavailable, or ``raised`` when it is a bug."""
    reason = reason_of(told)
    if reason == "io" and _is_full(path):
        reason = "full"  # no room for the index of the log is told as any other failure of the disk
    if reason:
        raise StoreUnavailable(reason, str(path), str(told)) from raised
    raise raised


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _INDEX
    except OSError:
        return False


def reason_of(told: BaseException | None) -> str:
    """Return the StoreUnavailable reason of what the driver told; nothing when it is a bug."""
    name = str(getattr(told, "sqlite_errorname", "") or "")
    if "Could not decode to UTF-8" in str(told):  # told without a name: the bytes of a text are damaged
        name = "SQLITE_CORRUPT"
    return next((reason for known, reason in _REASONS.items() if name.startswith(known)), "")
