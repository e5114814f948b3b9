"""签发 with pictures: those that have no renditions yet get them before the release freezes what the site carries.

Pictures get theirs when they come in; these are of records made before there were any. Pillow is loaded for them alone.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from db.actions import release
from db.actions.assets import add_renditions
from db.domain.errors import BadValue, DeskError, NotFound
from db.domain.revision import from_canonical
from db.domain.workflow import Stage
from db.schema.articles import draft, revision
from db.store import assets
from db.store.unit import Unit


def publish(unit: Unit, draft_id: int) -> int:
    """Release the approved revision with renditions of its pictures; return the release's id."""
    _complete(unit, draft_id)
    return release.publish(unit, draft_id)


def fire_due(unit: Unit, tell: Callable[[int, DeskError], None] = lambda _article_id, _why: None) -> list[int]:
    """Release what is due, as ``release.fire_due`` does, with renditions of the pictures."""
    due = select(draft.c.id).where(draft.c.stage == Stage.SCHEDULED, draft.c.scheduled_for <= unit.now)
    for draft_id in unit.connection.scalars(due).all():
        _complete(unit, draft_id)
    return release.fire_due(unit, tell)


def _complete(unit: Unit, draft_id: int) -> None:
    query = select(revision.c.form).join(draft, draft.c.revision_id == revision.c.id).where(draft.c.id == draft_id)
    form = unit.connection.scalar(query)
    lacking = assets.without_renditions(unit.connection, from_canonical(form)) if form else []
    if not lacking:
        return
    from desktop.intake import renditions  # noqa: PLC0415  # Pillow stays out of start-up

    for digest in lacking:
        try:
            made = renditions.of_kept(assets.data(unit.connection, digest, unit.files))
        except (BadValue, NotFound):
            continue  # publishing tells of a picture that is gone; one of another kind is shown as it is
        add_renditions(unit, digest, made)
