"""Reading articles: one article with its draft, and the rows of lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from db.domain.article import Article, ArticleRow, Draft, Fields, Lane
from db.domain.errors import NotFound
from db.domain.people import Actor, Role
from db.domain.revision import from_canonical
from db.domain.workflow import Publication, Purpose, Stage, Standing, Step, steps_from
from db.schema.articles import article, claim, decision, draft, draft_author, draft_text, release
from db.schema.newsroom import channel, person, scheme, scheme_deadline, scheme_reviewer
from db.store import amendments, delegations, leases, people
from db.store.clock import later

_Lanes = Mapping[tuple[int, bool], RowMapping]

_CLOSED = (Stage.PUBLISHED, Stage.TRASHED)


def get(connection: Connection, article_id: int, actor: Actor | None = None, *, lane: int | None = None) -> Article:
    """Return an article with one of its lanes, and the actor's standing before it.

    ``lane`` is the id of the draft that is wanted; another one where that is closed.
    """
    row = connection.execute(select(article).where(article.c.id == article_id)).first()
    if row is None:
        raise NotFound("article")
    open_ = lanes(connection, article_id)
    standings = {found.draft_id: get_standing(connection, found.draft_id, actor) for found in open_} if actor else {}
    draft_id = lane if lane in {found.draft_id for found in open_} else _first_for(open_, standings, actor)
    found = get_draft(connection, draft_id) if draft_id else None
    standing = standings.get(draft_id) if draft_id else None
    live = connection.scalar(select(release.c.revision_id).where(release.c.id == row.live_release_id))
    return Article(
        row.id,
        row.uid,
        row.number,
        Publication(row.publication),
        live,
        row.published_at,
        row.address,
        found,
        standing,
        open_,
    )


def lanes(connection: Connection, article_id: int) -> tuple[Lane, ...]:
    """Return the lanes that can be turned to: the open ones, the main one first; one in the trash while it is the last.

    A lane that was given up before another was opened is only history.
    """
    d = draft.c
    query = select(d.id, d.purpose, d.stage, d.level).where(d.article_id == article_id).order_by(d.id)
    every = [_lane(row) for row in connection.execute(query).mappings()]
    last = every[-1].draft_id if every else 0
    shown = [
        lane
        for lane in every
        if lane.stage is not Stage.PUBLISHED and (lane.stage is not Stage.TRASHED or lane.draft_id == last)
    ]
    return tuple(sorted(shown, key=lambda lane: (lane.stage is Stage.TRASHED, lane.purpose is Purpose.CORRECTION)))


def _first_for(open_: Sequence[Lane], standings: Mapping[int, Standing], actor: Actor | None) -> int | None:
    """Return the lane that waits for this person, else one that they write in, else the first."""

    def wanted(lane: Lane) -> int:
        standing = standings.get(lane.draft_id)
        if standing is None or actor is None:
            return 2
        may = steps_from(standing, actor)
        return 0 if Step.APPROVE in may or Step.PUBLISH in may else 1 if standing.is_author else 2

    return min(open_, key=wanted).draft_id if open_ else None


def draft_record(connection: Connection, draft_id: int) -> RowMapping:
    """Return the row of a draft. Raises NotFound."""
    row = connection.execute(select(draft).where(draft.c.id == draft_id)).mappings().first()
    if row is None:
        raise NotFound("draft")
    return row


def working_fields(connection: Connection, draft_id: int) -> Fields:
    """Return the working text of a draft."""
    form = connection.scalar(select(draft_text.c.fields).where(draft_text.c.draft_id == draft_id))
    if form is None:
        raise NotFound("draft")
    return from_canonical(form)


def get_draft(connection: Connection, draft_id: int) -> Draft:
    row = draft_record(connection, draft_id)
    number = connection.scalar(select(article.c.number).where(article.c.id == row["article_id"]))
    return Draft(
        row["id"],
        row["article_id"],
        str(number),
        Purpose(row["purpose"]),
        Stage(row["stage"]),
        row["level"],
        row["round"],
        row["version"],
        working_fields(connection, draft_id),
        row["base_revision_id"],
        row["revision_id"],
        row["submitted_by"],
        row["scheduled_for"],
        row["changed_at"],
        row["changed_by"],
        authors(connection, draft_id),
        row["scheme_id"],
    )


def authors(connection: Connection, draft_id: int) -> tuple[str, ...]:
    """Return the names of all who saved in this lane, in the order of their first save."""
    query = (
        select(person.c.name)
        .join(draft_author, draft_author.c.person_id == person.c.id)
        .where(draft_author.c.draft_id == draft_id)
        .order_by(draft_author.c.at, person.c.id)
    )
    return tuple(connection.scalars(query))


def get_standing(connection: Connection, draft_id: int, actor: Actor, now: str = "") -> Standing:
    """Return what the rules need to know of the draft and of the person before it, now or at another time."""
    row = draft_record(connection, draft_id)
    me = actor.person_id
    is_author = (
        connection.scalar(
            select(draft_author.c.person_id).where(draft_author.c.draft_id == draft_id, draft_author.c.person_id == me)
        )
        is not None
    )
    mine = connection.execute(
        select(decision.c.level, decision.c.verdict, decision.c.round).where(
            decision.c.draft_id == draft_id, decision.c.person_id == me
        )
    ).all()
    rules = connection.execute(
        select(scheme.c.levels, scheme.c.exemption).where(scheme.c.id == row["scheme_id"])
    ).first()
    listed = set(
        connection.scalars(
            select(scheme_reviewer.c.person_id).where(
                scheme_reviewer.c.scheme_id == row["scheme_id"], scheme_reviewer.c.level == row["level"]
            )
        )
    )
    last = rules is not None and any(
        d.level == rules.levels and d.verdict == "approve" and d.round == row["round"] for d in mine
    )
    return Standing(
        stage=Stage(row["stage"]),
        level=row["level"],
        is_author=is_author,
        is_submitter=row["submitted_by"] == me,
        decided_levels=frozenset(d.level for d in mine),
        is_last_reviewer=last,
        listed=not listed or me in listed,
        exempt=bool(rules and rules.exemption),
        deputy_by=delegations.standing_in(connection, row, me, now) if row["stage"] == Stage.REVIEW else None,
        **amendments.standing(connection, row, me),
        purpose=Purpose(row["purpose"]),
        behind=is_behind(connection, row),
    )


def is_behind(connection: Connection, row: RowMapping) -> bool:
    """Whether something else went live since a lane was opened from what was."""
    grew = row["purpose"] != Purpose.ORIGINAL
    return grew and bool(row["base_revision_id"] != released(connection, row["article_id"]))


def released(connection: Connection, article_id: int) -> int | None:
    """Return the revision of an article's newest release; a withdrawal names the one it took back."""
    query = select(release.c.revision_id).where(release.c.article_id == article_id)
    return connection.scalar(query.order_by(release.c.id.desc()).limit(1))


def deciders(connection: Connection, draft_id: int) -> tuple[str, ...]:
    """Return the names of those who may decide on the draft now; none while it is not in review."""
    return tuple(able.name for able in able_to_review(connection, draft_id))


def able_to_review(connection: Connection, draft_id: int, now: str = "") -> list[Actor]:
    """Return those who may take the draft at the level where it is, in another's place too."""
    if not draft_record(connection, draft_id)["level"]:
        return []
    found = (
        Actor(one.id, one.name, one.roles, one.levels)
        for one in people.everyone(connection)
        if one.active and Role.REVIEWER in one.roles
    )
    return [a for a in found if Step.CLAIM in steps_from(get_standing(connection, draft_id, a, now), a)]


def rows(connection: Connection, wanted: Sequence[int]) -> dict[int, ArticleRow]:
    """Return the list rows of the wanted articles, by article id."""
    a = article.c
    query = (
        select(article, channel.c.name.label("channel"))
        .outerjoin(channel, channel.c.id == a.channel_id)
        .where(a.id.in_(list(wanted)))
    )
    found = connection.execute(query).mappings().all()
    opened = _open_lanes(connection, wanted)
    opinions = _opinions(connection, [row["id"] for row in opened.values() if row["stage"] == Stage.RETURNED])
    return {row["id"]: _row(row, opened, opinions) for row in found}


def _row(row: RowMapping, opened: _Lanes, opinions: Mapping[int, str]) -> ArticleRow:
    correction = opened.get((row["id"], True))
    lane: Mapping[Any, Any] = opened.get((row["id"], False)) or correction or {}
    return ArticleRow(
        row["id"],
        row["number"],
        row["title"],
        row["channel"] or "",
        Stage(row["stage"]) if row["stage"] else None,
        row["level"],
        lane.get("levels") or 0,
        Publication(row["publication"]),
        row["count"],
        row["source"],
        row["changed_by"],
        lane.get("holder") or "",
        row["changed_at"],
        lane.get("waiting_since") or "",
        lane.get("scheduled_for") or "",
        row["published_at"],
        opinions.get(lane.get("id", 0), ""),
        due(lane.get("waiting_since") or "", lane.get("hours")),
        bool(lane.get("amended")),
        _lane(correction) if correction else None,
        (correction["levels"] or 0) if correction else 0,
    )


def _open_lanes(connection: Connection, wanted: Sequence[int]) -> _Lanes:
    """Return the open lanes of articles, by article and whether it is the correction."""
    d = draft.c
    query = (
        select(
            d.id, d.article_id, d.purpose, d.stage, d.level, d.waiting_since, d.scheduled_for, scheme.c.levels,
            person.c.name.label("holder"), amendments.waits().label("amended"), scheme_deadline.c.hours,
        )
        .outerjoin(scheme, scheme.c.id == d.scheme_id)
        .outerjoin(scheme_deadline, (scheme_deadline.c.scheme_id == d.scheme_id) & (scheme_deadline.c.level == d.level))
        .outerjoin(claim, claim.c.draft_id == d.id)
        .outerjoin(person, (person.c.id == claim.c.person_id) & leases.runs_now(connection))
        .where(d.article_id.in_(list(wanted)), d.stage.not_in(_CLOSED))
    )  # fmt: skip
    found = connection.execute(query).mappings()
    return {(row["article_id"], row["purpose"] == Purpose.CORRECTION): row for row in found}


def _lane(row: RowMapping) -> Lane:
    return Lane(row["id"], Purpose(row["purpose"]), Stage(row["stage"]), row["level"])


def due(waiting_since: str, hours: int | None) -> str:
    """Return until when a level is to decide on what waits, empty without a deadline."""
    return later(waiting_since, hours * 3600) if waiting_since and hours else ""


def waiting(connection: Connection, draft_id: int) -> tuple[str, str]:
    """Return since when a draft waits for its level, and until when that is to decide; both may be empty."""
    row = draft_record(connection, draft_id)
    of_level = (scheme_deadline.c.scheme_id == row["scheme_id"]) & (scheme_deadline.c.level == row["level"])
    since = row["waiting_since"] if row["stage"] == Stage.REVIEW else ""
    return since, due(since, connection.scalar(select(scheme_deadline.c.hours).where(of_level)))


def titles(connection: Connection, wanted: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return uid and title of those of the wanted articles that are there and not in the trash."""
    a = article.c
    there = a.stage.is_(None) | (a.stage != Stage.TRASHED)
    found = connection.execute(select(a.id, a.uid, a.title).where(a.id.in_(list(wanted)) & there))
    return {row.id: (row.uid, row.title) for row in found}


def _opinions(connection: Connection, draft_ids: list[int]) -> dict[int, str]:
    query = (
        select(decision.c.draft_id, decision.c.opinion)
        .where(decision.c.draft_id.in_(draft_ids), decision.c.verdict == "return")
        .order_by(decision.c.id)
    )
    return {row.draft_id: row.opinion for row in connection.execute(query)} if draft_ids else {}
