"""The review workflow as one table: from which stage, by which step, who may go where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.domain.errors import NotAllowed, WrongStage
from db.domain.people import Actor, Role


class Stage(StrEnum):
    """Stages of a draft. A published draft is closed."""

    EDITING = "editing"  # 草稿
    RETURNED = "returned"  # 退回
    REVIEW = "review"  # 审核中, at a level
    APPROVED = "approved"  # 已通过
    SCHEDULED = "scheduled"  # 定时
    PUBLISHED = "published"  # 已发, closed
    TRASHED = "trashed"  # 回收站


class Publication(StrEnum):
    """The publication that an article has now."""

    NONE = "none"
    SCHEDULED = "scheduled"
    LIVE = "live"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What can be done to a draft, or to a published article."""

    SAVE = "save"
    SUBMIT = "submit"
    RECALL = "recall"
    CLAIM = "claim"
    PUT_DOWN = "put_down"
    CHECK = "check"
    HAND_OVER = "hand_over"  # 转交, to another reviewer of the level
    RETURN = "return"
    APPROVE = "approve"
    AMEND = "amend"  # 审改: begin to write into the text under review
    AMENDED = "amended"  # 完成审改
    DROP = "drop"  # 放弃审改
    CONFIRM = "confirm"  # 确认审改, change by change
    TAKE_BACK = "take_back"  # 收回审改, before it is confirmed
    PUBLISH = "publish"
    SCHEDULE = "schedule"
    DESCHEDULE = "deschedule"
    ABANDON = "abandon"
    RESTORE = "restore"
    MERGE = "merge"  # 并入更正: what went live since the lane was opened
    UPDATE = "update"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    REINSTATE = "reinstate"


class Purpose(StrEnum):
    """Why a draft was opened."""

    ORIGINAL = "original"  # 首发
    UPDATE = "update"  # 改稿
    CORRECTION = "correction"  # 更正, a lane of its own beside the other two


class Who(StrEnum):
    """Relations that a step asks of the person, besides the role."""

    ANY = "any"
    AUTHOR = "author"  # one of the draft's editors
    SUBMITTER = "submitter"  # who sent it to review
    LEVEL = "level"  # may review this level of this draft
    DECIDES = "decides"  # the same, and nothing is in the way of a decision
    AMENDING = "amending"  # is writing an amendment
    AMENDER = "amender"  # wrote the amendment that waits
    CONFIRMS = "confirms"  # one of the draft's editors, not who wrote the amendment that waits
    LAST_REVIEWER = "last_reviewer"  # approved at the last level
    PUBLISHES = "publishes"  # is no author, and the lane's base is what is live
    SCHEDULES = "schedules"  # the same, of what may wait: a correction may not
    MERGES = "merges"  # the lane's base is live no more; while the text is read-only, one of its editors


@dataclass(frozen=True, slots=True)
class Move:
    """Where a step leads, by whom. ``to`` None: the action decides (next level, or back where it came from)."""

    to: Stage | None
    roles: frozenset[Role]
    who: Who = Who.ANY


WRITABLE = frozenset({Stage.EDITING, Stage.RETURNED})

_WRITE = frozenset({Role.CONTRIBUTOR, Role.EDITOR})
_EDIT = frozenset({Role.EDITOR})
_REVIEW = frozenset({Role.REVIEWER})
_PUBLISH = frozenset({Role.PUBLISHER})

MOVES: Mapping[tuple[Stage, Step], Move] = {
    (Stage.EDITING, Step.SAVE): Move(Stage.EDITING, _WRITE),
    (Stage.RETURNED, Step.SAVE): Move(Stage.RETURNED, _WRITE),
    (Stage.EDITING, Step.SUBMIT): Move(Stage.REVIEW, _WRITE, Who.AUTHOR),
    (Stage.RETURNED, Step.SUBMIT): Move(Stage.REVIEW, _WRITE, Who.AUTHOR),
    (Stage.REVIEW, Step.RECALL): Move(Stage.EDITING, _WRITE, Who.SUBMITTER),
    (Stage.REVIEW, Step.CLAIM): Move(Stage.REVIEW, _REVIEW, Who.LEVEL),
    (Stage.REVIEW, Step.PUT_DOWN): Move(Stage.REVIEW, _REVIEW, Who.LEVEL),
    (Stage.REVIEW, Step.CHECK): Move(Stage.REVIEW, _REVIEW, Who.LEVEL),
    (Stage.REVIEW, Step.HAND_OVER): Move(Stage.REVIEW, _REVIEW, Who.LEVEL),
    (Stage.REVIEW, Step.RETURN): Move(Stage.RETURNED, _REVIEW, Who.DECIDES),
    (Stage.REVIEW, Step.APPROVE): Move(None, _REVIEW, Who.DECIDES),
    (Stage.REVIEW, Step.AMEND): Move(Stage.REVIEW, _REVIEW, Who.DECIDES),
    (Stage.REVIEW, Step.AMENDED): Move(Stage.REVIEW, _REVIEW, Who.AMENDING),
    (Stage.REVIEW, Step.DROP): Move(Stage.REVIEW, _REVIEW, Who.AMENDING),
    (Stage.REVIEW, Step.CONFIRM): Move(Stage.REVIEW, _WRITE, Who.CONFIRMS),
    (Stage.REVIEW, Step.TAKE_BACK): Move(Stage.REVIEW, _REVIEW, Who.AMENDER),
    (Stage.APPROVED, Step.PUBLISH): Move(Stage.PUBLISHED, _PUBLISH, Who.PUBLISHES),
    (Stage.APPROVED, Step.SCHEDULE): Move(Stage.SCHEDULED, _PUBLISH, Who.SCHEDULES),
    (Stage.SCHEDULED, Step.PUBLISH): Move(Stage.PUBLISHED, _PUBLISH, Who.PUBLISHES),
    (Stage.SCHEDULED, Step.DESCHEDULE): Move(Stage.APPROVED, _PUBLISH),
    (Stage.APPROVED, Step.RETURN): Move(Stage.RETURNED, _REVIEW, Who.LAST_REVIEWER),
    (Stage.SCHEDULED, Step.RETURN): Move(Stage.RETURNED, _REVIEW, Who.LAST_REVIEWER),
    (Stage.EDITING, Step.MERGE): Move(Stage.EDITING, _WRITE, Who.MERGES),
    (Stage.RETURNED, Step.MERGE): Move(Stage.RETURNED, _WRITE, Who.MERGES),
    (Stage.REVIEW, Step.MERGE): Move(Stage.EDITING, _WRITE, Who.MERGES),
    (Stage.APPROVED, Step.MERGE): Move(Stage.EDITING, _WRITE, Who.MERGES),
    (Stage.SCHEDULED, Step.MERGE): Move(Stage.EDITING, _WRITE, Who.MERGES),
    (Stage.EDITING, Step.ABANDON): Move(Stage.TRASHED, _WRITE, Who.AUTHOR),
    (Stage.RETURNED, Step.ABANDON): Move(Stage.TRASHED, _WRITE, Who.AUTHOR),
    (Stage.TRASHED, Step.RESTORE): Move(None, _WRITE, Who.AUTHOR),
}

ARTICLE_MOVES: Mapping[tuple[Publication, Step], tuple[Publication, frozenset[Role]]] = {
    (Publication.LIVE, Step.UPDATE): (Publication.LIVE, _EDIT),
    (Publication.LIVE, Step.CORRECT): (Publication.LIVE, _EDIT),
    (Publication.LIVE, Step.WITHDRAW): (Publication.WITHDRAWN, _PUBLISH),
    (Publication.WITHDRAWN, Step.REINSTATE): (Publication.LIVE, _PUBLISH),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules need to know of a draft and of the person before it."""

    stage: Stage
    level: int = 0  # level that decides now, 0 when not in review
    is_author: bool = False
    is_submitter: bool = False
    decided_levels: frozenset[int] = frozenset()  # levels at which this person decided in this round
    is_last_reviewer: bool = False
    listed: bool = True  # the scheme's list of this level is empty or names the person
    exempt: bool = False  # the scheme records a reasoned exemption
    deputy_by: int | None = None  # the delegation by which this person may take the level in another's place
    unconfirmed: bool = False  # an amendment waits for its confirmation
    is_amender: bool = False  # this person wrote it
    is_amending: bool = False  # this person writes one
    purpose: Purpose = Purpose.ORIGINAL
    behind: bool = False  # something else went live since the lane was opened


def check(standing: Standing, step: Step, actor: Actor) -> Move:
    """Return the move, or raise WrongStage (no such step from here) or NotAllowed (not by this person)."""
    move = MOVES.get((standing.stage, step))
    if move is None:
        raise WrongStage(step, standing.stage)
    if not (actor.roles & move.roles):
        raise NotAllowed(step)
    broken = _broken_rule(standing, move.who, actor)
    if broken:
        raise NotAllowed(step, broken)
    return move


def _broken_rule(standing: Standing, who: Who, actor: Actor) -> str:
    match who:
        case Who.AUTHOR if not standing.is_author:
            return "not_author"
        case Who.SUBMITTER if not standing.is_submitter:
            return "submitter"
        case Who.LAST_REVIEWER if not standing.is_last_reviewer:
            return "level"
        case Who.AMENDER if not (standing.unconfirmed and standing.is_amender):
            return "amender"
        case Who.PUBLISHES | Who.SCHEDULES:
            return _publishing_rule(standing, who)
        case Who.MERGES if not standing.behind:
            return "not_behind"
        case Who.MERGES if standing.stage not in WRITABLE and not standing.is_author:
            return "not_author"
        case Who.LEVEL:
            return _level_rule(standing, actor)
        case Who.DECIDES:
            return _level_rule(standing, actor) or _amendment_rule(standing)
        case Who.AMENDING:
            return _level_rule(standing, actor) or ("" if standing.is_amending else "not_amending")
        case Who.CONFIRMS:
            return _confirming_rule(standing)
    return ""


def _publishing_rule(standing: Standing, who: Who) -> str:
    if standing.is_author and not standing.exempt:
        return "author"
    if standing.behind:
        return "behind"
    return "correction" if who is Who.SCHEDULES and standing.purpose is Purpose.CORRECTION else ""


def _level_rule(standing: Standing, actor: Actor) -> str:
    if not of_level(standing, actor) and standing.deputy_by is None:
        return "level"
    if standing.exempt:
        return ""
    if standing.is_author:
        return "author"
    if standing.decided_levels - {standing.level}:
        return "two_levels"
    return ""


def of_level(standing: Standing, actor: Actor) -> bool:
    """Whether the level is this person's own, not one taken in another's place."""
    return standing.level in actor.levels and standing.listed


def _amendment_rule(standing: Standing) -> str:
    """A level decides on a text that stands: no amendment of it waits, and none is being written."""
    if standing.unconfirmed:
        return "unconfirmed"
    return "amending" if standing.is_amending else ""


def _confirming_rule(standing: Standing) -> str:
    if not standing.unconfirmed:
        return "no_amendment"
    if standing.is_amender:
        return "own_amendment"
    return "" if standing.is_author else "not_author"


def steps_from(standing: Standing, actor: Actor) -> tuple[Step, ...]:
    """Return the steps this person may take now; screens enable their actions from this."""
    return tuple(
        step
        for (stage, step), move in MOVES.items()
        if stage is standing.stage and actor.roles & move.roles and not _broken_rule(standing, move.who, actor)
    )


def check_article(publication: Publication, step: Step, actor: Actor) -> Publication:
    """The same for what is live or withdrawn: return the publication it leads to, or raise."""
    found = ARTICLE_MOVES.get((publication, step))
    if found is None:
        raise WrongStage(step, publication)
    to, roles = found
    if not (actor.roles & roles):
        raise NotAllowed(step)
    return to
