"""What others did that concerns a person: to their articles, and what came to wait for them; from the audit chain."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, or_, select

from db.domain.people import Actor
from db.schema.articles import article, involvement
from db.schema.newsroom import audit
from db.store import queues
from db.store.queues import Place, Queue

MINE = (
    "return", "approve", "publish", "withdraw", "reinstate", "schedule_refused", "take_over", "amend", "annotate",
    "note_reply",
)  # fmt: skip
WAITING = ("submit", "approve")
CALLS = ("annotate", "note_reply", "note_resolve", "note_reopen", "hand_over", "confirm")  # may name whom they concern
REACH = 5_000  # entries back from the newest that are looked at


@dataclass(frozen=True, slots=True)
class Notice:
    """The newest thing that happened to one article.

    ``waits``: a decision of this person is asked for. ``calls``: it was said or done to this person by name.
    """

    seq: int
    at: str
    by: str
    verb: str
    article_id: int
    title: str
    waits: bool
    calls: bool


def newest(connection: Connection, actor: Actor, limit: int = 20) -> list[Notice]:
    """Return the newest notices of a person, one an article, newest first."""
    a, i = audit.c, involvement.c
    last = connection.scalar(select(func.max(a.seq))) or 0
    involved = select(i.article_id).where(i.person_id == actor.person_id)
    waiting = select(article.c.id).where(*queues.members(Place(Queue.TO_REVIEW), actor))
    mine = and_(a.verb.in_(MINE), a.article_id.in_(involved))
    waits = and_(a.verb.in_(WAITING), a.article_id.in_(waiting))
    calling = and_(a.verb.in_(CALLS), a.facts.contains('"calls":'))
    query = (
        select(a.seq, a.at, a.person, a.verb, a.article_id, a.facts, article.c.title)
        .add_columns(mine.label("mine"), waits.label("waits"))
        .join(article, article.c.id == a.article_id)
        .where(a.seq > last - REACH, a.person != actor.name, or_(mine, waits, calling))
        .order_by(a.seq.desc())
    )
    found: dict[int, Notice] = {}
    for row in connection.execute(query):
        calls = row.verb in CALLS and actor.person_id in json.loads(row.facts).get("calls", ())
        if not (row.mine or row.waits or calls):
            continue
        notice = Notice(row.seq, row.at, row.person, row.verb, row.article_id, row.title, bool(row.waits), calls)
        found.setdefault(row.article_id, notice)
        if len(found) == limit:
            break
    return list(found.values())
