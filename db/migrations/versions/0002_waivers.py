"""Waivers: rules set aside for a reason."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_SAME = (
    "(id = NEW.id) OR (draft_id = NEW.draft_id AND rule = NEW.rule AND subject = NEW.subject) OR (rowid = NEW.rowid)"
)
_REFUSE = "BEGIN SELECT RAISE(ABORT, 'caibian: waiver is frozen'); END"
TRIGGERS = (
    f"CREATE TRIGGER waiver_no_update BEFORE UPDATE ON waiver {_REFUSE}",
    f"CREATE TRIGGER waiver_no_delete BEFORE DELETE ON waiver {_REFUSE}",
    "CREATE TRIGGER waiver_no_replace BEFORE INSERT ON waiver "
    f"WHEN EXISTS (SELECT 1 FROM waiver WHERE {_SAME}) {_REFUSE}",
    "CREATE TRIGGER waiver_reason BEFORE INSERT ON waiver WHEN trim(NEW.reason) = '' "
    "BEGIN SELECT RAISE(ABORT, 'caibian: a waiver says why'); END",
)


def upgrade() -> None:
    """Make the table, empty, and the triggers that freeze it."""
    op.create_table(
        "waiver",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_waiver_draft_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_waiver_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiver")),
        sa.UniqueConstraint("draft_id", "rule", "subject", name=op.f("uq_waiver_draft_id_rule_subject")),
    )
    for statement in TRIGGERS:
        op.get_bind().exec_driver_sql(statement)
