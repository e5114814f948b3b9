"""Reading notes: each with its answers, and how many still wait."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from db.domain.note import Note, NoteStep, Remark, Spot
from db.domain.workflow import Stage
from db.schema.articles import annotation, draft, remark
from db.schema.newsroom import scheme
from db.store import history, people


def of_draft(connection: Connection, draft_id: int) -> list[Note]:
    """Return the notes of a lane, and those still open of earlier lanes of its article, oldest first."""
    article_id = select(draft.c.article_id).where(draft.c.id == draft_id).scalar_subquery()
    closed = and_(draft.c.article_id == article_id, draft.c.stage == Stage.PUBLISHED)
    found = _notes(connection, or_(draft.c.id == draft_id, closed))
    return [note for note in found if note.draft_id == draft_id or note.open]


def last_lane(connection: Connection, article_id: int) -> int:
    """Return the newest lane of an article that has none open, 0 where there never was one."""
    return int(connection.scalar(select(func.max(draft.c.id)).where(draft.c.article_id == article_id)) or 0)


def block(connection: Connection, draft_id: int) -> bool:
    """Whether nobody may approve a draft while its notes are open."""
    rule = select(scheme.c.notes_block).join(draft, draft.c.scheme_id == scheme.c.id).where(draft.c.id == draft_id)
    return bool(connection.scalar(rule))


def get(connection: Connection, note_id: int) -> Note | None:
    return next(iter(_notes(connection, annotation.c.id == note_id)), None)


def open_count(connection: Connection, draft_id: int) -> int:
    """Return how many notes of a lane wait to be resolved."""
    return sum(note.open for note in _notes(connection, annotation.c.draft_id == draft_id))


def bodies(connection: Connection, notes: list[Note]) -> dict[int, str]:
    """Return the texts that notes were made on, by the ids of their revisions."""
    wanted = {note.revision_id for note in notes if note.revision_id is not None}
    return {each: history.get_revision(connection, each).fields.body for each in wanted}


def _notes(connection: Connection, which: ColumnElement[bool]) -> list[Note]:
    names = people.names(connection)
    said: dict[int, list[Remark]] = defaultdict(list)
    lanes = annotation.join(draft, draft.c.id == annotation.c.draft_id)
    rows = select(remark).select_from(lanes.join(remark, remark.c.annotation_id == annotation.c.id)).where(which)
    for row in connection.execute(rows.order_by(remark.c.id)):
        by = names.get(row.person_id, "")
        mentions = tuple(json.loads(row.mentions))
        said[row.annotation_id].append(Remark(NoteStep(row.step), row.text, row.person_id, by, row.at, mentions))
    query = select(annotation).select_from(lanes).where(which).order_by(annotation.c.id)
    return [_note(row, names.get(row.person_id, ""), said[row.id]) for row in connection.execute(query)]


def _note(row: Row[Any], by: str, said: list[Remark]) -> Note:
    spot = Spot(row.part, row.subject, row.quote, row.prefix, row.suffix, row.place)
    mentions = tuple(json.loads(row.mentions))
    return Note(
        row.id, row.draft_id, row.revision_id, spot, row.text, row.person_id, by, row.at, mentions, tuple(said)
    )  # fmt: skip
