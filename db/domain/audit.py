"""The audit chain (留痕): every entry is bound to the one before, so that nothing can be taken out unseen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

START = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing that somebody did. ``facts`` is canonical JSON."""

    seq: int  # 1, 2, 3 … without gaps
    at: str
    person: str
    verb: str
    article_id: int | None
    facts: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class ChainHead:
    """Length of the chain and the hash of its last entry; also kept outside of the file."""

    length: int
    hash: str


def entry_hash(seq: int, at: str, person: str, verb: str, article_id: int | None, facts: str, previous: str) -> str:
    """SHA-256 over the fields, each preceded by its length in bytes, so that no two entries read alike."""
    made = hashlib.sha256()
    for part in (str(seq), at, person, verb, str(article_id or ""), facts, previous):
        data = part.encode()
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()


def row_digest(row: Mapping[str, object]) -> str:
    """SHA-256 over a frozen row as it was written: canonical JSON of its columns, the id left out."""
    kept = {name: value for name, value in row.items() if name != "id"}
    form = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(form.encode()).hexdigest()
