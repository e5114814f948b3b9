"""What the list shows and how it is read: a queue or everything, sorted, filtered, searched. For reader threads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from db.domain.article import ArticleRow
from db.domain.people import Actor
from db.store import articles, queues, search
from db.store.filters import Filters
from db.store.queues import Order, Place, Queue

if TYPE_CHECKING:
    from sqlalchemy import Connection

EVERYTHING = Place(Queue.ALL)
FIRST = 60  # rows of the first page
_BEFORE = " \n\t　，。、；：！？”’）》】"  # a piece does not begin with the end of what came before
Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """One way of looking at the record. A query is sorted by ``best`` or by the newest, not by ``order``."""

    place: Place = EVERYTHING
    order: Order | None = None
    query: str = ""
    best: bool = False
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True)
class Found:
    """A row that was searched for: a piece of its text, and where the words stand in it and in the title."""

    row: ArticleRow
    piece: str
    piece_marks: Marks
    title_marks: Marks


def first(look: Look, actor: Actor, connection: Connection) -> tuple[Sequence[int], int | None]:
    """Return the ids of the first page, and how many there are if that is known as quickly."""
    if not look.query:
        found: Sequence[int] = queues.first(
            connection, look.place, actor, FIRST, order=look.order, filters=look.filters
        )
        if len(found) == FIRST and look.filters == Filters():
            return found, queues.size(connection, look.place, actor)
    else:
        found = _hits(look, actor, connection, FIRST)
    return found, len(found) if len(found) < FIRST else None


def every(look: Look, actor: Actor, connection: Connection) -> Sequence[int]:
    """Return all ids in their order."""
    if look.query:
        return _hits(look, actor, connection, None)
    return queues.ids(connection, look.place, actor, order=look.order, filters=look.filters)


def rows(look: Look, connection: Connection, wanted: Sequence[int]) -> dict[int, Any]:
    """Return the rows of the wanted articles: ``ArticleRow``, or ``Found`` where something is looked for."""
    found = articles.rows(connection, wanted)
    if not look.query:
        return dict(found)
    hits = search.hits(connection, wanted, look.query)
    return {key: _found(row, hits.get(key), look.query) for key, row in found.items()}


def _found(row: ArticleRow, hit: search.Hit | None, query: str) -> Found:
    title_marks = search.marked(row.title, query)
    if hit is None or not hit.marks:  # the title says it all
        return Found(row, "", (), title_marks)
    gone = len(hit.snippet) - len(hit.snippet.lstrip(_BEFORE))
    gone = min(gone, hit.marks[0][0])
    return Found(row, hit.snippet[gone:], tuple((start - gone, end - gone) for start, end in hit.marks), title_marks)


def _hits(look: Look, actor: Actor, connection: Connection, limit: int | None) -> Sequence[int]:
    order: search.Order = "best" if look.best else "newest"
    among = queues.members(look.place, actor)
    return search.ids(connection, look.query, look.filters, order=order, among=among, limit=limit)
