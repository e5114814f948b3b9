"""核对: ticking facts of the text that waits for a decision, and taking a tick back. Every one is kept."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import RowMapping, insert

from db.actions import lanes, rights
from db.domain.audit import row_digest
from db.domain.channels import Scheme
from db.domain.errors import BadValue, MovedOn, Unchecked
from db.domain.ticks import MAX_KEY, MAX_NOTE, FactSheet
from db.domain.workflow import Step
from db.schema.articles import fact_tick
from db.store import ticks, trail
from db.store.unit import Unit


def tick_fact(unit: Unit, draft_id: int, digest: str, key: str, note: str = "") -> None:
    """Say that a fact of the text with ``digest`` was checked, by what source. Raises MovedOn when another waits."""
    _say(unit, draft_id, digest, key, note, ticked=True)


def untick_fact(unit: Unit, draft_id: int, digest: str, key: str) -> None:
    """Say that it is to be checked again."""
    _say(unit, draft_id, digest, key, "", ticked=False)


def _say(unit: Unit, draft_id: int, digest: str, key: str, note: str, *, ticked: bool) -> None:
    row = lanes.allow(unit, draft_id, Step.CHECK)
    lanes.refuse_claimed(unit, draft_id)
    lanes.refuse_moved(unit, row, digest)
    if not key or len(key) > MAX_KEY or not key.isascii() or not key.isalnum():
        raise BadValue("fact", "format", key[:40])
    values = {
        "draft_id": draft_id,
        "revision_id": row["revision_id"],
        "digest": digest,
        "level": row["level"],
        "key": key,
        "ticked": ticked,
        "note": rights.text("fact_note", note, MAX_NOTE),
        "person_id": unit.actor.person_id,
        "at": unit.now,
    }
    made = unit.connection.execute(insert(fact_tick).values(**values).returning(fact_tick.c.id)).scalar_one()
    facts = {"tick": made, "draft": draft_id, "level": row["level"], "key": key, "ticked": ticked}
    trail.add(unit, "tick", row["article_id"], **facts, row=row_digest(values))


def checked(unit: Unit, row: RowMapping, scheme: Scheme, digest: str, sheet: FactSheet | None) -> dict[str, Any]:
    """Return what an approval says of the facts: how many of them were checked at its level.

    Raises Unchecked when the scheme has them all checked there and some are open, MovedOn when the facts are not
    those of the text that is approved.
    """
    if sheet is None:
        if row["level"] in scheme.fact_levels:
            raise MovedOn(row["id"], "", digest)
        return {}
    if sheet.digest != digest:
        raise MovedOn(row["id"], sheet.digest, digest)
    keys = tuple(dict.fromkeys(sheet.keys))
    left = FactSheet(digest, keys).open(ticks.at_level(unit.connection, row["id"], row["level"]))
    if left and row["level"] in scheme.fact_levels:
        raise Unchecked(len(left), len(keys))
    rows = hashlib.sha256("\n".join(keys).encode()).hexdigest()
    return {"facts": {"checked": len(keys) - len(left), "of": len(keys), "rows": rows}}
