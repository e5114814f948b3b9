"""Steps of writing: start an article, save what was typed, keep a revision, bring one back, open a new lane."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as put

from db.actions import lanes, rights
from db.actions.uid import time_ordered
from db.domain.addresses import local_year
from db.domain.article import (
    MAX_BODY,
    MAX_LINE,
    MAX_NAMES,
    MAX_TEXT,
    Attachment,
    Bases,
    Fields,
    Policy,
    Reprint,
    Saved,
    Video,
    Words,
)
from db.domain.errors import BadValue, LiveMovedOn, NotAllowed, NotFound
from db.domain.people import Role
from db.domain.release import Merged
from db.domain.revision import RevisionKind, canonical, from_canonical
from db.domain.workflow import WRITABLE, Publication, Purpose, Stage, Step, check_article
from db.schema.articles import article, draft, draft_text, journal, release, revision
from db.schema.corrections import draft_count
from db.store import articles, counters, history, trail
from db.store.clock import moment
from db.store.unit import Unit

_HOUR, _DAY, _MONTH = 3600, 86_400, 31 * 86_400  # seconds
_LINES = ("slug", "shoulder", "title", "subtitle", "source", "information_source", "event_date")


def start(unit: Unit, fields: Fields, words: Words) -> Saved:
    """Begin an article at its first save: it gets its register number, and the actor is its first author."""
    if not unit.actor.may(Role.CONTRIBUTOR, Role.EDITOR):
        raise NotAllowed(Step.SAVE)
    refuse_bad(fields)
    c = unit.connection
    number = counters.register_number(c, local_year(unit.now))
    article_id = c.execute(
        insert(article)
        .values(
            uid=time_ordered(unit.now),
            number=number,
            publication=Publication.NONE,
            stage=Stage.EDITING,
            level=0,
            touched=0,
            changed_at=unit.now,
            changed_by=unit.actor.name,
            published_at="",
            address="",
            **listed(fields, words),
        )
        .returning(article.c.id)
    ).scalar_one()
    draft_id = _open(unit, article_id, Purpose.ORIGINAL, None, fields)
    lanes.touch(unit, article_id)
    lanes.join(unit, draft_id, article_id)
    lanes.index(unit, article_id, number, fields, words)
    return Saved(article_id, draft_id, 1, number, unit.now)


def save(unit: Unit, draft_id: int, fields: Fields, words: Words, seen_version: int) -> Saved:
    """Save the working text. ``seen_version`` is the version that the editor last saw; a stale one is refused.

    Raises:
        EditConflict: somebody saved since; call ``keep_refused`` with the text, and offer both.
        WrongStage, NotAllowed: the text is read-only now, or for this person.
    """
    row = lanes.allow(unit, draft_id, Step.SAVE)
    lanes.refuse_stale(row, seen_version)
    refuse_bad(fields)
    return _write(unit, draft_id, row["article_id"], fields, words, seen_version)


def keep_refused(unit: Unit, draft_id: int, fields: Fields, seen_version: int) -> None:
    """Put a text that could not be saved over another's into the journal, and that other: nothing typed is lost.

    The other's last save may be thinned out of the journal, once the person saves over it.
    """
    row = articles.draft_record(unit.connection, draft_id)
    there = articles.working_fields(unit.connection, draft_id)
    if there != fields and row["version"] != seen_version:
        note(unit, draft_id, there, row["version"], history.JournalKind.MET)
    note(unit, draft_id, fields, seen_version, history.JournalKind.REFUSED)


def keep(unit: Unit, draft_id: int, name: str) -> int:
    """存一稿: keep the working text as a named revision; return its id."""
    row = lanes.allow(unit, draft_id, Step.SAVE)
    name = rights.text("name", name, MAX_LINE)
    fields = articles.working_fields(unit.connection, draft_id)
    made, _digest = lanes.freeze(unit, row["article_id"], draft_id, fields, RevisionKind.KEPT, name)
    unit.article_ids.add(row["article_id"])
    return made


def bring_back(unit: Unit, draft_id: int, revision_id: int, words: Words, seen_version: int) -> Saved:
    """Make the text of an earlier revision the working text; what stood there is kept as a revision first."""
    row = lanes.allow(unit, draft_id, Step.SAVE)
    lanes.refuse_stale(row, seen_version)
    form = unit.connection.scalar(
        select(revision.c.form).where(revision.c.id == revision_id, revision.c.article_id == row["article_id"])
    )
    if form is None:
        raise NotFound("revision")
    before = articles.working_fields(unit.connection, draft_id)
    lanes.freeze(unit, row["article_id"], draft_id, before, RevisionKind.RESTORE)
    return _write(unit, draft_id, row["article_id"], from_canonical(form), words, seen_version)


def open_update(unit: Unit, article_id: int) -> int:
    """改稿: open a new main lane from the live revision; return the draft's id."""
    return _open_from_live(unit, article_id, Step.UPDATE, Purpose.UPDATE)


def open_correction(unit: Unit, article_id: int) -> int:
    """更正: open a lane from the live revision that may overtake the main one; return the draft's id."""
    return _open_from_live(unit, article_id, Step.CORRECT, Purpose.CORRECTION)


def _open_from_live(unit: Unit, article_id: int, step: Step, purpose: Purpose) -> int:
    row = unit.connection.execute(select(article).where(article.c.id == article_id)).first()
    if row is None:
        raise NotFound("article")
    check_article(Publication(row.publication), step, unit.actor)
    lanes.refuse_second(unit, article_id, purpose)
    live, form = unit.connection.execute(
        select(revision.c.id, revision.c.form)
        .join(release, release.c.revision_id == revision.c.id)
        .where(release.c.id == row.live_release_id)
    ).one()
    draft_id = _open(unit, article_id, purpose, live, from_canonical(form))
    trail.add(unit, step, article_id, draft=draft_id, base=live)
    lanes.show(unit, article_id)
    lanes.join(unit, draft_id, article_id)
    return draft_id


def merge(unit: Unit, draft_id: int, fields: Fields, words: Words, seen_version: int, seen: Bases) -> Merged:
    """并入更正: make ``fields`` the working text, which holds what went live since the lane was opened.

    The lane is a draft again, from what is live now; what stood there is in the journal. Raises EditConflict and
    LiveMovedOn when the merge was worked out from other texts.
    """
    row = lanes.allow(unit, draft_id, Step.MERGE)
    lanes.refuse_stale(row, seen_version)
    live = articles.released(unit.connection, row["article_id"])
    if (row["base_revision_id"], live) != (seen.base, seen.live):
        raise LiveMovedOn(draft_id)
    refuse_bad(fields)
    before, stage = articles.working_fields(unit.connection, draft_id), Stage(row["stage"])
    lapsed = [d for d in history.decisions(unit.connection, row["article_id"]) if d.draft_id == draft_id and d.stands]
    note(unit, draft_id, before, seen_version, history.JournalKind.BEFORE_MERGE)
    facts = {"draft": draft_id, "base": seen.base, "live": seen.live, "version": seen_version + 1}
    trail.add(unit, "merge", row["article_id"], **facts, lapsed=[d.id for d in lapsed])
    to = stage if stage in WRITABLE else Stage.EDITING
    columns = {"base_revision_id": live, "waiting_since": "", "scheduled_for": "", "scheduled_by": None}
    lanes.move(unit, row, to, **columns)
    lanes.show_schedule(unit, row["article_id"], Publication.NONE)
    saved = _write(unit, draft_id, row["article_id"], fields, words, seen_version)
    return Merged(saved, tuple(lapsed))


def _open(unit: Unit, article_id: int, purpose: Purpose, base: int | None, fields: Fields) -> int:
    values = {
        "article_id": article_id,
        "purpose": purpose,
        "stage": Stage.EDITING,
        "level": 0,
        "round": 0,
        "version": 1,
        "base_revision_id": base,
        "waiting_since": "",
        "scheduled_for": "",
        "trashed_from": "",
        "opened_by": unit.actor.person_id,
        "opened_at": unit.now,
        "changed_at": unit.now,
        "changed_by": unit.actor.name,
    }
    draft_id = unit.connection.execute(insert(draft).values(**values).returning(draft.c.id)).scalar_one()
    unit.connection.execute(insert(draft_text).values(draft_id=draft_id, fields=canonical(fields)))
    return int(draft_id)


def _write(unit: Unit, draft_id: int, article_id: int, fields: Fields, words: Words, version: int) -> Saved:
    c = unit.connection
    c.execute(update(draft_text).where(draft_text.c.draft_id == draft_id).values(fields=canonical(fields)))
    counted = put(draft_count).values(draft_id=draft_id, count=words.count)
    c.execute(counted.on_conflict_do_update(index_elements=["draft_id"], set_={"count": words.count}))
    named = {"version": version + 1, "changed_at": unit.now, "changed_by": unit.actor.name}
    c.execute(update(draft).where(draft.c.id == draft_id).values(**named))
    # lists and the search know an article by its main lane, where one is open
    first = articles.lanes(c, article_id)[0].draft_id == draft_id
    lanes.touch(unit, article_id, **(listed(fields, words) if first else {}))
    lanes.join(unit, draft_id, article_id)
    number = str(c.scalar(select(article.c.number).where(article.c.id == article_id)))
    if first:
        lanes.index(unit, article_id, number, fields, words)
    note(unit, draft_id, fields, version + 1, history.JournalKind.SAVED)
    return Saved(article_id, draft_id, version + 1, number, unit.now)


def listed(fields: Fields, words: Words) -> dict[str, object]:
    return {
        "channel_id": fields.channel_id,
        "title": fields.title,
        "source": fields.source,
        "count": words.count,
    }


def refuse_bad(fields: Fields) -> None:
    """Raise BadValue for the first field that is too long or cannot be written down."""
    for field in Fields.__slots__:
        value = getattr(fields, field)
        if isinstance(value, tuple) and len(value) > MAX_NAMES:
            raise BadValue(field, "too_long")
        longest = MAX_BODY if field == "body" else MAX_LINE if field in _LINES else MAX_TEXT
        for part in _texts(value):
            if len(part) > longest:
                raise BadValue(field, "too_long", "" if field == "body" else part[:40])
            if not rights.is_text(part):
                raise BadValue(field, "format")


def _texts(value: object) -> Iterator[str]:
    """Yield every text in the value of a field."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, Attachment | Reprint | Policy | Video):
        for member in value.__slots__:
            yield from _texts(getattr(value, member))


def note(unit: Unit, draft_id: int, fields: Fields, version: int, kind: history.JournalKind) -> None:
    """Add to the journal, and thin it: a minute apart in the last hour, an hour in the last day, a day in a month."""
    c = unit.connection
    values = {"draft_id": draft_id, "person_id": unit.actor.person_id, "kind": kind, "at": unit.now}
    c.execute(insert(journal).values(**values, version=version, fields=canonical(fields)))
    thinned = kind if kind is history.JournalKind.AMENDING else history.JournalKind.SAVED
    saved = c.execute(
        select(journal.c.id, journal.c.at)
        .where(journal.c.draft_id == draft_id, journal.c.kind == thinned)
        .order_by(journal.c.id.desc())
    ).all()
    gone = _too_close([(row.id, row.at) for row in saved])
    if gone:
        c.execute(delete(journal).where(journal.c.id.in_(gone)))


def _too_close(entries: list[tuple[int, str]]) -> list[int]:
    """Return the ids to drop of (id, time), newest first; the newest stays, and of each slot the oldest does.

    An age is the sum of the gaps up to now: none counts for more than a day, and one that is longer than a month is a
    clock that jumped, or an article that rested, and counts for nothing.
    """
    ages = list(accumulate(_gap(younger, older) for (_, younger), (_, older) in pairwise(entries)))
    taken: set[tuple[str, str]] = set()
    gone = []
    for (entry_id, at), age in reversed(list(zip(entries[1:], ages, strict=True))):
        slot = ("minute", at[:16]) if age < _HOUR else ("hour", at[:13]) if age < _DAY else ("day", at[:10])
        if slot in taken or age > _MONTH:
            gone.append(entry_id)
        taken.add(slot)
    return gone


def _gap(younger: str, older: str) -> float:
    seconds = (moment(younger) - moment(older)).total_seconds()
    return min(seconds, _DAY) if 0 < seconds <= _MONTH else 0
