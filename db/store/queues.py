"""The queues of a newsroom: which articles are in each, in which order, and how many."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, false, func, literal, or_, select

from db.domain.people import Actor, Role
from db.domain.workflow import Publication, Purpose, Stage
from db.schema.articles import amendment, article, decision, draft, draft_author, involvement
from db.schema.newsroom import scheme, scheme_reviewer
from db.store import amendments, delegations
from db.store.filters import Filters, conditions, involved
from db.store.id_lists import gathered


class Queue(StrEnum):
    """Every queue of the left column."""

    MINE = "mine"  # 我的稿件
    RETURNED = "returned"  # 退回给我
    TO_CONFIRM = "to_confirm"  # 待确认审改
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


class Order(StrEnum):
    """Which article of a queue comes first."""

    NEWEST = "newest"  # changed last
    OLDEST = "oldest"  # changed longest ago
    WAITING = "waiting"  # waits longest for a decision
    PUBLISHED = "published"  # published last
    DUE = "due"  # goes out next
    NUMBER = "number"  # registered last
    TITLE = "title"


_COMMON = (Order.NEWEST, Order.OLDEST, Order.NUMBER, Order.TITLE)
_WAITING = (Order.WAITING, Order.NEWEST, Order.NUMBER, Order.TITLE)
_PUBLISHED = (Order.PUBLISHED, Order.NEWEST, Order.NUMBER, Order.TITLE)

# What each queue may be sorted by, its own order first.
ORDERS: Mapping[Queue, tuple[Order, ...]] = {
    **dict.fromkeys(Queue, _COMMON),
    Queue.SUBMITTED: (Order.NEWEST, Order.WAITING, Order.NUMBER, Order.TITLE),
    Queue.TO_REVIEW: _WAITING,
    Queue.TO_CONFIRM: _WAITING,
    Queue.SCHEDULED: (Order.DUE, Order.NEWEST, Order.NUMBER, Order.TITLE),
    Queue.LIVE: _PUBLISHED,
    Queue.WITHDRAWN: _PUBLISHED,
}

_ALL = Filters()
_CLOSED = (Stage.PUBLISHED, Stage.TRASHED)
_SENT = (Stage.REVIEW, Stage.APPROVED, Stage.SCHEDULED)
_waiting, _due = func.nullif(draft.c.waiting_since, ""), func.nullif(draft.c.scheduled_for, "")  # "": it does not
# Written out: SQLite uses an index of some rows only where the question names them with the very same words.
_UNPUBLISHED = draft.c.stage != literal(str(Stage.PUBLISHED), literal_execute=True)


def first(
    connection: Connection,
    place: Place,
    actor: Actor,
    limit: int = 60,
    *,
    order: Order | None = None,
    filters: Filters = _ALL,
) -> list[int]:
    """Return the ids of the first rows of a queue; without an order in the queue's own."""
    return list(connection.scalars(_listing(place, actor, order, filters).limit(limit)))


def ids(
    connection: Connection, place: Place, actor: Actor, *, order: Order | None = None, filters: Filters = _ALL
) -> array[int]:
    """Return the ids of a whole queue in its order."""
    return gathered(connection, _listing(place, actor, order, filters))


def size(connection: Connection, place: Place, actor: Actor, *, filters: Filters = _ALL) -> int:
    """Return how many articles are in a queue."""
    listing = _listing(place, actor, None, filters).order_by(None).subquery()
    return int(connection.scalar(select(func.count()).select_from(listing)) or 0)


def sizes(connection: Connection, actor: Actor) -> dict[Queue, int]:
    """Return the counts of all queues but those of channels."""
    return {queue: size(connection, Place(queue), actor) for queue in Queue if queue is not Queue.CHANNEL}


def channel_sizes(connection: Connection) -> dict[int, int]:
    """Return channel id -> articles that are not in the trash."""
    query = select(article.c.channel_id, func.count()).group_by(article.c.channel_id)
    return {row[0]: row[1] for row in connection.execute(query) if row[0] is not None}


def members(place: Place, actor: Actor) -> list[ColumnElement[bool]]:
    """Return what an article must be to belong to a queue; nothing for the queue of all."""
    a = article.c
    match place.queue:
        case Queue.MINE:
            return [involved(actor.person_id), article.c.id.not_in(_trashed())]
        case Queue.RETURNED:
            return [_at(Stage.RETURNED), _written_by(actor, Stage.RETURNED)]
        case Queue.TO_CONFIRM:
            return [_at(Stage.REVIEW), a.id.in_(_to_confirm(actor)), _written_by(actor, Stage.REVIEW)]
        case Queue.SUBMITTED:
            return [_at(*_SENT), _written_by(actor, *_SENT)]
        case Queue.TO_REVIEW:
            return [a.id.in_(_to_review(actor))]
        case Queue.TO_PUBLISH:
            return [_at(Stage.APPROVED)]
        case Queue.SCHEDULED:
            return [_at(Stage.SCHEDULED)]
        case Queue.LIVE:
            return [a.publication == Publication.LIVE]
        case Queue.WITHDRAWN:
            return [a.publication == Publication.WITHDRAWN]
        case Queue.TRASH:
            return [a.stage == Stage.TRASHED]
        case Queue.CHANNEL:
            return [a.channel_id == place.channel_id]
        case Queue.ALL:
            return []
    raise AssertionError(place)


def _listing(place: Place, actor: Actor, order: Order | None, filters: Filters) -> Select[tuple[int]]:
    """Return the query for the ids of a queue; each queue's own order is one that an index gives."""
    asked, d = conditions(filters), draft.c
    order = order or ORDERS[place.queue][0]
    if not asked:
        match place.queue, order:
            case Queue.MINE, Order.NEWEST | Order.OLDEST:
                i = involvement.c
                mine = select(i.article_id).where(i.person_id == actor.person_id, i.article_id.not_in(_trashed()))
                return mine.order_by(i.touched.desc() if order is Order.NEWEST else i.touched)
            case Queue.TO_REVIEW, Order.WAITING:
                # the correction and the other lane of an article may both wait
                return _to_review(actor).group_by(d.article_id).order_by(*_by(order))
            case Queue.SCHEDULED, Order.DUE:
                due = select(d.article_id).where(d.stage == Stage.SCHEDULED, _UNPUBLISHED)
                return due.group_by(d.article_id).order_by(*_by(order))
    listing = select(article.c.id).where(*members(place, actor), *asked)
    if order in (Order.WAITING, Order.DUE):
        listing = listing.outerjoin(draft, (d.article_id == article.c.id) & d.stage.not_in(_CLOSED))
        listing = listing.group_by(article.c.id)
    return listing.order_by(*_by(order))


def _by(order: Order) -> tuple[ColumnElement[Any], ...]:
    a, d = article.c, draft.c
    keys: Mapping[Order, tuple[ColumnElement[Any], ...]] = {
        Order.NEWEST: (a.touched.desc(),),
        Order.OLDEST: (a.touched,),
        Order.WAITING: (func.coalesce(func.max(d.waiting_since), "") == "", func.min(_waiting), func.min(d.id)),
        Order.PUBLISHED: (a.published_seq.desc(),),
        Order.DUE: (func.min(_due), func.min(d.id)),
        Order.NUMBER: (a.number.desc(),),
        Order.TITLE: (a.title, a.id),
    }
    return keys[order]


def _trashed() -> Select[tuple[int]]:
    """What is in the trash as a whole; a live article stays one's own when an update of it is abandoned."""
    gone = article.alias("gone")
    return select(gone.c.id).where(gone.c.stage == Stage.TRASHED, gone.c.publication == Publication.NONE)


def _at(*stages: Stage) -> ColumnElement[bool]:
    """Say that one of the article's lanes is there: that which its row tells of, or a correction beside it."""
    d = draft.c
    corrected = select(d.article_id).where(d.purpose == Purpose.CORRECTION, d.stage.in_(stages), _UNPUBLISHED)
    return article.c.stage.in_(stages) | article.c.id.in_(corrected)


def _written_by(actor: Actor, *stages: Stage) -> ColumnElement[bool]:
    """Say that the person wrote in a lane that is there; asked first whether at all, then whether in the article.

    Sums, not EXISTS: SQLite makes a join of that, and begins it with all that the person ever wrote.
    """
    d, a, i, me = draft.c, draft_author.c, involvement.c, actor.person_id
    ever = select(func.count()).select_from(select(i.article_id).where(i.person_id == me).limit(1).subquery())
    had_part = select(func.count()).where(i.person_id == me, i.article_id == article.c.id)
    mine = select(func.count()).where(a.draft_id == d.id, a.person_id == me).scalar_subquery()
    lanes = select(func.sum(mine)).where(d.article_id == article.c.id, d.stage.in_(stages))
    asked = (ever, had_part.correlate(article), lanes.correlate(article))
    return and_(*(query.scalar_subquery() > 0 for query in asked))


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
            _UNPUBLISHED,
            or_(
                and_(
                    d.level.in_(sorted(levels)) if levels else false(),
                    ~listed.exists() | listed.where(scheme_reviewer.c.person_id == me).exists(),
                ),
                delegations.any_for(me) if levels else false(),
            ),
            (scheme.c.exemption != "") | ~(own | twice),
            ~amendments.waits(),
        )
    )


def _to_confirm(actor: Actor) -> Select[tuple[int]]:
    """What another amended in review and nobody has confirmed."""
    d, a = draft.c, amendment.c
    waiting = select(d.article_id).join(amendment, (a.draft_id == d.id) & (a.round == d.round))
    return waiting.where(d.stage == Stage.REVIEW, _UNPUBLISHED, amendments.unanswered(), a.person_id != actor.person_id)
