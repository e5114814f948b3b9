"""Reading the audit chain as a list: newest first, filtered, with the article that each entry is about."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select

from db.domain.audit import AuditEntry
from db.schema.articles import article
from db.schema.newsroom import audit
from db.store.id_lists import gathered


@dataclass(frozen=True, slots=True)
class AuditFilters:
    """What an entry must be; empty: anything. Times are UTC, ``until`` excluded."""

    person: str = ""
    verbs: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    number: str = ""  # register number of the article


@dataclass(frozen=True, slots=True)
class AuditRow:
    """An entry with the article's register number and title, empty where it is about none."""

    entry: AuditEntry
    number: str
    title: str


def first(connection: Connection, filters: AuditFilters, limit: int = 100) -> list[int]:
    """Return the newest entries by their numbers."""
    return list(connection.scalars(_listing(filters).limit(limit)))


def ids(connection: Connection, filters: AuditFilters) -> array[int]:
    """Return all entries by their numbers, newest first."""
    return gathered(connection, _listing(filters))


def rows(connection: Connection, wanted: Sequence[int]) -> dict[int, AuditRow]:
    """Return the entries with these numbers."""
    query = (
        select(audit, article.c.number, article.c.title)
        .outerjoin(article, article.c.id == audit.c.article_id)
        .where(audit.c.seq.in_(bindparam("wanted", expanding=True)))
    )
    return {
        row.seq: AuditRow(
            AuditEntry(row.seq, row.at, row.person, row.verb, row.article_id, row.facts, row.previous, row.hash),
            row.number or "",
            row.title or "",
        )
        for row in connection.execute(query, {"wanted": list(wanted)})
    }


def people(connection: Connection) -> list[str]:
    """Return everybody who is in the chain, who did most first."""
    a = audit.c
    return list(connection.scalars(select(a.person).group_by(a.person).order_by(func.count().desc(), a.person)))


def _listing(filters: AuditFilters) -> Select[tuple[int]]:
    return select(audit.c.seq).where(*_conditions(filters)).order_by(audit.c.seq.desc())


def _conditions(filters: AuditFilters) -> list[ColumnElement[bool]]:
    a = audit.c
    about = select(article.c.id).where(article.c.number == filters.number)
    asked = [
        (filters.person, a.person == filters.person),
        (filters.verbs, a.verb.in_(filters.verbs)),
        (filters.since, a.at >= filters.since),
        (filters.until, a.at < filters.until),
        (filters.number, a.article_id.in_(about)),
    ]
    return [condition for given, condition in asked if given]
