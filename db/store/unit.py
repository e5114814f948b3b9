"""The unit of work: one transaction, one actor, one set of changes."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, Engine

from db.domain.changes import Area, Changes
from db.domain.errors import StoreUnavailable
from db.domain.people import Actor
from db.store.clock import Clock, stamp, system_clock
from db.store.engine import LOCK_WAIT_MS, open_engine, told_by_kind


@dataclass(slots=True)
class Unit:
    """What an action is given: the connection, who acts, and when (UTC)."""

    connection: Connection
    actor: Actor
    now: str
    files: Path  # where bytes too large for the database lie
    article_ids: set[int] = field(default_factory=set)
    changes: Changes = field(default_factory=Changes)  # known after the commit


class Store:
    """The open newsroom. The only object that begins or ends a transaction."""

    def __init__(self, path: Path, *, clock: Clock = system_clock, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self.clock = clock
        self.engine: Engine = open_engine(path, read_only=read_only)
        self._turn = threading.Lock()  # of the one connection that writes
        self._writer: Connection | None = None
        self._version = 0

    @property
    def files(self) -> Path:
        """The folder beside the database for bytes above 20 MB."""
        return self.path.with_name(self.path.name + "-files")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the record; never writes."""
        with told_by_kind(self.path), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def changing(self, actor: Actor) -> Iterator[Unit]:
        """Commit on leaving, roll back on any exception; gather what was touched."""
        if not self._turn.acquire(timeout=LOCK_WAIT_MS / 1000):
            raise StoreUnavailable("locked", str(self.path), "another thread of this program is writing")
        try:
            with told_by_kind(self.path):
                connection = self._writing()
                connection.info["areas"] = Area.NOTHING
                with connection.begin():
                    unit = Unit(connection, actor, stamp(self.clock()), self.files)
                    yield unit
                unit.changes = Changes(connection.info["areas"], frozenset(unit.article_ids))
        finally:
            self._turn.release()

    def data_version(self) -> int:
        """Return a number that changes when another program commits.

        It is asked of the connection that makes all of this store's changes, so these do not count. While one of them
        is under way the number is the one before.
        """
        if self._turn.acquire(blocking=False):
            try:
                with told_by_kind(self.path):
                    cursor = self._writing().connection.cursor()
                    self._version = int(cursor.execute("PRAGMA data_version").fetchone()[0])
            finally:
                self._turn.release()
        return self._version

    def free_space(self) -> int:
        """Bytes that are free where the newsroom lies."""
        return shutil.disk_usage(self.path.parent).free

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self.engine.dispose()

    def _writing(self) -> Connection:
        if self._writer is None:
            self._writer = self.engine.execution_options(sqlite_begin="IMMEDIATE").connect()
        return self._writer
