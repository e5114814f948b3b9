"""Is the newsroom whole? A quick look at start-up, and a thorough one that names what is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from db.domain.errors import StoreUnavailable
from db.store.digests import file_of, sha256
from db.store.driver import APPLICATION_ID, connect, raise_by_kind, reason_of, sqlite_module
from db.store.durable import write_durably
from db.store.unit import Store

_SMALL = 16_000_000  # bytes; up to here the search index is checked at start-up too (10 ms a megabyte)
_MOST = 100  # problems of one kind that are listed


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong. ``key`` names the row, ``detail`` is for the log."""

    kind: (
        str  # damaged (the file), dangling (a row points at nothing), lost (bytes are gone), changed (not as digested)
    )
    table: str = ""
    key: str = ""
    detail: str = ""


def quick(path: Path) -> bool:
    """Say whether the closed newsroom at ``path`` can be opened.

    After a clean end (``mark_clean``, and the file is as it was then) it is only opened: 1 ms. Else every table is
    read: 0.2 ms a megabyte in the cache, the disk's own time out of it. The search index, which can be made anew and
    is fifty times dearer to check, is left to ``check`` unless the file is small.
    """
    if not path.is_file():
        raise StoreUnavailable("missing", str(path))
    driver = sqlite_module()
    clean = _ended_cleanly(path)  # asked first: to open the file makes a log beside it
    try:
        with closing(_looking(path, clean)) as connection:
            tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return False
            return clean or _sound(connection, [] if path.stat().st_size <= _SMALL else tables)
    except driver.DatabaseError as exc:
        if reason_of(exc) == "damaged":
            return False
        raise_by_kind(path, exc, exc)


def _looking(path: Path, clean: bool) -> Any:
    driver, how = sqlite_module(), "ro&immutable=1" if clean else "rw"  # rw takes in what a killed program left
    connection = driver.connect(f"{path.absolute().as_uri()}?mode={how}", uri=True, timeout=5)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except driver.OperationalError:
        connection.close()
        return connect(path, read_only=True)
    return connection


def _sound(connection: Any, tables: list[str]) -> bool:
    """Check these tables without the search index, or all there is when none are named."""
    questions = [f'PRAGMA quick_check("{name}")' for name in _read(tables)] or ["PRAGMA quick_check(1)"]
    return all(connection.execute(question).fetchone()[0] == "ok" for question in questions)


def _read(tables: Iterable[str]) -> list[str]:
    """Leave out the search index, which is made of the others."""
    return [name for name in tables if name == "search_text" or name.split("_")[0] != "search"]


def look(store: Store, cancelled: Callable[[], bool]) -> bool:
    """Say whether the tables of the open newsroom can be read, one after the other, so that it can be stopped.

    A server looks after its own.
    """
    if store.is_shared:
        return True
    try:
        with store.looking() as connection:
            tables = [
                name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
            ]
            for name in _read(tables):
                if cancelled():
                    break
                if connection.exec_driver_sql(f'PRAGMA quick_check("{name}")').fetchone()[0] != "ok":
                    return False
    except StoreUnavailable as error:
        if error.reason != "damaged":
            raise
        return False
    return True


def mark_clean(path: Path) -> None:
    """Note beside the file how it looks after a clean end; nothing when another program still has it open."""
    if not path.with_name(path.name + "-wal").exists():
        write_durably(_marker(path), _looks(path))


def check(store: Store) -> list[Problem]:
    """Read everything and return what is wrong: the file, its references, its words, its bytes, its digests."""
    with store.reading() as connection:
        if store.is_shared:  # the server itself sees to its pages, and lets no row point at nothing
            return [*_most(_bytes(connection, store.files)), *_most(_revisions(connection))]
        return [
            *_most(_damage(connection)),
            *_most(_dangling(connection)),
            *_most(_torn_words(connection)),
            *_most(_bytes(connection, store.files)),
            *_most(_revisions(connection)),
        ]


def _ended_cleanly(path: Path) -> bool:
    marker = _marker(path)
    open_elsewhere = any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal"))
    return not open_elsewhere and marker.is_file() and marker.read_bytes() == _looks(path)


def _marker(path: Path) -> Path:
    return path.with_name(path.name + "-clean")


def _looks(path: Path) -> bytes:
    seen = path.stat()
    return f"{seen.st_size} {seen.st_mtime_ns}\n".encode()


def _most(problems: Iterator[Problem]) -> list[Problem]:
    """Return the first problems of a kind; where the reading itself fails, that is the last one."""
    found: list[Problem] = []
    try:
        for problem in problems:
            found.append(problem)
            if len(found) == _MOST:
                break
    except DBAPIError as exc:
        found.append(Problem("damaged", detail=str(exc.orig)))
    return found


def _rows(connection: Connection, sql: str) -> Iterator[Any]:
    yield from connection.exec_driver_sql(sql, execution_options={"yield_per": 100})


def _damage(connection: Connection) -> Iterator[Problem]:
    for (line,) in _rows(connection, f"PRAGMA integrity_check({_MOST})"):
        if line != "ok":
            yield Problem("damaged", detail=line)


def _dangling(connection: Connection) -> Iterator[Problem]:
    for table, rowid, parent, _ in _rows(connection, "PRAGMA foreign_key_check"):
        yield Problem("dangling", table, str(rowid), parent)


def _torn_words(connection: Connection) -> Iterator[Problem]:
    """SQLite does not look at the text in a sound page: read every row, and see whether it is text."""
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'blob'"
    for table in _read(name for (name,) in list(_rows(connection, named))):
        try:
            for _ in _rows(connection, f'SELECT * FROM "{table}"'):
                pass
        except DBAPIError as exc:
            yield Problem("damaged", table, detail=str(exc.orig)[:200])


def _bytes(connection: Connection, files: Path) -> Iterator[Problem]:
    """Assets, renditions and originals have their bytes, in the database or beside it, as their digests say."""
    wanted = "SELECT digest FROM asset UNION SELECT thumb FROM asset WHERE thumb <> '' "
    wanted += "UNION SELECT digest FROM rendition UNION SELECT digest FROM original EXCEPT SELECT digest FROM blob"
    for (lost,) in _rows(connection, wanted):
        if not file_of(lost, files).is_file():
            yield Problem("lost", "asset", lost)
    for named, data in _rows(connection, "SELECT digest, data FROM blob"):
        if data is not None:
            found = hashlib.sha256(data).hexdigest()
        elif file_of(named, files).is_file():
            with file_of(named, files).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        else:
            yield Problem("lost", "blob", named)
            continue
        if found != named:
            yield Problem("changed", "blob", named)


def _revisions(connection: Connection) -> Iterator[Problem]:
    raw = "CAST(form AS BLOB)" if connection.dialect.name == "sqlite" else "form"  # its bytes need be no text
    for revision_id, named, form in _rows(connection, f"SELECT id, digest, {raw} FROM revision"):
        if sha256(form) != named:
            yield Problem("changed", "revision", str(revision_id))
