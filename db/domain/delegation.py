"""代理: who reviews in another's place while they are away, from when until when."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Delegation:
    """One person's levels, taken by another for a time."""

    id: int
    person_id: int  # whose levels
    name: str
    to_id: int  # who takes them
    to_name: str
    since: str  # UTC
    until: str  # UTC; from then on it is over
    reason: str
    ended: str  # UTC, when it was ended before its time, else empty
