"""Before a text is approved: how many notes on it wait, and whether that may be."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from db.domain.errors import OpenNotes
from desktop.kit.confirm import ask
from desktop.kit.messages import MessageBar
from desktop.screens.editor.loading import Opened

translate = QCoreApplication.translate


def may_approve(opened: Opened, messages: MessageBar, window: QWidget) -> bool:
    """Say how many notes wait; where the scheme only warns, ask whether to approve all the same."""
    draft = opened.article.draft if opened.article else None
    waiting = sum(note.open and draft is not None and note.draft_id == draft.id for note in opened.notes)
    if not waiting or draft is None:
        return True
    if opened.notes_block:
        messages.error(OpenNotes(draft.id, waiting))
        return False
    return ask(
        window,
        translate("OpenNotes", "还有 {n} 条批注没有解决").format(n=waiting),
        translate("OpenNotes", "通过之后，批注仍留在稿件上，下一级审核和签发的人都看得到。"),
        translate("OpenNotes", "仍然通过"),
    )
