"""代理: delegations, their ends, and decisions made in another's place."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

TRIGGERS = Path(__file__).with_name("0008_triggers.sql")


def upgrade() -> None:
    """Make the tables, empty; decisions so far were made in nobody's place."""
    op.create_table(
        "delegation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_delegation_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_delegation_person_id")),
        sa.ForeignKeyConstraint(["to_id"], ["person.id"], name=op.f("fk_delegation_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
    )
    op.create_index("ix_delegation_to_id", "delegation", ["to_id"])
    op.create_table(
        "delegation_end",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delegation_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f("fk_delegation_end_delegation_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_delegation_end_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation_end")),
        sa.UniqueConstraint("delegation_id", name=op.f("uq_delegation_end_delegation_id")),
    )
    # Alembic adds no foreign key to a table of SQLite that is there already.
    op.get_bind().exec_driver_sql(
        "ALTER TABLE decision ADD COLUMN delegation_id INTEGER "
        "CONSTRAINT fk_decision_delegation_id REFERENCES delegation (id)"
    )
    for statement in TRIGGERS.read_text(encoding="utf-8").split(";;\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
