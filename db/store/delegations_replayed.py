"""Delegations played again from the chain beside their rows: who stood in for whom at which time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from db.domain.audit import row_digest
from db.schema.newsroom import delegation, delegation_end
from db.store.faults import Fault
from db.store.replay_rows import rows_by_id


class ReplayedDelegations:
    """Knows the delegations that the chain told of so far; ``tell`` hears of what does not hold."""

    def __init__(self, connection: Connection, tell: Callable[..., None]) -> None:
        self._tell = tell
        self._rows = rows_by_id(connection, delegation)
        self._ends = set(connection.scalars(select(delegation_end.c.delegation_id)))
        self._known: dict[int, dict[str, Any]] = {}
        self._ended: set[int] = set()

    def given(self, facts: Mapping[str, Any], *, allowed: bool) -> None:
        """Take an entry ``delegate``; ``allowed`` says whether who made it may."""
        key = facts["delegation"]
        row = self._rows.get(key)
        if row is None:
            self._tell("delegation_missing", "delegation", key)
            return
        if row_digest(row) != facts["row"]:
            self._tell("delegation_changed", "delegation", key)
        if not allowed:
            self._tell("delegation_without_right", "delegation", key)
        self._known[key] = row

    def ended(self, facts: Mapping[str, Any]) -> None:
        self._ended.add(facts["delegation"])

    def absent(self, to: int, at: str, key: int | None = None) -> set[int]:
        """Return those for whom a person stood in at a time, by one delegation or by any."""
        return {
            row["person_id"]
            for known, row in self._known.items()
            if key in (None, known) and row["to_id"] == to and row["since"] <= at < row["until"]
            if known not in self._ended
        }

    def unrecorded(self) -> Iterator[Fault]:
        """Rows that no entry speaks of, and ends that are not as the chain has them."""
        for key in sorted(self._rows.keys() - self._known.keys()):
            yield Fault("delegation_unrecorded", "delegation", str(key))
        for key in sorted(self._ends ^ self._ended):
            yield Fault("delegation_unrecorded", "delegation_end", str(key))
