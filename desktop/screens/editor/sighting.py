"""Whether the person had the whole of the text under review on the screen, from its beginning without a gap."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from db.domain.errors import DeskError
from db.domain.workflow import Step, steps_from
from desktop.kit.tasks import Tasks
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.preview import PreviewPanel

if TYPE_CHECKING:
    from db.store.unit import Unit


class Sighting(QObject):
    """Follows how far the page was seen, and puts it on record when all of it was."""

    def __init__(self, tasks: Tasks, page: PreviewPanel, opened: Callable[[], Opened | None], window: QObject) -> None:
        super().__init__(window)
        self._tasks, self._page, self._opened = tasks, page, opened
        self._digest = ""  # of the text that is drawn and followed
        self._reader: int | None = None  # who has it on the screen
        self._told = False
        self._seen = 0  # so far, in the page's own measure, without a gap
        page.counted.connect(self._on_drawn)
        page.verticalScrollBar().valueChanged.connect(self.follow)
        page.verticalScrollBar().rangeChanged.connect(self.follow)

    @Slot()
    def _on_drawn(self) -> None:
        """Follow the text that is drawn now, if it is the one under review."""
        opened = self._opened()
        under_review = opened.submitted if opened else None
        if under_review is None or self._page.fields != under_review.fields:
            self._digest = ""
        elif under_review.digest != self._digest:
            self._digest, self._told, self._seen = under_review.digest, False, 0
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Look how much of the page is seen now."""
        opened, actor = self._opened(), self._tasks.actor
        article = opened.article if opened else None
        if opened is None or actor is None or article is None or article.draft is None or opened.submitted is None:
            return
        if opened.submitted.digest != self._digest or not self._page.isVisible():
            return
        if article.standing is None or Step.APPROVE not in steps_from(article.standing, actor):
            return
        if actor.person_id != self._reader:  # who signs in next at this window has seen nothing yet
            self._reader, self._told, self._seen = actor.person_id, False, 0
        top, height = self._page.verticalScrollBar().value(), self._page.viewport().height()
        if top <= self._seen:
            self._seen = max(self._seen, top + height)
        if self._told:
            return
        if not self._page.document().isEmpty() and self._seen >= self._page.document().size().height():
            self._told = True
            self._record(article.draft.id, self._digest)

    def _record(self, draft_id: int, digest: str) -> None:
        def recording(unit: Unit) -> None:
            from db.actions import sights  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            sights.saw(unit, draft_id, digest)

        self._tasks.change(self, recording, None, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):  # it moved on, or cannot be written: then it was not seen
            self._tasks.failed.emit(error)
