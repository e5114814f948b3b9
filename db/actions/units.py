"""供稿单位: the organisations that contribute."""

from __future__ import annotations

from sqlalchemy import insert, select, update

from db.actions import rights
from db.domain.errors import BadValue, NotFound
from db.schema.newsroom import unit as units
from db.store import trail
from db.store.unit import Unit


def add(unit: Unit, short_name: str, full_name: str, scoring_group: str) -> int:
    """Add a unit; return its id."""
    rights.administrator(unit, "units")
    values = _values(unit, short_name, full_name, scoring_group, 0)
    made = unit.connection.execute(insert(units).values(**values, active=True).returning(units.c.id)).scalar_one()
    trail.add(unit, "unit_added", None, of=made, values=values)
    return int(made)


def change(unit: Unit, unit_id: int, short_name: str, full_name: str, scoring_group: str, active: bool) -> None:
    """Change a unit; one that is no longer active is not offered in forms."""
    rights.administrator(unit, "units")
    values = {**_values(unit, short_name, full_name, scoring_group, unit_id), "active": active}
    done = unit.connection.execute(update(units).where(units.c.id == unit_id).values(**values))
    if not done.rowcount:
        raise NotFound("unit")
    trail.add(unit, "unit_changed", None, of=unit_id, values=values)


def _values(unit: Unit, short_name: str, full_name: str, scoring_group: str, own_id: int) -> dict[str, str]:
    short = rights.name("short_name", short_name)
    taken = select(units.c.id).where(units.c.short_name == short, units.c.id != own_id)
    if unit.connection.scalar(taken) is not None:
        raise BadValue("short_name", "taken", short)
    return {
        "short_name": short,
        "full_name": rights.text("full_name", full_name, rights.MAX_NAME) or short,
        "scoring_group": rights.text("scoring_group", scoring_group, rights.MAX_NAME),
    }
