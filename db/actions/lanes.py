"""What every action on a draft shares: moving it by the rules, and telling its article's list row."""

from __future__ import annotations

from typing import Any

from sqlalchemy import RowMapping, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as put

from db.domain.article import Fields, Words
from db.domain.errors import BadValue, EditConflict, Leased, MovedOn
from db.domain.lease import CLAIM_SECONDS
from db.domain.revision import RevisionKind, canonical, digest
from db.domain.workflow import Publication, Purpose, Stage, Step, check
from db.schema.articles import (
    amending,
    article,
    claim,
    draft,
    draft_author,
    edit_lease,
    involvement,
    journal,
    revision,
)
from db.schema.corrections import draft_count
from db.store import articles, counters, leases, search, trail
from db.store.history import JournalKind
from db.store.unit import Unit


def allow(unit: Unit, draft_id: int, step: Step) -> RowMapping:
    """Return the draft's row when the actor may take ``step`` now. Raises WrongStage, NotAllowed, NotFound."""
    row = articles.draft_record(unit.connection, draft_id)
    check(articles.get_standing(unit.connection, draft_id, unit.actor, unit.now), step, unit.actor)
    return row


def move(unit: Unit, row: RowMapping, stage: Stage, **columns: Any) -> None:
    """Bring a draft to ``stage``, and its article's list row with it."""
    values = {"level": 0, **columns, "stage": stage, "changed_at": unit.now, "changed_by": unit.actor.name}
    unit.connection.execute(update(draft).where(draft.c.id == row["id"]).values(**values))
    show(unit, row["article_id"])
    unit.connection.execute(claim.delete().where(claim.c.draft_id == row["id"]))
    lay_aside(unit, row["id"])
    if stage not in (Stage.EDITING, Stage.RETURNED):
        unit.connection.execute(edit_lease.delete().where(edit_lease.c.draft_id == row["id"]))


def lay_aside(unit: Unit, draft_id: int) -> None:
    """Put what a reviewer was writing into the text into the journal: nobody goes on with it."""
    left = unit.connection.execute(select(amending).where(amending.c.draft_id == draft_id)).mappings().first()
    if left is None:
        return
    unit.connection.execute(delete(amending).where(amending.c.draft_id == draft_id))
    values = {name: left[name] for name in ("draft_id", "person_id", "version", "fields")}
    unit.connection.execute(insert(journal).values(**values, kind=JournalKind.AMENDING, at=unit.now))


def show(unit: Unit, article_id: int) -> None:
    """Tell an article's list row where its first lane is: the main one where it is open, else the correction."""
    first = next(iter(articles.lanes(unit.connection, article_id)), None)
    touch(unit, article_id, stage=first.stage if first else None, level=first.level if first else 0)


def touch(unit: Unit, article_id: int, **columns: Any) -> None:
    """Put an article on top of the lists that are ordered by change, and tell the screens."""
    touched = counters.take(unit.connection, "touched")
    values = {**columns, "touched": touched, "changed_at": unit.now, "changed_by": unit.actor.name}
    unit.connection.execute(update(article).where(article.c.id == article_id).values(**values))
    unit.connection.execute(update(involvement).where(involvement.c.article_id == article_id).values(touched=touched))
    unit.article_ids.add(article_id)


def show_schedule(unit: Unit, article_id: int, to: Publication) -> None:
    """Say of an article that was never published whether it is scheduled."""
    never = article.c.publication.in_((Publication.NONE, Publication.SCHEDULED))
    unit.connection.execute(update(article).where(article.c.id == article_id, never).values(publication=to))


def refuse_second(unit: Unit, article_id: int, purpose: Purpose) -> None:
    """Raise BadValue when the article has an open lane of that kind: one main lane and one correction at most."""
    corrects = purpose is Purpose.CORRECTION
    for lane in articles.lanes(unit.connection, article_id):
        if lane.stage is not Stage.TRASHED and (lane.purpose is Purpose.CORRECTION) is corrects:
            number = unit.connection.scalar(select(article.c.number).where(article.c.id == article_id))
            raise BadValue("correction" if corrects else "draft", "taken", str(number))


def refuse_stale(row: RowMapping, seen_version: int) -> None:
    """Raise EditConflict when the draft was saved by another since ``seen_version`` was read."""
    if row["version"] != seen_version:
        raise EditConflict(row["id"], seen_version, row["version"], row["changed_by"])


def refuse_claimed(unit: Unit, draft_id: int) -> None:
    """Raise Leased when another person reads the text that waits."""
    held = leases.reading(unit.connection, draft_id)
    if held and held.person_id != unit.actor.person_id and leases.lives(held, unit.now, CLAIM_SECONDS):
        raise Leased("claim", held.holder, held.machine, held.since)


def refuse_moved(unit: Unit, row: RowMapping, digest: str) -> None:
    """Raise MovedOn when the text that waits is not the one with ``digest``."""
    waits = unit.connection.scalar(select(revision.c.digest).where(revision.c.id == row["revision_id"]))
    if waits != digest:
        raise MovedOn(row["id"], digest, str(waits))


def join(unit: Unit, draft_id: int, article_id: int) -> None:
    """Make the actor an author of the draft, once; who wrote may not decide."""
    if unit.actor.person_id is None:
        return
    known = unit.connection.scalar(
        select(draft_author.c.person_id).where(
            draft_author.c.draft_id == draft_id, draft_author.c.person_id == unit.actor.person_id
        )
    )
    if known is not None:
        return
    unit.connection.execute(insert(draft_author).values(draft_id=draft_id, person_id=unit.actor.person_id, at=unit.now))
    touched = counters.current(unit.connection, "touched")
    involved = put(involvement).values(person_id=unit.actor.person_id, article_id=article_id, touched=touched)
    unit.connection.execute(involved.on_conflict_do_nothing())
    trail.add(unit, "write", article_id, draft=draft_id, person=unit.actor.person_id)


def freeze(
    unit: Unit,
    article_id: int,
    draft_id: int | None,
    fields: Fields,
    kind: RevisionKind,
    name: str = "",
    count: int | None = None,
) -> tuple[int, str]:
    """Keep ``fields`` as the article's next revision; return its id and digest. The same text is not kept twice."""
    form = canonical(fields)
    made = digest(form)
    newest = unit.connection.execute(
        select(revision.c.id, revision.c.n, revision.c.digest, revision.c.draft_id)
        .where(revision.c.article_id == article_id)
        .order_by(revision.c.n.desc())
        .limit(1)
    ).first()
    if newest and newest.digest == made and newest.draft_id == draft_id and kind is RevisionKind.SUBMIT:
        return newest.id, made
    if count is None:  # it is the working text, which is counted when it is saved
        own = unit.connection.scalar(select(draft_count.c.count).where(draft_count.c.draft_id == draft_id))
        count = own or unit.connection.scalar(select(article.c.count).where(article.c.id == article_id))
    values = {
        "article_id": article_id,
        "draft_id": draft_id,
        "n": newest.n + 1 if newest else 1,
        "digest": made,
        "kind": kind,
        "name": name,
        "person_id": unit.actor.person_id,
        "at": unit.now,
        "count": count or 0,
        "form": form,
    }
    made_id = unit.connection.execute(insert(revision).values(**values).returning(revision.c.id)).scalar_one()
    trail.add(unit, "revision", article_id, revision=made_id, n=values["n"], digest=made, kind=kind, name=name)
    return int(made_id), made


def index(unit: Unit, article_id: int, number: str, fields: Fields, words: Words) -> None:
    """Make the text findable, in the same transaction."""
    search.index(unit.connection, article_id, **findable(number, fields, words))


def findable(number: str, fields: Fields, words: Words) -> dict[str, str]:
    """Return what of an article is found, by the names that the index knows."""
    return {
        "body": words.plain,
        "title": "\n".join(part for part in (fields.shoulder, fields.title, fields.subtitle) if part),
        "people": "\n".join((*fields.correspondents, *fields.photographers, *fields.authors)),
        "source": f"{fields.source}\n{fields.information_source}",
        "number": number,
    }
