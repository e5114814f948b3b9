"""Renditions: what the site shows of a picture, in several widths and two formats."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_SAME = "(asset = NEW.asset AND media_type = NEW.media_type AND width = NEW.width) OR (rowid = NEW.rowid)"
_REFUSE = "BEGIN SELECT RAISE(ABORT, 'caibian: rendition is frozen'); END"
TRIGGERS = (
    f"CREATE TRIGGER rendition_no_update BEFORE UPDATE ON rendition {_REFUSE}",
    f"CREATE TRIGGER rendition_no_delete BEFORE DELETE ON rendition {_REFUSE}",
    "CREATE TRIGGER rendition_no_replace BEFORE INSERT ON rendition "
    f"WHEN EXISTS (SELECT 1 FROM rendition WHERE {_SAME}) {_REFUSE}",
)


def upgrade() -> None:
    """Make the table, empty: earlier pictures get theirs when they are next released."""
    op.create_table(
        "rendition",
        sa.Column("asset", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["asset"], ["asset.digest"], name=op.f("fk_rendition_asset")),
        sa.PrimaryKeyConstraint("asset", "media_type", "width", name=op.f("pk_rendition")),
    )
    for statement in TRIGGERS:
        op.get_bind().exec_driver_sql(statement)
