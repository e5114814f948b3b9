"""Numbers that only grow: the register of the year, the order of changes, places in a channel's list."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from db.schema.newsroom import counter


def take(connection: Connection, name: str) -> int:
    """Return the next number of ``name``, 1 at first; never the same twice, even when what it was for is undone."""
    return take_many(connection, name, 1)[0]


def take_many(connection: Connection, name: str, count: int) -> range:
    """Return the next ``count`` numbers of ``name``."""
    first = insert(counter).values(name=name, value=count)
    grown = first.on_conflict_do_update(index_elements=["name"], set_={"value": counter.c.value + count})
    last = int(connection.execute(grown.returning(counter.c.value)).scalar_one())
    return range(last - count + 1, last + 1)


def current(connection: Connection, name: str) -> int:
    """Return the last number taken, 0 when none was."""
    return int(connection.scalar(select(counter.c.value).where(counter.c.name == name)) or 0)


def register_number(connection: Connection, year: str) -> str:
    """Return ``2026-00123``: the year and at least five digits."""
    return register_numbers(connection, year, 1)[0]


def register_numbers(connection: Connection, year: str, count: int) -> list[str]:
    """Return the next ``count`` register numbers of a year."""
    return [f"{year}-{number:05d}" for number in take_many(connection, f"register:{year}", count)]
