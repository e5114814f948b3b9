"""签发 with pictures: those that have no renditions yet get them before the release freezes what the site carries.

Pictures get theirs when they come in; these are of records made before there were any. To encode takes longer than a
transaction may: ``prepared`` is asked of a reader first, and what it made is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from db.actions import release
from db.actions.assets import NewRendition, add_renditions
from db.domain.errors import BadValue, DeskError, MovedOn, NotFound
from db.domain.release import Account
from db.store import assets
from db.store.unit import Unit

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: Picture -> its renditions; none for one that cannot be read, which stops nobody: publishing tells of what is gone.
Made = Mapping[str, tuple[NewRendition, ...]]
NOTHING: Made = {}


def prepared(connection: Connection, files: Path, draft_ids: Iterable[int]) -> Made:
    """Return the renditions that the pictures of these drafts lack. Pillow is loaded for them alone."""
    lacking = {digest for draft_id in draft_ids for digest in assets.without_renditions(connection, draft_id)}
    return {digest: _made(connection, files, digest) for digest in sorted(lacking)}


def prepared_due(connection: Connection, files: Path, now: str) -> Made:
    """Return the same of the drafts whose schedule has come."""
    return prepared(connection, files, assets.due(connection, now))


def publish(unit: Unit, draft_id: int, made: Made = NOTHING, account: Account | None = None) -> int:
    """Release the approved revision with renditions of its pictures; return the release's id.

    Raises MovedOn where it has pictures that ``made`` was not prepared for: the revision is another one.
    """
    if not _complete(unit, draft_id, made):
        raise MovedOn(draft_id, "", "")
    return release.publish(unit, draft_id, account)


def fire_due(
    unit: Unit, made: Made = NOTHING, tell: Callable[[int, DeskError], None] = lambda _article_id, _why: None
) -> list[int]:
    """Release what is due, as ``release.fire_due`` does, with renditions of the pictures.

    When something became due that ``made`` was not prepared for, nothing goes out: it is prepared and asked anew.
    """
    if not all([_complete(unit, draft_id, made) for draft_id in assets.due(unit.connection, unit.now)]):
        return []
    return release.fire_due(unit, tell)


def _made(connection: Connection, files: Path, digest: str) -> tuple[NewRendition, ...]:
    from desktop.intake import renditions  # noqa: PLC0415  # Pillow stays out of start-up

    try:
        return renditions.of_kept(assets.data(connection, digest, files))
    except (BadValue, NotFound):
        return ()


def _complete(unit: Unit, draft_id: int, made: Made) -> bool:
    lacking = assets.without_renditions(unit.connection, draft_id)
    for digest in lacking:
        add_renditions(unit, digest, made.get(digest, ()))
    return all(digest in made for digest in lacking)
