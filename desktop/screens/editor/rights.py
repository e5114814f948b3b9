"""Whether a text is one for a person to write."""

from __future__ import annotations

from db.domain.people import WRITERS, Actor
from db.domain.workflow import Step, steps_from
from desktop.screens.editor.loading import Opened


def writes(opened: Opened | None, actor: Actor | None) -> bool:
    """Whether the text is one for this person to write, be it that somebody else holds it now."""
    if opened is None or actor is None or not opened.writable:
        return False
    if opened.amending:
        return True
    if opened.article is None:
        return bool(actor.roles & WRITERS)
    return opened.article.standing is not None and Step.SAVE in steps_from(opened.article.standing, actor)
