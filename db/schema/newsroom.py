"""Tables of the newsroom itself: settings, counters, people, units, channels, schemes."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    false,
    text,
)

from db.domain.changes import Area
from db.schema.base import record

setting = record(
    "setting",
    Area.SETTINGS,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
)

# Numbers that only grow: register:2026, touched, channel:7
counter = record(
    "counter",
    Area.NOTHING,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)

unit = record(
    "unit",
    Area.PEOPLE,
    Column("id", Integer, primary_key=True),
    Column("short_name", Text, nullable=False, unique=True),
    Column("full_name", Text, nullable=False),
    Column("scoring_group", Text, nullable=False),
    Column("active", Boolean, nullable=False),
)

person = record(
    "person",
    Area.PEOPLE,
    Column("id", Integer, primary_key=True),
    Column("login", Text, nullable=False, unique=True),  # lower case
    Column("name", Text, nullable=False),
    Column("password_hash", Text, nullable=False),  # Argon2id; empty: no password yet
    Column("active", Boolean, nullable=False),
    Column("demo", Boolean, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", Text, nullable=False),
)

person_role = record(
    "person_role",
    Area.PEOPLE,
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("level", Integer, nullable=False),  # 1..3 for reviewer, else 0
    PrimaryKeyConstraint("person_id", "role", "level"),
)

person_unit = record(
    "person_unit",
    Area.PEOPLE,
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("unit_id", Integer, ForeignKey("unit.id"), nullable=False),
    PrimaryKeyConstraint("person_id", "unit_id"),
)

scheme = record(
    "scheme",
    Area.CHANNELS,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("levels", Integer, nullable=False),
    Column("resume_at_return", Boolean, nullable=False),
    Column("writer_signs", Boolean, nullable=False),
    Column("exemption", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("fact_levels", Text, nullable=False, server_default=text("''")),  # 1,3: every fact is checked there
    Column("notes_block", Boolean, nullable=False, server_default=false()),
)

scheme_reviewer = record(
    "scheme_reviewer",
    Area.CHANNELS,
    Column("scheme_id", Integer, ForeignKey("scheme.id"), nullable=False),
    Column("level", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    PrimaryKeyConstraint("scheme_id", "level", "person_id"),
)

# Hours within which a level is to decide; a level without a row has none.
scheme_deadline = record(
    "scheme_deadline",
    Area.CHANNELS,
    Column("scheme_id", Integer, ForeignKey("scheme.id"), nullable=False),
    Column("level", Integer, nullable=False),
    Column("hours", Integer, nullable=False),
    PrimaryKeyConstraint("scheme_id", "level"),
)

channel = record(
    "channel",
    Area.CHANNELS,
    Column("id", Integer, primary_key=True),
    Column("parent_id", Integer, ForeignKey("channel.id")),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("slug", Text, nullable=False, unique=True),
    Column("position", Integer, nullable=False),
    Column("scheme_id", Integer, ForeignKey("scheme.id"), nullable=False),
    Column("deadline_days", Integer),
    Column("description", Text, nullable=False),
    Column("keywords", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    UniqueConstraint("parent_id", "name"),
)

# What articles are begun with, and words that are written often.
template = record(
    "template",
    Area.SETTINGS,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("fields", Text, nullable=False),  # JSON
    UniqueConstraint("kind", "name"),
)

# 代理: one person's levels are taken by another for a time.
delegation = record(
    "delegation",
    Area.PEOPLE,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("to_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("at", Text, nullable=False),
    Index("ix_delegation_to_id", "to_id"),
)

# One that was ended before its time.
delegation_end = record(
    "delegation_end",
    Area.PEOPLE,
    Column("id", Integer, primary_key=True),
    Column("delegation_id", Integer, ForeignKey("delegation.id"), nullable=False, unique=True),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("at", Text, nullable=False),
)

audit = record(
    "audit",
    Area.NOTHING,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("article_id", Integer),
    Column("facts", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    Index("ix_audit_article_id", "article_id"),
)
