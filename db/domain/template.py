"""稿件模板, 常用语 and 常用意见: what a newsroom writes again and again, kept to begin with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from db.domain.article import Fields
from db.domain.people import Role

KEEPERS = (Role.EDITOR, Role.ADMIN)  # who may keep, rename and remove them; everybody who writes uses them
JUDGES = (Role.REVIEWER, Role.ADMIN)  # the same for opinions


class TemplateKind(StrEnum):
    """A whole article, words to put in at the caret, or the opinion of a reviewer."""

    ARTICLE = "article"
    SNIPPET = "snippet"
    OPINION = "opinion"


def keepers(kind: TemplateKind) -> tuple[Role, ...]:
    """Return who may keep, rename and remove those of a kind."""
    return JUDGES if kind is TemplateKind.OPINION else KEEPERS


@dataclass(frozen=True, slots=True)
class Template:
    """What is kept; of a snippet the body alone says something."""

    id: int
    kind: TemplateKind
    name: str
    fields: Fields


def of_article(fields: Fields) -> Fields:
    """Return what of an article can be begun with again: not its address, its day, its film."""
    empty = Fields()
    return replace(fields, slug="", event_date="", cover="", attachments=(), video=empty.video)
