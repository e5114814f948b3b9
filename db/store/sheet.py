"""Reading a review sheet from the record."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, RowMapping, select

from db.domain.amendment import edits_from
from db.domain.article import asset_digests
from db.domain.errors import BadValue
from db.domain.release import Release
from db.domain.sheet import Amended, ReviewSheet
from db.domain.workflow import Publication, Purpose, Stage
from db.schema.articles import amendment, article, confirmation, draft, revision
from db.schema.newsroom import channel, scheme
from db.store import articles, history, notes, people, settings, ticks, trail, waivers


def of_article(connection: Connection, article_id: int, made_at: str) -> ReviewSheet:
    """Return the sheet of an article's newest lane that was sent in.

    Raises:
        BadValue: nothing of the article was ever sent in, as of one that was taken over from an old site.
    """
    query = (
        select(article.c.number, article.c.uid, article.c.publication, article.c.address, draft)
        .join(draft, draft.c.article_id == article.c.id)
        .where(article.c.id == article_id, draft.c.revision_id.is_not(None))
        .order_by(draft.c.id.desc())
    )
    row = connection.execute(query.limit(1)).mappings().first()
    if row is None:
        raise BadValue("sheet", "not_sent_in")
    return _sheet(connection, row, made_at)


def published(connection: Connection, since: str, until: str) -> list[int]:
    """Return the ids of the articles first published in a time (UTC, ``until`` excluded) and sent in here, in order."""
    a = article.c
    sent_in = select(draft.c.article_id).where(draft.c.revision_id.is_not(None))
    query = select(a.id).where(a.published_at >= since, a.published_at < until, a.id.in_(sent_in))
    return list(connection.scalars(query.order_by(a.published_seq)))


def _sheet(connection: Connection, row: RowMapping, made_at: str) -> ReviewSheet:
    names = people.names(connection)
    sent = history.get_revision(connection, row["revision_id"])
    listed = next(r for r in history.revisions(connection, row["article_id"]) if r.id == sent.id)
    levels, exemption = connection.execute(
        select(scheme.c.levels, scheme.c.exemption).where(scheme.c.id == row["scheme_id"])
    ).one()
    decisions = tuple(d for d in history.decisions(connection, row["article_id"]) if d.draft_id == row["id"])
    decided = {decision.revision_id for decision in decisions}
    numbers = select(revision.c.id, revision.c.n).where(revision.c.id.in_(decided))
    return ReviewSheet(
        str(settings.get(connection, "site_name") or ""),
        row["number"],
        row["uid"],
        connection.scalar(select(channel.c.name).where(channel.c.id == sent.fields.channel_id)) or "",
        Purpose(row["purpose"]),
        Stage(row["stage"]),
        Publication(row["publication"]),
        row["address"],
        sent.fields,
        listed,
        len(asset_digests(sent.fields)),
        articles.authors(connection, row["id"]),
        names.get(row["submitted_by"], ""),
        levels,
        decisions,
        {found.id: found.n for found in connection.execute(numbers)},
        exemption if any(decision.exemption for decision in decisions) else "",
        tuple(waivers.of_article(connection, row["article_id"])),
        tuple(_amended(connection, row["id"], names)),
        Counter(tick.level for tick in ticks.of_draft(connection, row["id"]) if tick.ticked),
        notes.open_count(connection, row["id"]),
        _release(connection, row["article_id"], sent.id),
        trail.head(connection),
        made_at,
    )


def _amended(connection: Connection, draft_id: int, names: Mapping[int, str]) -> Iterator[Amended]:
    a, c = amendment.c, confirmation.c
    query = (
        select(
            a.level, a.person_id, a.at, a.edits, revision.c.n, c.person_id.label("by"), c.at.label("answered"),
            c.accepted,
        )
        .join(revision, revision.c.id == a.revision_id)
        .outerjoin(confirmation, c.amendment_id == a.id)
        .where(a.draft_id == draft_id)
        .order_by(a.id)
    )  # fmt: skip
    for row in connection.execute(query):
        taken = len(json.loads(row.accepted)) if row.accepted else 0
        told = names.get(row.by, ""), row.answered or "", taken
        changes = len({edit.change for edit in edits_from(row.edits)})
        yield Amended(row.level, names.get(row.person_id, ""), row.at, row.n, changes, *told)


def _release(connection: Connection, article_id: int, revision_id: int) -> Release | None:
    of_it = [r for r in history.releases(connection, article_id) if r.revision_id == revision_id]
    return of_it[-1] if of_it else None
