"""The unit of work: one transaction, one actor, one set of changes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.domain.changes import Area, Changes
from db.domain.errors import StoreUnavailable
from db.domain.people import Actor
from db.domain.place import Place
from db.store.clock import Clock, stamp
from db.store.driver import LOCK_WAIT_MS, Asked
from db.store.ground import ground_of

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

    def __init__(self, place: Place, *, clock: Clock | None = None, read_only: bool = False) -> None:
        self.place = place
        self.read_only = read_only
        self._ground = ground_of(place, read_only=read_only)
        self.clock: Clock = clock or self._ground.clock
        self._opening = threading.Lock()
        self._engine: Engine | None = None
        self._turn = threading.Lock()  # of the one connection that writes
        self._idle: Any = None  # the driver's connection of the last look: opening one costs 2 ms
        self._version = 0

    @property
    def path(self) -> Path:
        """The file of a newsroom that is one. Raises StoreUnavailable (``shared``) for one on a server."""
        if isinstance(self.place, Path):
            return self.place
        raise StoreUnavailable("shared", str(self.place))

    @property
    def is_shared(self) -> bool:
        """Whether the record is on a server, so that others keep its files and make its backups."""
        return not isinstance(self.place, Path)

    @property
    def engine(self) -> Engine:
        """The engine of SQLAlchemy, which is loaded when it is first asked for."""
        with self._opening:
            if self._engine is None:
                self._engine = self._ground.open_engine()
            return self._engine

    @property
    def files(self) -> Path:
        """The folder beside the database for bytes above 20 MB; none is there on a server."""
        return self._ground.files

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the record; never writes."""
        with self._ground.told(), self._ground.viewed(self.engine) as connection:
            yield connection

    @contextmanager
    def looking(self) -> Iterator[Asked]:
        """The same for readings in plain SQL, through the driver alone."""
        with self._ground.told_plainly():
            with self._opening:
                connection, self._idle = self._idle, None
            with self._ground.looked(connection) as (plain, connection):
                yield plain
            with self._opening:
                connection, self._idle = self._idle, connection
            if connection is not None:
                connection.close()

    @contextmanager
    def changing(self, actor: Actor) -> Iterator[Unit]:
        """Commit on leaving, roll back on any exception; gather what was touched.

        The actor has the roles of this moment: who signed in long ago may have been retired since (NotAllowed).
        """
        with self._in_turn(), self._ground.told():
            with self._ground.changed(lambda: self.engine) as connection:
                connection.info["areas"] = Area.NOTHING
                unit = Unit(connection, actor, stamp(self.clock()), self.files)
                if actor:  # schedules go out although nobody signed in
                    unit.actor = _as_of_now(connection, actor)
                yield unit
                areas = connection.info["areas"]
            unit.changes = Changes(areas, frozenset(unit.article_ids))

    @contextmanager
    def altering(self) -> Iterator[Connection]:
        """The same for what makes the tables themselves."""
        with self._ground.told(), self._ground.altered(self.engine) as connection:
            yield connection

    @contextmanager
    def noting(self) -> Iterator[Asked]:
        """Commit on leaving, roll back on any exception: what the program notes for itself, in plain SQL."""
        with self._in_turn(), self._ground.told_plainly(), self._ground.noted() as plain:
            yield plain

    def data_version(self) -> int:
        """Return a number that changes when another program commits; this store's own changes do not count.

        While one of them is under way the number is the one before.
        """
        if self._turn.acquire(blocking=False):
            try:
                with self._ground.told():
                    self._version = self._ground.version(lambda: self.engine)
            finally:
                self._turn.release()
        return self._version

    def free_space(self) -> int | None:
        """Bytes that are free where the newsroom lies; None where nobody can say."""
        return self._ground.free_space()

    def close(self) -> None:
        self._ground.close()
        if self._engine is not None:
            self._engine.dispose()
        if self._idle is not None:
            self._idle.close()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=LOCK_WAIT_MS / 1000):
            raise StoreUnavailable("locked", str(self.place), "another thread of this program is writing")
        try:
            yield
        finally:
            self._turn.release()


def _as_of_now(connection: Connection, actor: Actor) -> Actor:
    from db.store import people  # noqa: PLC0415  # as with the engine

    return people.as_of_now(connection, actor)
