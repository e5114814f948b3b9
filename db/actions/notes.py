"""批注: making a note, answering it, resolving it and opening it again. Nothing said is ever changed or taken back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert

from db.actions import lanes, rights
from db.domain import note as rules
from db.domain.audit import row_digest
from db.domain.errors import BadValue, NotFound, OpenNotes
from db.domain.note import MAX_TEXT, NoteStep, Spot
from db.domain.workflow import Stage
from db.schema.articles import annotation, remark
from db.store import articles, notes, people, trail
from db.store.unit import Unit


def annotate(unit: Unit, draft_id: int, spot: Spot, text: str, digest: str = "") -> int:
    """批注: pin words to a place of the draft; return the note's id.

    While the draft waits or is approved the note is bound to that revision, and ``digest`` names the one on the
    screen. Raises MovedOn when another waits by now.
    """
    row = articles.draft_record(unit.connection, draft_id)
    rules.check(NoteStep.ANNOTATE, articles.get_standing(unit.connection, draft_id, unit.actor), unit.actor)
    said = _said(text)
    bad = spot.fault() or ("quote" if not rights.is_text(spot.quote + spot.prefix + spot.suffix) else "")
    if bad:
        raise BadValue(bad, "format", spot.quote[:40] or spot.part)
    revision_id = row["revision_id"] if row["stage"] not in (Stage.EDITING, Stage.RETURNED) else None
    if revision_id is not None:
        lanes.refuse_moved(unit, row, digest)
    values = {
        "draft_id": draft_id, "revision_id": revision_id, "part": spot.part, "subject": spot.subject,
        "quote": spot.quote, "prefix": spot.prefix, "suffix": spot.suffix, "place": spot.place, "text": said,
        "mentions": _mentions(unit, said), "person_id": unit.actor.person_id, "at": unit.now,
    }  # fmt: skip
    made = unit.connection.execute(insert(annotation).values(**values).returning(annotation.c.id)).scalar_one()
    facts = {"note": made, "draft": draft_id, "part": spot.part, "text": said}
    _tell(unit, NoteStep.ANNOTATE, row["article_id"], values, **facts)
    return int(made)


def reply(unit: Unit, note_id: int, text: str) -> None:
    """Answer a note."""
    _remark(unit, note_id, NoteStep.REPLY, _said(text))


def resolve(unit: Unit, note_id: int, text: str = "") -> None:
    """Say that nothing is left to do about a note."""
    _remark(unit, note_id, NoteStep.RESOLVE, rights.text("note", text, MAX_TEXT))


def reopen(unit: Unit, note_id: int, text: str = "") -> None:
    """Say that something is left to do after all."""
    _remark(unit, note_id, NoteStep.REOPEN, rights.text("note", text, MAX_TEXT))


def refuse_open(unit: Unit, draft_id: int) -> None:
    """Raise OpenNotes when notes of this draft wait to be resolved."""
    count = notes.open_count(unit.connection, draft_id)
    if count:
        raise OpenNotes(draft_id, count)


def _remark(unit: Unit, note_id: int, step: NoteStep, said: str) -> None:
    """What was resolved already is not resolved again: two may press at once."""
    found = notes.get(unit.connection, note_id)
    if found is None:
        raise NotFound("note")
    row = articles.draft_record(unit.connection, found.draft_id)
    standing = articles.get_standing(unit.connection, found.draft_id, unit.actor)
    rules.check(step, standing, unit.actor, found.person_id)
    if not said and step is not NoteStep.REPLY and found.open == (step is NoteStep.REOPEN):
        return
    values = {
        "annotation_id": note_id, "step": step, "text": said, "mentions": _mentions(unit, said),
        "person_id": unit.actor.person_id, "at": unit.now,
    }  # fmt: skip
    made = unit.connection.execute(insert(remark).values(**values).returning(remark.c.id)).scalar_one()
    _tell(unit, f"note_{step}", row["article_id"], values, remark=made, note=note_id, text=said)


def _tell(unit: Unit, verb: str, article_id: int, values: Mapping[str, Any], **facts: object) -> None:
    if called := json.loads(values["mentions"]):
        facts["calls"] = called
    trail.add(unit, verb, article_id, **facts, row=row_digest(values))
    unit.article_ids.add(article_id)


def _said(text: str) -> str:
    said = rights.text("note", text, MAX_TEXT)
    if not said:
        raise BadValue("note", "empty")
    return said


def _mentions(unit: Unit, text: str) -> str:
    active = [(person.id, person.name) for person in people.everyone(unit.connection) if person.active]
    return json.dumps(rules.mentioned(text, active))
