"""Reading which facts of a draft were checked, by whom, and by what source."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from db.domain.ticks import Tick
from db.schema.articles import fact_tick
from db.schema.newsroom import person


def of_draft(connection: Connection, draft_id: int) -> list[Tick]:
    """Return the last word on each fact at each level, oldest first. What was taken back is among them."""
    t = fact_tick.c
    last = select(func.max(t.id)).where(t.draft_id == draft_id).group_by(t.level, t.key)
    query = (
        select(t.key, t.level, t.ticked, t.note, person.c.name, t.at)
        .join(person, person.c.id == t.person_id)
        .where(t.id.in_(last))
        .order_by(t.id)
    )
    return [Tick(row.key, row.level, row.ticked, row.note, row.name, row.at) for row in connection.execute(query)]


def at_level(connection: Connection, draft_id: int, level: int) -> dict[str, Tick]:
    """Return the same for one level, by the facts' keys."""
    return {tick.key: tick for tick in of_draft(connection, draft_id) if tick.level == level}
