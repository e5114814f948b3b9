"""Reading people, their roles and units."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from sqlalchemy import Connection, select

from db.domain.errors import NotAllowed, NotFound
from db.domain.people import Actor, ContributingUnit, Person, Role
from db.schema.newsroom import person, person_role, person_unit, unit


def everyone(connection: Connection) -> list[Person]:
    """Return all people, active ones first, by name."""
    roles: dict[int, set[Role]] = defaultdict(set)
    levels: dict[int, set[int]] = defaultdict(set)
    for row in connection.execute(select(person_role)):
        roles[row.person_id].add(Role(row.role))
        if row.level:
            levels[row.person_id].add(row.level)
    units: dict[int, set[int]] = defaultdict(set)
    for row in connection.execute(select(person_unit)):
        units[row.person_id].add(row.unit_id)
    query = select(person).order_by(person.c.active.desc(), person.c.id)
    return [
        Person(
            p.id,
            p.login,
            p.name,
            frozenset(roles[p.id]),
            frozenset(levels[p.id]),
            frozenset(units[p.id]),
            p.active,
            p.demo,
        )
        for p in connection.execute(query)
    ]


def get(connection: Connection, person_id: int) -> Person:
    for found in everyone(connection):
        if found.id == person_id:
            return found
    raise NotFound("person")


def actor(connection: Connection, person_id: int, machine: str = "") -> Actor:
    """Return the person as one who acts, with the roles that the record gives now."""
    found = get(connection, person_id)
    return Actor(found.id, found.name, found.roles, found.levels, machine)


def as_of_now(connection: Connection, actor: Actor) -> Actor:
    """Return who signed in earlier with the roles that the record gives now. Raises NotAllowed for who was retired."""
    if actor.person_id is None:
        return actor
    found = connection.execute(select(person.c.name, person.c.active).where(person.c.id == actor.person_id)).first()
    if found is None or not found.active:
        raise NotAllowed("", "retired")
    given = connection.execute(
        select(person_role.c.role, person_role.c.level).where(person_role.c.person_id == actor.person_id)
    ).all()
    roles, levels = frozenset(Role(row.role) for row in given), frozenset(row.level for row in given if row.level)
    return replace(actor, name=found.name, roles=roles, levels=levels)


def names(connection: Connection) -> dict[int, str]:
    """Return id -> name of all people."""
    return {row.id: row.name for row in connection.execute(select(person.c.id, person.c.name))}


def units(connection: Connection) -> list[ContributingUnit]:
    """Return the contributing units, active ones first, by short name."""
    query = select(unit).order_by(unit.c.active.desc(), unit.c.short_name)
    return [
        ContributingUnit(u.id, u.short_name, u.full_name, u.scoring_group, u.active) for u in connection.execute(query)
    ]
