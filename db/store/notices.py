"""What others did that concerns a person: to their articles, and what came to wait for them; from the audit chain."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, or_, select

from db.domain.people import Actor
from db.schema.articles import article, involvement
from db.schema.newsroom import audit
from db.store import queues
from db.store.queues import Place, Queue

MINE = ("return", "approve", "publish", "withdraw", "reinstate", "schedule_refused", "take_over")
WAITING = ("submit", "approve")
REACH = 5_000  # entries back from the newest that are looked at


@dataclass(frozen=True, slots=True)
class Notice:
    """The newest thing that happened to one article. ``waits``: a decision of this person is asked for."""

    seq: int
    at: str
    by: str
    verb: str
    article_id: int
    title: str
    waits: bool


def newest(connection: Connection, actor: Actor, limit: int = 20) -> list[Notice]:
    """Return the newest notices of a person, one an article, newest first."""
    a, i = audit.c, involvement.c
    last = connection.scalar(select(func.max(a.seq))) or 0
    mine = select(i.article_id).where(i.person_id == actor.person_id)
    waiting = select(article.c.id).where(*queues.members(Place(Queue.TO_REVIEW), actor))
    waits = and_(a.verb.in_(WAITING), a.article_id.in_(waiting))
    query = (
        select(a.seq, a.at, a.person, a.verb, a.article_id, article.c.title, waits.label("waits"))
        .join(article, article.c.id == a.article_id)
        .where(a.seq > last - REACH, a.person != actor.name)
        .where(or_(and_(a.verb.in_(MINE), a.article_id.in_(mine)), waits))
        .order_by(a.seq.desc())
        .limit(limit * 5)
    )
    found: dict[int, Notice] = {}
    for row in connection.execute(query):
        notice = Notice(row.seq, row.at, row.person, row.verb, row.article_id, row.title, bool(row.waits))
        found.setdefault(row.article_id, notice)
    return list(found.values())[:limit]
