"""The ticks of facts as the audit chain tells them, beside their rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection

from db.domain.audit import row_digest
from db.schema.articles import fact_tick
from db.store.replay_rows import rows_by_id

Tell = Callable[..., None]


class Ticks:
    """Takes the entries that speak of ticks; tells what does not hold."""

    def __init__(self, connection: Connection, tell: Tell) -> None:
        self._rows = rows_by_id(connection, fact_tick)
        self._tell = tell
        self._seen: set[int] = set()
        self._checked: dict[tuple[int, int], set[str]] = defaultdict(set)  # by draft and level

    def take(self, facts: Mapping[str, Any], may: Callable[[int, int], bool]) -> None:
        """Look at one tick. ``may`` says whether a person reviews a level."""
        key = facts["tick"]
        row = self._rows.get(key)
        self._seen.add(key)
        if row is None:
            self._tell("tick_missing", "fact_tick", key)
            return
        if row_digest(row) != facts["row"]:
            self._tell("tick_changed", "fact_tick", key)
        if not may(row["person_id"], row["level"]):
            self._tell("tick_without_right", "fact_tick", key, person=row["person_id"], level=row["level"])
        told = self._checked[facts["draft"], facts["level"]]
        if facts["ticked"]:
            told.add(facts["key"])
        else:
            told.discard(facts["key"])

    def approved(self, decision: Mapping[str, Any], facts: Mapping[str, Any], *, demanded: bool) -> None:
        """Look at an approval: where every fact is to be checked, every one was."""
        told = facts.get("facts")
        if not demanded and told is None:
            return
        checked = len(self._checked[decision["draft_id"], decision["level"]])
        said, of = (told["checked"], told["of"]) if told is not None else (0, -1)
        if said > min(checked, of) or (demanded and said != of):
            self._tell("approved_unchecked", "decision", facts["decision"], level=decision["level"])

    def unrecorded(self) -> list[int]:
        """Return the rows that no entry speaks of."""
        return sorted(self._rows.keys() - self._seen)
