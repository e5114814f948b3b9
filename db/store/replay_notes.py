"""Notes as the audit chain tells of them: which were made, answered, resolved, and whether the rows still say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from db.domain.audit import row_digest
from db.schema.articles import annotation, remark
from db.store.replay_rows import rows_by_id

VERBS = frozenset({"annotate", "note_reply", "note_resolve", "note_reopen"})


class NotesPlayed:
    """Takes the entries of notes in their order."""

    def __init__(self, connection: Connection) -> None:
        self._rows = {"note": rows_by_id(connection, annotation), "remark": rows_by_id(connection, remark)}
        self._seen: dict[str, set[int]] = {"note": set(), "remark": set()}
        self._open: dict[int, int] = {}  # the lane of each note that waits
        self._lanes: dict[int, int] = {}

    def take(self, verb: str, facts: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
        """Yield the kinds of faults of one entry, with the row that each is about."""
        note = facts["note"]
        if verb == "annotate":
            self._lanes[note] = self._open[note] = facts["draft"]
            yield from self._row("note", note, facts["row"])
            return
        if verb == "note_resolve":
            self._open.pop(note, None)
        elif verb == "note_reopen" and note in self._lanes:
            self._open[note] = self._lanes[note]
        yield from self._row("remark", facts["remark"], facts["row"])

    def open_in(self, draft_id: int) -> bool:
        """Whether a note of a lane waits after what was told so far."""
        return draft_id in self._open.values()

    def unrecorded(self) -> Iterator[tuple[str, str]]:
        """Yield tables and keys of the rows that no entry speaks of."""
        for table, rows in self._rows.items():
            yield from ((table, str(key)) for key in sorted(rows.keys() - self._seen[table]))

    def _row(self, table: str, key: int, digest: str) -> Iterator[tuple[str, int]]:
        self._seen[table].add(key)
        row = self._rows[table].get(key)
        if row is None:
            yield f"{table}_missing", key
        elif row_digest(row) != digest:
            yield f"{table}_changed", key
