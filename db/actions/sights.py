"""读过: on record that a person had a whole text under review on the screen; only such are approved several at once."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert, select

from db.actions import lanes, review
from db.domain.audit import row_digest
from db.domain.errors import NotAllowed
from db.domain.release import Rendered
from db.domain.workflow import Stage, Step
from db.schema.articles import sight
from db.store import trail
from db.store.unit import Unit


def saw(unit: Unit, draft_id: int, digest: str) -> None:
    """Record that the actor had all of the text with ``digest`` on the screen, once."""
    row = lanes.allow(unit, draft_id, Step.CLAIM)
    lanes.refuse_moved(unit, row, digest)
    me = unit.actor.person_id
    known = select(sight.c.id).where(sight.c.revision_id == row["revision_id"], sight.c.person_id == me)
    if unit.connection.scalar(known) is not None:
        return
    values = {
        "draft_id": draft_id, "revision_id": row["revision_id"], "digest": digest, "person_id": me, "at": unit.now,
    }  # fmt: skip
    made = unit.connection.execute(insert(sight).values(**values).returning(sight.c.id)).scalar_one()
    facts = {"sight": made, "draft": draft_id, "revision": row["revision_id"], "digest": digest}
    trail.add(unit, "saw", row["article_id"], **facts, row=row_digest(values))


def approve_all(unit: Unit, wanted: Sequence[tuple[int, Rendered]]) -> list[Stage]:
    """Approve several drafts at once, each with its text's HTML; every decision says of how many it is one.

    Raises NotAllowed for a text that the actor did not have on the screen as a whole, MovedOn for one that changed.
    """
    stages = []
    for draft_id, made in wanted:
        row = lanes.allow(unit, draft_id, Step.APPROVE)
        seen = select(sight.c.id).where(
            sight.c.revision_id == row["revision_id"],
            sight.c.digest == made.digest,
            sight.c.person_id == unit.actor.person_id,
        )
        if unit.connection.scalar(seen) is None:
            raise NotAllowed(Step.APPROVE, "unseen")
        stages.append(review.approve(unit, draft_id, made.digest, "", made, level=row["level"], batch=len(wanted)))
    return stages
