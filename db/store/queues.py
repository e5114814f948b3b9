"""The queues of a newsroom: which articles are in each, in which order, and how many."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from db.domain.people import Actor, Role
from db.domain.workflow import Publication, Stage
from db.schema.articles import article, claim, decision, draft, draft_author, involvement
from db.schema.newsroom import scheme, scheme_reviewer


class Queue(StrEnum):
    """Every queue of the left column."""

    MINE = "mine"  # 我的稿件
    RETURNED = "returned"  # 退回给我
    SUBMITTED = "submitted"  # 送审中
    TO_REVIEW = "to_review"  # 待我审核
    TO_PUBLISH = "to_publish"  # 待发布
    SCHEDULED = "scheduled"  # 定时发布
    LIVE = "live"  # 已发布
    WITHDRAWN = "withdrawn"  # 已撤稿
    ALL = "all"  # 全部稿件
    TRASH = "trash"  # 回收站
    CHANNEL = "channel"  # one channel's articles


@dataclass(frozen=True, slots=True)
class Place:
    """A queue, and the channel where it is one of a channel."""

    queue: Queue
    channel_id: int | None = None


def first(connection: Connection, place: Place, actor: Actor, limit: int = 60) -> list[int]:
    """Return the ids of the first rows of a queue."""
    return list(connection.scalars(_listing(place, actor).limit(limit)))


def ids(connection: Connection, place: Place, actor: Actor) -> array[int]:
    """Return the ids of a whole queue in its order."""
    return array("q", connection.scalars(_listing(place, actor)))


def size(connection: Connection, place: Place, actor: Actor) -> int:
    """Return how many articles are in a queue."""
    listing = _listing(place, actor).order_by(None).subquery()
    return int(connection.scalar(select(func.count()).select_from(listing)) or 0)


def sizes(connection: Connection, actor: Actor) -> dict[Queue, int]:
    """Return the counts of all queues but those of channels."""
    return {queue: size(connection, Place(queue), actor) for queue in Queue if queue is not Queue.CHANNEL}


def channel_sizes(connection: Connection) -> dict[int, int]:
    """Return channel id -> articles that are not in the trash."""
    query = select(article.c.channel_id, func.count()).group_by(article.c.channel_id)
    return {row[0]: row[1] for row in connection.execute(query) if row[0] is not None}


def _listing(place: Place, actor: Actor) -> Select[tuple[int]]:
    a = article.c
    newest = select(a.id).order_by(a.touched.desc())
    match place.queue:
        case Queue.MINE:
            i = involvement.c
            return select(i.article_id).where(i.person_id == actor.person_id).order_by(i.touched.desc())
        case Queue.RETURNED:
            return newest.where(a.stage == Stage.RETURNED, _written_by(actor))
        case Queue.SUBMITTED:
            return newest.where(a.stage.in_((Stage.REVIEW, Stage.APPROVED, Stage.SCHEDULED)), _written_by(actor))
        case Queue.TO_REVIEW:
            return _to_review(actor)
        case Queue.TO_PUBLISH:
            return newest.where(a.stage == Stage.APPROVED)
        case Queue.SCHEDULED:
            return (
                select(draft.c.article_id)
                .where(draft.c.stage == Stage.SCHEDULED)
                .order_by(draft.c.scheduled_for, draft.c.id)
            )
        case Queue.LIVE:
            return _published(Publication.LIVE)
        case Queue.WITHDRAWN:
            return _published(Publication.WITHDRAWN)
        case Queue.TRASH:
            return newest.where(a.stage == Stage.TRASHED)
        case Queue.CHANNEL:
            return newest.where(a.channel_id == place.channel_id)
        case Queue.ALL:
            return newest
    raise AssertionError(place)


def _published(publication: Publication) -> Select[tuple[int]]:
    return select(article.c.id).where(article.c.publication == publication).order_by(article.c.published_seq.desc())


def _written_by(actor: Actor) -> ColumnElement[bool]:
    a = draft_author.c
    return exists().where(
        draft.c.article_id == article.c.id,
        draft.c.stage.not_in((Stage.PUBLISHED, Stage.TRASHED)),
        a.draft_id == draft.c.id,
        a.person_id == actor.person_id,
    )


def _to_review(actor: Actor) -> Select[tuple[int]]:
    """What waits for this person: of their level, not their own text, not decided by them at another level."""
    d, me = draft.c, actor.person_id
    listed = select(scheme_reviewer.c.person_id).where(
        scheme_reviewer.c.scheme_id == d.scheme_id, scheme_reviewer.c.level == d.level
    )
    own = exists().where(draft_author.c.draft_id == d.id, draft_author.c.person_id == me)
    twice = exists().where(decision.c.draft_id == d.id, decision.c.person_id == me, decision.c.level != d.level)
    levels = actor.levels if Role.REVIEWER in actor.roles else frozenset()
    return (
        select(d.article_id)
        .join(scheme, scheme.c.id == d.scheme_id)
        .where(
            d.stage == Stage.REVIEW,
            d.level.in_(sorted(levels)),
            ~listed.exists() | listed.where(scheme_reviewer.c.person_id == me).exists(),
            (scheme.c.exemption != "") | ~(own | twice),
        )
        .order_by(d.waiting_since, d.id)
    )


def claimed(connection: Connection) -> set[int]:
    """Return the articles whose draft somebody reads now."""
    query = select(draft.c.article_id).join(claim, claim.c.draft_id == draft.c.id)
    return set(connection.scalars(query))
