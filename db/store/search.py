"""Full text: the index is written in the transaction of the change, and found again by any substring."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from db.schema.articles import search_text
from db.store import fts
from db.store.bigrams import terms
from db.store.filters import Filters, conditions
from db.store.fts import FIELDS, Among, Index, Matching
from db.store.id_lists import gathered
from db.store.snippet import Marks, marks, snippet

Order = Literal["newest", "best"]

_RANKED = 2000  # newest hits that are weighed; a query that has more is too wide for a rank to say much


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found, with a piece of its text; ``marks`` are the (start, end) of the terms in it."""

    article_id: int
    snippet: str
    marks: Marks


def index(
    connection: Connection, article_id: int, *, title: str, body: str, people: str, source: str, number: str
) -> None:
    """Put the article's words into the index in place of those that it had; nothing is done when they are the same."""
    new = {"body": body, "title": title, "people": people, "source": source, "number": number}
    old = _indexed(connection, article_id)
    if new == old:
        return
    if old is not None:
        _take_out(connection, article_id, old)
    index_new(connection, {article_id: new})


def index_new(
    connection: Connection, texts: Mapping[int, Mapping[str, str]], bodies: Mapping[int, str] | None = None
) -> None:
    """Put articles into the index that are not in it yet: article id -> what is to be found, by ``FIELDS``.

    ``bodies`` holds the tokens of bodies where they were made before, which is most of the work on our side.
    """
    if texts:
        connection.execute(insert(search_text), [{"article_id": key, **words} for key, words in texts.items()])
        _index(connection).put(connection, texts, bodies or {})


def remove(connection: Connection, article_id: int) -> None:
    """Take the article out of the index."""
    old = _indexed(connection, article_id)
    if old is not None:
        _take_out(connection, article_id, old)


def rebuild(connection: Connection) -> None:
    """Make the index anew from ``search_text``."""
    index = _index(connection)
    index.empty(connection)
    for rows in connection.execute(select(search_text), execution_options={"yield_per": 500}).mappings().partitions():
        index.put(connection, {row["article_id"]: row for row in rows}, {})


def find(
    connection: Connection,
    query: str,
    filters: Filters | None = None,
    *,
    order: Order = "newest",
    limit: int = 50,
    after: int | None = None,
    among: Among = (),
) -> list[Hit]:
    """Return the articles that hold every term of ``query``; ``after`` is the article_id of the last hit shown.

    Newest: descending article_id. Best: those with the terms in the title, then by weight; of more than 2,000 hits
    the newest 2,000 are weighed. ``among`` holds further conditions, as ``queues.members`` gives them.
    """
    matching = _matching(connection, query, filters or Filters(), among)
    if matching is None:
        return []
    if order == "best":
        found = _best(connection, matching, _matching(connection, query, filters or Filters(), among, in_title=True))
        start = found.index(after) + 1 if after in found else 0
        found = found[start : start + limit]
    else:
        newest = matching.query if after is None else matching.query.where(matching.key < after)
        found = list(connection.scalars(newest.order_by(matching.key.desc()).limit(limit)))
    return list(hits(connection, found, query).values())


def ids(
    connection: Connection,
    query: str,
    filters: Filters | None = None,
    *,
    order: Order = "newest",
    among: Among = (),
    limit: int | None = None,
) -> array[int]:
    """Return the ids of what ``find`` would find, in its order, without a piece of their text."""
    matching = _matching(connection, query, filters or Filters(), among)
    if matching is None:
        return array("q")
    if order == "best":
        in_title = _matching(connection, query, filters or Filters(), among, in_title=True)
        return array("q", _best(connection, matching, in_title)[:limit])
    return gathered(connection, matching.query.order_by(matching.key.desc()).limit(limit))


def count(connection: Connection, query: str, filters: Filters | None = None, *, among: Among = ()) -> int:
    """Return how many articles ``find`` would find."""
    matching = _matching(connection, query, filters or Filters(), among)
    if matching is None:
        return 0
    return int(connection.scalar(select(func.count()).select_from(matching.query.subquery())) or 0)


def hits(connection: Connection, wanted: Sequence[int], query: str) -> dict[int, Hit]:
    """Return the piece of its text around the terms for each article that was found, in the order of ``wanted``.

    Where the body does not hold them it is a piece of the people, the source or the number that does.
    """
    s, looked_for = search_text.c, terms(query)
    texts = select(s.article_id, s.body, s.people, s.source, s.number)
    found = connection.execute(texts.where(s.article_id.in_(bindparam("ids", expanding=True))), {"ids": list(wanted)})
    kept = {row.article_id: row for row in found}
    return {
        row.article_id: _hit(row.article_id, row.body, (row.people, row.source, row.number), looked_for)
        for row in (kept[key] for key in wanted if key in kept)
    }


def _hit(article_id: int, body: str, others: Sequence[str], looked_for: tuple[str, ...]) -> Hit:
    pieces = (snippet(words, looked_for) for words in (body, *others))
    return Hit(article_id, *next((piece for piece in pieces if piece[1]), snippet(body, looked_for)))


def marked(text: str, query: str) -> Marks:
    """Return where the terms of ``query`` stand in a text, a title for one."""
    return marks(text, terms(query))


def _take_out(connection: Connection, article_id: int, texts: Mapping[str, str]) -> None:
    _index(connection).take(connection, article_id, texts)
    connection.execute(delete(search_text).where(search_text.c.article_id == article_id))


def _indexed(connection: Connection, article_id: int) -> dict[str, str] | None:
    columns = [search_text.c[name] for name in FIELDS]
    row = connection.execute(select(*columns).where(search_text.c.article_id == article_id)).first()
    return dict(row._mapping) if row else None


def _index(connection: Connection) -> Index:
    """Return the index that the database has."""
    if connection.dialect.name == "postgresql":
        from db.store.postgres import grams  # noqa: PLC0415  # what a newsroom in a file does without

        return grams.GRAMS
    return fts.FTS


def _matching(
    connection: Connection, query: str, filters: Filters, among: Among, *, in_title: bool = False
) -> Matching | None:
    """Return the query for the ids of the articles that match, or None when there is nothing to look for."""
    asked = [*conditions(filters), *among]
    matching = _index(connection).matching(query, filters.source, in_title=in_title)
    if matching is None or not asked:
        return matching
    narrow = bool(among or filters.stage or filters.publication or filters.channel_id or filters.person_id)
    return _index(connection).narrowed(connection, matching, asked, narrow)


def _best(connection: Connection, matching: Matching, in_title: Matching | None) -> list[int]:
    """Return ids: those with the terms in the title, newest first, then the others by descending worth."""
    titled: Sequence[Any] = ()
    if in_title is not None:
        titled = connection.scalars(in_title.query.order_by(in_title.key.desc()).limit(_RANKED)).all()
    query, key = matching.query, matching.key
    floor = connection.scalar(query.order_by(key.desc()).limit(1).offset(_RANKED))
    if floor is not None:
        query = query.where(key > floor)
    return list(dict.fromkeys([*titled, *connection.scalars(query.order_by(matching.worth, key.desc()))]))
