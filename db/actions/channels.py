"""Channels and review schemes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from db.actions import rights
from db.domain.addresses import good_slug, local_day
from db.domain.channels import MAX_HOURS, ChannelKind, Scheme
from db.domain.errors import BadValue, NotFound
from db.domain.ticks import levels_as_text
from db.domain.workflow import Stage
from db.schema.articles import draft
from db.schema.newsroom import channel, person_role, scheme, scheme_deadline, scheme_reviewer
from db.store import channels, trail
from db.store.unit import Unit


def add(
    unit: Unit,
    *,
    kind: ChannelKind,
    name: str,
    slug: str,
    scheme_id: int,
    parent_id: int | None = None,
    deadline_days: int | None = None,
    description: str = "",
    keywords: str = "",
) -> int:
    """Add a channel at the end of its siblings; return its id. Its slug is part of addresses and never changes."""
    rights.administrator(unit, "channels")
    values = _values(unit, 0, kind, name, scheme_id, parent_id, deadline_days, description, keywords)
    if not good_slug(slug):
        raise BadValue("slug", "format", slug[:40])
    if unit.connection.scalar(select(channel.c.id).where(channel.c.slug == slug)) is not None:
        raise BadValue("slug", "taken", slug)
    position = int(unit.connection.scalar(select(func.coalesce(func.max(channel.c.position), 0))) or 0) + 1
    made = unit.connection.execute(
        insert(channel).values(**values, slug=slug, position=position, active=True).returning(channel.c.id)
    ).scalar_one()
    trail.add(unit, "channel_added", channel=made, slug=slug, **values)
    return int(made)


def change(
    unit: Unit,
    channel_id: int,
    *,
    kind: ChannelKind,
    name: str,
    scheme_id: int,
    position: int,
    active: bool,
    parent_id: int | None = None,
    deadline_days: int | None = None,
    description: str = "",
    keywords: str = "",
) -> None:
    """Change a channel but for its slug."""
    rights.administrator(unit, "channels")
    channels.get(unit.connection, channel_id)
    values = _values(unit, channel_id, kind, name, scheme_id, parent_id, deadline_days, description, keywords)
    values |= {"position": position, "active": active}
    unit.connection.execute(update(channel).where(channel.c.id == channel_id).values(**values))
    trail.add(unit, "channel_changed", channel=channel_id, **values)


def add_scheme(
    unit: Unit,
    *,
    name: str,
    levels: int,
    resume_at_return: bool = False,
    writer_signs: bool = False,
    exemption: str = "",
    notes_block: bool = False,
    reviewers: Sequence[Collection[int]] = (),
    fact_levels: Collection[int] = (),
    hours: Sequence[int] = (),
) -> int:
    """Add a review scheme; ``reviewers`` holds person ids per level, empty for everyone of that level.

    ``hours`` are those within which each level is to decide, 0 for whenever.
    """
    rights.administrator(unit, "schemes")
    values = _scheme_values(unit, 0, name, levels, resume_at_return, writer_signs, exemption, fact_levels, notes_block)
    made = int(
        unit.connection.execute(insert(scheme).values(**values, active=True).returning(scheme.c.id)).scalar_one()
    )
    _list_reviewers(unit, made, levels, reviewers)
    _set_hours(unit, made, levels, hours)
    listed = [sorted(r) for r in reviewers]
    trail.add(unit, "scheme_added", scheme=made, **values, reviewers=listed, hours=list(hours))
    return made


def change_scheme(
    unit: Unit,
    scheme_id: int,
    *,
    name: str,
    levels: int,
    resume_at_return: bool = False,
    writer_signs: bool = False,
    exemption: str = "",
    notes_block: bool = False,
    reviewers: Sequence[Collection[int]] = (),
    fact_levels: Collection[int] = (),
    active: bool = True,
    hours: Sequence[int] = (),
) -> None:
    """Change a scheme. Drafts that wait or are approved under it keep the rules that they started with.

    Where there are such, the scheme as it was goes on under a name of its own, and the channels follow a new one.
    """
    rights.administrator(unit, "schemes")
    before = channels.get_scheme(unit.connection, scheme_id)
    lists = tuple(frozenset(reviewers[at]) if at < len(reviewers) else frozenset() for at in range(levels))
    now = (
        levels, resume_at_return, writer_signs, exemption.strip(), lists, frozenset(fact_levels), notes_block,
    )  # fmt: skip
    was = (
        before.levels, before.resume_at_return, before.writer_signs, before.exemption, before.reviewers,
        before.fact_levels, before.notes_block,
    )  # fmt: skip
    if now != was and _under_way(unit, scheme_id):
        _set_apart(unit, before)
        made = add_scheme(
            unit, name=name, levels=levels, resume_at_return=resume_at_return, writer_signs=writer_signs,
            exemption=exemption, reviewers=reviewers, fact_levels=fact_levels, hours=hours, notes_block=notes_block,
        )  # fmt: skip
        _follow(unit, scheme_id, made)
        scheme_id = made
        if active:
            return
    values = _scheme_values(
        unit, scheme_id, name, levels, resume_at_return, writer_signs, exemption, fact_levels, notes_block
    )
    unit.connection.execute(update(scheme).where(scheme.c.id == scheme_id).values(**values, active=active))
    _list_reviewers(unit, scheme_id, levels, reviewers)
    _set_hours(unit, scheme_id, levels, hours)
    listed = [sorted(r) for r in reviewers]
    trail.add(unit, "scheme_changed", scheme=scheme_id, **values, active=active, reviewers=listed, hours=list(hours))


def _set_apart(unit: Unit, kept: Scheme) -> None:
    """Leave a scheme to the drafts that are under way: no channel follows it any more."""
    name, number = f"{kept.name} · {local_day(unit.now)}", 1
    taken = set(unit.connection.scalars(select(scheme.c.name)))
    while (name if number == 1 else f"{name} {number}") in taken:
        number += 1
    values: dict[str, Any] = {
        "name": name if number == 1 else f"{name} {number}",
        "levels": kept.levels,
        "resume_at_return": kept.resume_at_return,
        "writer_signs": kept.writer_signs,
        "exemption": kept.exemption,
        "fact_levels": levels_as_text(kept.fact_levels),
        "notes_block": kept.notes_block,
    }
    unit.connection.execute(update(scheme).where(scheme.c.id == kept.id).values(**values, active=False))
    listed = [sorted(r) for r in kept.reviewers]
    facts: dict[str, Any] = {"active": False, "reviewers": listed, "hours": list(kept.hours)}
    trail.add(unit, "scheme_changed", scheme=kept.id, **values, **facts)


def _follow(unit: Unit, old_id: int, new_id: int) -> None:
    """Let the channels of one scheme follow another."""
    for row in unit.connection.execute(select(channel).where(channel.c.scheme_id == old_id)).mappings().all():
        unit.connection.execute(update(channel).where(channel.c.id == row["id"]).values(scheme_id=new_id))
        told = {name: value for name, value in row.items() if name not in ("id", "slug")}
        trail.add(unit, "channel_changed", channel=row["id"], **{**told, "scheme_id": new_id})


def _values(
    unit: Unit,
    own_id: int,
    kind: ChannelKind,
    name: str,
    scheme_id: int,
    parent_id: int | None,
    deadline_days: int | None,
    description: str,
    keywords: str,
) -> dict[str, Any]:
    channels.get_scheme(unit.connection, scheme_id)
    clean = rights.name("name", name)
    twin = select(channel.c.id).where(
        channel.c.name == clean, channel.c.parent_id.is_not_distinct_from(parent_id), channel.c.id != own_id
    )
    if unit.connection.scalar(twin) is not None:
        raise BadValue("name", "taken", clean)
    _refuse_circle(unit, own_id, parent_id)
    if deadline_days is not None and not 1 <= deadline_days <= 3650:
        raise BadValue("deadline_days", "format", str(deadline_days))
    return {
        "kind": kind,
        "name": clean,
        "scheme_id": scheme_id,
        "parent_id": parent_id,
        "deadline_days": deadline_days,
        "description": rights.text("description", description, 300),
        "keywords": rights.text("keywords", keywords, 300),
    }


def _refuse_circle(unit: Unit, own_id: int, parent_id: int | None) -> None:
    parents = {c.id: c.parent_id for c in channels.every(unit.connection)}
    above = parent_id
    while above is not None:
        if above not in parents:
            raise NotFound("channel")
        if above == own_id:
            raise BadValue("parent_id", "circle")
        above = parents[above]


def _scheme_values(
    unit: Unit,
    own_id: int,
    name: str,
    levels: int,
    resume: bool,
    signs: bool,
    exemption: str,
    fact_levels: Collection[int],
    notes_block: bool,
) -> dict[str, Any]:
    clean = rights.name("name", name)
    if unit.connection.scalar(select(scheme.c.id).where(scheme.c.name == clean, scheme.c.id != own_id)) is not None:
        raise BadValue("name", "taken", clean)
    if levels not in (1, 2, 3):
        raise BadValue("levels", "format", str(levels))
    if signs and levels == 1:
        raise BadValue("writer_signs", "format")
    if not set(fact_levels) <= set(range(1, levels + 1)):
        raise BadValue("fact_levels", "format", levels_as_text(fact_levels))
    return {
        "name": clean,
        "levels": levels,
        "resume_at_return": resume,
        "writer_signs": signs,
        "exemption": rights.text("exemption", exemption, 500),
        "fact_levels": levels_as_text(fact_levels),
        "notes_block": notes_block,
    }


def _list_reviewers(unit: Unit, scheme_id: int, levels: int, reviewers: Sequence[Collection[int]]) -> None:
    unit.connection.execute(delete(scheme_reviewer).where(scheme_reviewer.c.scheme_id == scheme_id))
    for level, listed in enumerate(reviewers[:levels], 1):
        for person_id in sorted(listed):
            may = select(person_role.c.person_id).where(
                person_role.c.person_id == person_id,
                person_role.c.role == "reviewer",
                person_role.c.level == level,
            )
            if unit.connection.scalar(may) is None:
                raise BadValue("reviewers", "unknown", str(person_id))
            unit.connection.execute(
                insert(scheme_reviewer).values(scheme_id=scheme_id, level=level, person_id=person_id)
            )


def _set_hours(unit: Unit, scheme_id: int, levels: int, hours: Sequence[int]) -> None:
    unit.connection.execute(delete(scheme_deadline).where(scheme_deadline.c.scheme_id == scheme_id))
    for level, given in enumerate(hours[:levels], 1):
        if not 0 <= given <= MAX_HOURS:
            raise BadValue("hours", "format", str(given))
        if given:
            unit.connection.execute(insert(scheme_deadline).values(scheme_id=scheme_id, level=level, hours=given))


def _under_way(unit: Unit, scheme_id: int) -> bool:
    waiting = draft.c.stage.in_((Stage.REVIEW, Stage.APPROVED, Stage.SCHEDULED))
    query = select(func.count()).select_from(draft).where(draft.c.scheme_id == scheme_id, waiting)
    return bool(unit.connection.scalar(query))
