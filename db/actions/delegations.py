"""代理: letting another reviewer take one's levels for a time, and ending that before its time."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert

from db.actions import rights
from db.domain.audit import row_digest
from db.domain.delegation import LONGEST_DAYS
from db.domain.errors import BadValue, NotAllowed, NotFound
from db.domain.people import Role
from db.schema.newsroom import delegation, delegation_end
from db.store import delegations, people, trail
from db.store.clock import as_stamp, later
from db.store.unit import Unit

MAX_REASON = 200  # characters


def delegate(unit: Unit, person_id: int, to_id: int, since: str, until: str, reason: str) -> int:
    """Let ``to_id`` review in the place of ``person_id`` from ``since`` until ``until`` (UTC); return its id.

    A reviewer does that for themselves, an administrator for anybody.
    """
    if unit.actor.person_id != person_id and not unit.actor.may(Role.ADMIN):
        raise NotAllowed("delegate", "own_levels")
    for one in (people.get(unit.connection, person_id), people.get(unit.connection, to_id)):
        if not one.active or Role.REVIEWER not in one.roles:
            raise BadValue("reviewer", "unknown", one.name)
    if person_id == to_id:
        raise BadValue("reviewer", "taken")
    try:
        since, until = as_stamp(since), as_stamp(until)
    except (ValueError, OverflowError) as exc:
        raise BadValue("delegation", "format") from exc
    if until <= unit.now:
        raise BadValue("delegation", "past")
    if not since < until <= later(since, LONGEST_DAYS * 86_400):
        raise BadValue("delegation", "format")
    values: dict[str, Any] = {
        "person_id": person_id, "to_id": to_id, "since": since, "until": until,
        "reason": rights.text("reason", reason, MAX_REASON), "by_id": unit.actor.person_id, "at": unit.now,
    }  # fmt: skip
    made = unit.connection.execute(insert(delegation).values(**values).returning(delegation.c.id)).scalar_one()
    trail.add(unit, "delegate", delegation=made, **values, row=row_digest(values))
    return int(made)


def end(unit: Unit, delegation_id: int) -> None:
    """End a delegation before its time: who gave it, who has it, or an administrator."""
    found = next((one for one in delegations.every(unit.connection) if one.id == delegation_id), None)
    if found is None:
        raise NotFound("delegation")
    if unit.actor.person_id not in (found.person_id, found.to_id) and not unit.actor.may(Role.ADMIN):
        raise NotAllowed("delegate", "own_levels")
    if found.ended or found.until <= unit.now:
        return
    values = {"delegation_id": delegation_id, "person_id": unit.actor.person_id, "at": unit.now}
    unit.connection.execute(insert(delegation_end).values(**values))
    trail.add(unit, "delegation_ended", delegation=delegation_id)
