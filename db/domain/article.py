"""What an article is, as plain values that may cross threads and screens."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from db.domain.workflow import Publication, Purpose, Stage, Standing

MAX_LINE = 300  # characters of a one-line field
MAX_TEXT = 5_000  # characters of a summary, of an address
MAX_BODY = 2_000_000  # characters of a body
MAX_NAMES = 200  # entries of a list


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file offered under the text."""

    digest: str
    name: str


@dataclass(frozen=True, slots=True)
class Reprint:
    """Where a reprinted text comes from."""

    title: str = ""
    author: str = ""
    source: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """发文字号, 发文机关, 成文日期, 效力状态."""

    number: str = ""
    issuer: str = ""
    made_on: str = ""  # YYYY-MM-DD
    validity: str = ""


@dataclass(frozen=True, slots=True)
class Video:
    """Where a film is, its poster and length."""

    address: str = ""  # http(s) address, or "asset:DIGEST"
    poster: str = ""  # asset digest
    duration: str = ""  # MM:SS or H:MM:SS


@dataclass(frozen=True, slots=True)
class Fields:
    """Every field of a text; what a revision freezes. ``body`` is Markdown, dialect 1."""

    channel_id: int | None = None
    slug: str = ""
    shoulder: str = ""  # 引题
    title: str = ""
    subtitle: str = ""  # 副题
    body: str = ""
    summary: str = ""
    keywords: tuple[str, ...] = ()
    source: str = ""  # 来源
    correspondents: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    information_source: str = ""  # 信息来源
    cover: str = ""  # asset digest
    attachments: tuple[Attachment, ...] = ()
    event_date: str = ""  # YYYY-MM-DD: when it happened, never the publish time
    reprint: Reprint = field(default_factory=Reprint)
    policy: Policy = field(default_factory=Policy)
    video: Video = field(default_factory=Video)


REQUIRED = ("title", "channel_id", "source", "body")

_ASSET = re.compile(r"asset:([0-9a-f]{64})")


def missing(fields: Fields) -> tuple[str, ...]:
    """Return the required fields in which nothing is to be seen, in the order of the form."""
    return tuple(name for name in REQUIRED if not any(map(_is_seen, str(getattr(fields, name) or ""))))


def _is_seen(character: str) -> bool:
    return character.isprintable() and not character.isspace()


def asset_digests(fields: Fields) -> tuple[str, ...]:
    """Return the digests of every asset used, sorted, each once."""
    found = set(_ASSET.findall(fields.body)) | set(_ASSET.findall(fields.video.address))
    found |= {fields.cover, fields.video.poster} | {a.digest for a in fields.attachments}
    return tuple(sorted(found - {""}))


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of a list. ``article_id`` is its key."""

    article_id: int
    number: str
    title: str
    channel: str
    stage: Stage | None  # stage of the open draft, None when none is open
    level: int  # 1.. when in review
    levels: int  # of the scheme of the draft's channel
    publication: Publication
    count: int  # 字数
    source: str
    by: str  # who saved it last
    holder: str  # who reads it now (claim), or empty
    changed_at: str  # UTC
    waiting_since: str  # UTC, when in review
    scheduled_for: str  # UTC, when scheduled
    published_at: str  # UTC, when live or withdrawn
    opinion: str  # last opinion, when returned
    due: str = ""  # UTC, until when its level is to decide
    amended: bool = False  # an amendment waits for its confirmation
    correction: Lane | None = None  # open beside the draft that ``stage`` is of, or alone
    correction_levels: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """An open lane of work with its working text."""

    id: int
    article_id: int
    number: str
    purpose: Purpose
    stage: Stage
    level: int
    round: int
    version: int
    fields: Fields
    base_revision_id: int | None
    submitted_revision_id: int | None
    submitted_by: int | None
    scheduled_for: str
    changed_at: str
    changed_by: str
    editors: tuple[str, ...]  # names of its authors, in order of first save
    scheme_id: int | None = None  # that it is reviewed under, once it was sent in


@dataclass(frozen=True, slots=True)
class Lane:
    """One of the lanes of an article that can be turned to."""

    draft_id: int
    purpose: Purpose
    stage: Stage
    level: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article with one of its drafts and its publication, as the article screen sees it."""

    id: int
    uid: str
    number: str
    publication: Publication
    live_revision_id: int | None
    published_at: str
    address: str
    draft: Draft | None
    standing: Standing | None  # of the reading person before the draft
    lanes: tuple[Lane, ...] = ()  # 首发 or 改稿 first, then 更正


@dataclass(frozen=True, slots=True)
class Saved:
    """Answer of a save: what to name at the next one."""

    article_id: int
    draft_id: int
    version: int
    number: str
    at: str


@dataclass(frozen=True, slots=True)
class Bases:
    """What a merge was worked out from: the revision that the lane was opened from, and the one that is live."""

    base: int
    live: int


@dataclass(frozen=True, slots=True)
class Words:
    """What the text engine made of a body: readable plain text for search, and 字数."""

    plain: str
    count: int
