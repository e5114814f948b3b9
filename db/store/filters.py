"""What else an article of a list must be: one set of filters for queues and for the search."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select

from db.domain.workflow import Publication, Stage
from db.schema.articles import article, involvement
from db.schema.newsroom import unit


@dataclass(frozen=True, slots=True)
class Filters:
    """What else an article must be. ``since`` and ``until`` bound its last change (UTC, ``until`` excluded)."""

    stage: Stage | None = None  # of the open draft
    publication: Publication | None = None
    channel_id: int | None = None
    person_id: int | None = None  # who had a part in it
    source: str = ""
    unit_id: int | None = None  # the source is its short or its full name
    since: str = ""
    until: str = ""


def conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """Return what the columns of ``article`` must be."""
    a = article.c
    asked = [
        (filters.stage, a.stage == filters.stage),
        (filters.publication, a.publication == filters.publication),
        (filters.channel_id, a.channel_id == filters.channel_id),
        (filters.person_id, involved(filters.person_id)),
        (filters.source, a.source == filters.source.encode(errors="replace").decode()),
        (filters.unit_id, _of_unit(filters.unit_id)),
        (filters.since, a.changed_at >= filters.since),
        (filters.until, a.changed_at < filters.until),
    ]
    return [condition for given, condition in asked if given]


def involved(person_id: int | None) -> ColumnElement[bool]:
    """Return that the person had a part in the article."""
    i = involvement.c
    return article.c.id.in_(select(i.article_id).where(i.person_id == person_id))


def _of_unit(unit_id: int | None) -> ColumnElement[bool]:
    names = (select(name).where(unit.c.id == unit_id, name != "") for name in (unit.c.short_name, unit.c.full_name))
    return or_(*(article.c.source.in_(query) for query in names))
