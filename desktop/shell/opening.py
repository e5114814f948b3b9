"""Opening, founding and mending a newsroom: slow work for the runner's thread, which imports the record first.

The record's modules (SQLAlchemy) are imported inside the functions: the first window is painted before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from db.domain.audit import ChainHead
from db.domain.errors import ClockBehind, StoreUnavailable
from db.domain.people import PROGRAM, Person
from db.domain.place import Address, Place
from desktop import secrets
from desktop.paths import backups_of

if TYPE_CHECKING:
    from db.store.backups import Backup
    from db.store.salvage import Salvaged
    from db.store.unit import Store

HeadOf = Callable[[str], ChainHead | None]


@dataclass(frozen=True, slots=True)
class Opened:
    """A newsroom that can be worked in, or read only (as its store says).

    ``cut``: its audit chain lacks what this machine had seen. ``behind``: this machine's clock is earlier than its
    newest entry. ``salvaged``: what was taken out of a damaged one.
    """

    store: Store
    uid: str
    site_name: str
    people: tuple[Person, ...]
    cut: bool = False
    behind: ClockBehind | None = None
    salvaged: Salvaged | None = None


@dataclass(frozen=True, slots=True)
class Damaged:
    """A file that is not opened, and what can take its place."""

    path: Path
    backups: tuple[Backup, ...]


@dataclass(frozen=True, slots=True)
class Unfounded:
    """A database of a server that can be written and has no newsroom yet."""

    address: Address


def open_newsroom(path: Place, known_head: HeadOf) -> Opened | Damaged | Unfounded:
    """Look whether the file is whole, upgrade it when needed, and read who works there."""
    from db.store import check, place  # noqa: PLC0415

    if isinstance(path, Address):
        return _open_shared(path, known_head)
    place.refuse_network_share(path)
    if not path.is_file():
        raise StoreUnavailable("missing", str(path))
    if check.quick(path):
        return _opened(path, known_head)
    return damaged(path)


def _open_shared(address: Address, known_head: HeadOf) -> Opened | Unfounded:
    """Open a server's record; one that was never founded is not begun by looking at it."""
    from db.store.unit import Store  # noqa: PLC0415
    from db.store.upgrade import schema_number  # noqa: PLC0415

    if not address.password:
        address = address.with_password(secrets.password_of(address))
    store = Store(address)
    try:
        number = schema_number(store)
    finally:
        store.close()
    if not number:
        return Unfounded(address)
    found = _opened(address, known_head)
    if found.people:
        return found
    found.store.close()
    return Unfounded(address)


def found_shared(address: Address, site_name: str, login: str, name: str, password: str) -> Opened:
    """Make a newsroom in a database that has none, with its first administrator."""
    from db.actions import newsroom  # noqa: PLC0415
    from db.domain.errors import BadValue  # noqa: PLC0415
    from db.store import people  # noqa: PLC0415
    from db.store.unit import Store  # noqa: PLC0415
    from db.store.upgrade import upgrade  # noqa: PLC0415

    store = Store(address)
    try:
        upgrade(store)
        with store.changing(PROGRAM) as unit:
            if people.everyone(unit.connection):  # somebody else was quicker
                raise BadValue("database", "taken", address.database)
            newsroom.found(unit, site_name, login, name, password)
    finally:
        store.close()
    return _opened(address, _nothing)


def restore_shared(address: Address, backup: Path, known_head: HeadOf) -> Opened | Damaged | Unfounded:
    """Put a backup into a database that has no newsroom in it, and open that."""
    from db.store.carrying import carry_in  # noqa: PLC0415
    from db.store.unit import Store  # noqa: PLC0415

    store = Store(address)
    try:
        carry_in(backup, store)
    finally:
        store.close()
    return open_newsroom(address, known_head)


def damaged(path: Path) -> Damaged:
    """Look what can take the place of a file that is not whole. Raises NotANewsroom for another program's file."""
    from db.store import backups, restore  # noqa: PLC0415

    kept = tuple(backups.listed(backups_of(path)))
    if not kept:  # what has backups beside it is ours, however torn its head is
        try:
            restore.refuse_foreign(path)
        except StoreUnavailable as error:
            if error.reason != "damaged":
                raise
    return Damaged(path, kept)


def found_newsroom(path: Path, site_name: str, login: str, name: str, password: str) -> Opened | Damaged:
    """Make a new file with its first administrator; a file that exists is never touched."""
    from db.actions import newsroom  # noqa: PLC0415
    from db.store import place  # noqa: PLC0415
    from db.store.unit import Store  # noqa: PLC0415
    from db.store.upgrade import upgrade  # noqa: PLC0415

    place.refuse_network_share(path)
    if path.exists():
        raise StoreUnavailable("locked", str(path), "exists")
    path.parent.mkdir(parents=True, exist_ok=True)
    store = Store(path)
    try:
        upgrade(store)
        with store.changing(PROGRAM) as unit:
            newsroom.found(unit, site_name, login, name, password)
    finally:
        store.close()
    return _opened(path, _nothing)


def open_demo(path: Path, known_head: HeadOf) -> Opened | Damaged | Unfounded:
    """Open the demo, which is made when it is not there yet."""
    from desktop import demo  # noqa: PLC0415  # brings the record, Markdown and pictures

    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        demo.make(path)
    return open_newsroom(path, known_head)


def put_back(path: Path, backup: Path, known_head: HeadOf) -> Opened | Damaged | Unfounded:
    """Put a backup in the place of a damaged file, which is kept beside it, and open it."""
    from db.store.restore import restore  # noqa: PLC0415

    restore(path, backup)
    return open_newsroom(path, known_head)


def save_readable(path: Path, known_head: HeadOf) -> Opened | Damaged | Unfounded:
    """Write what can be read of a damaged newsroom into a new file beside it, and open that."""
    from db.store.salvage import salvage  # noqa: PLC0415

    names = [f"{path.stem}-repaired{path.suffix}", *(f"{path.stem}-repaired-{n}{path.suffix}" for n in range(2, 1000))]
    to = next(name for name in map(path.with_name, names) if not name.exists())
    salvaged = salvage(path, to)
    found = open_newsroom(to, known_head)
    return replace(found, salvaged=salvaged) if isinstance(found, Opened) else found


def _opened(path: Place, known_head: HeadOf) -> Opened:
    from db.store import people, settings, site, trail  # noqa: PLC0415
    from db.store.opening import open_store  # noqa: PLC0415

    store = open_store(path)
    try:
        with store.reading() as connection:
            uid = str(settings.get(connection, "newsroom_uid"))
            seen = known_head(uid) if uid else None
            cut = (
                seen is not None
                and seen.length > 0
                and (
                    trail.head(connection).length < seen.length or site.chain_hash(connection, seen.length) != seen.hash
                )
            )
            name = str(settings.get(connection, "site_name"))
            behind = trail.clock_behind(connection, store.clock())
            return Opened(store, uid, name, tuple(people.everyone(connection)), cut, behind)
    except BaseException:
        store.close()
        raise


def _nothing(_uid: str) -> None:
    return None
