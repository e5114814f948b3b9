"""A record between a server and a newsroom's file: all of its rows, so that it can be kept, read, and put back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

from db.domain.errors import StoreUnavailable
from db.schema.every import every_table
from db.schema.newsroom import channel, person
from db.store import search
from db.store.backup import copy_sound, files_of, sync, told
from db.store.digests import file_of
from db.store.durable import replace_durably
from db.store.restore import refuse_foreign
from db.store.salvage import brought_to, without_triggers
from db.store.unit import Store
from db.store.upgrade import HEAD, upgrade

_ROWS = {"blob": 4}  # of a table that are in memory at once: each may be as large as a film
_MANY = 500


def carry_out(store: Store, to: Path) -> Path:
    """Write one consistent view of the record into a file, and only then give it its name; return it."""
    with told(to) as part:
        brought_to(part, HEAD)
        with without_triggers(part) as fresh, store.reading() as connection:
            for table in every_table():
                names = [column.name for column in table.columns]
                put = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
                for some in _read(connection, table):
                    fresh.executemany(put, [tuple(row.values()) for row in some])
        brought_to(part, HEAD, rebuild=True)
        sync(part)
        replace_durably(part, to)
    return to


def carry_in(backup: Path, store: Store) -> None:
    """Put all rows of a backup into a server's database that has no newsroom in it yet, or none of them.

    Raises:
        NotANewsroom, StoreTooNew: ``backup`` is another program's, or a newer one's.
        StoreUnavailable: ``backup`` is damaged or missing; the database has a newsroom in it (occupied).
    """
    refuse_foreign(backup)
    with TemporaryDirectory(prefix="caibian-") as folder, told(Path(folder) / "newsroom.caibian") as part:
        copy_sound(backup, part)
        brought_to(part, HEAD)
        upgrade(store)
        with closing(Store(part)) as source, source.reading() as rows, store.altering() as connection:
            if connection.scalar(select(func.count()).select_from(person)):
                raise StoreUnavailable("occupied", str(store.place))
            _fill(connection, rows, files_of(backup))
            search.rebuild(connection)


def _fill(connection: Connection, rows: Connection, files: Path) -> None:
    from db.store.postgres import tables  # noqa: PLC0415  # what a newsroom in a file does without

    with tables.without_rules(connection):
        for table in reversed(every_table()):  # what the schema itself begins with
            connection.execute(delete(table))
        for table in every_table():
            for some in _read(rows, table):
                connection.execute(insert(table), _with_bytes(some, files) if table.name == "blob" else some)
    tables.count_on(connection, every_table())


def _read(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """Yield a table's rows, some at a time; a channel comes after the one that it is in."""
    if table is channel:
        yield from _parents_first([dict(row) for row in connection.execute(select(table)).mappings()])
        return
    found = connection.execute(select(table), execution_options={"yield_per": _ROWS.get(table.name, _MANY)})
    for some in found.mappings().partitions():
        yield [dict(row) for row in some]


def _parents_first(left: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    known: set[int | None] = {None}
    while left:
        some = [row for row in left if row["parent_id"] in known] or left
        left = [row for row in left if row not in some]
        known |= {row["id"] for row in some}
        yield some


def _with_bytes(some: list[dict[str, Any]], files: Path) -> list[dict[str, Any]]:
    """A server keeps in the database what lies beside a file; what is lost stays lost, and ``check`` names it."""
    for row in some:
        place = file_of(row["digest"], files)
        if row["data"] is None and place.is_file():
            row["data"] = place.read_bytes()
    return some
