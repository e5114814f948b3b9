"""豁免: setting a rule aside for a reason, on record for who reviews the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import RowMapping, insert

from db.actions import rights
from db.domain.audit import row_digest
from db.domain.errors import BadValue, Unwaived
from db.domain.waiver import MAX_REASON
from db.schema.articles import waiver
from db.store import trail
from db.store.unit import Unit
from db.store.waivers import of_article


def set_aside(unit: Unit, lane: RowMapping, rule: str, broken: Sequence[str], reasons: Mapping[str, str]) -> None:
    """Record the reasons for what breaks a rule; what was set aside for the article before needs none.

    Raises Unwaived with what has no reason, BadValue for one that is too long.
    """
    known = {one.subject for one in of_article(unit.connection, lane["article_id"]) if one.rule == rule}
    open_ = [subject for subject in broken if subject not in known]
    given = {subject: rights.text("reason", reasons.get(subject, ""), MAX_REASON) for subject in open_}
    if unexplained := tuple(subject for subject in open_ if not given[subject]):
        raise Unwaived(rule, unexplained)
    for subject, reason in given.items():
        if not reason.isprintable():
            raise BadValue("reason", "format", reason[:40])
        values = {
            "draft_id": lane["id"], "rule": rule, "subject": subject, "reason": reason,
            "person_id": unit.actor.person_id, "at": unit.now,
        }  # fmt: skip
        made = unit.connection.execute(insert(waiver).values(**values).returning(waiver.c.id)).scalar_one()
        facts = {"waiver": made, "draft": lane["id"], "rule": rule, "subject": subject, "reason": reason}
        trail.add(unit, "waive", lane["article_id"], **facts, row=row_digest(values))
