"""Reading leases: who edits a draft and who reads it for review."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Table, select

from db.domain.lease import CLAIM_SECONDS, Lease
from db.schema.articles import article, claim, draft, edit_lease
from db.schema.newsroom import person
from db.store.clock import later, now_of


def editing(connection: Connection, draft_id: int) -> Lease | None:
    """Return the edit lease of a draft, whether it still runs or not."""
    return _lease(connection, edit_lease, draft_id)


def reading(connection: Connection, draft_id: int) -> Lease | None:
    """Return the claim on a draft, whether it still runs or not."""
    return _lease(connection, claim, draft_id)


def running(connection: Connection, draft_id: int) -> Lease | None:
    """Return the claim on a draft when it runs now."""
    held = reading(connection, draft_id)
    return held if held and lives(held, now_of(connection), CLAIM_SECONDS) else None


def runs_now(connection: Connection) -> ColumnElement[bool]:
    """Return that a claim and its holder (``person``) count: what ``running`` asks, for many at once."""
    now = now_of(connection)
    return claim.c.until.between(later(now, 1), later(now, CLAIM_SECONDS)) & person.c.active


def claims_of(connection: Connection, person_id: int) -> dict[int, str]:
    """Return the articles whose draft a person reads for review, run out or not: id -> title."""
    query = select(article.c.id, article.c.title).join(draft, draft.c.article_id == article.c.id)
    mine = query.join(claim, claim.c.draft_id == draft.c.id).where(claim.c.person_id == person_id)
    return {row.id: row.title for row in connection.execute(mine)}


def lives(held: Lease, now: str, seconds: int) -> bool:
    """Say whether a lease of so many seconds still runs.

    One that ends later than one taken now was taken by a clock that has since been set right: it bars nobody.
    """
    return now < held.until <= later(now, seconds)


def _lease(connection: Connection, table: Table, draft_id: int) -> Lease | None:
    query = select(table, person.c.name, person.c.active).join(person, person.c.id == table.c.person_id)
    row = connection.execute(query.where(table.c.draft_id == draft_id)).mappings().first()
    if row is None or not row["active"]:
        return None
    return Lease(
        row["draft_id"],
        row["person_id"],
        row["name"],
        row["machine"],
        row.get("token", ""),
        row["since"],
        row["until"],
    )
