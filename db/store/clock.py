"""Times of the record: UTC, ISO 8601 in seconds. The clock can be replaced in tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from db.domain.addresses import SHANGHAI

if TYPE_CHECKING:
    from sqlalchemy import Connection

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return ``2026-11-24T08:00:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def now_of(connection: Connection) -> str:
    """Return the time that leases go by: the server's where the record is on one, else this machine's."""
    if connection.dialect.name == "postgresql":
        found: datetime = connection.exec_driver_sql("SELECT clock_timestamp()").scalar_one()
        return stamp(found)
    return stamp(system_clock())


def moment(stamped: str) -> datetime:
    return datetime.strptime(stamped, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def as_stamp(given: str) -> str:
    """Return a time with its offset as the record writes it. Raises ValueError for what is none."""
    found = datetime.fromisoformat(given)
    if found.tzinfo is None:
        raise ValueError(given)
    return stamp(found)


def later(stamped: str, seconds: int) -> str:
    """Return the time ``seconds`` after ``stamped``."""
    return stamp(moment(stamped) + timedelta(seconds=seconds))


def days(first: date, last: date) -> tuple[str, str]:
    """Return when the days begin in China, and when the last of them is over."""
    begin, end = (datetime.combine(day, time(), SHANGHAI) for day in (first, last + timedelta(days=1)))
    return stamp(begin), stamp(end)
