"""The index of a newsroom in a file: FTS5 over overlapping pairs of characters."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    column,
    false,
    literal,
    literal_column,
    select,
    table,
    text,
)

from db.schema.articles import article
from db.store.bigrams import match_query, tokens

Among = Sequence[ColumnElement[bool]]
Words = Mapping[int, Mapping[Any, Any]]  # article id -> what is to be found, by FIELDS

FIELDS = ("body", "title", "people", "source", "number")  # columns of the index, in their order
WEIGHTS = (1.0, 5.0, 5.0, 2.0, 10.0)  # what a hit in each of them is worth


@dataclass(frozen=True, slots=True)
class Matching:
    """A query for ids, the column that it gives, and what is less for a better hit."""

    query: Select[tuple[int]]
    key: ColumnElement[int]
    worth: ColumnElement[float]


class Index(Protocol):
    """What the search asks of the database's index."""

    def put(self, connection: Connection, texts: Words, bodies: Mapping[int, str]) -> None:
        """Put articles in that are not in it. ``bodies``: tokens of bodies where they were made before."""

    def take(self, connection: Connection, article_id: int, texts: Mapping[str, str]) -> None:
        """Take an article out that is in it with these texts."""

    def empty(self, connection: Connection) -> None:
        """Take out all."""

    def matching(self, query: str, source: str, *, in_title: bool) -> Matching | None:
        """Return the query for what holds every term; None without any."""

    def narrowed(self, connection: Connection, matching: Matching, asked: Among, narrow: bool) -> Matching:
        """Return the same for articles that are as asked; ``narrow``: an index of the articles finds these."""


_PUT = "INSERT INTO search (rowid, body, title, people, source, number) VALUES (?, ?, ?, ?, ?, ?)"
_TAKE = "INSERT INTO search (search, rowid, body, title, people, source, number) VALUES ('delete', ?, ?, ?, ?, ?, ?)"
FEW = 3000  # up to so many articles that pass a filter are named to the index

_index = table("search", column("rowid"))
_rowid = _index.c.rowid
_worth: ColumnElement[float] = literal_column(f"bm25(search, {', '.join(map(str, WEIGHTS))})")


class _Fts:
    """FTS5, contentless: what is taken out must be said again."""

    def put(self, connection: Connection, texts: Words, bodies: Mapping[int, str]) -> None:
        _write(connection, _PUT, texts, bodies)

    def take(self, connection: Connection, article_id: int, texts: Mapping[str, str]) -> None:
        _write(connection, _TAKE, {article_id: texts}, {})

    def empty(self, connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO search (search) VALUES ('delete-all')")

    def matching(self, query: str, source: str, *, in_title: bool) -> Matching | None:
        match = match_query(query)
        if match is None:
            return None
        match = f"{'title' if in_title else '{body title people source number}'} : ({match})"
        of_source = match_query(source)
        if of_source:
            match += f" AND source : ({of_source})"
        found = select(_rowid).select_from(_index).where(text("search MATCH :match").bindparams(match=match))
        return Matching(found, _rowid, _worth)

    def narrowed(self, connection: Connection, matching: Matching, asked: Among, narrow: bool) -> Matching:
        few = _few(connection, asked) if narrow else None
        if few is None:
            # EXISTS, not a join: the index is walked, and each hit is asked whether it passes.
            passes = select(literal(1)).where(article.c.id == _rowid, *asked).correlate(_index).exists()
            return replace(matching, query=matching.query.where(passes))
        if not few:
            return replace(matching, query=matching.query.where(false()))
        # The plus keeps SQLite from asking the index once for each id, which is a hundred times dearer.
        named = text("+search.rowid IN (SELECT value FROM json_each(:few))").bindparams(few=json.dumps(few))
        return replace(matching, query=matching.query.where(_rowid.between(min(few), max(few)), named))


FTS: Index = _Fts()


def _write(connection: Connection, statement: str, texts: Words, bodies: Mapping[int, str]) -> None:
    rows = [
        (key, bodies.get(key) or tokens(words["body"]), *(tokens(words[name]) for name in FIELDS[1:]))
        for key, words in texts.items()
    ]
    connection.exec_driver_sql(statement, rows)


def _few(connection: Connection, asked: Among) -> list[int] | None:
    """Return the ids that pass the filters when they are few."""
    found = list(connection.scalars(select(article.c.id).where(*asked).limit(FEW + 1)))
    return found if len(found) <= FEW else None
