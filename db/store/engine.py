"""SQLAlchemy on top of the driver: when transactions begin, which areas were touched, failures told by kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Delete, Engine, Insert, Update, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from db.domain.changes import Area
from db.store import driver


def open_engine(path: Path, *, read_only: bool = False) -> Engine:
    """Return an engine whose transactions begin when we say so, DDL included."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: driver.connect(path, read_only=read_only),
        module=driver.sqlite_module(),
        poolclass=QueuePool,  # an address without a name would give every thread one connection, shared by all it opens
    )

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")

    gather_areas(engine)
    return engine


def gather_areas(engine: Engine) -> None:
    """Have each connection remember which areas of the record were written to."""

    @event.listens_for(engine, "after_execute")
    def _on_executed(connection: Connection, clause: Any, *_rest: Any) -> None:
        if isinstance(clause, Insert | Update | Delete):
            area = getattr(clause.table, "info", {}).get("area", Area.NOTHING)
            connection.info["areas"] = connection.info.get("areas", Area.NOTHING) | area


@contextmanager
def told_by_kind(path: Path) -> Iterator[None]:
    """Turn failures of the world (disk, lock, rights, damage) into StoreUnavailable; leave bugs as they are."""
    try:
        yield
    except DBAPIError as exc:
        driver.raise_by_kind(path, exc.orig, exc)
