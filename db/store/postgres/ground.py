"""A record on a server as the ground of a store: how its transactions begin, and how they end when the server goes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg

from db.domain.place import Address
from db.schema.plpgsql import TURN
from db.store.clock import Clock
from db.store.driver import Asked
from db.store.postgres import driver
from db.store.postgres.server import Server

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class Shared:
    """One connection makes the changes of the record, one the notes of the program, a few read, one listens."""

    def __init__(self, address: Address) -> None:
        self.server = Server(address)
        self._writer: Connection | None = None
        self._raw: Any = None  # the driver's connection under it
        self._noter: psycopg.Connection[Any] | None = None

    @property
    def clock(self) -> Clock:
        return self.server.now

    @property
    def files(self) -> Path:
        return Path(os.devnull)  # nothing lies beside a database

    def open_engine(self) -> Engine:
        # As for a file: publishing as a new process does without SQLAlchemy.
        from db.store.postgres.engine import open_engine  # noqa: PLC0415

        return open_engine(self.server)

    @contextmanager
    def viewed(self, engine: Engine) -> Iterator[Connection]:
        reading = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with reading.connect() as connection:
            yield connection

    @contextmanager
    def looked(self, idle: Any) -> Iterator[tuple[Asked, Any]]:
        connection = idle if idle is not None and self.server.answers(idle) else self.server.connect()
        try:
            with self.server.reading(connection) as plain:
                yield plain, connection
        except BaseException:
            connection.close()
            raise

    @contextmanager
    def changed(self, engine: Callable[[], Engine]) -> Iterator[Connection]:
        connection, raw, count = self._begun(engine)
        try:
            yield connection
            if connection.in_transaction():  # else an action rolled back by itself
                with self.server.settled(raw, count):
                    connection.commit()
        finally:
            if driver.is_lost(raw):
                self._drop_writer()
            elif connection.in_transaction():
                connection.rollback()

    @contextmanager
    def altered(self, engine: Engine) -> Iterator[Connection]:
        with engine.execution_options(migrating=True).begin() as connection:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")  # two programs may begin it at once
            yield connection

    @contextmanager
    def noted(self) -> Iterator[Asked]:
        if self._noter is None or not self.server.answers(self._noter):
            self._noter = self.server.connect_writer()
        with self.server.writing(self._noter) as plain:
            yield plain

    def version(self, engine: Callable[[], Engine]) -> int:
        return self.server.version()

    @contextmanager
    def told(self) -> Iterator[None]:
        from sqlalchemy.exc import DBAPIError  # noqa: PLC0415  # as with the engine

        try:
            yield
        except psycopg.Error as exc:
            driver.raise_by_kind(self.server.address, exc, exc)
        except DBAPIError as exc:
            driver.raise_by_kind(self.server.address, exc.orig, exc)

    @contextmanager
    def told_plainly(self) -> Iterator[None]:
        with driver.told_by_kind(self.server.address):
            yield

    def free_space(self) -> None:
        return None

    def close(self) -> None:
        self._drop_writer()
        if self._noter is not None:
            self._noter.close()
        self.server.close()

    def _begun(self, engine: Callable[[], Engine]) -> tuple[Connection, Any, int]:
        """Return the connection that writes, in its turn. One that was lost since it was last used is made anew."""
        while True:
            fresh = self._writer is None
            if self._writer is None:
                self._writer = engine().connect()
                self._raw = self._writer.connection.dbapi_connection
                self.server.prepare_writer(self._raw)
            self._writer.begin()
            try:
                return self._writer, self._raw, self.server.take_turn(self._raw)
            except psycopg.Error:
                if not driver.is_lost(self._raw):
                    self._writer.rollback()
                    raise
                self._drop_writer()
                if fresh:
                    raise

    def _drop_writer(self) -> None:
        writer, self._writer = self._writer, None
        if writer is not None:
            if driver.is_lost(self._raw) and not writer.invalidated:
                writer.invalidate()
            if writer.in_transaction():
                writer.rollback()
            writer.close()
