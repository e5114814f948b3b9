"""Copies of the newsroom while it is in use, kept by age, each one proved by opening it."""

from __future__ import annotations

import os
from pathlib import Path

from db.domain.errors import StoreUnavailable
from db.store.durable import replace_durably
from db.store.engine import sqlite_module
from db.store.unit import Store


def copy_database(store: Store, to: Path) -> Path:
    """Copy the open database to ``to`` (SQLite's online backup), check it, and only then give it its name.

    Raises StoreUnavailable when the place is full or cannot be written; an earlier file of that name stays.
    """
    driver = sqlite_module()
    part = to.with_name(to.name + ".part")
    part.unlink(missing_ok=True)
    try:
        _copy(driver, store.path, part)
        replace_durably(part, to)
    except driver.Error as exc:
        part.unlink(missing_ok=True)
        name = str(getattr(exc, "sqlite_errorname", ""))
        raise StoreUnavailable("full" if name.startswith("SQLITE_FULL") else "io", str(to), str(exc)) from exc
    except OSError as exc:
        part.unlink(missing_ok=True)
        raise StoreUnavailable("full" if exc.errno == 28 else "no_rights", str(to), str(exc)) from exc
    return to


def _copy(driver: object, source: Path, part: Path) -> None:
    connect = driver.connect  # type: ignore[attr-defined]
    origin = connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
    try:
        copy = connect(str(part))
        try:
            origin.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            answer = copy.execute("PRAGMA quick_check").fetchone()[0]
        finally:
            copy.close()
    finally:
        origin.close()
    if answer != "ok":
        part.unlink(missing_ok=True)
        raise StoreUnavailable("damaged", str(source), answer)
    with part.open("rb") as file:
        os.fsync(file.fileno())
