"""Reading channels and review schemes."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, select

from db.domain.channels import Channel, ChannelKind, Scheme
from db.domain.errors import NotFound
from db.domain.ticks import levels_in
from db.schema.newsroom import channel, scheme, scheme_deadline, scheme_reviewer


def every(connection: Connection) -> list[Channel]:
    """Return all channels in the order of the tree's levels: by position, then id."""
    query = select(channel).order_by(channel.c.position, channel.c.id)
    return [
        Channel(
            c.id,
            c.parent_id,
            ChannelKind(c.kind),
            c.name,
            c.slug,
            c.position,
            c.scheme_id,
            c.deadline_days,
            c.description,
            c.keywords,
            c.active,
        )
        for c in connection.execute(query)
    ]


def get(connection: Connection, channel_id: int) -> Channel:
    for found in every(connection):
        if found.id == channel_id:
            return found
    raise NotFound("channel")


def schemes(connection: Connection) -> list[Scheme]:
    """Return all review schemes by name."""
    listed: dict[tuple[int, int], set[int]] = defaultdict(set)
    hours = {(row.scheme_id, row.level): row.hours for row in connection.execute(select(scheme_deadline))}
    for row in connection.execute(select(scheme_reviewer)):
        listed[row.scheme_id, row.level].add(row.person_id)
    return [
        Scheme(
            s.id,
            s.name,
            s.levels,
            s.resume_at_return,
            s.writer_signs,
            s.exemption,
            tuple(frozenset(listed[s.id, level]) for level in range(1, s.levels + 1)),
            s.active,
            levels_in(s.fact_levels),
            tuple(hours.get((s.id, level), 0) for level in range(1, s.levels + 1)),
            s.notes_block,
        )
        for s in connection.execute(select(scheme).order_by(scheme.c.name))
    ]


def get_scheme(connection: Connection, scheme_id: int) -> Scheme:
    for found in schemes(connection):
        if found.id == scheme_id:
            return found
    raise NotFound("scheme")
