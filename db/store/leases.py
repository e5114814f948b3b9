"""Reading leases: who edits a draft and who reads it for review."""

from __future__ import annotations

from sqlalchemy import Connection, Table, select

from db.domain.lease import Lease
from db.schema.articles import claim, edit_lease
from db.schema.newsroom import person
from db.store.clock import later


def editing(connection: Connection, draft_id: int) -> Lease | None:
    """Return the edit lease of a draft, whether it still runs or not."""
    return _lease(connection, edit_lease, draft_id)


def reading(connection: Connection, draft_id: int) -> Lease | None:
    """Return the claim on a draft, whether it still runs or not."""
    return _lease(connection, claim, draft_id)


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
