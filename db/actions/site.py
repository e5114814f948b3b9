"""What publishing writes into the record: themes and chromes by digest, targets and the files on them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as put

from db.domain.errors import NotAllowed
from db.domain.people import Role
from db.domain.revision import to_json
from db.domain.site import SiteFile
from db.schema.newsroom import setting
from db.schema.site import chrome, site_file, target, theme
from db.store import settings, trail
from db.store.unit import Unit

_BATCH = 5_000


def keep_theme(unit: Unit, digest: str, files: str) -> None:
    """Keep a theme's files (JSON) by their digest, once."""
    if unit.connection.scalar(select(theme.c.digest).where(theme.c.digest == digest)) is None:
        unit.connection.execute(insert(theme).values(digest=digest, files=files))


def keep_chrome(unit: Unit, digest: str, data: str) -> None:
    """Keep a chrome's canonical form by its digest, once."""
    if unit.connection.scalar(select(chrome.c.digest).where(chrome.c.digest == digest)) is None:
        unit.connection.execute(insert(chrome).values(digest=digest, data=data))


def open_target(unit: Unit, address: str) -> int:
    """Return the id of the target at ``address``; a new one holds nothing yet."""
    found = unit.connection.scalar(select(target.c.id).where(target.c.address == address))
    if found is not None:
        return int(found)
    made = insert(target).values(name=address, address=address, theme="", chrome="", release_id=0, published_at="")
    return int(unit.connection.execute(made.returning(target.c.id)).scalar_one())


def choose_folder(unit: Unit, folder: str) -> None:
    """Remember the folder that the site is published to. Publishers and administrators choose it."""
    if not unit.actor.may(Role.PUBLISHER, Role.ADMIN):
        raise NotAllowed("publish")
    value = to_json(folder)
    row = put(setting).values(key="site_folder", value=value)
    unit.connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": value}))
    trail.add(unit, "site_folder", folder=folder)


def record_published(unit: Unit, target_id: int, theme_digest: str, chrome_digest: str, release_id: int) -> None:
    """Say what the target was made with, now that all of it lies there."""
    changed = update(target).where(target.c.id == target_id)
    unit.connection.execute(
        changed.values(theme=theme_digest, chrome=chrome_digest, release_id=release_id, published_at=unit.now)
    )


def record_files(unit: Unit, target_id: int, written: Iterable[SiteFile], gone: Iterable[str]) -> None:
    """Record what was written to a target and what was taken from it."""
    paths = list(gone)
    for start in range(0, len(paths), 500):
        listed = site_file.c.path.in_(paths[start : start + 500])
        unit.connection.execute(delete(site_file).where(site_file.c.target_id == target_id, listed))
    row = put(site_file)
    replaced = row.on_conflict_do_update(
        index_elements=["target_id", "path"],
        set_={name: row.excluded[name] for name in ("source", "digest", "size")},
    )
    rows = [
        {"target_id": target_id, "path": f.path, "source": f.source, "digest": f.digest, "size": f.size}
        for f in written
    ]
    for start in range(0, len(rows), _BATCH):
        unit.connection.execute(replaced, rows[start : start + _BATCH])


def give_newsroom_uid(unit: Unit) -> str:
    """Return what targets know this newsroom by; given once, never changed."""
    known = settings.get(unit.connection, "newsroom_uid")
    if not known:
        known = uuid4().hex
        unit.connection.execute(insert(setting).values(key="newsroom_uid", value=to_json(known)))
    return str(known)
