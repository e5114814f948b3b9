"""Edit leases: taken when somebody begins to write, kept by a heartbeat, taken over with the holder's text kept."""

from __future__ import annotations

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert as put

from db.actions import lanes
from db.domain.errors import Leased, LeaseLost
from db.domain.lease import EDIT_SECONDS, Lease
from db.domain.workflow import Step
from db.schema.articles import draft_text, edit_lease, journal
from db.store import leases, trail
from db.store.clock import later
from db.store.history import JournalKind
from db.store.unit import Unit


def take_edit(unit: Unit, draft_id: int, token: str) -> Lease:
    """Take the lease for the window ``token``. Raises Leased when another's lives, NotAllowed for who may not write."""
    lanes.allow(unit, draft_id, Step.SAVE)
    held = leases.editing(unit.connection, draft_id)
    if held and held.token != token and leases.lives(held, unit.now, EDIT_SECONDS):
        raise Leased("edit", held.holder, held.machine, held.since)
    return _take(unit, draft_id, token)


def beat(unit: Unit, draft_id: int, token: str) -> None:
    """Keep the lease for another while. Raises LeaseLost when somebody took it over."""
    held = leases.editing(unit.connection, draft_id)
    if held is None or held.token != token:
        raise LeaseLost(held.holder if held else "")
    until = later(unit.now, EDIT_SECONDS)
    unit.connection.execute(edit_lease.update().where(edit_lease.c.draft_id == draft_id).values(until=until))


def let_go(unit: Unit, draft_id: int, token: str) -> None:
    """Give the lease back; that of another window is left alone."""
    mine = (edit_lease.c.draft_id == draft_id) & (edit_lease.c.token == token)
    unit.connection.execute(delete(edit_lease).where(mine))


def take_over(unit: Unit, draft_id: int, token: str) -> Lease:
    """Take the lease from its holder, who is told at the next heartbeat; the text as saved goes into the journal."""
    row = lanes.allow(unit, draft_id, Step.SAVE)
    held = leases.editing(unit.connection, draft_id)
    form = unit.connection.execute(draft_text.select().where(draft_text.c.draft_id == draft_id)).one().fields
    unit.connection.execute(
        journal.insert().values(
            draft_id=draft_id,
            person_id=held.person_id if held else None,
            kind=JournalKind.TAKEN_OVER,
            at=unit.now,
            version=row["version"],
            fields=form,
        )
    )
    trail.add(unit, "take_over", row["article_id"], draft=draft_id, holder=held.holder if held else "")
    unit.article_ids.add(row["article_id"])
    return _take(unit, draft_id, token)


def _take(unit: Unit, draft_id: int, token: str) -> Lease:
    values = {
        "person_id": unit.actor.person_id,
        "machine": unit.actor.machine,
        "token": token,
        "since": unit.now,
        "until": later(unit.now, EDIT_SECONDS),
    }
    made = put(edit_lease).values(draft_id=draft_id, **values)
    unit.connection.execute(made.on_conflict_do_update(index_elements=["draft_id"], set_=values))
    held = leases.editing(unit.connection, draft_id)
    if held is None:
        raise LeaseLost("")
    return held
