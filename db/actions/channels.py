"""Channels and review schemes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from db.actions import rights
from db.domain.addresses import good_slug
from db.domain.channels import ChannelKind
from db.domain.errors import BadValue, NotFound
from db.domain.workflow import Stage
from db.schema.articles import draft
from db.schema.newsroom import channel, person_role, scheme, scheme_reviewer
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
    reviewers: Sequence[Collection[int]] = (),
) -> int:
    """Add a review scheme; ``reviewers`` holds person ids per level, empty for everyone of that level."""
    rights.administrator(unit, "schemes")
    values = _scheme_values(unit, 0, name, levels, resume_at_return, writer_signs, exemption)
    made = int(
        unit.connection.execute(insert(scheme).values(**values, active=True).returning(scheme.c.id)).scalar_one()
    )
    _list_reviewers(unit, made, levels, reviewers)
    trail.add(unit, "scheme_added", scheme=made, **values, reviewers=[sorted(r) for r in reviewers])
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
    reviewers: Sequence[Collection[int]] = (),
    active: bool = True,
) -> None:
    """Change a scheme. The number of levels stays while drafts wait or are approved under it."""
    rights.administrator(unit, "schemes")
    before = channels.get_scheme(unit.connection, scheme_id)
    if before.levels != levels and _under_way(unit, scheme_id):
        raise BadValue("levels", "in_use", before.name)
    values = _scheme_values(unit, scheme_id, name, levels, resume_at_return, writer_signs, exemption)
    unit.connection.execute(update(scheme).where(scheme.c.id == scheme_id).values(**values, active=active))
    _list_reviewers(unit, scheme_id, levels, reviewers)
    listed = [sorted(r) for r in reviewers]
    trail.add(unit, "scheme_changed", scheme=scheme_id, **values, active=active, reviewers=listed)


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
    unit: Unit, own_id: int, name: str, levels: int, resume: bool, signs: bool, exemption: str
) -> dict[str, Any]:
    clean = rights.name("name", name)
    if unit.connection.scalar(select(scheme.c.id).where(scheme.c.name == clean, scheme.c.id != own_id)) is not None:
        raise BadValue("name", "taken", clean)
    if levels not in (1, 2, 3):
        raise BadValue("levels", "format", str(levels))
    if signs and levels == 1:
        raise BadValue("writer_signs", "format")
    return {
        "name": clean,
        "levels": levels,
        "resume_at_return": resume,
        "writer_signs": signs,
        "exemption": rights.text("exemption", exemption, 500),
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


def _under_way(unit: Unit, scheme_id: int) -> bool:
    waiting = draft.c.stage.in_((Stage.REVIEW, Stage.APPROVED, Stage.SCHEDULED))
    query = select(func.count()).select_from(draft).where(draft.c.scheme_id == scheme_id, waiting)
    return bool(unit.connection.scalar(query))
