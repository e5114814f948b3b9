"""Tables of lanes beside each other: how long each text is, and what readers are told of a change."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Text

from db.domain.changes import Area
from db.schema.base import record

# 字数 of a working text; a table of its own, as the rows of an older newsroom keep their shape.
draft_count = record(
    "draft_count",
    Area.NOTHING,
    Column("draft_id", Integer, ForeignKey("draft.id"), primary_key=True),
    Column("count", Integer, nullable=False),
)

# 更正说明, to be read on the site: of a correction, or of a withdrawal.
reader_note = record(
    "reader_note",
    Area.RELEASES,
    Column("release_id", Integer, ForeignKey("release.id"), primary_key=True),
    Column("words", Text, nullable=False),
)
