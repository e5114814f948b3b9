"""Steps of the review: send in, take back, claim, return with an opinion, approve what is on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import RowMapping, bindparam, insert, select
from sqlalchemy.dialects.sqlite import insert as put

from db.actions import lanes, notes, rights, ticks, waivers
from db.domain.article import missing
from db.domain.audit import row_digest
from db.domain.channels import Scheme
from db.domain.errors import Awaiting, BadValue, Incomplete, MovedOn, NotAllowed
from db.domain.lease import CLAIM_SECONDS
from db.domain.release import Rendered, Verdict
from db.domain.revision import RevisionKind
from db.domain.ticks import FactSheet
from db.domain.waiting import awaited_pictures
from db.domain.waiver import ALT, without_alt
from db.domain.workflow import Publication, Stage, Step, of_level
from db.schema.articles import claim, decision, draft, rendered, revision
from db.schema.newsroom import channel
from db.store import articles, channels, delegations, trail
from db.store.clock import later
from db.store.digests import sha256
from db.store.unit import Unit

MAX_OPINION = 2000  # characters
NO_WAIVERS: Mapping[str, str] = MappingProxyType({})
NOTHING: Mapping[str, Any] = MappingProxyType({})


def submit(unit: Unit, draft_id: int, seen_version: int, waived: Mapping[str, str] = NO_WAIVERS) -> int:
    """送审: freeze revision N and put the draft before its first level; return the revision's id.

    ``waived`` says why a picture (its digest) needs no alternative text. Raises Incomplete with the required fields
    that are empty, Awaiting where pictures of other sites were not fetched, Unwaived with the pictures that have
    neither that text nor a reason, EditConflict when the text moved on.
    """
    row = lanes.allow(unit, draft_id, Step.SUBMIT)
    lanes.refuse_stale(row, seen_version)
    fields = articles.working_fields(unit.connection, draft_id)
    empty = missing(fields)
    if empty:
        raise Incomplete(empty)
    if waits := awaited_pictures(fields):
        raise Awaiting(waits)
    bare = without_alt(fields)
    waivers.set_aside(unit, row, ALT, bare, waived)
    scheme_id = unit.connection.scalar(select(channel.c.scheme_id).where(channel.c.id == fields.channel_id))
    scheme = channels.get_scheme(unit.connection, scheme_id or 0)
    revision_id, digest = lanes.freeze(unit, row["article_id"], draft_id, fields, RevisionKind.SUBMIT)
    level = _first_level(unit, row, scheme)
    turn = row["round"] + 1
    # Named before the writer's sign-off, which is bound to them.
    columns = {"revision_id": revision_id, "round": turn, "scheme_id": scheme.id}
    unit.connection.execute(
        draft.update().where(draft.c.id == draft_id).values(**columns, submitted_by=unit.actor.person_id)
    )
    signs = scheme.writer_signs and level == 1 and scheme.levels > 1
    facts = {"revision": revision_id, "digest": digest, "level": 2 if signs else level, "scheme": scheme.id}
    facts |= {"bare": bare} if bare else {}
    trail.add(unit, "submit", row["article_id"], draft=draft_id, **facts)
    if signs:
        _decide(unit, articles.draft_record(unit.connection, draft_id), 1, Verdict.SIGN, "", "")
    lanes.move(unit, row, Stage.REVIEW, level=facts["level"], waiting_since=unit.now)
    return revision_id


def recall(unit: Unit, draft_id: int) -> None:
    """撤回: take a text back before a decision at this level. A claim gives way to it."""
    row = lanes.allow(unit, draft_id, Step.RECALL)
    trail.add(unit, "recall", row["article_id"], draft=draft_id, level=row["level"])
    lanes.move(unit, row, Stage.EDITING, waiting_since="")


def claim_draft(unit: Unit, draft_id: int) -> None:
    """领审: a lease, so that two do not read the same draft unawares. Raises Leased when another's lives."""
    hold(unit, lanes.allow(unit, draft_id, Step.CLAIM))


def hold(unit: Unit, row: RowMapping) -> None:
    """Take or prolong the actor's claim. Raises Leased when another's lives."""
    lanes.refuse_claimed(unit, row["id"])
    _put_claim(unit, row, unit.actor.person_id, unit.actor.machine)


def _put_claim(unit: Unit, row: RowMapping, person_id: int | None, machine: str) -> None:
    values = {
        "draft_id": row["id"],
        "person_id": person_id,
        "machine": machine,
        "level": row["level"],
        "since": unit.now,
        "until": later(unit.now, CLAIM_SECONDS),
    }
    made = put(claim).values(**values)
    unit.connection.execute(made.on_conflict_do_update(index_elements=["draft_id"], set_=values))
    unit.article_ids.add(row["article_id"])


def put_down(unit: Unit, draft_id: int) -> None:
    """放下: give one's own claim back to the queue."""
    row = lanes.allow(unit, draft_id, Step.PUT_DOWN)
    mine = (claim.c.draft_id == draft_id) & (claim.c.person_id == unit.actor.person_id)
    unit.connection.execute(claim.delete().where(mine))
    unit.article_ids.add(row["article_id"])


def hand_over(unit: Unit, draft_id: int, person_id: int) -> None:
    """转交: give the draft at its level to another who may review it; they hold the claim from now on."""
    row = lanes.allow(unit, draft_id, Step.HAND_OVER)
    lanes.refuse_claimed(unit, draft_id)
    able = {one.person_id: one for one in articles.able_to_review(unit.connection, draft_id, unit.now)}
    if person_id == unit.actor.person_id or person_id not in able:
        raise BadValue("reviewer", "unknown")
    lanes.lay_aside(unit, draft_id)
    _put_claim(unit, row, person_id, "")
    facts = {
        "draft": draft_id,
        "level": row["level"],
        "to": person_id,
        "to_name": able[person_id].name,
        "calls": [person_id],
    }
    trail.add(unit, "hand_over", row["article_id"], **facts)


def send_back(unit: Unit, draft_id: int, digest: str, opinion: str, level: int | None = None) -> None:
    """退回: return the text on the reviewer's screen, at the ``level`` that they saw, with an opinion."""
    row = lanes.allow(unit, draft_id, Step.RETURN)
    _refuse_decided(row, Step.RETURN, level)
    if row["stage"] == Stage.REVIEW:
        lanes.refuse_claimed(unit, draft_id)
    scheme = channels.get_scheme(unit.connection, row["scheme_id"])
    of = row["level"] or scheme.levels
    lanes.refuse_moved(unit, row, digest)
    if not opinion.strip():
        raise BadValue("opinion", "empty")
    _decide(unit, row, of, Verdict.RETURN, opinion, exemption_for(unit, row, scheme, of))
    lanes.move(unit, row, Stage.RETURNED, waiting_since="", scheduled_for="", scheduled_by=None)
    lanes.show_schedule(unit, row["article_id"], Publication.NONE)


def approve(
    unit: Unit, draft_id: int, digest: str, opinion: str, made: Rendered, sheet: FactSheet | None = None,
    *, level: int | None = None, batch: int | None = None,
) -> Stage:  # fmt: skip
    """通过: approve the revision with ``digest``, the one on the screen; return where the draft is now.

    ``made`` is the revision's HTML, kept from now on; ``sheet`` are its facts; ``batch`` says of how many it is one.
    Raises MovedOn when another revision waits by now or the facts are another's, Unchecked when the scheme has them
    checked and some are open, OpenNotes when notes wait to be resolved and the scheme lets nobody approve over them,
    NotAllowed when the ``level`` that the reviewer saw has decided meanwhile.
    """
    row = lanes.allow(unit, draft_id, Step.APPROVE)
    _refuse_decided(row, Step.APPROVE, level)
    lanes.refuse_claimed(unit, draft_id)
    lanes.refuse_moved(unit, row, digest)
    if made.digest != digest:
        raise MovedOn(draft_id, made.digest, digest)
    scheme = channels.get_scheme(unit.connection, row["scheme_id"])
    if scheme.notes_block:
        notes.refuse_open(unit, draft_id)
    at = row["level"]
    checked = ticks.checked(unit, row, scheme, digest, sheet)
    _decide(unit, row, at, Verdict.APPROVE, opinion, exemption_for(unit, row, scheme, at), checked, batch)
    keep_all_rendered(unit, [made])
    if at < scheme.levels:
        lanes.move(unit, row, Stage.REVIEW, level=at + 1, waiting_since=unit.now)
        return Stage.REVIEW
    lanes.move(unit, row, Stage.APPROVED, waiting_since="")
    return Stage.APPROVED


def keep_all_rendered(unit: Unit, made: Sequence[Rendered]) -> None:
    """Keep the HTML of revisions by their digests and the renderer's version, each once."""
    one = {(page.digest, page.renderer): page for page in made}
    known = select(rendered.c.digest, rendered.c.renderer).where(
        rendered.c.digest.in_(bindparam("names", expanding=True))
    )
    for row in unit.connection.execute(known, {"names": [page.digest for page in made]}):
        one.pop((row.digest, row.renderer), None)
    rows = [
        {
            "digest": page.digest,
            "renderer": page.renderer,
            "html": page.html,
            "html_digest": sha256(page.html),
            "excerpt": page.excerpt,
        }
        for page in one.values()
    ]
    if rows:
        unit.connection.execute(insert(rendered), rows)


def _first_level(unit: Unit, row: RowMapping, scheme: Scheme) -> int:
    """A resubmission starts again at level 1, or where it was returned when the scheme says so."""
    if not scheme.resume_at_return or row["scheme_id"] != scheme.id:
        return 1
    last = unit.connection.scalar(
        select(decision.c.level)
        .where(decision.c.draft_id == row["id"], decision.c.verdict == Verdict.RETURN)
        .order_by(decision.c.id.desc())
        .limit(1)
    )
    return min(int(last or 1), scheme.levels)


def _decide(
    unit: Unit,
    row: RowMapping,
    level: int,
    verdict: Verdict,
    opinion: str,
    exemption: str,
    checked: Mapping[str, Any] = NOTHING,
    batch: int | None = None,
) -> None:
    opinion = rights.text("opinion", opinion, MAX_OPINION)
    digest = unit.connection.scalar(select(revision.c.digest).where(revision.c.id == row["revision_id"]))
    values = {
        "draft_id": row["id"],
        "revision_id": row["revision_id"],
        "digest": digest,
        "round": row["round"],
        "level": level,
        "verdict": verdict,
        "person_id": unit.actor.person_id,
        "opinion": opinion,
        "exemption": exemption,
        "at": unit.now,
    }
    stands_in = _deputy(unit, row, level) if verdict is not Verdict.SIGN else None
    values |= {"delegation_id": stands_in} if stands_in else {}
    values |= {"batch": batch} if batch else {}
    made = unit.connection.execute(insert(decision).values(**values).returning(decision.c.id)).scalar_one()
    facts = {"decision": made, "revision": row["revision_id"], "level": level, "opinion": opinion}
    facts |= {"delegation": stands_in} if stands_in else {}
    facts |= {"batch": batch} if batch else {}
    trail.add(unit, verdict, row["article_id"], **facts, **checked, digest=digest, row=row_digest(values))


def _refuse_decided(row: RowMapping, step: Step, seen: int | None) -> None:
    """Raise NotAllowed when the draft is at another level than the reviewer saw: another decided at that one."""
    if seen is not None and row["level"] != seen:
        raise NotAllowed(step, "decided")


def _deputy(unit: Unit, row: RowMapping, level: int) -> int | None:
    """Return the delegation that a decision rests on; none where the level is the person's own.

    Raises NotAllowed when who approved in another's place at the last level stands in for them no more.
    """
    if row["stage"] == Stage.REVIEW:
        standing = articles.get_standing(unit.connection, row["id"], unit.actor, unit.now)
        return None if of_level(standing, unit.actor) else standing.deputy_by
    if level in unit.actor.levels:
        return None
    found = delegations.standing_in(unit.connection, {**row, "level": level}, unit.actor.person_id, unit.now)
    if found is None:
        raise NotAllowed(Step.RETURN, "level")
    return found


def exemption_for(unit: Unit, row: RowMapping, scheme: Scheme, level: int) -> str:
    """Return the scheme's reason when the rules had to be set aside for this decision, else nothing."""
    standing = articles.get_standing(unit.connection, row["id"], unit.actor)
    set_aside = standing.is_author or standing.decided_levels - {level}
    return scheme.exemption if set_aside else ""
