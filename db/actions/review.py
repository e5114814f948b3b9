"""Steps of the review: send in, take back, claim, return with an opinion, approve what is on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sqlalchemy import RowMapping, bindparam, insert, select
from sqlalchemy.dialects.sqlite import insert as put

from db.actions import lanes, notes, rights, waivers
from db.domain.article import missing
from db.domain.audit import row_digest
from db.domain.channels import Scheme
from db.domain.errors import BadValue, Incomplete, Leased, MovedOn
from db.domain.lease import CLAIM_SECONDS
from db.domain.release import Rendered, Verdict
from db.domain.revision import RevisionKind
from db.domain.waiver import ALT, without_alt
from db.domain.workflow import Publication, Stage, Step
from db.schema.articles import claim, decision, draft, rendered, revision
from db.schema.newsroom import channel
from db.store import articles, channels, leases, trail
from db.store.clock import later
from db.store.digests import sha256
from db.store.unit import Unit

MAX_OPINION = 2000  # characters
NO_WAIVERS: Mapping[str, str] = MappingProxyType({})


def submit(unit: Unit, draft_id: int, seen_version: int, waived: Mapping[str, str] = NO_WAIVERS) -> int:
    """送审: freeze revision N and put the draft before its first level; return the revision's id.

    ``waived`` says why a picture (its digest) needs no alternative text. Raises Incomplete with the required fields
    that are empty, Unwaived with the pictures that have neither that text nor a reason, EditConflict when the text
    moved on.
    """
    row = lanes.allow(unit, draft_id, Step.SUBMIT)
    lanes.refuse_stale(row, seen_version)
    fields = articles.working_fields(unit.connection, draft_id)
    empty = missing(fields)
    if empty:
        raise Incomplete(empty)
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
    row = lanes.allow(unit, draft_id, Step.CLAIM)
    _refuse_claimed(unit, draft_id)
    values = {
        "draft_id": draft_id,
        "person_id": unit.actor.person_id,
        "machine": unit.actor.machine,
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


def send_back(unit: Unit, draft_id: int, digest: str, opinion: str) -> None:
    """退回: return the text on the reviewer's screen, with an opinion."""
    row = lanes.allow(unit, draft_id, Step.RETURN)
    if row["stage"] == Stage.REVIEW:
        _refuse_claimed(unit, draft_id)
    scheme = channels.get_scheme(unit.connection, row["scheme_id"])
    level = row["level"] or scheme.levels
    _refuse_moved(unit, row, digest)
    if not opinion.strip():
        raise BadValue("opinion", "empty")
    _decide(unit, row, level, Verdict.RETURN, opinion, _exemption(unit, row, scheme, level))
    lanes.move(unit, row, Stage.RETURNED, waiting_since="", scheduled_for="", scheduled_by=None)
    lanes.show_schedule(unit, row["article_id"], Publication.NONE)


def approve(unit: Unit, draft_id: int, digest: str, opinion: str, made: Rendered) -> Stage:
    """通过: approve the revision with ``digest``, the one on the screen; return where the draft is now.

    ``made`` is the revision's HTML, kept from now on. Raises MovedOn when another revision waits by now,
    OpenNotes when notes wait to be resolved and the scheme lets nobody approve over them.
    """
    row = lanes.allow(unit, draft_id, Step.APPROVE)
    _refuse_claimed(unit, draft_id)
    _refuse_moved(unit, row, digest)
    if made.digest != digest:
        raise MovedOn(draft_id, made.digest, digest)
    scheme = channels.get_scheme(unit.connection, row["scheme_id"])
    if scheme.notes_block:
        notes.refuse_open(unit, draft_id)
    level = row["level"]
    _decide(unit, row, level, Verdict.APPROVE, opinion, _exemption(unit, row, scheme, level))
    keep_all_rendered(unit, [made])
    if level < scheme.levels:
        lanes.move(unit, row, Stage.REVIEW, level=level + 1, waiting_since=unit.now)
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


def _decide(unit: Unit, row: RowMapping, level: int, verdict: Verdict, opinion: str, exemption: str) -> None:
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
    made = unit.connection.execute(insert(decision).values(**values).returning(decision.c.id)).scalar_one()
    facts = {"decision": made, "revision": row["revision_id"], "level": level, "opinion": opinion}
    trail.add(unit, verdict, row["article_id"], **facts, digest=digest, row=row_digest(values))


def _refuse_claimed(unit: Unit, draft_id: int) -> None:
    held = leases.reading(unit.connection, draft_id)
    if held and held.person_id != unit.actor.person_id and leases.lives(held, unit.now, CLAIM_SECONDS):
        raise Leased("claim", held.holder, held.machine, held.since)


def _refuse_moved(unit: Unit, row: RowMapping, digest: str) -> None:
    waiting = unit.connection.scalar(select(revision.c.digest).where(revision.c.id == row["revision_id"]))
    if waiting != digest:
        raise MovedOn(row["id"], digest, str(waiting))


def _exemption(unit: Unit, row: RowMapping, scheme: Scheme, level: int) -> str:
    """Return the scheme's reason when the rules had to be set aside for this decision, else nothing."""
    standing = articles.get_standing(unit.connection, row["id"], unit.actor)
    set_aside = standing.is_author or standing.decided_levels - {level}
    return scheme.exemption if set_aside else ""
