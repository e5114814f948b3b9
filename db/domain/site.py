"""The published site as plain values: what pages are made of, and what lies on a target."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from db.domain.article import Fields
from db.domain.release import Attribution


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site. ``source`` says what it is made from: article:12, list:3:7, home, asset:…

    A source ``use:12`` marks no file: its path is that of an asset, ``?`` and the article that shows it.
    """

    path: str
    source: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Target:
    """A place that the site is published to, and what it was last made with."""

    id: int
    address: str
    theme: str
    chrome: str
    release_id: int
    published_at: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an article stands with its newest release, without its text. What plans are made from."""

    release_id: int
    article_id: int
    live: bool
    channel_id: int
    channel_seq: int
    address: str
    published_at: str
    revision_digest: str
    html_digest: str
    renderer: str
    attribution: str  # JSON, as frozen
    renditions: str  # JSON: asset digest -> digests of what the site carries
    notes: str = "[]"  # JSON: time and words of what its page tells readers of corrections, or of its withdrawal

    @property
    def digest(self) -> str:
        """What the page depends on, as one digest: a restored article has that of before its withdrawal."""
        if not self.live:
            told = f" {self.notes}" if self.notes != "[]" else ""
            return hashlib.sha256(f"withdrawn {self.address}{told}".encode()).hexdigest()
        parts = (
            self.revision_digest, self.html_digest, self.renderer, self.published_at, self.address,
            str(self.channel_id), self.attribution, self.renditions, *((self.notes,) if self.notes != "[]" else ()),
        )  # fmt: skip
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class PageSource:
    """Everything that an article's page is made from, besides theme and chrome."""

    standing: Standing
    attribution: Attribution
    fields: Fields
    html: str
    excerpt: str
    assets: tuple[str, ...]  # digests of what its page carries: pictures as sent out, their small forms, attachments


@dataclass(frozen=True, slots=True)
class ListRow:
    """An article in a list, a feed or on the home page."""

    article_id: int
    channel_id: int
    channel_seq: int
    address: str
    published_at: str
    updated_at: str  # when its text was last released
    title: str
    summary: str
    source: str
    cover: str  # digest of an asset, or empty
    number: str  # 发文字号
    issuer: str
    made_on: str
    validity: str
    duration: str
    carried: tuple[str, ...]  # digests of the forms of the cover that its release brought to the site


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture as the site shows it, at one width and in one format."""

    digest: str
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class AssetFacts:
    """What a page must know of an asset. ``thumb`` is the digest of its small form, or empty."""

    digest: str
    media_type: str
    width: int
    height: int
    size: int
    thumb: str
