"""Steps for several articles at once, where the workflow lets one be taken without reading the text again.

Those alone are approved that the person had on the screen from beginning to end. To return asks for an opinion, to
withdraw for a reason: one at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.actions import release, review, sights, trash
from db.domain.people import Actor
from db.domain.workflow import MOVES, Purpose, Step, steps_from
from db.store import articles, history
from db.store.queues import Queue
from desktop.intake import signing
from desktop.intake.signing import Made
from desktop.kit.icons import Name
from desktop.text.words import rendered

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

translate = QCoreApplication.translate

# The steps of each queue; in the other queues one article is taken at a time.
STEPS: Mapping[Queue, tuple[Step, ...]] = {
    Queue.MINE: (Step.RECALL, Step.ABANDON),
    Queue.RETURNED: (Step.ABANDON,),
    Queue.SUBMITTED: (Step.RECALL,),
    Queue.TO_REVIEW: (Step.APPROVE,),
    Queue.TO_PUBLISH: (Step.PUBLISH,),
    Queue.SCHEDULED: (Step.DESCHEDULE,),
    Queue.TRASH: (Step.RESTORE,),
}
UNDO: Mapping[Step, Step] = {Step.ABANDON: Step.RESTORE, Step.RESTORE: Step.ABANDON}

_ACTS: Mapping[Step, Callable[[Unit, int], object]] = {
    Step.ABANDON: trash.abandon,
    Step.RESTORE: trash.restore,
    Step.RECALL: review.recall,
    Step.DESCHEDULE: release.deschedule,
}


@dataclass(frozen=True, slots=True)
class Taken:
    """Which articles a step was taken for, and how many did not allow it."""

    article_ids: tuple[int, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Wording:
    """What a step for several articles is called, what it asks first, and what it says afterwards."""

    button: str
    title: str
    done: str
    icon: Name
    question: str = ""


def steps_of(queue: Queue | None, actor: Actor | None) -> tuple[Step, ...]:
    """Return the steps that a queue offers to a person of these roles."""
    roles = actor.roles if actor is not None else frozenset()
    steps = STEPS.get(queue, ()) if queue is not None else ()
    return tuple(step for step in steps if any(move.roles & roles for (_, s), move in MOVES.items() if s is step))


def prepare(step: Step, article_ids: Sequence[int], files: Path, connection: Connection) -> Made:
    """Return what a step needs that takes too long for a transaction: renditions of pictures that have none."""
    if step is not Step.PUBLISH:
        return signing.NOTHING
    found = (articles.get(connection, article_id).draft for article_id in article_ids)
    return signing.prepared(connection, files, [draft.id for draft in found if draft is not None])


def take(step: Step, article_ids: Sequence[int], made: Made, unit: Unit) -> Taken:
    """Take a step for each article that allows it to this person, in one transaction."""
    if step is Step.APPROVE:
        return _approve(article_ids, unit)
    done = []
    for article_id in article_ids:
        draft_id = next(_allowing(unit, article_id, step), None)
        if draft_id is None:
            continue
        if step is Step.PUBLISH:
            signing.publish(unit, draft_id, made)
        else:
            _ACTS[step](unit, draft_id)
        done.append(article_id)
    return Taken(tuple(done), len(article_ids) - len(done))


def _allowing(unit: Unit, article_id: int, step: Step) -> Iterator[int]:
    """Yield the lanes that allow a step; a correction is published by itself, for it says what it corrects."""
    for lane in articles.lanes(unit.connection, article_id):
        asked_more = step is Step.PUBLISH and lane.purpose is Purpose.CORRECTION
        standing = articles.get_standing(unit.connection, lane.draft_id, unit.actor)
        if not asked_more and step in steps_from(standing, unit.actor):
            yield lane.draft_id


def _approve(article_ids: Sequence[int], unit: Unit) -> Taken:
    """Approve those that this person may decide on and had on the screen as they are now, and leave the others."""
    wanted = []
    for article_id in article_ids:
        for draft_id in _allowing(unit, article_id, Step.APPROVE):
            waits = articles.draft_record(unit.connection, draft_id)["revision_id"]
            if history.was_seen(unit.connection, waits, unit.actor.person_id):
                seen = history.get_revision(unit.connection, waits)
                wanted.append((article_id, draft_id, rendered(seen.digest, seen.fields.body)))
    sights.approve_all(unit, [(draft_id, made) for _article_id, draft_id, made in wanted])
    done = {article_id: None for article_id, _draft_id, _made in wanted}
    return Taken(tuple(done), len(article_ids) - len(done))


def wording(step: Step) -> Wording:
    return {
        Step.ABANDON: Wording(
            translate("Library", "弃稿"),
            translate("Library", "弃稿：所选的稿件"),
            translate("Library", "已把 {n} 篇移入回收站。"),
            Name.TRASH,
        ),
        Step.RESTORE: Wording(
            translate("Library", "恢复"),
            translate("Library", "恢复弃稿"),
            translate("Library", "已恢复 {n} 篇，放回原来的阶段。"),
            Name.RESTORE,
        ),
        Step.RECALL: Wording(
            translate("Library", "撤回"),
            translate("Library", "撤回送审：所选的稿件"),
            translate("Library", "已撤回 {n} 篇，可以继续修改。"),
            Name.RECALL,
        ),
        Step.APPROVE: Wording(
            translate("Library", "通过"),
            translate("Library", "通过：所选的、从头看到尾的稿件"),
            translate("Library", "已成批通过 {n} 篇。"),
            Name.APPROVE,
            translate("Library", "成批通过所选的 {n} 篇稿件？"),
        ),
        Step.PUBLISH: Wording(
            translate("Library", "签发"),
            translate("Library", "签发：所选的稿件"),
            translate("Library", "已签发 {n} 篇。"),
            Name.PUBLISH,
            translate("Library", "签发所选的 {n} 篇稿件？"),
        ),
        Step.DESCHEDULE: Wording(
            translate("Library", "取消定时"),
            translate("Library", "取消定时：所选的稿件"),
            translate("Library", "已取消 {n} 篇的定时，回到待发布。"),
            Name.CLOSE,
            translate("Library", "取消所选 {n} 篇的定时？"),
        ),
    }[step]
