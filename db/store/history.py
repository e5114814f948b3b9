"""Reading what happened to an article: revisions, decisions, releases, journal, the timeline."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from db.domain.article import Fields
from db.domain.errors import NotFound
from db.domain.release import Attribution, Decision, Release, ReleaseKind, Verdict
from db.domain.revision import Revision, RevisionKind, RevisionRow, from_canonical
from db.schema.articles import decision, draft, journal, release, revision, sight
from db.schema.corrections import reader_note
from db.schema.newsroom import delegation
from db.store import people, trail


def revisions(connection: Connection, article_id: int) -> list[RevisionRow]:
    """Return the revisions of an article, newest first."""
    names = people.names(connection)
    r = revision.c
    query = select(r.id, r.n, r.digest, r.kind, r.name, r.person_id, r.at, r.count.label("words"))
    return [
        RevisionRow(
            row.id,
            row.n,
            row.digest,
            RevisionKind(row.kind),
            row.name,
            names.get(row.person_id, ""),
            row.at,
            row.words,
        )
        for row in connection.execute(query.where(r.article_id == article_id).order_by(r.n.desc()))
    ]


def get_revision(connection: Connection, revision_id: int) -> Revision:
    row = connection.execute(select(revision).where(revision.c.id == revision_id)).first()
    if row is None:
        raise NotFound("revision")
    by = people.names(connection).get(row.person_id, "")
    return Revision(
        row.id,
        row.article_id,
        row.n,
        row.digest,
        RevisionKind(row.kind),
        row.name,
        by,
        row.at,
        from_canonical(row.form),
    )


def was_seen(connection: Connection, revision_id: int, person_id: int | None) -> bool:
    """Whether a person had a text under review on the screen as a whole."""
    known = select(sight.c.id).where(sight.c.revision_id == revision_id, sight.c.person_id == person_id)
    return connection.scalar(known) is not None


def decisions(connection: Connection, article_id: int) -> list[Decision]:
    """Return the decisions on an article in their order; those that no longer count are marked as lapsed."""
    names = people.names(connection)
    query = (
        select(decision, delegation.c.person_id.label("absent"), draft.c.round.label("round_now"), draft.c.stage)
        .join(draft, draft.c.id == decision.c.draft_id)
        .outerjoin(delegation, delegation.c.id == decision.c.delegation_id)
        .where(draft.c.article_id == article_id)
        .order_by(decision.c.id)
    )
    return [_decision(row, names) for row in connection.execute(query).mappings()]


def _decision(row: RowMapping, names: dict[int, str]) -> Decision:
    lapsed = row["round"] != row["round_now"] or row["stage"] in ("editing", "returned", "trashed")
    return Decision(
        row["id"],
        row["draft_id"],
        row["revision_id"],
        row["digest"],
        row["round"],
        row["level"],
        Verdict(row["verdict"]),
        names.get(row["person_id"], ""),
        row["opinion"],
        row["exemption"],
        row["at"],
        lapsed,
        row["person_id"],
        names.get(row["absent"], ""),
        row["batch"] or 0,
    )


def releases(connection: Connection, article_id: int) -> list[Release]:
    """Return the releases of an article in their order."""
    noted = select(release, reader_note.c.words.label("note")).outerjoin(reader_note)
    query = noted.where(release.c.article_id == article_id).order_by(release.c.id)
    names = people.names(connection)
    return [release_of(row, names) for row in connection.execute(query).mappings()]


def release_of(row: RowMapping, names: dict[int, str]) -> Release:
    """Make the value of a row of table release."""
    return Release(
        row["id"],
        row["article_id"],
        row["revision_id"],
        row["digest"],
        ReleaseKind(row["kind"]),
        row["published_at"],
        row["at"],
        names.get(row["person_id"], ""),
        row["address"],
        attribution_from(row["attribution"]),
        row["html_digest"],
        row["renderer"],
        tuple(json.loads(row["decisions"])),
        row["reason_kind"],
        row["reason"],
        row.get("note") or "",
    )


def attribution_from(form: str) -> Attribution:
    """Read the names that were frozen with a release."""
    data: dict[str, Any] = json.loads(form)
    names: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in data.items()}
    return Attribution(**names)


class JournalKind(StrEnum):
    """Why a text was put into the journal."""

    SAVED = "saved"
    REFUSED = "refused"  # a stale save: the text that could not be saved over another
    MET = "met"  # what stood in the record when that was refused: whatever comes of it, this text stays
    TAKEN_OVER = "taken_over"
    AMENDING = "amending"  # what a reviewer wrote into a text under review
    BEFORE_MERGE = "before_merge"  # what a lane held before what went live was merged into it


@dataclass(frozen=True, slots=True)
class JournalRow:
    """A text kept on the way."""

    id: int
    draft_id: int
    kind: JournalKind
    by: str
    at: str
    version: int


def journal_rows(connection: Connection, draft_id: int) -> list[JournalRow]:
    """Return the journal of a draft, newest first."""
    names = people.names(connection)
    j = journal.c
    query = select(j.id, j.draft_id, j.kind, j.person_id, j.at, j.version)
    return [
        JournalRow(row.id, row.draft_id, JournalKind(row.kind), names.get(row.person_id, ""), row.at, row.version)
        for row in connection.execute(query.where(j.draft_id == draft_id).order_by(j.id.desc()))
    ]


def journal_fields(connection: Connection, journal_id: int) -> Fields:
    found = connection.scalar(select(journal.c.fields).where(journal.c.id == journal_id))
    if found is None:
        raise NotFound("journal")
    return from_canonical(found)


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the timeline (流程): who did what, when; ``facts`` by the verb."""

    at: str
    by: str
    verb: str
    facts: dict[str, object]


def timeline(connection: Connection, article_id: int) -> list[Event]:
    """Return what the audit chain says of an article, in order."""
    return [Event(e.at, e.person, e.verb, json.loads(e.facts)) for e in trail.entries(connection, article_id)]
