"""Finding articles by what a person would type, and what a transfer in bulk must know of the record."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from db.domain.errors import NotFound
from db.domain.workflow import Publication
from db.schema.articles import article, asset


def article_id(connection: Connection, wanted: str) -> int:
    """Return the id of the article with this register number, or this id. Raises NotFound."""
    a = article.c
    found = connection.scalar(select(a.id).where(a.number == wanted.strip()))
    if found is None and wanted.isascii() and wanted.isdigit() and len(wanted) < 19:
        found = connection.scalar(select(a.id).where(a.id == int(wanted)))
    if found is None:
        raise NotFound("article")
    return int(found)


def live(connection: Connection) -> Iterator[tuple[int, str]]:
    """Yield id and register number of every live article, oldest publication first."""
    a = article.c
    query = select(a.id, a.number).where(a.publication == Publication.LIVE).order_by(a.published_seq)
    for row in connection.execute(query).all():
        yield row.id, row.number


def assets(connection: Connection) -> frozenset[str]:
    """Return the digests of all assets."""
    return frozenset(connection.scalars(select(asset.c.digest)))
