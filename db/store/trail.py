"""The audit chain in the file: adding the next entry, reading it, and walking it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from db.domain.audit import START, AuditEntry, ChainHead, entry_hash
from db.domain.errors import ClockBehind
from db.domain.revision import to_json
from db.schema.newsroom import audit
from db.store.clock import later, stamp
from db.store.unit import Unit


def head(connection: Connection) -> ChainHead:
    """Return length and last hash of the chain."""
    row = connection.execute(select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)).first()
    return ChainHead(row.seq, row.hash) if row else ChainHead(0, START)


def clock_behind(connection: Connection, now: datetime) -> ClockBehind | None:
    """Say whether a clock is more than a minute earlier than the newest entry."""
    newest = connection.execute(select(audit.c.at).order_by(audit.c.seq.desc()).limit(1)).scalar()
    if newest is None or newest <= later(stamp(now), 60):
        return None
    return ClockBehind(stamp(now), newest)


def add(unit: Unit, verb: str, article_id: int | None = None, **facts: object) -> None:
    """Add an entry to the chain. A clock that ran backwards is recorded in the entry, never hidden."""
    add_all(unit, verb, [(article_id, facts)])


def add_all(unit: Unit, verb: str, told: Sequence[tuple[int | None, Mapping[str, object]]]) -> None:
    """Add an entry for each (article, facts), in their order."""
    newest = unit.connection.execute(
        select(audit.c.seq, audit.c.hash, audit.c.at).order_by(audit.c.seq.desc()).limit(1)
    ).first()
    last, previous, before = (newest.seq, newest.hash, newest.at) if newest else (0, START, "")
    rows = []
    for seq, (article_id, facts) in enumerate(told, last + 1):
        behind = {"clock_behind": before} if unit.now < before else {}
        row: dict[str, Any] = {"seq": seq, "at": unit.now, "person": unit.actor.name, "verb": verb}
        row |= {"article_id": article_id, "facts": to_json({**facts, **behind}), "previous": previous}
        previous, before = entry_hash(**row), unit.now
        rows.append({**row, "hash": previous})
    if rows:
        unit.connection.execute(insert(audit), rows)


def entries(connection: Connection, article_id: int | None = None) -> Iterator[AuditEntry]:
    """Yield the entries in their order, of one article or of all."""
    query = select(audit).order_by(audit.c.seq)
    if article_id is not None:
        query = query.where(audit.c.article_id == article_id)
    for row in connection.execute(query, execution_options={"yield_per": 1000}):
        yield AuditEntry(row.seq, row.at, row.person, row.verb, row.article_id, row.facts, row.previous, row.hash)
