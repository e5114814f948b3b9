"""What somebody does to the record past the program, in a file and on a server alike."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import Connection, NullPool, create_engine

from db.store.driver import sqlite_module
from db.store.unit import Store

_OF = "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = ?"
_RULES = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


def drop_rules(connection: Connection, *names: str) -> None:
    """Take rules of the record away for good."""
    for name in names:
        table = ""
        if connection.dialect.name == "postgresql":
            table = f" ON {connection.exec_driver_sql(_OF, (name,)).scalar_one()}"
        connection.exec_driver_sql(f"DROP TRIGGER {name}{table}")


@contextmanager
def without_rules(store: Store) -> Iterator[Connection]:
    """Yield a connection of somebody who knows the database: no rule stops them, and all stand again afterwards."""
    if store.is_shared:
        with store.engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            yield connection
        return
    bare = create_engine("sqlite://", creator=partial(sqlite_module().connect, store.path), poolclass=NullPool)
    with bare.begin() as connection:
        rules = connection.exec_driver_sql(_RULES).all()
        drop_rules(connection, *(name for name, _ in rules))
        yield connection
        for _, made in rules:
            connection.exec_driver_sql(made)


def tamper(store: Store, sql: str, *values: Any) -> None:
    """Do ``sql`` past the rules."""
    with without_rules(store) as connection:
        connection.exec_driver_sql(sql, values)
