"""Reading delegations: which there are, and in whose place a person may review a draft now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, exists, func, or_, select

from db.domain.delegation import Delegation
from db.domain.people import Actor, Role
from db.domain.workflow import Standing, of_level
from db.schema.articles import decision, draft, draft_author
from db.schema.newsroom import audit, delegation, delegation_end, person, person_role, scheme, scheme_reviewer
from db.store.clock import now_of
from db.store.moments import Now


def every(connection: Connection) -> list[Delegation]:
    """Return all delegations, the newest first."""
    whose, who = person.alias("whose"), person.alias("who")
    d, end = delegation.c, delegation_end.c
    query = (
        select(delegation, whose.c.name.label("name"), who.c.name.label("to_name"), end.at.label("ended"))
        .join(whose, whose.c.id == d.person_id)
        .join(who, who.c.id == d.to_id)
        .outerjoin(delegation_end, end.delegation_id == d.id)
        .order_by(d.id.desc())
    )
    return [
        Delegation(r.id, r.person_id, r.name, r.to_id, r.to_name, r.since, r.until, r.reason, r.ended or "")
        for r in connection.execute(query)
    ]


def now_for(connection: Connection, now: str = "") -> str:
    """Return the time by which a delegation counts: a clock that was set back opens none again."""
    newest = connection.scalar(select(audit.c.at).order_by(audit.c.seq.desc()).limit(1))
    return max(now or now_of(connection), newest or "")


def counts(lane: Any, to_id: int | None, now: str | Now) -> ColumnElement[bool]:
    """Return that a row of ``delegation`` lets ``to_id`` review a lane (its columns, or those of its row) now.

    The absent person must be one who could review it: of its level, named if the scheme names people, no author, and
    not decided at another level.
    """
    d, p, r, s = delegation.c, person.c, person_role.c, scheme_reviewer.c
    absent = exists().where(
        p.id == d.person_id, p.active, r.person_id == p.id, r.role == Role.REVIEWER, r.level == lane.level
    )
    listed = exists().where(s.scheme_id == lane.scheme_id, s.level == lane.level)
    named = exists().where(s.scheme_id == lane.scheme_id, s.level == lane.level, s.person_id == d.person_id)
    own = exists().where(draft_author.c.draft_id == lane.id, draft_author.c.person_id == d.person_id)
    twice = exists().where(
        decision.c.draft_id == lane.id, decision.c.person_id == d.person_id, decision.c.level != lane.level
    )
    exempt = exists().where(scheme.c.id == lane.scheme_id, scheme.c.exemption != "")
    over = exists().where(delegation_end.c.delegation_id == d.id)
    runs = (d.to_id == to_id) & (d.since <= now) & (d.until > now) & ~over
    return runs & absent & or_(~listed, named) & or_(exempt, ~or_(own, twice))


class _Lane:
    """The columns of a lane as values."""

    def __init__(self, row: Mapping[str, Any] | RowMapping) -> None:
        self.id, self.level, self.scheme_id = row["id"], row["level"], row["scheme_id"]


def standing_in(
    connection: Connection, lane: Mapping[str, Any] | RowMapping, to_id: int | None, now: str = ""
) -> int | None:
    """Return the delegation by which a person may review a draft in another's place, None when there is none."""
    if to_id is None or not lane["level"]:
        return None
    found = select(func.min(delegation.c.id)).where(counts(_Lane(lane), to_id, now_for(connection, now)))
    which = connection.scalar(found)
    return int(which) if which is not None else None


def instead_of(connection: Connection, standing: Standing | None, actor: Actor) -> str:
    """Return the name of the person in whose place ``actor`` would decide, empty where it is in their own."""
    if standing is None or standing.deputy_by is None or of_level(standing, actor):
        return ""
    whose = select(person.c.name).join(delegation, delegation.c.person_id == person.c.id)
    return str(connection.scalar(whose.where(delegation.c.id == standing.deputy_by)))


def any_for(to_id: int | None) -> ColumnElement[bool]:
    """Return that one of them lets a person review the ``draft`` of the query around it now."""
    return select(delegation.c.id).where(counts(draft.c, to_id, Now())).correlate(draft).exists()
