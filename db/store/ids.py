"""Ids that are given before the rows are written: nobody else writes meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, func, select


def take(connection: Connection, table: Table, count: int) -> Sequence[int]:
    """Return the next ``count`` ids of a table; the database gives them to no other row."""
    if connection.dialect.name == "postgresql":
        numbers = func.generate_series(1, count).table_valued("n")
        given = select(func.nextval(func.pg_get_serial_sequence(table.name, "id"))).select_from(numbers)
        return connection.scalars(given).all()
    last = int(connection.scalar(select(func.coalesce(func.max(table.c.id), 0))) or 0)
    return range(last + 1, last + 1 + count)
