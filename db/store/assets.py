"""Reading pictures and files by their digest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from db.domain.article import Fields, asset_digests
from db.domain.errors import NotFound
from db.domain.revision import from_canonical
from db.domain.workflow import Stage
from db.schema.articles import asset, blob, draft, rendition, revision
from db.schema.articles import original as originals
from db.store.digests import file_of

INSIDE = 20 * 1024 * 1024  # bytes; larger ones are files beside the database


@dataclass(frozen=True, slots=True)
class AssetRow:
    """What is known of an asset without its bytes."""

    digest: str
    media_type: str
    width: int  # pixels, 0 when no picture
    height: int
    size: int  # bytes
    name: str
    rights: str
    thumb: str  # digest of the small rendition, or empty


@dataclass(frozen=True, slots=True)
class Original:
    """What a picture was made from. Its bytes may be those of no asset."""

    digest: str
    media_type: str


def get(connection: Connection, digest: str) -> AssetRow:
    row = connection.execute(select(asset).where(asset.c.digest == digest)).first()
    if row is None:
        raise NotFound("asset")
    return AssetRow(row.digest, row.media_type, row.width, row.height, row.size, row.name, row.rights, row.thumb)


def original(connection: Connection, picture: str) -> Original | None:
    """Return what was kept of that which the picture was made from."""
    o = originals.c
    row = connection.execute(select(o.digest, o.media_type).where(o.picture == picture)).first()
    return Original(row.digest, row.media_type) if row else None


def renditions(connection: Connection, fields: Fields) -> dict[str, list[str]]:
    """Return what a release freezes: each picture used -> the digests of all that the site carries of it."""
    used = asset_digests(fields)
    if not used:
        return {}
    query = select(asset.c.digest, asset.c.thumb).where(asset.c.digest.in_(used), asset.c.thumb != "")
    found = {row.digest: [row.thumb] for row in connection.execute(query)}
    forms = select(rendition.c.asset, rendition.c.digest).where(rendition.c.asset.in_(used))
    for row in connection.execute(forms.order_by(rendition.c.asset, rendition.c.media_type, rendition.c.width)):
        found.setdefault(row.asset, []).append(row.digest)
    return found


def without_renditions(connection: Connection, draft_id: int) -> list[str]:
    """Return the pictures of a draft's submitted revision that have no renditions yet."""
    query = select(revision.c.form).join(draft, draft.c.revision_id == revision.c.id).where(draft.c.id == draft_id)
    form = connection.scalar(query)
    used = asset_digests(from_canonical(form)) if form else ()
    lacking = select(asset.c.digest).where(
        asset.c.digest.in_(used), asset.c.width > 0, asset.c.digest.not_in(select(rendition.c.asset))
    )
    return list(connection.scalars(lacking.order_by(asset.c.digest)))


def due(connection: Connection, now: str) -> list[int]:
    """Return the drafts whose schedule has come."""
    query = select(draft.c.id).where(draft.c.stage == Stage.SCHEDULED, draft.c.scheduled_for <= now)
    return list(connection.scalars(query.order_by(draft.c.id)))


def data(connection: Connection, digest: str, files: Path) -> bytes:
    """Return the bytes of an asset, a rendition or an original. Raises NotFound."""
    row = connection.execute(select(blob.c.data).where(blob.c.digest == digest)).first()
    if row is None:
        raise NotFound("asset")
    if row.data is not None:
        return bytes(row.data)
    try:
        return file_of(digest, files).read_bytes()
    except OSError as exc:
        raise NotFound("asset") from exc
