"""Other texts beside the one on the screen: earlier revisions and what differs, worked out off the main thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from db.domain.article import Fields, Saved, Words
from db.domain.errors import MovedOn
from db.domain.revision import Revision
from desktop.kit.sentences import local_time
from desktop.kit.tasks import Tasks
from desktop.screens.editor.frame import Frame
from desktop.screens.editor.loading import Opened, read_opened
from desktop.screens.editor.reading import Choice, ReadingPanel, as_text
from desktop.screens.editor.saving import Saver
from desktop.screens.editor.words import field_labels
from desktop.text.diff import compare

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

Failed = Callable[[Exception], None]


def _revision(connection: Connection, revision_id: int) -> Revision:
    from db.store import history  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    return history.get_revision(connection, revision_id)


class Comparing(QObject):
    """Reads what is to be compared and hands it to the reading panel."""

    def __init__(
        self,
        tasks: Tasks,
        reading: ReadingPanel,
        frame: Frame,
        current: Callable[[], Opened | None],
        text: Callable[[], Fields],
        failed: Failed,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._reading, self._frame = tasks, reading, frame
        self._current, self._text, self._failed = current, text, failed

    def show_two(self, heading: str, old: Fields, new: Fields, choices: Sequence[Choice] = ()) -> None:
        """Show two texts as one with its differences."""
        opened = self._current()
        if opened is None:
            return
        labels = field_labels()
        before = as_text(old, opened.channel_name(old.channel_id), labels)
        after = as_text(new, opened.channel_name(new.channel_id), labels)
        self._tasks.read(
            self,
            lambda _c: compare(before, after),
            lambda found: self._read_beside(partial(self._reading.show_difference, heading, found, choices)),
        )

    def _read_beside(self, draw: partial[None]) -> None:
        draw()
        self._frame.show_reading()

    @Slot(int)
    def show_revision(self, revision_id: int) -> None:
        def show(revision: Revision) -> None:
            heading = self.tr("第 {n} 稿 · {by} · {at} · 只读").format(
                n=revision.n, by=revision.by, at=local_time(revision.at)
            )
            self.show_two(heading, revision.fields, revision.fields)

        self._tasks.read(self, lambda c: _revision(c, revision_id), show, self._failed)

    @Slot(int, int)
    def compare(self, older: int, newer: int) -> None:
        """Compare two revisions, or one (newer: 0) with the text on the screen."""
        if not newer:
            self.compare_with(older)
            return

        def both(connection: Connection) -> tuple[Revision, Revision]:
            return _revision(connection, older), _revision(connection, newer)

        def show(found: tuple[Revision, Revision]) -> None:
            old, new = found
            heading = self.tr("第 {old} 稿 → 第 {new} 稿").format(old=old.n, new=new.n)
            self.show_two(heading, old.fields, new.fields)

        self._tasks.read(self, both, show, self._failed)

    def compare_with(self, revision_id: int) -> None:
        """Compare a revision with the text on the screen."""

        def show(old: Revision) -> None:
            self.show_two(self.tr("第 {n} 稿 → 现在的文字").format(n=old.n), old.fields, self._text())

        self._tasks.read(self, lambda c: _revision(c, revision_id), show, self._failed)

    @Slot(object)
    def show_what_moved(self, _error: MovedOn) -> None:
        """Show what changed since the reviewer's text, once the one that waits now is read."""
        opened, actor = self._current(), self._tasks.actor
        if opened is None or opened.submitted is None or opened.article is None or actor is None:
            return
        seen, article_id = opened.submitted, opened.article.id

        def show(now: Opened) -> None:
            self.show_two(self.tr("您看的第 {n} 稿 → 现在的一稿").format(n=seen.n), seen.fields, now.fields)

        self._tasks.read(self, lambda c: read_opened(c, article_id, actor), show, self._failed)


class BringingBack(QObject):
    """Makes an earlier revision the working text again.

    Signals:
        brought_back: it is; what was there before is kept as a revision.
    """

    brought_back = Signal()

    def __init__(self, tasks: Tasks, saver: Saver, failed: Failed, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._saver, self._failed = tasks, saver, failed

    @Slot(int)
    def bring_back(self, revision_id: int) -> None:
        self._saver.save(partial(self._count, revision_id))

    def _count(self, revision_id: int) -> None:
        def counting(connection: Connection) -> Words:
            from desktop.text.words import words  # noqa: PLC0415  # Python-Markdown stays out of start-up

            return words(_revision(connection, revision_id).fields.body)

        self._tasks.read(self, counting, partial(self._bring, revision_id), self._failed)

    def _bring(self, revision_id: int, counted: Words) -> None:
        target = self._saver.target

        def bringing(unit: Unit) -> Saved:
            from db.actions import write  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            return write.bring_back(unit, target.draft_id, revision_id, counted, target.version)

        self._tasks.change(self, bringing, self._on_brought_back, self._failed)

    def _on_brought_back(self, _answer: Saved) -> None:
        self.brought_back.emit()
