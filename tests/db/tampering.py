"""What somebody does to the record past the program, in a file and on a server alike."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from sqlalchemy import Connection

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


def tamper(store: Store, sql: str, *values: Any) -> None:
    """Do ``sql`` as somebody would who knows the database: without its rules, which stand again afterwards."""
    if store.is_shared:
        with store.engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            connection.exec_driver_sql(sql, values)
        return
    with closing(sqlite_module().connect(store.path)) as connection:
        rules = connection.execute(_RULES).fetchall()
        for name, _ in rules:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(sql, values)
        for _, made in rules:
            connection.execute(made)
        connection.commit()
