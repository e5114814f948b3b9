"""The audit chain in the file: adding the next entry, reading it, and walking it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, insert, select

from db.domain.audit import START, AuditEntry, ChainHead, entry_hash
from db.domain.revision import to_json
from db.schema.newsroom import audit
from db.store.unit import Unit


def head(connection: Connection) -> ChainHead:
    """Return length and last hash of the chain."""
    row = connection.execute(select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)).first()
    return ChainHead(row.seq, row.hash) if row else ChainHead(0, START)


def add(unit: Unit, verb: str, article_id: int | None = None, **facts: object) -> None:
    """Add an entry to the chain. A clock that ran backwards is recorded in the entry, never hidden."""
    newest = unit.connection.execute(
        select(audit.c.seq, audit.c.hash, audit.c.at).order_by(audit.c.seq.desc()).limit(1)
    ).first()
    seq, previous = (newest.seq + 1, newest.hash) if newest else (1, START)
    if newest and unit.now < newest.at:
        facts["clock_behind"] = newest.at
    person, words = unit.actor.name, to_json(facts)
    unit.connection.execute(
        insert(audit).values(
            seq=seq,
            at=unit.now,
            person=person,
            verb=verb,
            article_id=article_id,
            facts=words,
            previous=previous,
            hash=entry_hash(seq, unit.now, person, verb, article_id, words, previous),
        )
    )


def entries(connection: Connection, article_id: int | None = None) -> Iterator[AuditEntry]:
    """Yield the entries in their order, of one article or of all."""
    query = select(audit).order_by(audit.c.seq)
    if article_id is not None:
        query = query.where(audit.c.article_id == article_id)
    for row in connection.execute(query, execution_options={"yield_per": 1000}):
        yield AuditEntry(row.seq, row.at, row.person, row.verb, row.article_id, row.facts, row.previous, row.hash)
