"""签发 with pictures: those that have no renditions yet get them before the release freezes what the site carries.

Pictures get theirs when they come in; these are of records made before there were any. Pillow is loaded for them alone.
"""

from __future__ import annotations

from collections.abc import Callable

from db.actions import release
from db.actions.assets import add_renditions
from db.domain.errors import BadValue, DeskError, NotFound
from db.domain.release import Account
from db.store import assets
from db.store.unit import Unit


def publish(unit: Unit, draft_id: int, account: Account | None = None) -> int:
    """Release the approved revision with renditions of its pictures; return the release's id."""
    _complete(unit, draft_id)
    return release.publish(unit, draft_id, account)


def fire_due(unit: Unit, tell: Callable[[int, DeskError], None] = lambda _article_id, _why: None) -> list[int]:
    """Release what is due, as ``release.fire_due`` does, with renditions of the pictures."""
    for draft_id in assets.due(unit.connection, unit.now):
        _complete(unit, draft_id)
    return release.fire_due(unit, tell)


def _complete(unit: Unit, draft_id: int) -> None:
    lacking = assets.without_renditions(unit.connection, draft_id)
    if not lacking:
        return
    from desktop.intake import renditions  # noqa: PLC0415  # Pillow stays out of start-up

    for digest in lacking:
        try:
            made = renditions.of_kept(assets.data(unit.connection, digest, unit.files))
        except (BadValue, NotFound):
            continue  # publishing tells of a picture that is gone; one of another kind is shown as it is
        add_renditions(unit, digest, made)
