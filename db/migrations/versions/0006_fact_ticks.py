"""Ticks of facts, and the levels at which a scheme has every fact checked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_REFUSE = "BEGIN SELECT RAISE(ABORT, 'caibian: fact_tick is frozen'); END"
TRIGGERS = (
    f"CREATE TRIGGER fact_tick_no_update BEFORE UPDATE ON fact_tick {_REFUSE}",
    f"CREATE TRIGGER fact_tick_no_delete BEFORE DELETE ON fact_tick {_REFUSE}",
    "CREATE TRIGGER fact_tick_no_replace BEFORE INSERT ON fact_tick "
    f"WHEN EXISTS (SELECT 1 FROM fact_tick WHERE (id = NEW.id) OR (rowid = NEW.rowid)) {_REFUSE}",
    """CREATE TRIGGER fact_tick_on_what_waits BEFORE INSERT ON fact_tick WHEN NOT EXISTS (
    SELECT 1 FROM draft JOIN revision ON revision.id = draft.revision_id
    WHERE draft.id = NEW.draft_id AND draft.revision_id = NEW.revision_id AND revision.digest = NEW.digest
      AND draft.stage = 'review' AND draft.level = NEW.level)"""
    " BEGIN SELECT RAISE(ABORT, 'caibian: facts are checked in the text that waits at this level'); END",
    """CREATE TRIGGER fact_tick_by_reviewer BEFORE INSERT ON fact_tick WHEN NOT EXISTS (
    SELECT 1 FROM person JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.person_id AND person.active AND person_role.role = 'reviewer'
      AND person_role.level = NEW.level)"""
    " BEGIN SELECT RAISE(ABORT, 'caibian: the person does not review this level'); END",
    """CREATE TRIGGER fact_tick_four_eyes BEFORE INSERT ON fact_tick WHEN EXISTS (
    SELECT 1 FROM draft_author WHERE draft_id = NEW.draft_id AND person_id = NEW.person_id)
  AND (SELECT scheme.exemption FROM draft JOIN scheme ON scheme.id = draft.scheme_id
       WHERE draft.id = NEW.draft_id) = ''"""
    " BEGIN SELECT RAISE(ABORT, 'caibian: nobody checks a text of their own'); END",
)


def upgrade() -> None:
    """Make the table, empty, and the triggers that hold it; no scheme asks for anything yet."""
    op.create_table(
        "fact_tick",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("ticked", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_fact_tick_draft_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_fact_tick_person_id")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_fact_tick_revision_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_tick")),
    )
    op.create_index("ix_fact_tick_draft_id", "fact_tick", ["draft_id"])
    op.add_column("scheme", sa.Column("fact_levels", sa.Text(), nullable=False, server_default=sa.text("''")))
    for trigger in TRIGGERS:
        op.execute(trigger)
