"""Full text: the index is written in the transaction of the change, and found again by any substring."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    column,
    delete,
    false,
    func,
    insert,
    literal,
    literal_column,
    select,
    table,
    text,
)

from db.schema.articles import article, search_text
from db.store.bigrams import match_query, terms, tokens
from db.store.filters import Filters, conditions
from db.store.id_lists import gathered
from db.store.snippet import Marks, marks, snippet

Order = Literal["newest", "best"]
Among = Sequence[ColumnElement[bool]]

FIELDS = ("body", "title", "people", "source", "number")  # columns of the index, in their order
_PUT = "INSERT INTO search (rowid, body, title, people, source, number) VALUES (?, ?, ?, ?, ?, ?)"
_TAKE = "INSERT INTO search (search, rowid, body, title, people, source, number) VALUES ('delete', ?, ?, ?, ?, ?, ?)"
_WEIGHTS = "1.0, 5.0, 5.0, 2.0, 10.0"  # what a hit in each of them is worth
_FEW = 3000  # up to so many articles that pass a filter are named to the index
_RANKED = 2000  # newest hits that are weighed; a query that has more is too wide for a rank to say much

_index = table("search", column("rowid"))
_rowid = _index.c.rowid
_worth: ColumnElement[float] = literal_column(f"bm25(search, {_WEIGHTS})")


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
        _write(connection, _PUT, texts, bodies or {})


def remove(connection: Connection, article_id: int) -> None:
    """Take the article out of the index."""
    old = _indexed(connection, article_id)
    if old is not None:
        _take_out(connection, article_id, old)


def rebuild(connection: Connection) -> None:
    """Make the index anew from ``search_text``."""
    connection.exec_driver_sql("INSERT INTO search (search) VALUES ('delete-all')")
    for rows in connection.execution_options(yield_per=500).execute(select(search_text)).mappings().partitions():
        _write(connection, _PUT, {row["article_id"]: row for row in rows}, {})


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
        found = _best(connection, matching, _matching(connection, query, filters or Filters(), among, "title"))
        start = found.index(after) + 1 if after in found else 0
        found = found[start : start + limit]
    else:
        if after is not None:
            matching = matching.where(_rowid < after)
        found = list(connection.scalars(matching.order_by(_rowid.desc()).limit(limit)))
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
        in_title = _matching(connection, query, filters or Filters(), among, "title")
        return array("q", _best(connection, matching, in_title)[:limit])
    return gathered(connection, matching.order_by(_rowid.desc()).limit(limit))


def count(connection: Connection, query: str, filters: Filters | None = None, *, among: Among = ()) -> int:
    """Return how many articles ``find`` would find."""
    matching = _matching(connection, query, filters or Filters(), among)
    return 0 if matching is None else int(connection.scalar(select(func.count()).select_from(matching.subquery())) or 0)


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
    _write(connection, _TAKE, {article_id: texts}, {})
    connection.execute(delete(search_text).where(search_text.c.article_id == article_id))


def _write(
    connection: Connection, statement: str, texts: Mapping[int, Mapping[Any, Any]], bodies: Mapping[int, str]
) -> None:
    rows = [
        (key, bodies.get(key) or tokens(words["body"]), *(tokens(words[name]) for name in FIELDS[1:]))
        for key, words in texts.items()
    ]
    connection.exec_driver_sql(statement, rows)


def _indexed(connection: Connection, article_id: int) -> dict[str, str] | None:
    columns = [search_text.c[name] for name in FIELDS]
    row = connection.execute(select(*columns).where(search_text.c.article_id == article_id)).first()
    return dict(row._mapping) if row else None


def _matching(
    connection: Connection,
    query: str,
    filters: Filters,
    among: Among,
    part: str = "{body title people source number}",
) -> Select[tuple[int]] | None:
    """Return the query for the ids of the articles that match, or None when there is nothing to look for."""
    match = match_query(query)
    if match is None:
        return None
    match = f"{part} : ({match})"
    of_source = match_query(filters.source)
    if of_source:
        match += f" AND source : ({of_source})"
    matching = select(_rowid).select_from(_index).where(text("search MATCH :match").bindparams(match=match))
    asked = [*conditions(filters), *among]
    if not asked:
        return matching
    few = _few(connection, asked) if among or _narrow(filters) else None
    if few is None:
        # EXISTS, not a join: the index is walked, and each hit is asked whether it passes.
        return matching.where(select(literal(1)).where(article.c.id == _rowid, *asked).correlate(_index).exists())
    if not few:
        return matching.where(false())
    # The plus keeps SQLite from asking the index once for each id, which is a hundred times dearer.
    named = text("+search.rowid IN (SELECT value FROM json_each(:few))").bindparams(few=json.dumps(few))
    return matching.where(_rowid.between(min(few), max(few)), named)


def _narrow(filters: Filters) -> bool:
    """Say whether an index of the articles finds what passes."""
    return bool(filters.stage or filters.publication or filters.channel_id or filters.person_id)


def _few(connection: Connection, asked: Among) -> list[int] | None:
    """Return the ids that pass the filters when they are few."""
    found = list(connection.scalars(select(article.c.id).where(*asked).limit(_FEW + 1)))
    return found if len(found) <= _FEW else None


def _best(connection: Connection, matching: Select[tuple[int]], in_title: Select[tuple[int]] | None) -> list[int]:
    """Return ids: those with the terms in the title, newest first, then the others by descending worth."""
    titled = [] if in_title is None else connection.scalars(in_title.order_by(_rowid.desc()).limit(_RANKED)).all()
    floor = connection.scalar(matching.order_by(_rowid.desc()).limit(1).offset(_RANKED))
    if floor is not None:
        matching = matching.where(_rowid > floor)
    return list(dict.fromkeys([*titled, *connection.scalars(matching.order_by(_worth, _rowid.desc()))]))
