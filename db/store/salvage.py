"""Take what can be read of a damaged newsroom into a fresh one; the damaged file is only read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from db.domain.audit import entry_hash
from db.domain.errors import NotANewsroom
from db.domain.people import PROGRAM
from db.domain.revision import digest
from db.store import search
from db.store.backup import files_of, sync, take_files, told
from db.store.driver import APPLICATION_ID, sqlite_module
from db.store.durable import replace_durably
from db.store.pages import TABLE_INTERIOR, TABLE_LEAF, Pages, Row, Torn, Value
from db.store.unit import Store
from db.store.upgrade import HEAD, upgrade

_KINDS = {"INTEGER": int, "BOOLEAN": int, "TEXT": str, "BLOB": bytes}

# What the rest of the program expects beside every draft and article, made of what is left.
_REPAIRS = (
    """INSERT INTO draft_text (draft_id, fields)
       SELECT id, text FROM (SELECT draft.id AS id, coalesce(
         (SELECT fields FROM journal WHERE journal.draft_id = draft.id ORDER BY journal.id DESC LIMIT 1),
         (SELECT form FROM revision WHERE revision.article_id = draft.article_id ORDER BY n DESC LIMIT 1)) AS text
       FROM draft WHERE id NOT IN (SELECT draft_id FROM draft_text)) WHERE text IS NOT NULL""",
    """INSERT INTO search_text (article_id, title, body, people, source, number)
       SELECT id, title, '', '', source, number FROM article WHERE id NOT IN (SELECT article_id FROM search_text)""",
)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was taken and what was not. ``lost`` counts rows that were seen; of ``pages`` not even that is known."""

    counts: dict[str, int] = field(default_factory=dict)  # by table
    lost: dict[str, int] = field(default_factory=dict)  # by table; "" where the table is not known
    pages: int = 0  # of tables, that could not be read
    dangling: int = 0  # rows that point at a lost one


@dataclass(frozen=True, slots=True)
class _Shape:
    """The columns of a table: their names, Python types, and which may be empty."""

    table: str
    names: tuple[str, ...]
    kinds: tuple[type, ...]
    empty: tuple[bool, ...]
    alias: int | None  # column that is the rowid, and is stored as NULL

    def values(self, row: Row) -> tuple[Value, ...] | None:
        """Return the row's values, or None when it cannot be one of this table."""
        if len(row.values) != len(self.names):
            return None
        for n, value in enumerate(row.values):
            if n == self.alias or value is None:
                if value is not None or not (n == self.alias or self.empty[n]):
                    return None
            elif not isinstance(value, self.kinds[n]):
                return None
        return tuple(row.rowid if n == self.alias else value for n, value in enumerate(row.values))


class _Reader:
    """Finds the leaves of every table: down from its root, and, where the way is torn, by the shape of the rows."""

    def __init__(self, pages: Pages, shapes: dict[str, _Shape]) -> None:
        self.pages = pages
        self.shapes = shapes
        self.torn: Counter[str] = Counter()  # pages, by table
        self.lost: Counter[str] = Counter()  # rows, by table
        self._taken: set[int] = set()

    def tables(self) -> Iterator[tuple[str, list[int]]]:
        """Yield tables with leaves of theirs; those that hang in the air come last."""
        found = [(name, list(self._leaves(name, root))) for name, root in self._roots().items()]
        yield from ((name, leaves) for name, leaves in found if name in self.shapes)
        yield from self._orphans()

    def rows(self, table: str, leaf: int) -> Iterator[tuple[Value, ...]]:
        """Yield the rows of a leaf that are what they say."""
        for row in self.pages.rows(leaf):
            values = self.shapes[table].values(row) if row else None
            if values is not None and _true(table, values):
                yield values
            else:
                self.lost[table] += 1

    def _roots(self) -> dict[str, int]:
        """Return table -> root page, from the schema in the file: from its tree, else from wherever its rows lie."""
        roots = self._named(list(self._leaves("sqlite_master", 1)))
        if not set(self.shapes) <= set(roots):
            roots = self._named(self._unclaimed()) | roots
        return roots

    def _named(self, leaves: list[int]) -> dict[str, int]:
        roots = {}
        for row in chain.from_iterable(map(self.pages.rows, leaves)):
            match row.values if row else ():
                case ("table", str(name), _, int(root), _) if root:
                    roots[name] = root
        return roots

    def _leaves(self, table: str, root: int) -> Iterator[int]:
        ahead = [root]
        while ahead:
            number = ahead.pop()
            kind = self._kind(number)
            readable = kind in (TABLE_LEAF, TABLE_INTERIOR) and self._is_of(table, number, kind)
            if number in self._taken or not readable:
                self.torn[table] += 1
                continue
            self._taken.add(number)
            if kind == TABLE_LEAF:
                yield number
            else:
                ahead += reversed(self.pages.children(number))

    def _is_of(self, table: str, number: int, kind: int) -> bool:
        """A torn page may point anywhere: a leaf without a row of the table's shape belongs to another."""
        if kind != TABLE_LEAF or table not in self.shapes:
            return True
        rows = [row for row in self.pages.rows(number) if row]
        return not rows or any(self.shapes[table].values(row) is not None for row in rows)

    def _orphans(self) -> Iterator[tuple[str, list[int]]]:
        free = self.pages.free() if self._kind(1) else set()
        for number in self._unclaimed():
            if number in free:
                continue
            rows = [row for row in self.pages.rows(number) if row]
            fitting = {name for name, shape in self.shapes.items() if rows and shape.values(rows[0]) is not None}
            torn = {name for name in fitting if self.torn[name]}
            chosen = torn if len(torn) == 1 else fitting
            if len(chosen) == 1:
                yield chosen.pop(), [number]
            elif chosen:
                self.lost[""] += len(rows)

    def _unclaimed(self) -> list[int]:
        every = range(1, self.pages.count + 1)
        return [number for number in every if number not in self._taken and self._kind(number) == TABLE_LEAF]

    def _kind(self, number: int) -> int:
        try:
            return self.pages.kind(number)
        except Torn:
            return 0


def salvage(damaged: Path, to: Path) -> Salvaged:
    """Make a newsroom at ``to`` of what can be read at ``damaged``, its log included.

    Rows that are not as their digest says are not taken: what the record holds is true. The search index is made anew.

    Raises:
        NotANewsroom: nothing of a newsroom was found.
        StoreUnavailable: no room, no rights.
    """
    with told(to) as part, closing(Pages(damaged)) as pages:
        number = _schema_number(pages)
        brought_to(part, number)
        with without_triggers(part) as fresh:
            reader = _Reader(pages, _shapes(fresh))
            counts = _copy(reader, fresh)
            if not any(counts.values()) and not _is_marked(pages):
                raise NotANewsroom(damaged)
            for repair in _REPAIRS if number == HEAD else ():
                fresh.execute(repair)
            dangling = len(fresh.execute("PRAGMA foreign_key_check").fetchall())
        brought_to(part, HEAD, rebuild=True)
        take_files(files_of(damaged), files_of(to))
        sync(part)
        replace_durably(part, to)
    part.with_name(part.name + f".before-{HEAD:04d}").unlink(missing_ok=True)
    return Salvaged(counts, dict(+reader.lost), sum(reader.torn[table] for table in counts), dangling)


def _copy(reader: _Reader, fresh: Any) -> dict[str, int]:
    counts = dict.fromkeys(reader.shapes, 0)
    for table, leaves in reader.tables():
        shape = reader.shapes[table]
        names = ", ".join(f'"{name}"' for name in shape.names)
        put = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({', '.join('?' * len(shape.names))})"
        for leaf in leaves:
            for values in reader.rows(table, leaf):
                counts[table] += fresh.execute(put, values).rowcount
    return counts


def _shapes(fresh: Any) -> dict[str, _Shape]:
    """Return the shapes of the record's tables; those of the search index and of the tools are made, not copied."""
    names = fresh.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version' "
        "AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND (name = 'search_text' OR name NOT LIKE 'search%')"
    )
    shapes = {}
    for (table,) in names.fetchall():
        columns = fresh.execute(f"PRAGMA table_info({table})").fetchall()  # cid, name, type, notnull, default, pk
        keys = [column for column in columns if column[5]]
        alias = keys[0][0] if len(keys) == 1 and keys[0][2] == "INTEGER" else None
        kinds = tuple(_KINDS[column[2]] for column in columns)
        empty = tuple(not column[3] for column in columns)
        shapes[table] = _Shape(table, tuple(column[1] for column in columns), kinds, empty, alias)
    return shapes


def _true(table: str, values: tuple[Any, ...]) -> bool:
    """Say whether a row that carries a digest is what the digest says: torn text is not always torn structure."""
    match table, values:
        case "revision", (_, _, _, _, named, *_, form):
            return bool(digest(form) == named)
        case "blob", (named, data):
            return data is None or hashlib.sha256(data).hexdigest() == named
        case "audit", (*parts, made):
            return bool(entry_hash(*parts) == made)
    return True


def _schema_number(pages: Pages) -> int:
    number = int.from_bytes(pages[1][60:64], "big") if pages.count else 0
    return number if 0 < number <= HEAD else HEAD


def _is_marked(pages: Pages) -> bool:
    return bool(pages.count) and int.from_bytes(pages[1][68:72], "big") == APPLICATION_ID


def brought_to(part: Path, number: int, *, rebuild: bool = False) -> None:
    """Bring a file to a schema; ``rebuild``: make its search index anew."""
    store = Store(part)
    try:
        upgrade(store, number)
        if rebuild:
            with store.changing(PROGRAM) as unit:
                search.rebuild(unit.connection)
    finally:
        store.close()


@contextmanager
def without_triggers(path: Path) -> Iterator[Any]:
    """Yield a connection in one transaction whose rules are off, and back on when it is committed."""
    with closing(sqlite_module().connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("COMMIT")
