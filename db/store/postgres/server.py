"""A record on a server as a store needs it: whose turn it is to write, what time it is, who else committed.

One writes at a time: the audit chain has no forks. A transaction that writes waits for a lock of the database
(``{table}_turn``, a trigger of every table, which other programs cannot pass either) and goes on under READ
COMMITTED: each of its statements sees all that was committed before its turn came. SERIALIZABLE would ask for
retries of whole actions and give no more.

The outcome of a commit whose answer was lost is found by a key: each store counts its changes in a row of its own
(``writer``), written in the very transaction. No number of the server's own would do, which one that takes a dead
server's place may give again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import psycopg
from psycopg.pq import TransactionStatus

from db.domain.errors import StoreUnavailable
from db.domain.place import Address
from db.schema.plpgsql import NOTICE, TURN
from db.store.postgres import driver
from db.store.postgres.driver import Plain

_IDLE = 120_000  # milliseconds that somebody may hold the turn to write and do nothing
OUTCOME_SECONDS = 60.0  # so long it is asked what became of a commit

_COUNT = (
    "INSERT INTO writer (key, change, at) VALUES (%s, 1, clock_timestamp()) ON CONFLICT (key) DO UPDATE "
    "SET change = writer.change + 1, at = clock_timestamp() RETURNING change, at, pg_backend_pid()"
)


class Server:
    """What one store and all its threads know of their server."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._key = uuid4().hex
        self._listening = threading.Lock()
        self._listener: psycopg.Connection[Any] | None = None
        self._own: set[int] = set()  # backends whose commits are this store's own
        self._version = 0
        self._ahead = timedelta(0)  # the server's clock before this machine's counter
        self._measured = False

    def connect(self, *, autocommit: bool = False) -> psycopg.Connection[Any]:
        return driver.connect(self.address, autocommit=autocommit)

    def connect_writer(self) -> psycopg.Connection[Any]:
        """Return a connection that writes: who holds the turn and falls silent loses it."""
        made = self.connect()
        self.prepare_writer(made)
        return made

    def prepare_writer(self, connection: psycopg.Connection[Any]) -> None:
        connection.execute(f"SET idle_in_transaction_session_timeout = {_IDLE}")
        connection.commit()

    @staticmethod
    def answers(connection: psycopg.Connection[Any]) -> bool:
        """Whether a connection that rested is still one."""
        try:
            connection.execute("SELECT 1")
            connection.rollback()
        except psycopg.Error:
            connection.close()
            return False
        return True

    @contextmanager
    def reading(self, connection: psycopg.Connection[Any]) -> Iterator[Plain]:
        """One consistent view, in which nothing can be written."""
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        with connection.transaction():
            yield Plain(connection)

    @contextmanager
    def writing(self, connection: psycopg.Connection[Any]) -> Iterator[Plain]:
        """A transaction in its turn. Raises StoreUnavailable(``outcome``) when nobody can say what became of it."""
        count = self.take_turn(connection)
        try:
            yield Plain(connection)
        except BaseException:
            give_up(connection)
            raise
        with self.settled(connection, count):
            connection.commit()

    def take_turn(self, connection: psycopg.Connection[Any]) -> int:
        """Wait for the turn to write; return the number of this change. Learns what time it is."""
        row: Any = connection.execute(_COUNT, (self._key,)).fetchone()
        count, at, backend = row
        self._own.add(backend)
        self._learn(at)
        return int(count)

    @contextmanager
    def settled(self, connection: psycopg.Connection[Any], count: int) -> Iterator[None]:
        """Around a commit: where its answer does not come, find out whether it was made."""
        try:
            yield
        except Exception:
            if not driver.is_lost(connection) or not self._was_made(count):
                raise

    def _was_made(self, count: int) -> bool:
        """Say whether change ``count`` is in the record. Whoever made it may still be at it: first its lock must go."""
        until = time.monotonic() + OUTCOME_SECONDS
        pause = 0.1
        while True:
            try:
                with self.connect() as connection:
                    connection.execute(f"SELECT pg_advisory_xact_lock({TURN})")
                    found = connection.execute("SELECT change FROM writer WHERE key = %s", (self._key,)).fetchone()
                    return bool(found and found[0] >= count)
            except (StoreUnavailable, psycopg.Error) as exc:
                if time.monotonic() > until:
                    raise StoreUnavailable("outcome", str(self.address), str(exc)) from exc
            time.sleep(pause)
            pause = min(pause * 2, 1.0)

    def version(self) -> int:
        """Return a number that changes when another program commits, as the server tells who listens."""
        with self._listening:
            listener = self._listener
            if listener is not None:
                try:
                    listener.execute("SELECT 1")  # a wire that was cut says nothing by itself
                    told = {notice.pid for notice in listener.notifies(timeout=0)}
                    self._version += bool(told - self._own)
                    return self._version
                except psycopg.Error:
                    self._forget_listener()
            self._listener = self.connect(autocommit=True)
            self._listener.execute(f"LISTEN {NOTICE}")
            self._version += 1  # what was committed meanwhile is not known
            return self._version

    def now(self) -> datetime:
        """The server's time: that of its last answer, and how long ago that was by a clock nobody can set."""
        if not self._measured:
            with driver.told_by_kind(self.address), self.connect() as connection:
                row: Any = connection.execute("SELECT clock_timestamp()").fetchone()
                self._learn(row[0])
        return _counted() + self._ahead

    def close(self) -> None:
        with self._listening:
            self._forget_listener()

    def _forget_listener(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def _learn(self, at: datetime) -> None:
        self._ahead = at.astimezone(UTC) - _counted()
        self._measured = True


def give_up(connection: psycopg.Connection[Any]) -> None:
    """Roll back; a connection that is gone has done so."""
    if not driver.is_lost(connection) and connection.info.transaction_status != TransactionStatus.IDLE:
        connection.rollback()


def _counted() -> datetime:
    return datetime.fromtimestamp(time.monotonic(), UTC)
