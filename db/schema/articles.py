"""Tables of articles: lanes of work, revisions, decisions, releases, assets, leases, journal, search text."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    text,
)

from db.domain.changes import Area
from db.schema.base import record

# One row an article, with what lists show and sort by.
article = record(
    "article",
    Area.ARTICLES,
    Column("id", Integer, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),
    Column("number", Text, nullable=False, unique=True),
    Column("publication", Text, nullable=False),
    Column("stage", Text),  # of the open draft
    Column("level", Integer, nullable=False),
    Column("channel_id", Integer, ForeignKey("channel.id")),
    Column("title", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("count", Integer, nullable=False),
    Column("touched", Integer, nullable=False),  # order of last change, never a clock
    Column("changed_at", Text, nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("live_release_id", Integer),
    Column("published_seq", Integer),  # order of first publication
    Column("published_at", Text, nullable=False),
    Column("channel_seq", Integer),  # place in its channel's list, never reused
    Column("address", Text, nullable=False),
    Index("ix_article_touched", "touched"),
    Index("ix_article_stage_touched", "stage", "touched"),
    Index("ix_article_publication_published_seq", "publication", "published_seq"),
    Index("ix_article_channel_id_touched", "channel_id", "touched"),
    Index("ix_article_address", "address", unique=True, sqlite_where=text("address <> ''")),
)

_OPEN = "stage NOT IN ('published', 'trashed')"

draft = record(
    "draft",
    Area.ARTICLES,
    Column("id", Integer, primary_key=True),
    Column("article_id", Integer, ForeignKey("article.id"), nullable=False),
    Column("purpose", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("level", Integer, nullable=False),
    Column("round", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("base_revision_id", Integer, ForeignKey("revision.id")),
    Column("revision_id", Integer, ForeignKey("revision.id")),  # the submitted one
    Column("scheme_id", Integer, ForeignKey("scheme.id")),  # from submit on
    Column("submitted_by", Integer, ForeignKey("person.id")),
    Column("waiting_since", Text, nullable=False),
    Column("scheduled_for", Text, nullable=False),
    Column("scheduled_by", Integer, ForeignKey("person.id")),
    Column("trashed_from", Text, nullable=False),
    Column("opened_by", Integer, ForeignKey("person.id")),
    Column("opened_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("changed_by", Text, nullable=False),
    Index("ix_draft_open", "article_id", unique=True, sqlite_where=text(_OPEN + " AND purpose <> 'correction'")),
    Index("ix_draft_correction", "article_id", unique=True, sqlite_where=text(_OPEN + " AND purpose = 'correction'")),
    Index("ix_draft_article_id", "article_id"),
    Index("ix_draft_stage", "stage", "waiting_since", sqlite_where=text("stage <> 'published'")),
)

draft_text = record(
    "draft_text",
    Area.ARTICLES,
    Column("draft_id", Integer, ForeignKey("draft.id"), primary_key=True),
    Column("fields", Text, nullable=False),  # canonical form
)

draft_author = record(
    "draft_author",
    Area.ARTICLES,
    Column("draft_id", Integer, ForeignKey("draft.id"), nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("at", Text, nullable=False),
    PrimaryKeyConstraint("draft_id", "person_id"),
    Index("ix_draft_author_person_id", "person_id"),
)

# Whose article it is, in the order of last change: the queue 我的稿件.
involvement = record(
    "involvement",
    Area.NOTHING,
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("article_id", Integer, ForeignKey("article.id"), nullable=False),
    Column("touched", Integer, nullable=False),
    PrimaryKeyConstraint("person_id", "article_id"),
    Index("ix_involvement_person_id_touched", "person_id", "touched"),
    Index("ix_involvement_article_id", "article_id"),
)

revision = record(
    "revision",
    Area.ARTICLES,
    Column("id", Integer, primary_key=True),
    Column("article_id", Integer, ForeignKey("article.id"), nullable=False),
    Column("draft_id", Integer),  # no foreign key: draft points here, and a circle cannot be made in one go
    Column("n", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id")),
    Column("at", Text, nullable=False),
    Column("count", Integer, nullable=False),
    Column("form", Text, nullable=False),  # canonical form
    UniqueConstraint("article_id", "n"),
    Index("ix_revision_digest", "digest"),
)

decision = record(
    "decision",
    Area.ARTICLES,
    Column("id", Integer, primary_key=True),
    Column("draft_id", Integer, ForeignKey("draft.id"), nullable=False),
    Column("revision_id", Integer, ForeignKey("revision.id"), nullable=False),
    Column("digest", Text, nullable=False),
    Column("round", Integer, nullable=False),
    Column("level", Integer, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("opinion", Text, nullable=False),
    Column("exemption", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("delegation_id", Integer, ForeignKey("delegation.id")),  # made in another's place
    Column("batch", Integer),  # approved together with others: how many in all
    Index("ix_decision_draft_id", "draft_id"),
)

# Rules that a text breaks, set aside for a reason.
waiver = record(
    "waiver",
    Area.ARTICLES,
    Column("id", Integer, primary_key=True),
    Column("draft_id", Integer, ForeignKey("draft.id"), nullable=False),
    Column("rule", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("at", Text, nullable=False),
    UniqueConstraint("draft_id", "rule", "subject"),
)

# A person had the whole of a text under review on the screen.
sight = record(
    "sight",
    Area.NOTHING,
    Column("id", Integer, primary_key=True),
    Column("draft_id", Integer, ForeignKey("draft.id"), nullable=False),
    Column("revision_id", Integer, ForeignKey("revision.id"), nullable=False),
    Column("digest", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("at", Text, nullable=False),
    UniqueConstraint("revision_id", "person_id"),
)

# What a reviewer writes into a text under review, until it is an amendment or given up.
amending = record(
    "amending",
    Area.NOTHING,
    Column("draft_id", Integer, ForeignKey("draft.id"), primary_key=True),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("base_revision_id", Integer, ForeignKey("revision.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("since", Text, nullable=False),
    Column("fields", Text, nullable=False),  # canonical form
)

# 审改: a reviewer's revision of the text under review; it stands once an editor of the draft confirmed it.
amendment = record(
    "amendment",
    Area.ARTICLES,
    Column("id", Integer, primary_key=True),
    Column("draft_id", Integer, ForeignKey("draft.id"), nullable=False),
    Column("round", Integer, nullable=False),
    Column("level", Integer, nullable=False),
    Column("base_revision_id", Integer, ForeignKey("revision.id"), nullable=False),
    Column("revision_id", Integer, ForeignKey("revision.id"), nullable=False),
    Column("edits", Text, nullable=False),  # JSON: what leads from the one to the other, change by change
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("exemption", Text, nullable=False),
    Column("at", Text, nullable=False),
    Index("ix_amendment_draft_id", "draft_id"),
)

confirmation = record(
    "confirmation",
    Area.ARTICLES,
    Column("id", Integer, primary_key=True),
    Column("amendment_id", Integer, ForeignKey("amendment.id"), nullable=False, unique=True),
    Column("answer", Text, nullable=False),
    Column("accepted", Text, nullable=False),  # JSON: numbers of the changes that stand
    Column("revision_id", Integer, ForeignKey("revision.id"), nullable=False),  # that is reviewed from now on
    Column("reason", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("at", Text, nullable=False),
)

# 批注, pinned to a place of a revision, or of the working text where there is none.
annotation = record(
    "annotation",
    Area.ARTICLES,
    Column("id", Integer, primary_key=True),
    Column("draft_id", Integer, ForeignKey("draft.id"), nullable=False),
    Column("revision_id", Integer, ForeignKey("revision.id")),
    Column("part", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("mentions", Text, nullable=False),  # JSON list of people
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("at", Text, nullable=False),
    Index("ix_annotation_draft_id", "draft_id"),
)

# What followed: answers, and whether it was resolved or opened again.
remark = record(
    "remark",
    Area.ARTICLES,
    Column("id", Integer, primary_key=True),
    Column("annotation_id", Integer, ForeignKey("annotation.id"), nullable=False),
    Column("step", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("mentions", Text, nullable=False),  # JSON list of people
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("at", Text, nullable=False),
    Index("ix_remark_annotation_id", "annotation_id"),
)

release = record(
    "release",
    Area.RELEASES,
    Column("id", Integer, primary_key=True),
    Column("article_id", Integer, ForeignKey("article.id"), nullable=False),
    Column("draft_id", Integer, ForeignKey("draft.id")),
    Column("revision_id", Integer, ForeignKey("revision.id"), nullable=False),
    Column("digest", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("published_at", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("channel_id", Integer, ForeignKey("channel.id"), nullable=False),
    Column("channel_seq", Integer, nullable=False),
    Column("address", Text, nullable=False),
    Column("attribution", Text, nullable=False),  # JSON
    Column("html_digest", Text, nullable=False),
    Column("renderer", Text, nullable=False),
    Column("renditions", Text, nullable=False),  # JSON: asset digest -> digests of what the site carries
    Column("decisions", Text, nullable=False),  # JSON list of ids
    Column("reason_kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Index("ix_release_article_id", "article_id"),
    Index("ix_release_channel_id_channel_seq", "channel_id", "channel_seq"),
    Index("ix_release_published_at", "published_at"),  # a month of the sitemap
)

# HTML of a revision, made once by one version of the renderer.
rendered = record(
    "rendered",
    Area.NOTHING,
    Column("digest", Text, nullable=False),
    Column("renderer", Text, nullable=False),
    Column("html", Text, nullable=False),
    Column("html_digest", Text, nullable=False),
    Column("excerpt", Text, nullable=False),
    PrimaryKeyConstraint("digest", "renderer"),
)

asset = record(
    "asset",
    Area.ARTICLES,
    Column("digest", Text, primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("rights", Text, nullable=False),
    Column("thumb", Text, nullable=False),  # digest of the small rendition, or empty
    Column("person_id", Integer, ForeignKey("person.id")),
    Column("at", Text, nullable=False),
)

# What the site shows of a picture, made once: encoders differ between versions, so bytes are kept.
rendition = record(
    "rendition",
    Area.NOTHING,
    Column("asset", Text, ForeignKey("asset.digest"), nullable=False),
    Column("media_type", Text, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    PrimaryKeyConstraint("asset", "media_type", "width"),
)

# What a picture was made from, kept by choice: to begin anew from, never on the site. Its bytes need not be an asset's.
original = record(
    "original",
    Area.NOTHING,
    Column("picture", Text, ForeignKey("asset.digest"), primary_key=True),
    Column("digest", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Index("ix_original_digest", "digest"),
)

# Bytes of assets and of their renditions; above 20 MB the bytes are a file beside the database.
blob = record(
    "blob",
    Area.NOTHING,
    Column("digest", Text, primary_key=True),
    Column("data", LargeBinary),
)

claim = record(
    "claim",
    Area.LEASES,
    Column("draft_id", Integer, ForeignKey("draft.id"), primary_key=True),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("machine", Text, nullable=False),
    Column("level", Integer, nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text, nullable=False),
)

edit_lease = record(
    "edit_lease",
    Area.LEASES,
    Column("draft_id", Integer, ForeignKey("draft.id"), primary_key=True),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("machine", Text, nullable=False),
    Column("token", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text, nullable=False),
)

# Facts of a text that reviewers checked; the last row of a key at a level is what holds.
fact_tick = record(
    "fact_tick",
    Area.TICKS,
    Column("id", Integer, primary_key=True),
    Column("draft_id", Integer, ForeignKey("draft.id"), nullable=False),
    Column("revision_id", Integer, ForeignKey("revision.id"), nullable=False),
    Column("digest", Text, nullable=False),  # of the revision that was on the screen
    Column("level", Integer, nullable=False),
    Column("key", Text, nullable=False),
    Column("ticked", Boolean, nullable=False),
    Column("note", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("at", Text, nullable=False),
    Index("ix_fact_tick_draft_id", "draft_id"),
)

# Thinned history of the working text: every minute of the last hour, every hour of the last day, every day of a month.
journal = record(
    "journal",
    Area.NOTHING,
    Column("id", Integer, primary_key=True),
    Column("draft_id", Integer, ForeignKey("draft.id"), nullable=False),
    Column("person_id", Integer, ForeignKey("person.id")),
    Column("kind", Text, nullable=False),  # a JournalKind
    Column("at", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("fields", Text, nullable=False),
    Index("ix_journal_draft_id_at", "draft_id", "at"),
)

# What is in the index of an article, so that it can be taken out again.
search_text = record(
    "search_text",
    Area.NOTHING,
    Column("article_id", Integer, ForeignKey("article.id"), primary_key=True),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("people", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("number", Text, nullable=False),
)
