"""Review schemes as the audit chain tells them, and as they stand in the rows: one shape, to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from db.domain.ticks import levels_in
from db.schema.newsroom import scheme, scheme_deadline, scheme_reviewer


@dataclass(frozen=True, slots=True)
class ReplayedScheme:
    """The rules of a scheme that decisions are held against."""

    levels: int
    exemption: str
    resume: bool
    signs: bool
    reviewers: list[list[int]]  # by level
    facts: frozenset[int]  # levels at which every fact is checked
    hours: list[int]  # by level
    notes_block: bool


def told(facts: Mapping[str, Any]) -> ReplayedScheme:
    """Return the scheme that an entry of the chain tells of; earlier entries did not know every rule."""
    return ReplayedScheme(
        facts["levels"],
        facts["exemption"],
        facts["resume_at_return"],
        facts["writer_signs"],
        _by_level(facts["reviewers"], facts["levels"]),
        levels_in(facts.get("fact_levels", "")),
        _padded(facts.get("hours", ()), facts["levels"]),
        facts.get("notes_block", False),
    )


def schemes_now(connection: Connection) -> dict[int, ReplayedScheme]:
    """Return the schemes as they stand in the rows."""
    listed: dict[int, list[list[int]]] = {}
    for row in connection.execute(select(scheme_reviewer)):
        listed.setdefault(row.scheme_id, [[], [], []])[row.level - 1].append(row.person_id)
    hours = {(row.scheme_id, row.level): row.hours for row in connection.execute(select(scheme_deadline))}
    return {
        s.id: ReplayedScheme(
            s.levels,
            s.exemption,
            s.resume_at_return,
            s.writer_signs,
            _by_level(listed.get(s.id, []), s.levels),
            levels_in(s.fact_levels),
            [hours.get((s.id, level), 0) for level in range(1, s.levels + 1)],
            s.notes_block,
        )
        for s in connection.execute(select(scheme))
    }


def _by_level(listed: Sequence[Iterable[int]], levels: int) -> list[list[int]]:
    """Return who is named for each level, sorted; nobody where nobody is."""
    return [sorted(set(listed[level])) if level < len(listed) else [] for level in range(levels)]


def _padded(hours: Sequence[int], levels: int) -> list[int]:
    """Return the deadline of each level, 0 where none is told."""
    return [hours[level] if level < len(hours) else 0 for level in range(levels)]
