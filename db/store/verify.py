"""Does the record hold? Triggers, audit chain, digests, approvals, and what is live: all from the raw rows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import Connection, func, select

from db.domain.audit import START, AuditEntry, ChainHead, entry_hash
from db.schema.articles import article, release, rendered, revision
from db.schema.triggers import triggers
from db.store import trail
from db.store.faults import Fault
from db.store.replay import Replay
from db.store.unit import Store
from db.store.verify_pictures import carried, originals

MOST = 100  # faults of one kind of look that are listed

_BY_500 = {"yield_per": 500}
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, and what does not hold, the first thing first."""

    entries: int
    revisions: int
    releases: int  # by the newsroom
    migrated: int  # taken over from an old site: nobody here approved them
    head: ChainHead
    faults: list[Fault] = field(default_factory=list)


def verify(store: Store, known: ChainHead | None = None) -> Verified:
    """Look at everything. ``known`` is the chain's head as this machine saw it last: it tells of a cut tail."""
    with store.reading() as connection:
        replay = Replay(connection)
        faults = [
            *islice(_triggers(connection), MOST),
            *islice(_chain(connection, known, replay), MOST),
            *islice(_revisions(connection), MOST),
            *islice(_pages(connection), MOST),
            *islice(carried(connection, store.files), MOST),
            *islice(originals(connection), MOST),
            *islice(replay.faults, MOST),
            *islice(replay.unrecorded(), MOST),
            *islice(_articles(connection), MOST),
        ]
        kinds = select(release.c.kind, func.count()).group_by(release.c.kind)
        counts = {str(row[0]): int(row[1]) for row in connection.execute(kinds)}
        revisions = int(connection.scalar(select(func.count()).select_from(revision)) or 0)
        head = trail.head(connection)
    migrated = counts.pop("migrated", 0)
    return Verified(head.length, revisions, sum(counts.values()), migrated, head, faults)


def _triggers(connection: Connection) -> Iterator[Fault]:
    """The database's own rules are the program's: none dropped, none weakened, none added."""
    found, wanted = _rules(connection)
    for name in sorted(found.keys() | wanted.keys()):
        if name not in found:
            yield Fault("trigger_missing", "trigger", name)
        elif name not in wanted:
            yield Fault("trigger_foreign", "trigger", name)
        elif found[name] != wanted[name]:
            yield Fault("trigger_changed", "trigger", name)


def _rules(connection: Connection) -> tuple[dict[str, str], dict[str, str]]:
    """Return the database's triggers and the program's: name -> text."""
    if connection.dialect.name == "postgresql":
        from db.store.postgres import tables  # noqa: PLC0415  # what a newsroom in a file does without

        return tables.rules(connection)
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    return {name: _even(sql) for name, sql in rows}, {name: _even(sql) for name, sql in triggers().items()}


def _even(sql: str) -> str:
    return _BLANKS.sub(" ", sql).strip().rstrip(";").strip()


def _chain(connection: Connection, known: ChainHead | None, replay: Replay) -> Iterator[Fault]:
    """Walk the chain: no gap, no changed entry, no time that ran backwards unsaid, no cut tail."""
    last = AuditEntry(0, "", "", "", None, "{}", "", START)
    seen_known = known is None or known.length == 0
    for entry in trail.entries(connection):
        if entry.seq != last.seq + 1:
            yield Fault("chain_gap", "audit", str(last.seq + 1))
        elif entry.previous != last.hash:
            yield Fault("chain_broken", "audit", str(entry.seq))
        made = entry_hash(entry.seq, entry.at, entry.person, entry.verb, entry.article_id, entry.facts, entry.previous)
        if made != entry.hash:
            yield Fault("entry_changed", "audit", str(entry.seq), {"verb": entry.verb})
        elif entry.at < last.at and '"clock_behind"' not in entry.facts:
            yield Fault("time_backwards", "audit", str(entry.seq))
        if known and entry.seq == known.length:
            seen_known = True
            if entry.hash != known.hash:
                yield Fault("chain_replaced", "audit", str(entry.seq))
        replay.take(entry)
        last = entry
    if not seen_known and known:
        yield Fault("chain_cut", "audit", str(known.length), {"length": str(last.seq)})


def _revisions(connection: Connection) -> Iterator[Fault]:
    """Every revision's text is the one that its digest names."""
    query = select(revision.c.id, revision.c.digest, revision.c.form).order_by(revision.c.id)
    for row in connection.execute(query, execution_options=_BY_500):
        if hashlib.sha256(row.form.encode()).hexdigest() != row.digest:
            yield Fault("revision_changed", "revision", str(row.id))


def _pages(connection: Connection) -> Iterator[Fault]:
    """Every rendered body is the one that its digest names, and releases name that digest."""
    for row in connection.execute(select(rendered).order_by(rendered.c.digest), execution_options=_BY_500):
        if hashlib.sha256(row.html.encode()).hexdigest() != row.html_digest:
            yield Fault("html_changed", "rendered", row.digest)
    made = (rendered.c.digest == release.c.digest) & (rendered.c.renderer == release.c.renderer)
    query = select(release.c.id, release.c.html_digest, rendered.c.html_digest.label("made")).outerjoin(rendered, made)
    for row in connection.execute(query.order_by(release.c.id)):
        if row.made != row.html_digest:
            yield Fault("html_of_release", "release", str(row.id))


def _articles(connection: Connection) -> Iterator[Fault]:
    """What is shown as live, withdrawn or unpublished is what the newest release says."""
    newest = select(release.c.article_id, func.max(release.c.id).label("id")).group_by(release.c.article_id).subquery()
    query = (
        select(
            article.c.id, article.c.publication, article.c.live_release_id, article.c.address, article.c.published_at,
            newest.c.id.label("newest"), release.c.kind, release.c.address.label("released_at"),
            release.c.published_at.label("released_on"),
        )
        .outerjoin(newest, newest.c.article_id == article.c.id)
        .outerjoin(release, release.c.id == newest.c.id)
        .order_by(article.c.id)
    )  # fmt: skip
    for row in connection.execute(query, execution_options=_BY_500):
        if row.newest is None:
            wrong = row.publication not in ("none", "scheduled") or row.live_release_id is not None
            kind = "live_without_release"
        else:
            state = "withdrawn" if row.kind == "withdraw" else "live"
            place = (row.address, row.published_at) != (row.released_at, row.released_on)
            wrong = row.publication != state or place or (state == "live" and row.live_release_id != row.newest)
            kind = "not_as_released"
        if wrong:
            yield Fault(kind, "article", str(row.id), {"publication": row.publication})
