"""The unit of work: one transaction, one actor, one set of changes."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.domain.changes import Area, Changes
from db.domain.errors import StoreUnavailable
from db.domain.people import Actor
from db.store import driver
from db.store.clock import Clock, stamp, system_clock
from db.store.driver import LOCK_WAIT_MS, Plain

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


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
        self._opening = threading.Lock()
        self._engine: Engine | None = None
        self._turn = threading.Lock()  # of the one connection that writes
        self._writer: Connection | None = None
        self._idle: Any = None  # the driver's connection of the last look: opening one costs 2 ms
        self._version = 0

    @property
    def engine(self) -> Engine:
        """The engine of SQLAlchemy, which is loaded when it is first asked for."""
        # Publishing as a new process does without it, and so gains 0.2 s.
        from db.store.engine import open_engine  # noqa: PLC0415

        with self._opening:
            if self._engine is None:
                self._engine = open_engine(self.path, read_only=self.read_only)
            return self._engine

    @property
    def files(self) -> Path:
        """The folder beside the database for bytes above 20 MB."""
        return self.path.with_name(self.path.name + "-files")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the record; never writes."""
        with self._told(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def looking(self) -> Iterator[Plain]:
        """The same for readings in plain SQL, through the driver alone."""
        with driver.told_by_kind(self.path):
            with self._opening:
                connection, self._idle = self._idle, None
            if connection is None:
                connection = driver.connect(self.path, read_only=self.read_only)
            try:
                with driver.transaction(connection, "DEFERRED") as plain:
                    yield plain
            except BaseException:
                connection.close()
                raise
            with self._opening:
                connection, self._idle = self._idle, connection
            if connection is not None:
                connection.close()

    @contextmanager
    def changing(self, actor: Actor) -> Iterator[Unit]:
        """Commit on leaving, roll back on any exception; gather what was touched.

        The actor has the roles of this moment: who signed in long ago may have been retired since (NotAllowed).
        """
        with self._in_turn(), self._told():
            connection = self._writing()
            connection.info["areas"] = Area.NOTHING
            with connection.begin():
                unit = Unit(connection, actor, stamp(self.clock()), self.files)
                if actor:  # schedules go out although nobody signed in
                    unit.actor = _as_of_now(connection, actor)
                yield unit
            unit.changes = Changes(connection.info["areas"], frozenset(unit.article_ids))

    @contextmanager
    def noting(self) -> Iterator[Plain]:
        """Commit on leaving, roll back on any exception: what the program notes for itself, in plain SQL."""
        with self._in_turn(), driver.told_by_kind(self.path):
            if self._writer is not None:  # its commits count as this store's own
                with driver.transaction(self._writer.connection.dbapi_connection, "IMMEDIATE") as plain:
                    yield plain
                return
            with closing(driver.connect(self.path)) as connection, driver.transaction(connection, "IMMEDIATE") as plain:
                yield plain

    def data_version(self) -> int:
        """Return a number that changes when another program commits.

        It is asked of the connection that makes all of this store's changes, so these do not count. While one of them
        is under way the number is the one before.
        """
        if self._turn.acquire(blocking=False):
            try:
                with self._told():
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
        if self._engine is not None:
            self._engine.dispose()
        if self._idle is not None:
            self._idle.close()

    def _writing(self) -> Connection:
        if self._writer is None:
            self._writer = self.engine.execution_options(sqlite_begin="IMMEDIATE").connect()
        return self._writer

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=LOCK_WAIT_MS / 1000):
            raise StoreUnavailable("locked", str(self.path), "another thread of this program is writing")
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def _told(self) -> Iterator[None]:
        # As with the engine.
        from db.store.engine import told_by_kind  # noqa: PLC0415

        with told_by_kind(self.path):
            yield


def _as_of_now(connection: Connection, actor: Actor) -> Actor:
    from db.store import people  # noqa: PLC0415  # as with the engine

    return people.as_of_now(connection, actor)
