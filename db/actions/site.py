"""What publishing notes in the record: themes and chromes by digest, targets and the files on them.

It is no person's doing and not audited, so it takes a connection and no unit; in plain SQL, as ``store.site`` is.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from db.domain.revision import to_json
from db.domain.site import SiteFile
from db.store import site
from db.store.driver import Asked


def keep_theme(connection: Asked, digest: str, files: str) -> None:
    """Keep a theme's files (JSON) by their digest, once."""
    if site.theme(connection, digest) is None:
        connection.exec_driver_sql("INSERT INTO theme (digest, files) VALUES (?, ?)", (digest, files))


def keep_chrome(connection: Asked, digest: str, data: str) -> None:
    """Keep a chrome's canonical form by its digest, once."""
    if site.chrome(connection, digest) is None:
        connection.exec_driver_sql("INSERT INTO chrome (digest, data) VALUES (?, ?)", (digest, data))


def open_target(connection: Asked, address: str) -> int:
    """Return the id of the target at ``address``; a new one holds nothing yet."""
    found = site.target(connection, address)
    if found is not None:
        return found.id
    made = connection.exec_driver_sql(
        "INSERT INTO target (name, address, theme, chrome, release_id, published_at) "
        "VALUES (:address, :address, '', '', 0, '') RETURNING id",
        {"address": address},
    )
    return int(made.fetchone()[0])


def record_published(
    connection: Asked, target_id: int, theme_digest: str, chrome_digest: str, release_id: int, now: str
) -> None:
    """Say what the target was made with, now that all of it lies there."""
    connection.exec_driver_sql(
        "UPDATE target SET theme = ?, chrome = ?, release_id = ?, published_at = ? WHERE id = ?",
        (theme_digest, chrome_digest, release_id, now, target_id),
    )


def record_files(connection: Asked, target_id: int, written: Iterable[SiteFile], gone: Iterable[str]) -> None:
    """Record what was written to a target and what was taken from it."""
    if paths := [(target_id, path) for path in gone]:
        connection.exec_driver_sql("DELETE FROM site_file WHERE target_id = ? AND path = ?", paths)
    if rows := [(target_id, f.path, f.source, f.digest, f.size) for f in written]:
        connection.exec_driver_sql(
            "INSERT INTO site_file (target_id, path, source, digest, size) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (target_id, path) DO UPDATE SET "
            "source = excluded.source, digest = excluded.digest, size = excluded.size",
            rows,
        )


def give_newsroom_uid(connection: Asked) -> str:
    """Return what targets know this newsroom by; given once, never changed."""
    known = site.settings(connection).get("newsroom_uid")
    if not known:
        known = uuid4().hex
        connection.exec_driver_sql("INSERT INTO setting (key, value) VALUES ('newsroom_uid', ?)", (to_json(known),))
    return str(known)
