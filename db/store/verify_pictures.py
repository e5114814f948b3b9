"""Do the pictures hold? What releases carry of them is kept as it was named; originals are tied as the trail says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, select

from db.domain.errors import NotFound
from db.schema.articles import asset, original, release, rendition
from db.schema.newsroom import audit
from db.store import assets
from db.store.faults import Fault


def carried(connection: Connection, files: Path) -> Iterator[Fault]:
    """Every form of a picture that a release names is in the record, and its bytes are the ones that it names."""
    kept = {(row.digest, row.thumb) for row in connection.execute(select(asset.c.digest, asset.c.thumb))}
    kept |= {(row.asset, row.digest) for row in connection.execute(select(rendition.c.asset, rendition.c.digest))}
    seen: dict[str, str] = {}  # digest -> what is wrong with its bytes
    for row in connection.execute(select(release.c.id, release.c.renditions).order_by(release.c.id)):
        if row.renditions == "{}":
            continue
        try:
            named = [(picture, form) for picture, forms in json.loads(row.renditions).items() for form in forms]
        except (ValueError, TypeError, AttributeError):
            yield Fault("release_changed", "release", str(row.id))
            continue
        for picture, form in named:
            if (picture, form) not in kept:
                yield Fault("rendition_missing", "release", str(row.id), {"picture": picture, "form": form})
                continue
            if form not in seen:
                seen[form] = _wrong(connection, form, files)
            if seen[form]:
                yield Fault(seen[form], "release", str(row.id), {"picture": picture, "form": form})


def originals(connection: Connection) -> Iterator[Fault]:
    """Every picture is tied to the original that the trail tells of, and to no other."""
    tied = {row.picture: row.digest for row in connection.execute(select(original))}
    told: set[str] = set()
    for row in connection.execute(select(audit.c.seq, audit.c.facts).where(audit.c.verb == "original")):
        try:
            facts = json.loads(row.facts)
            picture, digest = facts["picture"], facts["digest"]
        except (ValueError, KeyError, TypeError):
            yield Fault("entry_unreadable", "audit", str(row.seq), {"verb": "original"})
            continue
        told.add(picture)
        if picture not in tied:
            yield Fault("original_missing", "original", picture)
        elif tied[picture] != digest:
            yield Fault("original_changed", "original", picture)
    for picture in sorted(tied.keys() - told):
        yield Fault("original_unrecorded", "original", picture)


def _wrong(connection: Connection, digest: str, files: Path) -> str:
    try:
        data = assets.data(connection, digest, files)
    except NotFound:
        return "rendition_lost"
    return "" if hashlib.sha256(data).hexdigest() == digest else "rendition_changed"
