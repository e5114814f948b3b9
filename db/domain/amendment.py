"""审改: what a reviewer changed in a text under review, change by change, and the text with some of them taken."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from db.domain.article import Fields
from db.domain.errors import BadValue

BODY = "body"
MAX_EDITS = 5_000  # of one amendment


class Answer(StrEnum):
    """What became of an amendment."""

    ACCEPT = "accept"  # all of it stands
    PARTLY = "partly"  # some of its changes stand
    REJECT = "reject"  # none does, for a reason
    TAKEN_BACK = "taken_back"  # by the amender


@dataclass(frozen=True, slots=True)
class Edit:
    """A place that was changed. Those of one number are one change: they are accepted or rejected together.

    In the body ``before`` stood at ``at`` (characters of the earlier body) and ``after`` stands there now; of any
    other field the whole value changed, and the three say nothing.
    """

    change: int
    field: str
    at: int = 0
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amendment that waits for its confirmation."""

    id: int
    draft_id: int
    level: int
    base_revision_id: int
    revision_id: int
    digest: str  # of the amended text
    person_id: int
    by: str
    at: str
    base: Fields
    fields: Fields
    edits: tuple[Edit, ...]

    @property
    def changes(self) -> tuple[int, ...]:
        return numbers(self.edits)


def numbers(edits: Sequence[Edit]) -> tuple[int, ...]:
    """Return the numbers of the changes, in order."""
    return tuple(sorted({edit.change for edit in edits}))


def applied(base: Fields, amended: Fields, edits: Sequence[Edit], accepted: Collection[int]) -> Fields:
    """Return the earlier text with the accepted changes alone."""
    taken = [edit for edit in edits if edit.change in accepted]
    values = {edit.field: getattr(amended, edit.field) for edit in taken if edit.field != BODY}
    body, end = [], 0
    for edit in taken:
        if edit.field == BODY:
            body += [base.body[end : edit.at], edit.after]
            end = edit.at + len(edit.before)
    return replace(base, **values, body="".join([*body, base.body[end:]]))


def refuse_other(base: Fields, amended: Fields, edits: Sequence[Edit]) -> None:
    """Raise BadValue unless the edits, in order and none upon another, are what leads from one text to the other."""
    inside = [edit for edit in edits if edit.field == BODY]
    others = [edit.field for edit in edits if edit.field != BODY]
    right = (
        0 < len(edits) <= MAX_EDITS
        and set(others) <= set(Fields.__slots__)
        and len(others) == len(set(others))
        and all(base.body[edit.at : edit.at + len(edit.before)] == edit.before and edit.at >= 0 for edit in inside)
        and all(first.at + len(first.before) <= second.at for first, second in pairwise(inside))
    )
    if not right or applied(base, amended, edits, numbers(edits)) != amended:
        raise BadValue("amendment", "format")


def written(edits: Sequence[Edit]) -> str:
    """Return the edits as the record keeps them."""
    rows = [[edit.change, edit.field, edit.at, edit.before, edit.after] for edit in edits]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def edits_from(form: str) -> tuple[Edit, ...]:
    return tuple(Edit(*row) for row in json.loads(form))
