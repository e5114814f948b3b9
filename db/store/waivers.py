"""Reading waivers: what was set aside for an article, by whom and why."""

from __future__ import annotations

from sqlalchemy import Connection, select

from db.domain.waiver import Waiver
from db.schema.articles import draft, waiver
from db.schema.newsroom import person


def of_article(connection: Connection, article_id: int) -> list[Waiver]:
    """Return the waivers of every lane of an article, oldest first."""
    query = (
        select(waiver.c.rule, waiver.c.subject, waiver.c.reason, person.c.name, waiver.c.at)
        .join(draft, draft.c.id == waiver.c.draft_id)
        .join(person, person.c.id == waiver.c.person_id)
        .where(draft.c.article_id == article_id)
        .order_by(waiver.c.id)
    )
    return [Waiver(row.rule, row.subject, row.reason, row.name, row.at) for row in connection.execute(query)]
