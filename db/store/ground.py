"""What a store stands on: a file through SQLite, or a server. Here the file, and what both can do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from db.domain.errors import StoreUnavailable
from db.domain.place import Address, Place
from db.store import driver
from db.store.clock import Clock, system_clock
from db.store.driver import Asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine


class Ground(Protocol):
    """Where transactions are made. One thread at a time asks for ``changed``, ``noted`` and ``version``."""

    @property
    def clock(self) -> Clock:
        """The clock that leases and entries go by."""

    @property
    def files(self) -> Path:
        """The folder for bytes that are too large for the database."""

    def open_engine(self) -> Engine: ...
    def viewed(self, engine: Engine) -> AbstractContextManager[Connection]:
        """One consistent view of the record."""

    def looked(self, idle: Any) -> AbstractContextManager[tuple[Asked, Any]]:
        """The same in plain SQL, on a connection that was idle or on a new one; it is given back too."""

    def changed(self, engine: Callable[[], Engine]) -> AbstractContextManager[Connection]:
        """A transaction that is committed on leaving, rolled back on any exception."""

    def altered(self, engine: Engine) -> AbstractContextManager[Connection]:
        """A transaction that makes or changes tables."""

    def noted(self) -> AbstractContextManager[Asked]:
        """The same in plain SQL."""

    def version(self, engine: Callable[[], Engine]) -> int:
        """A number that changes when another program commits."""

    def told(self) -> AbstractContextManager[None]:
        """Failures of the world are told as StoreUnavailable."""

    def told_plainly(self) -> AbstractContextManager[None]:
        """The same where SQLAlchemy is not asked, and so not loaded."""

    def free_space(self) -> int | None:
        """Bytes that are free, where that can be known."""

    def close(self) -> None: ...


class File:
    """A file of SQLite's. One connection makes all changes of a store."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path, self.read_only = path, read_only
        self._writer: Connection | None = None

    @property
    def clock(self) -> Clock:
        return system_clock

    @property
    def files(self) -> Path:
        return self.path.with_name(self.path.name + "-files")

    def open_engine(self) -> Engine:
        # Publishing as a new process does without SQLAlchemy, and so gains 0.2 s.
        from db.store.engine import open_engine  # noqa: PLC0415

        return open_engine(self.path, read_only=self.read_only)

    @contextmanager
    def viewed(self, engine: Engine) -> Iterator[Connection]:
        with engine.connect() as connection:
            yield connection

    @contextmanager
    def looked(self, idle: Any) -> Iterator[tuple[Asked, Any]]:
        connection = driver.connect(self.path, read_only=self.read_only) if idle is None else idle
        try:
            with driver.transaction(connection, "DEFERRED") as plain:
                yield plain, connection
        except BaseException:
            connection.close()
            raise

    @contextmanager
    def changed(self, engine: Callable[[], Engine]) -> Iterator[Connection]:
        connection = self._writing(engine)
        with connection.begin():
            yield connection

    @contextmanager
    def altered(self, engine: Engine) -> Iterator[Connection]:
        with engine.execution_options(sqlite_begin="IMMEDIATE").begin() as connection:
            yield connection

    @contextmanager
    def noted(self) -> Iterator[Asked]:
        if self._writer is not None:  # its commits count as this store's own
            with driver.transaction(self._writer.connection.dbapi_connection, "IMMEDIATE") as plain:
                yield plain
            return
        with closing(driver.connect(self.path)) as connection, driver.transaction(connection, "IMMEDIATE") as plain:
            yield plain

    def version(self, engine: Callable[[], Engine]) -> int:
        """Asked of the connection that makes all of this store's changes, so that these do not count."""
        cursor = self._writing(engine).connection.cursor()
        return int(cursor.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def told(self) -> Iterator[None]:
        # As with the engine.
        from db.store.engine import told_by_kind  # noqa: PLC0415

        with told_by_kind(self.path):
            yield

    @contextmanager
    def told_plainly(self) -> Iterator[None]:
        with driver.told_by_kind(self.path):
            yield

    def free_space(self) -> int:
        return shutil.disk_usage(self.path.parent).free

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()

    def _writing(self, engine: Callable[[], Engine]) -> Connection:
        if self._writer is None:
            self._writer = engine().execution_options(sqlite_begin="IMMEDIATE").connect()
        return self._writer


def ground_of(place: Place, *, read_only: bool) -> Ground:
    """Return what a store at ``place`` stands on."""
    if isinstance(place, Address):
        # psycopg, and all that knows of servers: a newsroom in a file does without.
        try:
            from db.store.postgres.ground import Shared  # noqa: PLC0415
        except ImportError as exc:
            raise StoreUnavailable("no_driver", str(place), str(exc)) from exc

        return Shared(place)
    return File(place, read_only=read_only)
