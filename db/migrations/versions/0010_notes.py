"""Notes on a text, what followed them, and whether a scheme lets people approve over those that are open."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def _frozen(table: str) -> tuple[str, ...]:
    refuse = f"BEGIN SELECT RAISE(ABORT, 'caibian: {table} is frozen'); END"
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE (id = NEW.id) OR (rowid = NEW.rowid)) {refuse}",
    )


TRIGGERS = (
    *_frozen("annotation"),
    *_frozen("remark"),
    """CREATE TRIGGER decision_open_notes BEFORE INSERT ON decision WHEN NEW.verdict = 'approve' AND (
    SELECT scheme.notes_block FROM draft JOIN scheme ON scheme.id = draft.scheme_id WHERE draft.id = NEW.draft_id)
  AND EXISTS (
    SELECT 1 FROM annotation WHERE draft_id = NEW.draft_id AND coalesce((
      SELECT step FROM remark WHERE annotation_id = annotation.id AND step <> 'reply'
      ORDER BY id DESC LIMIT 1), 'reopen') = 'reopen') """
    "BEGIN SELECT RAISE(ABORT, 'caibian: notes wait to be resolved'); END",
    "CREATE TRIGGER annotation_says BEFORE INSERT ON annotation WHEN trim(NEW.text) = '' "
    "BEGIN SELECT RAISE(ABORT, 'caibian: a note says something'); END",
    "CREATE TRIGGER remark_step BEFORE INSERT ON remark "
    "WHEN NEW.step NOT IN ('reply', 'resolve', 'reopen') OR (NEW.step = 'reply' AND trim(NEW.text) = '') "
    "BEGIN SELECT RAISE(ABORT, 'caibian: no such answer'); END",
)


def upgrade() -> None:
    """Make the tables, empty, and their triggers; the schemes that are there only warn."""
    op.create_table(
        "annotation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("part", "subject", "quote", "prefix", "suffix")),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("mentions", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_annotation_draft_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_annotation_person_id")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_annotation_revision_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annotation")),
    )
    op.create_index("ix_annotation_draft_id", "annotation", ["draft_id"])
    op.create_table(
        "remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("annotation_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("mentions", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["annotation_id"], ["annotation.id"], name=op.f("fk_remark_annotation_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_remark_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    op.create_index("ix_remark_annotation_id", "remark", ["annotation_id"])
    op.add_column("scheme", sa.Column("notes_block", sa.Boolean(), nullable=False, server_default=sa.false()))
    for statement in TRIGGERS:
        op.get_bind().exec_driver_sql(statement)
