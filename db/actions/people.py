"""People: signing in, and what an administrator does to their accounts."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import delete, insert, select, update

from db.actions import rights
from db.domain.errors import BadValue, NotAllowed, NotFound, SignInFailed, StoreUnavailable
from db.domain.people import PROGRAM, Actor, Role
from db.schema.newsroom import person, person_role, person_unit
from db.store import people, trail
from db.store.clock import later, stamp
from db.store.unit import Store, Unit

TRIES = 5  # wrong passwords before the account is locked
LOCK_SECONDS = 15 * 60
SHORTEST = 8  # characters of a password
LONGEST = 200

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")


def sign_in(store: Store, login: str, password: str, machine: str = "") -> Actor:
    """Return the person as actor. Raises SignInFailed, the same for an unknown name and a wrong password.

    Five wrong passwords lock the account for a quarter of an hour; success counts anew, and an old hash is renewed.
    Who has nothing to be noted signs in without a write: also when the disk is full, or the newsroom is locked or
    write-protected.
    """
    with store.reading() as connection:
        known = select(person).where(person.c.login == login.strip().lower())
        row = connection.execute(known).first() if rights.is_text(login) else None
        if row is not None and _is_locked(row, stamp(store.clock())):
            raise SignInFailed(0, row.locked_until)
        fits = _fits(row.password_hash if row is not None and row.active else "", password)
        actor = people.actor(connection, row.id, machine) if row is not None and fits else None
    if actor is not None:
        _succeeded(store, row, password)
        return actor
    if store.read_only or row is None:
        raise SignInFailed(TRIES)
    with store.changing(PROGRAM) as unit:
        failed = _failed(unit, row)
    raise failed


def sign_in_demo(store: Store, person_id: int, machine: str = "") -> Actor:
    """Sign a person of the demo newsroom in with a click on the name."""
    with store.reading() as connection:
        found = people.get(connection, person_id)
        if not (found.demo and found.active):
            raise SignInFailed(0)
        return people.actor(connection, person_id, machine)


def add(
    unit: Unit,
    login: str,
    name: str,
    roles: frozenset[Role],
    levels: frozenset[int],
    unit_ids: frozenset[int],
    password: str,
    demo: bool = False,
) -> int:
    """Add a person; return the id. A demo person needs no password."""
    rights.administrator(unit, "people")
    clean = login.strip().lower()
    if not _LOGIN.fullmatch(clean):
        raise BadValue("login", "format", login[:40])
    if unit.connection.scalar(select(person.c.id).where(person.c.login == clean)) is not None:
        raise BadValue("login", "taken", clean)
    values = {
        "login": clean,
        "name": rights.name("name", name, 40),
        "password_hash": "" if demo and not password else _hash(password),
        "active": True,
        "demo": demo,
        "failures": 0,
        "locked_until": "",
    }
    made = int(unit.connection.execute(insert(person).values(**values).returning(person.c.id)).scalar_one())
    _grant(unit, made, roles, levels, unit_ids)
    trail.add(unit, "person_added", person=made, login=clean, roles=sorted(roles), levels=sorted(levels))
    return made


def change(
    unit: Unit, person_id: int, name: str, roles: frozenset[Role], levels: frozenset[int], unit_ids: frozenset[int]
) -> None:
    """Change name, roles, review levels and units."""
    rights.administrator(unit, "people")
    before = people.get(unit.connection, person_id)
    if Role.ADMIN in before.roles and Role.ADMIN not in roles:
        _refuse_last_admin(unit, person_id)
    unit.connection.execute(update(person).where(person.c.id == person_id).values(name=rights.name("name", name, 40)))
    unit.connection.execute(delete(person_role).where(person_role.c.person_id == person_id))
    unit.connection.execute(delete(person_unit).where(person_unit.c.person_id == person_id))
    _grant(unit, person_id, roles, levels, unit_ids)
    was = {"roles": sorted(before.roles), "levels": sorted(before.levels), "name": before.name}
    trail.add(unit, "person_changed", person=person_id, was=was, roles=sorted(roles), levels=sorted(levels))


def retire(unit: Unit, person_id: int) -> None:
    """Retire a person: no more signing in; what they did stays in their name. Their claims fall back to the queue."""
    rights.administrator(unit, "people")
    if Role.ADMIN in people.get(unit.connection, person_id).roles:
        _refuse_last_admin(unit, person_id)
    unit.connection.execute(update(person).where(person.c.id == person_id).values(active=False))
    trail.add(unit, "person_retired", person=person_id)


def revive(unit: Unit, person_id: int) -> None:
    """Let a retired person work again."""
    rights.administrator(unit, "people")
    people.get(unit.connection, person_id)
    unit.connection.execute(update(person).where(person.c.id == person_id).values(active=True))
    trail.add(unit, "person_revived", person=person_id)


def reset_password(unit: Unit, person_id: int, password: str) -> None:
    """Give a person a new password and lift a lock. The password itself is nowhere in the trail."""
    rights.administrator(unit, "people")
    people.get(unit.connection, person_id)
    values = {"password_hash": _hash(password), "failures": 0, "locked_until": ""}
    unit.connection.execute(update(person).where(person.c.id == person_id).values(**values))
    trail.add(unit, "password_reset", person=person_id)


def _grant(
    unit: Unit, person_id: int, roles: frozenset[Role], levels: frozenset[int], unit_ids: frozenset[int]
) -> None:
    if not roles:
        raise BadValue("roles", "empty")
    if Role.REVIEWER in roles and not levels:
        raise BadValue("levels", "empty")
    if not levels <= {1, 2, 3}:
        raise BadValue("levels", "format", str(sorted(levels)))
    rows = [(role, 0) for role in sorted(roles - {Role.REVIEWER})]
    rows += [(Role.REVIEWER, level) for level in sorted(levels)] if Role.REVIEWER in roles else []
    for role, level in rows:
        unit.connection.execute(insert(person_role).values(person_id=person_id, role=role, level=level))
    known = {u.id for u in people.units(unit.connection)}
    for unit_id in sorted(unit_ids):
        if unit_id not in known:
            raise NotFound("unit")
        unit.connection.execute(insert(person_unit).values(person_id=person_id, unit_id=unit_id))


def _refuse_last_admin(unit: Unit, person_id: int) -> None:
    others = [p for p in people.everyone(unit.connection) if p.active and Role.ADMIN in p.roles and p.id != person_id]
    if not others:
        raise NotAllowed("people", "last_admin")


def _is_locked(row: Any, now: str) -> bool:
    """A lock that ends later than one made now was made by a clock that has since been set right."""
    return bool(now < row.locked_until <= later(now, LOCK_SECONDS))


def _succeeded(store: Store, row: Any, password: str) -> None:
    values: dict[str, Any] = {"failures": 0, "locked_until": ""} if row.failures or row.locked_until else {}
    if _hasher().check_needs_rehash(row.password_hash):
        values["password_hash"] = _hash(password)
    if values and not store.read_only:
        with store.changing(PROGRAM) as unit:
            unit.connection.execute(update(person).where(person.c.id == row.id).values(**values))


def _failed(unit: Unit, row: Any) -> SignInFailed:
    failures = 1 + (unit.connection.scalar(select(person.c.failures).where(person.c.id == row.id)) or 0)
    locked = later(unit.now, LOCK_SECONDS) if failures >= TRIES else ""
    values = {"failures": 0 if locked else failures, "locked_until": locked}
    unit.connection.execute(update(person).where(person.c.id == row.id).values(**values))
    if locked:
        trail.add(unit, "person_locked", person=row.id)
    return SignInFailed(TRIES - failures, locked)


def _hasher() -> Any:
    # 27 ms that only signing in should cost.
    from argon2 import PasswordHasher  # noqa: PLC0415

    return PasswordHasher()


def _hash(password: str) -> str:
    if len(password) < SHORTEST:
        raise BadValue("password", "short")
    if len(password) > LONGEST:
        raise BadValue("password", "too_long")
    if not rights.is_text(password):
        raise BadValue("password", "format")
    return str(_hasher().hash(password))


def _fits(hashed: str, password: str) -> bool:
    """Whether the password is right. Without a hash one is computed all the same: the time tells nothing."""
    # as above
    from argon2.exceptions import HashingError, InvalidHashError, VerificationError, VerifyMismatchError  # noqa: PLC0415

    try:
        if not hashed or len(password) > LONGEST or not rights.is_text(password):
            _hasher().hash("no such person")
            return False
        return bool(_hasher().verify(hashed, password))
    except (VerifyMismatchError, InvalidHashError):
        return False
    except (HashingError, VerificationError) as exc:  # it takes 64 MB, and says nothing of the password
        raise StoreUnavailable("memory", detail=str(exc)) from exc
