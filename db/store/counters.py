"""Numbers that only grow: the register of the year, the order of changes, places in a channel's list."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from db.schema.newsroom import counter


def take(connection: Connection, name: str) -> int:
    """Return the next number of ``name``, 1 at first; never the same twice, even when what it was for is undone."""
    first = insert(counter).values(name=name, value=1)
    grown = first.on_conflict_do_update(index_elements=["name"], set_={"value": counter.c.value + 1})
    return int(connection.execute(grown.returning(counter.c.value)).scalar_one())


def current(connection: Connection, name: str) -> int:
    """Return the last number taken, 0 when none was."""
    return int(connection.scalar(select(counter.c.value).where(counter.c.name == name)) or 0)


def register_number(connection: Connection, year: str) -> str:
    """Return ``2026-00123``: the year and at least five digits."""
    return f"{year}-{take(connection, f'register:{year}'):05d}"
