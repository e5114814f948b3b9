"""The unit of work: one transaction, one actor, one set of changes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, Engine

from db.domain.changes import Area, Changes
from db.domain.people import Actor
from db.store.clock import Clock, stamp, system_clock
from db.store.engine import open_engine, told_by_kind


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
        self._writer = self.engine.execution_options(sqlite_begin="IMMEDIATE")

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
        with told_by_kind(self.path), self._writer.connect() as connection:
            connection.info["areas"] = Area.NOTHING
            with connection.begin():
                unit = Unit(connection, actor, stamp(self.clock()), self.files)
                yield unit
            unit.changes = Changes(connection.info["areas"], frozenset(unit.article_ids))

    def data_version(self) -> int:
        """Return a number that changes when another connection commits (asked of one connection kept for this)."""
        if not hasattr(self, "_watch"):
            self._watch = self.engine.raw_connection()
        with told_by_kind(self.path):
            cursor = self._watch.cursor()
            cursor.execute("PRAGMA data_version")
            found = cursor.fetchone()
            return int(found[0]) if found else 0

    def free_space(self) -> int:
        """Bytes that are free where the newsroom lies."""
        return shutil.disk_usage(self.path.parent).free

    def close(self) -> None:
        if hasattr(self, "_watch"):
            self._watch.close()
        self.engine.dispose()
