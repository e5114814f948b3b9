"""Deadlines of review levels, in hours."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the table, empty: no level has a deadline yet."""
    op.create_table(
        "scheme_deadline",
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_scheme_deadline_scheme_id")),
        sa.PrimaryKeyConstraint("scheme_id", "level", name=op.f("pk_scheme_deadline")),
    )
