"""The index of a record on a server: the same overlapping pairs of characters, each one number, in an inverted index.

What holds all pairs of a term is a candidate; a term of more than two characters is then looked for in the words
themselves, as they are compared (``folded``): so the very same texts are found as in a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Integer,
    MetaData,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY

from db.schema.articles import article
from db.store.bigrams import folded, terms, tokens
from db.store.fts import FIELDS, WEIGHTS, Among, Index, Matching, Words

_LONG = 2000.0  # characters of a text of usual length
_OFTEN, _LENGTH = 1.2, 0.75  # of BM25: how soon more hits of a term count no more, how much a long text is marked down

_search = Table(
    "search",
    MetaData(),
    Column("article_id", Integer, primary_key=True),
    *(Column(name, Text, nullable=False) for name in FIELDS),
    Column("grams", ARRAY(BigInteger), nullable=False),
)


def numbers(made: Iterable[str]) -> list[int]:
    """Return tokens as numbers: a pair of characters or one."""
    return sorted({ord(token[0]) << 21 | ord(token[1]) if len(token) == 2 else ord(token) for token in made if token})


class _Grams:
    """A row an article."""

    def put(self, connection: Connection, texts: Words, bodies: Mapping[int, str]) -> None:
        connection.execute(insert(_search), [_row(key, words, bodies.get(key, "")) for key, words in texts.items()])

    def take(self, connection: Connection, article_id: int, texts: Mapping[str, str]) -> None:
        connection.execute(delete(_search).where(_search.c.article_id == article_id))

    def empty(self, connection: Connection) -> None:
        connection.execute(delete(_search))

    def matching(self, query: str, source: str, *, in_title: bool) -> Matching | None:
        asked, of_source = terms(query), terms(source)
        if not asked:
            return None
        candidates = select(_search).where(_search.c.grams.contains(_needed((*asked, *of_source))))
        # Sorted before they are looked into: the newest fifty need not read them all. The offset keeps the two apart.
        found = candidates.order_by(_search.c.article_id.desc()).offset(0).subquery("search")
        c = found.c
        where = [_in(c.source, term) for term in of_source]
        if in_title:
            where += [_in(c.title, term) for term in asked]
        else:
            where += [or_(*(_in(c[name], term) for name in FIELDS)) for term in asked if len(term) > 2]
        key: ColumnElement[int] = c.article_id
        ids: Select[Any] = select(key)
        return Matching(ids.where(and_(True, *where)), key, _worth(c, asked))

    def narrowed(self, connection: Connection, matching: Matching, asked: Among, narrow: bool) -> Matching:
        passes = select(literal(1)).where(article.c.id == matching.key, *asked)
        outer: Any = matching.key
        return replace(matching, query=matching.query.where(passes.correlate(outer.table).exists()))


GRAMS: Index = _Grams()


def _row(key: int, words: Mapping[Any, Any], body: str) -> dict[str, Any]:
    made = {name: tokens(words[name]) for name in FIELDS[1:]} | {"body": body or tokens(words["body"])}
    grams = numbers(token for text in made.values() for token in text.split(" "))
    return {"article_id": key, "grams": grams, **{name: folded(words[name]) for name in FIELDS}}


def _needed(asked: Iterable[str]) -> ColumnElement[Any]:
    pairs = [term[at : at + 2] for term in asked for at in range(max(len(term) - 1, 1))]
    return bindparam(None, numbers(pairs), ARRAY(BigInteger))


def _in(column: ColumnElement[str], term: str) -> ColumnElement[bool]:
    return func.strpos(column, term) > 0


def _worth(c: Any, asked: Iterable[str]) -> ColumnElement[float]:
    """Return BM25 without the rarity of terms: all of them are in every hit."""
    length = sum((func.length(c[name]) for name in FIELDS[1:]), func.length(c.body))
    rest = _OFTEN * (1 - _LENGTH + _LENGTH / _LONG * length)
    worth: Any = literal(0.0)
    for term in asked:
        often: Any = literal(0.0)
        for name, weight in zip(FIELDS, WEIGHTS, strict=True):
            found = func.length(c[name]) - func.length(func.replace(c[name], term, ""))
            often = often + weight / len(term) * found
        worth = worth - often * (_OFTEN + 1) / (often + rest)
    kept: ColumnElement[float] = worth
    return kept
