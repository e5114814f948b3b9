"""Steps of publication: release what is approved, now or at its time; take back and bring back the very same bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import RowMapping, insert, select, update

from db.actions import lanes, rights
from db.domain.addresses import article_address
from db.domain.article import Fields
from db.domain.audit import row_digest
from db.domain.errors import BadValue, DeskError, NotAllowed, NotApproved, NotFound
from db.domain.people import Actor, Role
from db.domain.release import Account, Attribution, ReleaseKind, Verdict, WithdrawReason
from db.domain.revision import from_canonical, to_json
from db.domain.workflow import Publication, Purpose, Stage, Step, check_article
from db.schema.articles import article, decision, draft, draft_author, release, rendered, revision
from db.schema.corrections import reader_note
from db.schema.newsroom import channel, person, person_role
from db.store import assets, channels, counters, people, settings, trail
from db.store.clock import as_stamp
from db.store.unit import Unit

MAX_REASON = 2000  # characters


def publish(unit: Unit, draft_id: int, account: Account | None = None) -> int:
    """签发: release exactly the approved revision; return the release's id.

    A correction, and nothing else, says of what kind it is and why. Raises BadValue when it does not.
    """
    row = lanes.allow(unit, draft_id, Step.PUBLISH)
    if row["purpose"] == Purpose.CORRECTION and account is None:
        raise BadValue("reason_kind", "empty")
    if row["purpose"] != Purpose.CORRECTION and account is not None:
        raise BadValue("reason_kind", "unknown")
    return _release(unit, row, _checked(account) if account else None)


def schedule(unit: Unit, draft_id: int, at: str) -> None:
    """定时: release the approved revision at ``at`` (UTC), in the name of who says so now."""
    row = lanes.allow(unit, draft_id, Step.SCHEDULE)
    try:
        at = as_stamp(at)
    except (ValueError, OverflowError) as exc:
        raise BadValue("scheduled_for", "format", at[:40]) from exc
    if at <= unit.now:
        raise BadValue("scheduled_for", "past", at)
    trail.add(unit, "schedule", row["article_id"], draft=draft_id, at=at)
    lanes.move(unit, row, Stage.SCHEDULED, scheduled_for=at, scheduled_by=unit.actor.person_id)
    lanes.show_schedule(unit, row["article_id"], Publication.SCHEDULED)


def deschedule(unit: Unit, draft_id: int) -> None:
    """取消定时: the draft is approved as before."""
    row = lanes.allow(unit, draft_id, Step.DESCHEDULE)
    trail.add(unit, "deschedule", row["article_id"], draft=draft_id)
    lanes.move(unit, row, Stage.APPROVED, scheduled_for="", scheduled_by=None)
    lanes.show_schedule(unit, row["article_id"], Publication.NONE)


def fire_due(unit: Unit, tell: Callable[[int, DeskError], None] = lambda _article_id, _why: None) -> list[int]:
    """Release what is due, each in the name of its publisher; return the articles. Never twice: it is one transaction.

    A schedule whose publisher was retired, or may no longer publish, or whose approval lapsed, goes back to 已通过; the
    trail says so, and ``tell`` hears of the article and why.
    """
    due = draft.c.scheduled_for <= unit.now
    query = select(draft).where(draft.c.stage == Stage.SCHEDULED, due).order_by(draft.c.scheduled_for, draft.c.id)
    program, fired = unit.actor, []
    for row in unit.connection.execute(query).mappings().all():
        try:
            unit.actor = _publisher(unit, row["scheduled_by"], program)
            _release(unit, lanes.allow(unit, row["id"], Step.PUBLISH))
            fired.append(row["article_id"])
        except (NotApproved, NotAllowed, NotFound) as refused:
            unit.actor = program
            trail.add(unit, "schedule_refused", row["article_id"], draft=row["id"], why=_rule(refused))
            lanes.move(unit, row, Stage.APPROVED, scheduled_for="", scheduled_by=None)
            lanes.show_schedule(unit, row["article_id"], Publication.NONE)
            tell(row["article_id"], refused)
        finally:
            unit.actor = program
    return fired


def withdraw(unit: Unit, article_id: int, kind: WithdrawReason, reason: str, note: str = "") -> int:
    """撤稿: take a live article off the site, with a type and a reason; ``note`` is for readers."""
    account = _checked(Account(kind, reason, note))
    return _again(unit, article_id, Step.WITHDRAW, ReleaseKind.WITHDRAW, account)


def reinstate(unit: Unit, article_id: int) -> int:
    """恢复: bring a withdrawn article back, the very same revision and HTML at the same address."""
    return _again(unit, article_id, Step.REINSTATE, ReleaseKind.REINSTATE, None)


def _checked(account: Account) -> Account:
    words = rights.text("reason", account.reason, MAX_REASON)
    if not words:
        raise BadValue("reason", "empty")
    return Account(WithdrawReason(account.kind), words, rights.text("reader_note", account.note, MAX_REASON))


def _publisher(unit: Unit, person_id: int, program: Actor) -> Actor:
    allowed = select(person.c.id).join(person_role, person_role.c.person_id == person.c.id)
    found = allowed.where(person.c.id == person_id, person.c.active, person_role.c.role == Role.PUBLISHER)
    if unit.connection.scalar(found) is None:
        raise NotApproved(0, "publisher_retired")
    return people.actor(unit.connection, person_id, program.machine)


def _rule(refused: DeskError) -> str:
    return getattr(refused, "rule", "") or getattr(refused, "what", "")


def _release(unit: Unit, row: RowMapping, account: Account | None = None) -> int:
    c = unit.connection
    form, digest = c.execute(
        select(revision.c.form, revision.c.digest).where(revision.c.id == row["revision_id"])
    ).one()
    html = c.execute(select(rendered).where(rendered.c.digest == digest).order_by(rendered.c.renderer.desc())).first()
    if html is None:
        raise NotApproved(row["id"], "digest")
    _refuse_withdrawn(unit, row)
    fields = from_canonical(form)
    approvals = _approvals(unit, row)
    place = _place(unit, row["article_id"], fields)
    values = {
        "article_id": row["article_id"],
        "draft_id": row["id"],
        "revision_id": row["revision_id"],
        "digest": digest,
        "kind": ReleaseKind.PUBLISH,
        "at": unit.now,
        "person_id": unit.actor.person_id,
        "attribution": to_json(asdict(_attribution(unit, row, fields, approvals[-1].person_id))),
        "html_digest": html.html_digest,
        "renderer": html.renderer,
        "renditions": to_json(assets.renditions(unit.connection, fields)),
        "decisions": to_json([a.id for a in approvals]),
        **_said(account),
        **place,
    }
    made = _write(unit, values, "publish", account)
    lanes.move(unit, row, Stage.PUBLISHED, scheduled_for="", scheduled_by=None)
    _show(unit, row["article_id"], made, Publication.LIVE, values)
    return made


def _said(account: Account | None) -> dict[str, str]:
    return {"reason_kind": account.kind if account else "", "reason": account.reason if account else ""}


def _again(unit: Unit, article_id: int, step: Step, kind: ReleaseKind, account: Account | None) -> int:
    found = unit.connection.execute(select(article).where(article.c.id == article_id)).first()
    if found is None:
        raise NotFound("article")
    to = check_article(Publication(found.publication), step, unit.actor)
    newest = select(release).where(release.c.article_id == article_id).order_by(release.c.id.desc()).limit(1)
    before = dict(unit.connection.execute(newest).mappings().one())
    del before["id"]
    values = {
        **before,
        "kind": kind,
        "at": unit.now,
        "person_id": unit.actor.person_id,
        **_said(account),
    }
    made = _write(unit, values, kind, account)
    _show(unit, article_id, made, to, values)
    lanes.touch(unit, article_id)
    return made


def _write(unit: Unit, values: Mapping[str, Any], verb: str, account: Account | None) -> int:
    made = unit.connection.execute(insert(release).values(**values).returning(release.c.id)).scalar_one()
    facts = {"release": made, "revision": values["revision_id"], "digest": values["digest"]}
    if account:
        facts |= _said(account) | ({"note": account.note} if account.note else {})
        if account.note:
            unit.connection.execute(insert(reader_note).values(release_id=made, words=account.note))
    trail.add(unit, verb, values["article_id"], **facts, address=values["address"], row=row_digest(values))
    return int(made)


def _show(unit: Unit, article_id: int, release_id: int, to: Publication, values: Mapping[str, Any]) -> None:
    known = unit.connection.scalar(select(article.c.published_seq).where(article.c.id == article_id))
    columns = {
        "publication": to,
        "live_release_id": release_id,
        "published_at": values["published_at"],
        "published_seq": known or counters.take(unit.connection, "published"),
        "channel_id": values["channel_id"],
        "channel_seq": values["channel_seq"],
        "address": values["address"],
    }
    unit.connection.execute(update(article).where(article.c.id == article_id).values(**columns))


def _refuse_withdrawn(unit: Unit, row: RowMapping) -> None:
    """A lane of an article that was withdrawn cannot be published; that its base is live, the workflow asks."""
    found = unit.connection.scalar(select(article.c.publication).where(article.c.id == row["article_id"]))
    if row["purpose"] != Purpose.ORIGINAL and found != Publication.LIVE:
        raise NotApproved(row["id"], "withdrawn")


def _approvals(unit: Unit, row: RowMapping) -> list[Any]:
    """Return the approvals that count, in their order. Raises NotApproved when a level lacks one, or they lapsed."""
    d, rules = decision.c, channels.get_scheme(unit.connection, row["scheme_id"])
    query = select(d.id, d.person_id, d.level, d.round, d.revision_id).where(
        d.draft_id == row["id"], d.verdict.in_((Verdict.APPROVE, Verdict.SIGN))
    )
    given = unit.connection.execute(query.order_by(d.id)).all()
    this = [a for a in given if a.round == row["round"]]  # in a round a text changes by confirmed amendments alone
    counted = list(given) if rules.resume_at_return else this
    if not {a.level for a in counted} >= set(range(1, rules.levels + 1)):
        raise NotApproved(row["id"], "lapsed" if len(given) > len(this) else "level")
    if not this or (this[-1].level, this[-1].revision_id) != (rules.levels, row["revision_id"]):
        raise NotApproved(row["id"], "lapsed")
    return counted


def _attribution(unit: Unit, row: RowMapping, fields: Fields, reviewer: int) -> Attribution:
    """编辑 are those who saved in this lane, contributors excepted; 审核 is who approved at the last level."""
    editors = (
        select(person.c.name)
        .join(draft_author, draft_author.c.person_id == person.c.id)
        .join(person_role, (person_role.c.person_id == person.c.id) & (person_role.c.role == Role.EDITOR))
        .where(draft_author.c.draft_id == row["id"])
        .order_by(draft_author.c.at, person.c.id)
    )
    reviewers = (people.names(unit.connection)[reviewer],)
    site = str(settings.get(unit.connection, "site_name"))
    return Attribution(
        fields.source,
        fields.correspondents,
        fields.photographers,
        fields.authors,
        tuple(unit.connection.scalars(editors)),
        reviewers,
        fields.information_source or site,
    )


def _place(unit: Unit, article_id: int, fields: Fields) -> dict[str, Any]:
    """Where and when it is published: new at the first release, the same ever after; a new channel, a new place."""
    c = unit.connection
    newest = select(release).where(release.c.article_id == article_id).order_by(release.c.id.desc()).limit(1)
    before = c.execute(newest).first()
    if before and before.channel_id == fields.channel_id:
        names = ("published_at", "channel_id", "channel_seq", "address")
        return {name: getattr(before, name) for name in names}
    place = {"channel_id": fields.channel_id, "channel_seq": counters.take(c, f"channel:{fields.channel_id}")}
    if before:
        return place | {"published_at": before.published_at, "address": before.address}
    return place | {"published_at": unit.now, "address": _free_address(unit, article_id, fields, unit.now)}


def _free_address(unit: Unit, article_id: int, fields: Fields, published_at: str) -> str:
    c = unit.connection
    folder = c.scalar(select(channel.c.slug).where(channel.c.id == fields.channel_id))
    number = str(c.scalar(select(article.c.number).where(article.c.id == article_id)))
    wanted = article_address(str(folder), published_at, number, fields.slug)
    if c.scalar(select(article.c.id).where(article.c.address == wanted)) is None:
        return wanted
    return article_address(str(folder), published_at, number, "")
