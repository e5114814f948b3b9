"""Tables of the published site: targets, the files on them, and the themes and chromes they were made with."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Text

from db.domain.changes import Area
from db.schema.base import record

target = record(
    "target",
    Area.SITE,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("address", Text, nullable=False, unique=True),
    Column("theme", Text, nullable=False),  # digests of what its pages were made with
    Column("chrome", Text, nullable=False),
    Column("release_id", Integer, nullable=False),  # newest release that is on it
    Column("published_at", Text, nullable=False),
)

site_file = record(
    "site_file",
    Area.NOTHING,
    Column("target_id", Integer, ForeignKey("target.id"), nullable=False),
    Column("path", Text, nullable=False),
    Column("source", Text, nullable=False),  # what it is made from: article:12, list:3:7, home, feed, …
    Column("digest", Text, nullable=False),
    Column("size", Integer, nullable=False),
    PrimaryKeyConstraint("target_id", "path"),
    Index("ix_site_file_target_id_source", "target_id", "source"),
)

theme = record(
    "theme",
    Area.NOTHING,
    Column("digest", Text, primary_key=True),
    Column("files", Text, nullable=False),  # JSON: path -> base64 of its bytes
)

chrome = record(
    "chrome",
    Area.NOTHING,
    Column("digest", Text, primary_key=True),
    Column("data", Text, nullable=False),  # canonical JSON of settings and channel tree
)
