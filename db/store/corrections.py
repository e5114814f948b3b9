"""更正和撤稿台账: what was changed or taken back after it was live, of what kind, why, and what stood there before."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from db.domain.release import ReleaseKind, WithdrawReason
from db.domain.revision import from_canonical
from db.schema.articles import article, release, revision
from db.schema.corrections import reader_note
from db.schema.newsroom import person


@dataclass(frozen=True, slots=True)
class Correction:
    """One of them, under the title that was released.

    ``before`` and ``after`` are 第 N 稿 and its digest; after a withdrawal nothing is live.
    """

    at: str  # UTC
    number: str
    title: str
    kind: ReleaseKind  # publish: a correction; withdraw
    reason_kind: WithdrawReason
    reason: str
    note: str  # to readers; may be empty
    by: str
    before: tuple[int, str]
    after: tuple[int, str] | None


def between(connection: Connection, since: str = "", until: str = "", kind: str = "") -> list[Correction]:
    """Return them, newest first; times are UTC, ``until`` is not included."""
    r, earlier = release.c, release.alias("earlier")
    before_id = (
        select(func.max(earlier.c.id))
        .where(earlier.c.article_id == r.article_id, earlier.c.id < r.id)
        .correlate(release)
        .scalar_subquery()
    )
    stood, old, new = release.alias("stood"), revision.alias("old"), revision.alias("new")
    query = (
        select(
            r.at, article.c.number, new.c.form, r.kind, r.reason_kind, r.reason, reader_note.c.words,
            person.c.name, old.c.n.label("old_n"), old.c.digest.label("old_digest"), new.c.n, new.c.digest,
        )
        .join(article, article.c.id == r.article_id)
        .join(person, person.c.id == r.person_id)
        .join(stood, stood.c.id == before_id)
        .join(old, old.c.id == stood.c.revision_id)
        .join(new, new.c.id == r.revision_id)
        .outerjoin(reader_note, reader_note.c.release_id == r.id)
        .where(r.reason_kind != "", r.at >= since)
        .order_by(r.id.desc())
    )  # fmt: skip
    query = query.where(r.at < until) if until else query
    query = query.where(r.reason_kind == kind) if kind else query
    return [
        Correction(
            row.at, row.number, from_canonical(row.form).title, ReleaseKind(row.kind),
            WithdrawReason(row.reason_kind), row.reason, row.words or "", row.name, (row.old_n, row.old_digest),
            None if row.kind == ReleaseKind.WITHDRAW else (row.n, row.digest),
        )
        for row in connection.execute(query)
    ]  # fmt: skip
