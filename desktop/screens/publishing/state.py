"""What the record knows of the site: where it lies, when it was made, and what the next update does to articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.domain.people import PROGRAM
from db.domain.site import Standing
from db.store import articles, queues, settings
from db.store import site as reading
from db.store.queues import Place, Queue

if TYPE_CHECKING:
    from sqlalchemy import Connection

SMALL = 200  # articles released since the last time: up to here what would change is listed unasked


@dataclass(frozen=True, slots=True)
class SiteState:
    """What the record knows of the site."""

    folder: str
    published_at: str  # UTC, empty when it was never made
    waiting: int  # articles released since then
    coming: tuple[Coming, ...] = ()  # the first of them


@dataclass(frozen=True, slots=True)
class Coming:
    """An article that the next update brings, changes or takes away."""

    title: str
    was_live: bool
    is_live: bool


def read_state(connection: Connection) -> SiteState:
    folder = str(settings.get(connection, "site_folder"))
    target = reading.target(connection, folder) if folder else None
    if target is not None and target.published_at:
        released = reading.released_since(connection, target.release_id, reading.head(connection))
        return SiteState(folder, target.published_at, len(released), _coming(connection, released[:SMALL]))
    return SiteState(folder, "", queues.size(connection, Place(Queue.LIVE), PROGRAM))


def _coming(connection: Connection, released: Sequence[tuple[Standing | None, Standing]]) -> tuple[Coming, ...]:
    """Return what the next update does to articles; one that was taken back before it ever stood there is left out."""
    rows = articles.rows(connection, [now.article_id for _before, now in released])
    pairs = [(before is not None and before.live, now) for before, now in released]
    return tuple(
        Coming(rows[now.article_id].title, was_live, now.live)
        for was_live, now in pairs
        if (was_live or now.live) and now.article_id in rows
    )
