"""Two versions of one article put together, field by field; what both changed is asked of a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from db.domain.article import Fields
from desktop.text.merge import Agreed, Conflict, Part, merge

BODY = "body"


class Pick(Enum):
    """Whose words stand where both changed something."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"  # one after the other, in the body alone


@dataclass(frozen=True, slots=True)
class Question:
    """Something that both changed: a field by its name in ``Fields``, or a passage of the body."""

    name: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """``fields`` holds what is agreed; the answers to the questions make the rest."""

    fields: Fields
    body: tuple[Part, ...]
    questions: tuple[Question, ...]


def merge_fields(base: Fields, mine: Fields, theirs: Fields) -> Merged:
    """Merge every field; what one side left alone is the other's."""
    agreed: dict[str, Any] = {}
    questions: list[Question] = []
    for name in Fields.__slots__:
        if name == BODY:
            continue
        was, my, their = (getattr(fields, name) for fields in (base, mine, theirs))
        if was not in (my, their) and my != their:
            questions.append(Question(name, was, my, their))
        agreed[name] = their if my == was else my
    body = tuple(merge(base.body, mine.body, theirs.body))
    questions += [Question(BODY, p.base, p.mine, p.theirs) for p in body if not isinstance(p, Agreed)]
    return Merged(replace(mine, **agreed), body, tuple(questions))


def answered(merged: Merged, picks: Sequence[Pick]) -> Fields:
    """Return the text when the questions, in their order, are answered so."""
    by_question = dict(zip(range(len(merged.questions)), picks, strict=True))
    values = {
        question.name: question.theirs if by_question[at] is Pick.THEIRS else question.mine
        for at, question in enumerate(merged.questions)
        if question.name != BODY
    }
    of_body = iter(picks[len(values) :])
    words = [part.text if isinstance(part, Agreed) else _picked(part, next(of_body)) for part in merged.body]
    return replace(merged.fields, **values, body="".join(words))


def _picked(part: Conflict, pick: Pick) -> str:
    if pick is not Pick.BOTH:
        return part.mine if pick is Pick.MINE else part.theirs
    apart = "\n\n" if part.mine.strip() and part.theirs.strip() else ""
    return (part.mine.rstrip("\n") if apart else part.mine) + apart + part.theirs
