"""Finding articles by what a person would type, and what a transfer in bulk must know of the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, select

from db.domain.errors import NotFound
from db.domain.workflow import Publication
from db.schema.articles import article, asset, decision, draft, release, revision


def article_id(connection: Connection, wanted: str) -> int:
    """Return the id of the article with this register number, or this id. Raises NotFound."""
    a = article.c
    found = connection.scalar(select(a.id).where(a.number == wanted.strip()))
    if found is None and wanted.isascii() and wanted.isdigit() and len(wanted) < 19:
        found = connection.scalar(select(a.id).where(a.id == int(wanted)))
    if found is None:
        raise NotFound("article")
    return int(found)


def article_of(connection: Connection, table: str, key: str) -> tuple[str, str] | None:
    """Return register number and title of the article that a row of the record belongs to."""
    own = article.c.id
    joined: dict[str, tuple[FromClause, ColumnElement[Any]]] = {
        "article": (article, article.c.id),
        "revision": (article.join(revision, revision.c.article_id == own), revision.c.id),
        "rendered": (article.join(revision, revision.c.article_id == own), revision.c.digest),
        "release": (article.join(release, release.c.article_id == own), release.c.id),
        "draft_author": (article.join(draft, draft.c.article_id == own), draft.c.id),
        "decision": (
            article.join(draft, draft.c.article_id == own).join(decision, decision.c.draft_id == draft.c.id),
            decision.c.id,
        ),
    }
    if table not in joined:
        return None
    source, column = joined[table]
    wanted = key if table == "rendered" else int(key)
    row = connection.execute(
        select(article.c.number, article.c.title).select_from(source).where(column == wanted)
    ).first()
    return (row.number, row.title) if row else None


def live(connection: Connection) -> Iterator[tuple[int, str]]:
    """Yield id and register number of every live article, oldest publication first."""
    a = article.c
    query = select(a.id, a.number).where(a.publication == Publication.LIVE).order_by(a.published_seq)
    for row in connection.execute(query).all():
        yield row.id, row.number


def assets(connection: Connection) -> frozenset[str]:
    """Return the digests of all assets."""
    return frozenset(connection.scalars(select(asset.c.digest)))
