"""A record on a server as a newsroom's file: all of its rows, so that it can be kept, read and verified without one."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

import db.schema.articles
import db.schema.newsroom
import db.schema.site  # noqa: F401 - the tables of all three
from db.schema.base import metadata
from db.store.backup import sync, told
from db.store.durable import replace_durably
from db.store.salvage import brought_to, without_triggers
from db.store.unit import Store
from db.store.upgrade import HEAD

_ROWS = {"blob": 4}  # of a table that are in memory at once: each may be as large as a film
_MANY = 500


def carry_out(store: Store, to: Path) -> Path:
    """Write one consistent view of the record into a file, and only then give it its name; return it."""
    with told(to) as part:
        brought_to(part, HEAD)
        with without_triggers(part) as fresh, store.reading() as connection:
            for table in metadata.sorted_tables:
                names = [column.name for column in table.columns]
                put = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
                rows = connection.execute(
                    select(table), execution_options={"yield_per": _ROWS.get(table.name, _MANY)}
                )  # fmt: skip
                for some in rows.partitions():
                    fresh.executemany(put, [tuple(row) for row in some])
        brought_to(part, HEAD, rebuild=True)
        sync(part)
        replace_durably(part, to)
    return to
