"""Times at the publishing desk: typed and shown in the newsroom's wall clock, kept in UTC. Pure, no Qt."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))


def utc_of(day: str, time: str) -> str:
    """Return the moment of the record for a day (YYYY-MM-DD) and a time (HH:MM) of the wall clock."""
    local = datetime.strptime(f"{day} {time}", "%Y-%m-%d %H:%M").replace(tzinfo=BEIJING)
    return local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def is_past(utc: str, now: datetime) -> bool:
    return datetime.fromisoformat(utc) <= now


def local_words(utc: str) -> str:
    """Return ``2026-11-24 08:00``; what is no time is returned as it is."""
    try:
        moment = datetime.fromisoformat(utc)
    except ValueError:
        return utc
    return moment.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")


def coming_morning(now: datetime) -> datetime:
    """Return eight o'clock of the next morning: what is offered first when a time is asked for."""
    local = now.astimezone(BEIJING)
    return (local + timedelta(days=1)).replace(hour=8, minute=0, second=0, microsecond=0)
