"""审改: a reviewer writes into the text that waits; an editor of the draft says, change by change, what stands."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import RowMapping, delete, insert, select, update

from db.actions import lanes, review, rights, waivers, write
from db.domain.amendment import Amendment, Answer, Edit, applied, numbers, refuse_other, written
from db.domain.article import Fields, Saved, Words, missing
from db.domain.audit import row_digest
from db.domain.errors import BadValue, EditConflict, Incomplete, MovedOn, NotFound
from db.domain.revision import RevisionKind, canonical
from db.domain.waiver import ALT, without_alt
from db.domain.workflow import Step
from db.schema.articles import amending, amendment, article, confirmation, draft, draft_text, revision
from db.store import amendments, channels, history, trail
from db.store.unit import Unit


def begin(unit: Unit, draft_id: int, digest: str) -> None:
    """审改: write into the text on the reviewer's screen from now on, holding the claim.

    What somebody else left there, whose claim ran out, goes into the journal.
    """
    row = lanes.allow(unit, draft_id, Step.AMEND)
    lanes.refuse_moved(unit, row, digest)
    review.hold(unit, row)
    lanes.lay_aside(unit, draft_id)
    form = unit.connection.scalar(select(revision.c.form).where(revision.c.id == row["revision_id"]))
    values = {"draft_id": draft_id, "person_id": unit.actor.person_id, "base_revision_id": row["revision_id"]}
    unit.connection.execute(insert(amending).values(**values, version=1, since=unit.now, fields=form))
    unit.article_ids.add(row["article_id"])


def save(unit: Unit, draft_id: int, fields: Fields, seen_version: int) -> Saved:
    """Save what was typed so far; it is nobody else's text yet. Raises EditConflict when another window saved it."""
    row = lanes.allow(unit, draft_id, Step.AMENDED)
    review.hold(unit, row)
    _refuse_stale(unit, draft_id, seen_version)
    write.refuse_bad(fields)
    _put(unit, draft_id, fields, seen_version + 1)
    number = str(unit.connection.scalar(select(article.c.number).where(article.c.id == row["article_id"])))
    return Saved(row["article_id"], draft_id, seen_version + 1, number, unit.now)


def drop(unit: Unit, draft_id: int) -> None:
    """放弃审改: the text stays as it was; what was written lies in the journal."""
    row = lanes.allow(unit, draft_id, Step.DROP)
    lanes.lay_aside(unit, draft_id)
    unit.article_ids.add(row["article_id"])


def finish(
    unit: Unit,
    draft_id: int,
    fields: Fields,
    words: Words,
    edits: Sequence[Edit],
    seen_version: int,
    waived: Mapping[str, str] = review.NO_WAIVERS,
) -> int:
    """完成审改: keep what was written as revision N+1, which waits for its confirmation; return the amendment's id.

    ``edits`` lead from the text under review to ``fields``. Raises BadValue when nothing was changed, or they do not.
    """
    row = lanes.allow(unit, draft_id, Step.AMENDED)
    review.hold(unit, row)
    _refuse_stale(unit, draft_id, seen_version)
    write.refuse_bad(fields)
    if empty := missing(fields):
        raise Incomplete(empty)
    base = history.get_revision(unit.connection, row["revision_id"]).fields
    if fields == base:
        raise BadValue("amendment", "empty")
    refuse_other(base, fields, edits)
    bare = without_alt(fields)
    waivers.set_aside(unit, row, ALT, bare, waived)
    made, _digest = lanes.freeze(unit, row["article_id"], draft_id, fields, RevisionKind.AMEND, count=words.count)
    scheme = channels.get_scheme(unit.connection, row["scheme_id"])
    values = {
        "draft_id": draft_id,
        "round": row["round"],
        "level": row["level"],
        "base_revision_id": row["revision_id"],
        "revision_id": made,
        "edits": written(edits),
        "person_id": unit.actor.person_id,
        "exemption": review.exemption_for(unit, row, scheme, row["level"]),
        "at": unit.now,
    }
    kept = unit.connection.execute(insert(amendment).values(**values).returning(amendment.c.id)).scalar_one()
    unit.connection.execute(delete(amending).where(amending.c.draft_id == draft_id))
    facts = {"amendment": kept, "draft": draft_id, "base": row["revision_id"], "revision": made, "level": row["level"]}
    facts |= {"bare": bare} if bare else {}
    trail.add(unit, "amend", row["article_id"], **facts, changes=len(numbers(edits)), row=row_digest(values))
    lanes.touch(unit, row["article_id"])
    return int(kept)


def confirm(
    unit: Unit, draft_id: int, digest: str, accepted: Collection[int], words: Words, reason: str = ""
) -> Answer:
    """确认审改: the accepted changes of the amendment with ``digest`` stand, the others do not.

    ``words`` are those of the text that comes of it. None accepted sends it back, for a reason. Raises MovedOn when
    another amendment waits by now.
    """
    row = lanes.allow(unit, draft_id, Step.CONFIRM)
    waiting = _waiting(unit, draft_id)
    if waiting.digest != digest:
        raise MovedOn(draft_id, digest, waiting.digest)
    if unknown := set(accepted) - set(waiting.changes):
        raise BadValue("change", "unknown", str(min(unknown)))
    if set(accepted) == set(waiting.changes):
        answer, to, fields = Answer.ACCEPT, waiting.revision_id, waiting.fields
    elif accepted:
        answer, fields = Answer.PARTLY, applied(waiting.base, waiting.fields, waiting.edits, accepted)
        if empty := missing(fields):
            raise Incomplete(empty)
        to, _digest = lanes.freeze(unit, row["article_id"], draft_id, fields, RevisionKind.CONFIRM, count=words.count)
    else:
        answer, to, fields = Answer.REJECT, waiting.base_revision_id, waiting.base
        if not reason.strip():
            raise BadValue("amendment_reason", "empty")
    _answer(unit, row, waiting, answer, accepted, to, reason)
    if answer is not Answer.REJECT:
        _follow(unit, row, to, fields, words)
    return answer


def take_back(unit: Unit, draft_id: int) -> None:
    """收回审改: the amender thinks better of it; the text under review is the one before."""
    row = lanes.allow(unit, draft_id, Step.TAKE_BACK)
    waiting = _waiting(unit, draft_id)
    _answer(unit, row, waiting, Answer.TAKEN_BACK, (), waiting.base_revision_id, "")


def _waiting(unit: Unit, draft_id: int) -> Amendment:
    found = amendments.of_draft(unit.connection, draft_id)
    if found is None:
        raise NotFound("amendment")
    return found


def _answer(
    unit: Unit, row: RowMapping, waiting: Amendment, answer: Answer, accepted: Collection[int], to: int, reason: str
) -> None:
    values = {
        "amendment_id": waiting.id,
        "answer": answer,
        "accepted": json.dumps(sorted(accepted)),
        "revision_id": to,
        "reason": rights.text("amendment_reason", reason, review.MAX_OPINION),
        "person_id": unit.actor.person_id,
        "at": unit.now,
    }
    made = unit.connection.execute(insert(confirmation).values(**values).returning(confirmation.c.id)).scalar_one()
    facts = {"confirmation": made, "amendment": waiting.id, "draft": row["id"], "answer": answer, "revision": to}
    facts |= {"accepted": len(accepted), "changes": len(waiting.changes), "reason": values["reason"]}
    facts["calls"] = [waiting.person_id]
    trail.add(unit, "confirm", row["article_id"], **facts, row=row_digest(values))
    lanes.touch(unit, row["article_id"])


def _follow(unit: Unit, row: RowMapping, revision_id: int, fields: Fields, words: Words) -> None:
    """Put the confirmed revision under review, and the draft's own text, its list row and the index after it."""
    c, draft_id, article_id = unit.connection, row["id"], row["article_id"]
    named = {"version": row["version"] + 1, "changed_at": unit.now, "changed_by": unit.actor.name}
    c.execute(update(draft).where(draft.c.id == draft_id).values(revision_id=revision_id, **named))
    c.execute(update(draft_text).where(draft_text.c.draft_id == draft_id).values(fields=canonical(fields)))
    lanes.touch(unit, article_id, **write.listed(fields, words))
    number = str(c.scalar(select(article.c.number).where(article.c.id == article_id)))
    lanes.index(unit, article_id, number, fields, words)


def _refuse_stale(unit: Unit, draft_id: int, seen_version: int) -> None:
    row = amendments.writing(unit.connection, draft_id)
    if row is None:
        raise NotFound("amendment")
    if row.version != seen_version:
        raise EditConflict(draft_id, seen_version, row.version, unit.actor.name)


def _put(unit: Unit, draft_id: int, fields: Fields, version: int) -> None:
    values = {"version": version, "fields": canonical(fields)}
    unit.connection.execute(update(amending).where(amending.c.draft_id == draft_id).values(**values))
    write.note(unit, draft_id, fields, version, history.JournalKind.AMENDING)
