"""Texts that never reached the newsroom, found again on this machine: both are shown, and the person chooses."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from db.domain.article import Fields
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import ButtonKind
from desktop.kit.times import local_time
from desktop.recovery import RecoveredText, Recovery
from desktop.screens.editor.comparing import Comparing
from desktop.screens.editor.reading import Choice


class Recovering(QObject):
    """Offers what was recovered.

    Signals:
        wanted: the person takes a recovered text in the place of the one on the screen (RecoveredText).
        decided: the question is answered; the text may be shown again.
    """

    wanted = Signal(object)
    decided = Signal()

    def __init__(
        self, tasks: Tasks, recovery: Recovery, comparing: Comparing, text: Callable[[], Fields], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks, self._recovery, self._comparing, self._text = tasks, recovery, comparing, text

    def tell(self, messages: MessageBar, look: Callable[[], None]) -> None:
        """Say that drafts are on this machine that never reached the newsroom."""
        kept = self._unsaved()
        if kept:
            words = self.tr("有 {n} 份文字没来得及存进编辑部，仍在本机。").format(n=len(kept))
            messages.warning(words, self.tr("查看"), look)

    def offer_unsaved(self) -> None:
        """Offer the first text that has no place in the record yet."""
        kept = self._unsaved()
        if kept:
            self._offer(kept[0])

    def offer_of(self, uid: str) -> None:
        """Offer what is kept of an article."""
        actor = self._tasks.actor
        kept = self._recovery.find(uid, (actor.person_id if actor else None) or 0)
        if kept is not None:
            self._offer(kept)

    def _unsaved(self) -> tuple[RecoveredText, ...]:
        actor = self._tasks.actor
        return tuple(self._recovery.unsaved(actor.person_id or 0)) if actor else ()

    def _offer(self, kept: RecoveredText) -> None:
        if kept.fields == self._text():
            self._recovery.drop(kept.key, kept.person_id)
            return
        choices: list[Choice] = [
            (self.tr("用找回的文字"), ButtonKind.PRIMARY, partial(self._use, kept)),
            (self.tr("丢弃找回的"), None, partial(self._drop, kept)),
        ]
        heading = self.tr("找回 {at} 没有存上的文字。下划线的是找回的，划线的是现在的")
        self._comparing.show_two(heading.format(at=local_time(kept.at)), self._text(), kept.fields, choices)

    def _use(self, kept: RecoveredText) -> None:
        self.decided.emit()
        self.wanted.emit(kept)

    def _drop(self, kept: RecoveredText) -> None:
        self._recovery.drop(kept.key, kept.person_id)
        self.decided.emit()
