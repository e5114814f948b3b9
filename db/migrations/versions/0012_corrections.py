"""更正: a lane of its own beside the main one, merged with what is live, and what is said of it to readers."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

TRIGGERS = Path(__file__).with_name("0012_triggers.sql")
_OPEN = "stage NOT IN ('published', 'trashed')"


def upgrade() -> None:
    """Let a correction be open beside another lane; a working text knows its own length from its next save on."""
    op.drop_index("ix_draft_open", "draft")
    for name, which in (("ix_draft_open", "<>"), ("ix_draft_correction", "=")):
        where = sa.text(f"{_OPEN} AND purpose {which} 'correction'")
        op.create_index(name, "draft", ["article_id"], unique=True, sqlite_where=where)
    op.create_table(
        "draft_count",
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_draft_count_draft_id")),
        sa.PrimaryKeyConstraint("draft_id", name=op.f("pk_draft_count")),
    )
    op.create_table(
        "reader_note",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["release_id"], ["release.id"], name=op.f("fk_reader_note_release_id")),
        sa.PrimaryKeyConstraint("release_id", name=op.f("pk_reader_note")),
    )
    for statement in TRIGGERS.read_text(encoding="utf-8").split(";;\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
