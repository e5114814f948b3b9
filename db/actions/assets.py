"""Taking pictures and files into the record, by content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import insert, select

from db.domain.errors import NotAllowed
from db.domain.people import Role
from db.domain.settings import keeps_originals
from db.schema.articles import asset, blob, original, rendition
from db.store import assets, settings, trail
from db.store.assets import INSIDE
from db.store.digests import file_of, sha256
from db.store.durable import make_folder, write_durably
from db.store.unit import Unit


@dataclass(frozen=True, slots=True)
class NewRendition:
    """A picture as the site shows it, at one width and in one format."""

    data: bytes
    media_type: str
    width: int  # pixels
    height: int


@dataclass(frozen=True, slots=True)
class NewOriginal:
    """All the pixels that a picture was made from; cleaned and re-encoded like every picture."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class NewAsset:
    """A picture or file ready to be kept: cleaned and re-encoded before."""

    data: bytes
    media_type: str
    width: int  # pixels, 0 when no picture
    height: int
    name: str
    rights: str = ""
    thumb: bytes = b""  # the small rendition
    renditions: tuple[NewRendition, ...] = ()
    original: NewOriginal | None = None  # where more came in than is kept of it


def add(unit: Unit, new: NewAsset) -> str:
    """Keep an asset; return its SHA-256. The same bytes are kept once."""
    if not unit.actor.may(Role.CONTRIBUTOR, Role.EDITOR, Role.ADMIN):
        raise NotAllowed("asset")
    digest = sha256(new.data)
    if unit.connection.scalar(select(asset.c.digest).where(asset.c.digest == digest)) is None:
        _add(unit, digest, new)
    if new.original is not None and keeps_originals(settings.every(unit.connection)):
        known = sha256(new.original.data)
        _keep(unit, known, new.original.data)
        _tie(unit, digest, known, new.original.media_type)
    return digest


def add_changed(unit: Unit, new: NewAsset, made_from: str, *, tied: bool = True) -> str:
    """Keep what was made of a picture of the record; return its SHA-256.

    Where the newsroom keeps originals it is tied to what it was made from, all the way back; not so where ``tied``
    says no: nobody comes by chance from a masked picture to the faces in it.
    """
    digest = add(unit, new)
    if tied and keeps_originals(settings.every(unit.connection)):
        first = assets.original(unit.connection, made_from)
        if first is None:
            first = assets.Original(made_from, assets.get(unit.connection, made_from).media_type)
        _tie(unit, digest, first.digest, first.media_type)
    return digest


def _add(unit: Unit, digest: str, new: NewAsset) -> None:
    _keep(unit, digest, new.data)
    thumb = sha256(new.thumb) if new.thumb else ""
    if thumb:
        _keep(unit, thumb, new.thumb)
    unit.connection.execute(
        insert(asset).values(
            digest=digest,
            media_type=new.media_type,
            width=new.width,
            height=new.height,
            size=len(new.data),
            name=new.name.encode(errors="replace").decode()[:200],  # from a disk whose names need not be text
            rights=new.rights[:200],
            thumb=thumb,
            person_id=unit.actor.person_id,
            at=unit.now,
        )
    )
    trail.add(unit, "asset", digest=digest, size=len(new.data))
    add_renditions(unit, digest, new.renditions)


def add_renditions(unit: Unit, digest: str, made: Iterable[NewRendition]) -> None:
    """Keep the renditions of an asset that has none. They are made of what is kept, so nobody's leave is asked."""
    if unit.connection.scalar(select(rendition.c.digest).where(rendition.c.asset == digest).limit(1)) is not None:
        return
    for one in made:
        known = sha256(one.data)
        _keep(unit, known, one.data)
        unit.connection.execute(
            insert(rendition).values(
                asset=digest, media_type=one.media_type, width=one.width, height=one.height, digest=known
            )
        )


def _tie(unit: Unit, picture: str, digest: str, media_type: str) -> None:
    """The first tie of a picture stays; it is none of its own."""
    if picture == digest or assets.original(unit.connection, picture) is not None:
        return
    unit.connection.execute(insert(original).values(picture=picture, digest=digest, media_type=media_type))
    trail.add(unit, "original", picture=picture, digest=digest)


def _keep(unit: Unit, digest: str, data: bytes) -> None:
    if unit.connection.scalar(select(blob.c.digest).where(blob.c.digest == digest)) is not None:
        return
    inside: bytes | None = data
    beside = unit.connection.dialect.name == "sqlite"  # a server keeps all of it: up to 1 GB in a row
    if beside and len(data) > INSIDE:  # the file is synced before its row is written
        place = file_of(digest, unit.files)
        make_folder(place.parent)
        write_durably(place, data)
        inside = None
    unit.connection.execute(insert(blob).values(digest=digest, data=inside))
