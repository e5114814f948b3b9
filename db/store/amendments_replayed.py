"""Amendments played again from the chain beside their rows: by whom they may be made and confirmed, and what stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from db.domain.amendment import Answer, applied, edits_from, numbers
from db.domain.audit import row_digest
from db.domain.revision import from_canonical
from db.schema.articles import amendment, confirmation, revision
from db.store.faults import Fault
from db.store.replay_rows import rows_by_id


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A lane as the chain has it when an amendment of it is made or confirmed."""

    turn: int
    revision: int
    exemption: str
    may_review: Callable[[int, int, str], bool]  # a person, a level, at this time
    authors: set[int]  # who are still there
    decided: Mapping[int, set[int]]  # who decided at which levels


class ReplayedAmendments:
    """Holds each entry against its row; ``tell`` hears of what does not hold."""

    def __init__(self, connection: Connection, tell: Callable[..., None]) -> None:
        self._connection, self._tell = connection, tell
        self._rows = rows_by_id(connection, amendment)
        self._answers = rows_by_id(connection, confirmation)
        self._open: dict[tuple[int, int], int] = {}  # lane and turn -> amendment
        self._seen: dict[str, set[int]] = {"amendment": set(), "confirmation": set()}

    def waits(self, lane: int, turn: int) -> bool:
        return (lane, turn) in self._open

    def amended(self, facts: Mapping[str, Any], lane: Reviewed) -> None:
        """Take an entry ``amend``: by a reviewer of the level, of the text that waited, nothing else waiting."""
        key = facts["amendment"]
        row = self._rows.get(key)
        self._seen["amendment"].add(key)
        if row is None:
            self._tell("amendment_missing", "amendment", key)
            return
        if row_digest(row) != facts["row"]:
            self._tell("amendment_changed", "amendment", key)
        who, level = row["person_id"], row["level"]
        if (row["round"], row["base_revision_id"]) != (lane.turn, lane.revision) or self.waits(
            row["draft_id"], lane.turn
        ):
            self._tell("amendment_of_other_text", "amendment", key)
        if not lane.may_review(who, level, row["at"]):
            self._tell("amendment_without_right", "amendment", key, person=who)
        own = who in lane.authors or lane.decided.get(who, set()) - {level}
        if (own and not row["exemption"]) or (row["exemption"] and row["exemption"] != lane.exemption):
            self._tell("amendment_without_right", "amendment", key, person=who)
        self._open[row["draft_id"], lane.turn] = key

    def confirmed(self, facts: Mapping[str, Any], lane: Reviewed) -> int:
        """Take an entry ``confirm``; return the revision that is under review from now on."""
        key, amended = facts["confirmation"], facts["amendment"]
        row, of = self._answers.get(key), self._rows.get(amended)
        self._seen["confirmation"].add(key)
        if row is None or of is None:
            self._tell("confirmation_missing", "confirmation", key)
            return int(facts["revision"])
        if row_digest(row) != facts["row"]:
            self._tell("confirmation_changed", "confirmation", key)
        if self._open.pop((of["draft_id"], lane.turn), None) != row["amendment_id"] or amended != row["amendment_id"]:
            self._tell("confirmation_of_other_text", "confirmation", key)
        who, taken_back = row["person_id"], row["answer"] == Answer.TAKEN_BACK
        allowed = who == of["person_id"] if taken_back else who in lane.authors and who != of["person_id"]
        if not allowed:
            self._tell("confirmation_without_right", "confirmation", key, person=who)
        if not self._stands(row, of):
            self._tell("confirmation_of_other_text", "confirmation", key)
        return int(row["revision_id"])

    def unrecorded(self) -> Iterator[Fault]:
        """Rows that no entry speaks of."""
        for key in sorted(self._rows.keys() - self._seen["amendment"]):
            yield Fault("amendment_unrecorded", "amendment", str(key))
        for key in sorted(self._answers.keys() - self._seen["confirmation"]):
            yield Fault("confirmation_unrecorded", "confirmation", str(key))

    def _stands(self, row: Mapping[str, Any], of: Mapping[str, Any]) -> bool:
        """Whether the text that was confirmed is the earlier one with the accepted changes, and they are all there."""
        wanted = (of["base_revision_id"], of["revision_id"], row["revision_id"])
        query = select(revision.c.id, revision.c.form).where(revision.c.id.in_(wanted))
        texts = {found.id: from_canonical(found.form) for found in self._connection.execute(query)}
        base, amended, now = (texts.get(key) for key in wanted)
        if base is None or amended is None or now is None:
            return False
        edits, accepted = edits_from(of["edits"]), frozenset(json.loads(row["accepted"]))
        whole = applied(base, amended, edits, numbers(edits)) == amended
        return whole and applied(base, amended, edits, accepted) == now
