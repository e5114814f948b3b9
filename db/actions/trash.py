"""弃稿 and its undoing: nothing is deleted, a draft only leaves the desk."""

from __future__ import annotations

from db.actions import lanes
from db.domain.workflow import Purpose, Stage, Step
from db.store import trail
from db.store.unit import Unit


def abandon(unit: Unit, draft_id: int) -> None:
    """Put a draft into the trash."""
    row = lanes.allow(unit, draft_id, Step.ABANDON)
    trail.add(unit, "abandon", row["article_id"], draft=draft_id)
    lanes.move(unit, row, Stage.TRASHED, trashed_from=row["stage"])


def restore(unit: Unit, draft_id: int) -> None:
    """Take a draft out of the trash, to the stage it was abandoned in. Raises BadValue when another lane is open."""
    row = lanes.allow(unit, draft_id, Step.RESTORE)
    lanes.refuse_second(unit, row["article_id"], Purpose(row["purpose"]))
    trail.add(unit, "restore", row["article_id"], draft=draft_id)
    lanes.move(unit, row, Stage(row["trashed_from"]), trashed_from="")
