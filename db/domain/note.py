"""批注: words pinned to a place of a text, answered, resolved and opened again; who may do which, as one table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.domain.article import Fields
from db.domain.errors import NotAllowed, WrongStage
from db.domain.people import WRITERS, Actor, Role
from db.domain.workflow import Stage, Standing

WHOLE, BODY, PICTURE = "whole", "body", "picture"
#: Where a note may stand: the whole, the body, a picture of it (its digest), or a field by its name.
PARTS = frozenset({WHOLE, BODY, PICTURE, *Fields.__slots__}) - {"channel_id", "attachments"}
MAX_TEXT = 2000  # characters of a note or an answer
MAX_QUOTE, MAX_AROUND = 1000, 64
_DIGEST = re.compile("[0-9a-f]{64}")
STAFF = WRITERS | {Role.REVIEWER, Role.PUBLISHER}


class NoteStep(StrEnum):
    """What can be done with notes."""

    ANNOTATE = "annotate"
    REPLY = "reply"
    RESOLVE = "resolve"
    REOPEN = "reopen"


class By(StrEnum):
    """Who may: one of these relations to the draft or the note is enough."""

    STAFF = "staff"  # writes, reviews or publishes
    WRITER = "writer"  # may write the draft
    AUTHOR = "author"  # wrote in it
    LEVEL = "level"  # reviews the level that waits
    LAST = "last"  # approved at the last level
    PUBLISHER = "publisher"
    OWN = "own"  # made the note


_BEFORE = (Stage.EDITING, Stage.RETURNED)
_AFTER = (Stage.APPROVED, Stage.SCHEDULED)
_SETTLES = {
    **dict.fromkeys(_BEFORE, (By.WRITER, By.OWN)),
    Stage.REVIEW: (By.LEVEL, By.OWN),
    **dict.fromkeys(_AFTER, (By.LAST, By.PUBLISHER, By.OWN)),
}

RIGHTS: Mapping[NoteStep, Mapping[Stage, tuple[By, ...]]] = {
    NoteStep.ANNOTATE: {
        **dict.fromkeys(_BEFORE, (By.WRITER,)),
        Stage.REVIEW: (By.LEVEL, By.AUTHOR),
        **dict.fromkeys(_AFTER, (By.LAST, By.PUBLISHER)),
    },
    NoteStep.REPLY: dict.fromkeys((*_BEFORE, Stage.REVIEW, *_AFTER), (By.STAFF,)),
    NoteStep.RESOLVE: _SETTLES,
    NoteStep.REOPEN: _SETTLES,
}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a note stands. Of a field or the body the quote is exact, with what stood around it and where."""

    part: str = WHOLE
    subject: str = ""  # digest of a picture
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    place: int = 0

    def fault(self) -> str:
        """Return what of it cannot be kept, empty when all can."""
        if self.part not in PARTS or (self.part == PICTURE) != bool(_DIGEST.fullmatch(self.subject)):
            return "part"
        if len(self.quote) > MAX_QUOTE or max(len(self.prefix), len(self.suffix)) > MAX_AROUND or self.place < 0:
            return "quote"
        return "quote" if self.part == BODY and not self.quote else ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What was said or done about a note after it was made."""

    step: NoteStep
    text: str
    person_id: int
    by: str
    at: str
    mentions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A note with all that followed, oldest first."""

    id: int
    draft_id: int
    revision_id: int | None  # None: made on the working text
    spot: Spot
    text: str
    person_id: int
    by: str
    at: str
    mentions: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it still waits: it was never resolved, or was opened again since."""
        settled = [remark.step for remark in self.remarks if remark.step is not NoteStep.REPLY]
        return not settled or settled[-1] is NoteStep.REOPEN


def may(step: NoteStep, standing: Standing, actor: Actor, author_id: int | None = None) -> bool:
    """Whether this person may; ``author_id`` made the note."""
    return any(_is(by, standing, actor, author_id) for by in RIGHTS[step].get(standing.stage, ()))


def check(step: NoteStep, standing: Standing, actor: Actor, author_id: int | None = None) -> None:
    """Raise WrongStage (nobody may at this stage) or NotAllowed (not this person)."""
    if standing.stage not in RIGHTS[step]:
        raise WrongStage(step, standing.stage)
    if not may(step, standing, actor, author_id):
        raise NotAllowed(step, "note")


def _is(by: By, standing: Standing, actor: Actor, author_id: int | None) -> bool:
    match by:
        case By.STAFF:
            return bool(actor.roles & STAFF)
        case By.WRITER:
            return bool(actor.roles & WRITERS)
        case By.AUTHOR:
            return standing.is_author
        case By.LEVEL:
            return Role.REVIEWER in actor.roles and standing.level in actor.levels and standing.listed
        case By.LAST:
            return standing.is_last_reviewer
        case By.PUBLISHER:
            return Role.PUBLISHER in actor.roles
        case By.OWN:
            return author_id is not None and author_id == actor.person_id


def mentioned(text: str, names: Iterable[tuple[int, str]]) -> tuple[int, ...]:
    """Return who is called by ``@name`` in a text, each once; of names that begin alike the longest is meant."""
    longest = sorted(names, key=lambda one: -len(one[1]))
    found: dict[int, None] = {}
    for rest in text.split("@")[1:]:
        called = next((person_id for person_id, name in longest if name and rest.startswith(name)), None)
        if called is not None:
            found[called] = None
    return tuple(found)
