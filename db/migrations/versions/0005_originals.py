"""Originals: what a picture was made from, kept by choice and never shown on the site."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_REFUSE = "BEGIN SELECT RAISE(ABORT, 'caibian: original is frozen'); END"
TRIGGERS = (
    f"CREATE TRIGGER original_no_update BEFORE UPDATE ON original {_REFUSE}",
    f"CREATE TRIGGER original_no_delete BEFORE DELETE ON original {_REFUSE}",
    "CREATE TRIGGER original_no_replace BEFORE INSERT ON original "
    f"WHEN EXISTS (SELECT 1 FROM original WHERE (picture = NEW.picture) OR (rowid = NEW.rowid)) {_REFUSE}",
)


def upgrade() -> None:
    """Make the table, empty: of earlier pictures no original was kept."""
    op.create_table(
        "original",
        sa.Column("picture", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["picture"], ["asset.digest"], name=op.f("fk_original_picture")),
        sa.PrimaryKeyConstraint("picture", name=op.f("pk_original")),
    )
    op.create_index(op.f("ix_original_digest"), "original", ["digest"])
    for statement in TRIGGERS:
        op.get_bind().exec_driver_sql(statement)
