"""Times at the publishing desk: typed and shown in the newsroom's wall clock, kept in UTC. Pure, no Qt."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from db.domain.addresses import SHANGHAI

_CLOCK = re.compile(r"([01]?\d|2[0-3])\s*(?:[:：.点时]?\s*([0-5]\d)\s*分?|[点时]?(?:整)?)")


def utc_of(day: str, time: str) -> str:
    """Return the moment of the record for a day (YYYY-MM-DD) and a time (HH:MM) of the wall clock."""
    local = datetime.strptime(f"{day} {time}", "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI)
    return local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def clock_time(typed: str) -> str:
    """Return ``HH:MM`` for a time of day as people write it (8:30, 0830, 8点30分, 8点); empty for all else."""
    found = _CLOCK.fullmatch(typed.strip())
    return f"{int(found[1]):02}:{found[2] or '00'}" if found else ""


def is_past(utc: str, now: datetime) -> bool:
    return datetime.fromisoformat(utc) <= now


def coming_morning(now: datetime) -> datetime:
    """Return eight o'clock of the next morning: what is offered first when a time is asked for."""
    local = now.astimezone(SHANGHAI)
    return (local + timedelta(days=1)).replace(hour=8, minute=0, second=0, microsecond=0)
