"""Other texts beside the one on the screen: earlier ones and what differs, worked out off the main thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from db.domain.article import Fields, Saved, Words
from db.domain.errors import MovedOn
from desktop.kit.tasks import Tasks, Ticket
from desktop.kit.times import local_time
from desktop.screens.editor.change_kinds import read_kinds
from desktop.screens.editor.earlier import Earlier, Where, read_earlier
from desktop.screens.editor.frame import Frame
from desktop.screens.editor.loading import Opened, read_opened
from desktop.screens.editor.reading import Choice, ReadingPanel, as_read, as_text
from desktop.screens.editor.saving import Saver, Target
from desktop.screens.editor.words import field_labels, journal_kinds
from desktop.text.diff import Paragraph, compare
from desktop.text.marked import MarkedLine, compared
from desktop.text.restoring import may_restore, restore

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

Failed = Callable[[Exception], None]
Again = Callable[[], None]


class Comparing(QObject):
    """Reads what is to be compared and hands it to the reading panel.

    Signals:
        forgotten: another article comes.
    """

    forgotten = Signal()

    def __init__(
        self,
        tasks: Tasks,
        reading: ReadingPanel,
        frame: Frame,
        current: Callable[[], Opened | None],
        text: Callable[[], Fields],
        may_write: Callable[[], bool],
        put_in: Callable[[str], None],
        failed: Failed,
        parent: QObject,
    ) -> None:
        """``put_in`` makes another body stand on the screen, as one step that can be taken back."""
        super().__init__(parent)
        self._tasks, self._reading, self._frame = tasks, reading, frame
        self._current, self._text, self._failed = current, text, failed
        self._may_write, self._put_in = may_write, put_in
        self._shown: tuple[Sequence[Paragraph], str, Again] | None = None
        reading.restore_wanted.connect(self._on_restore_wanted)
        self._ticket: Ticket | None = None

    def show_two(
        self, heading: str, old: Fields, new: Fields, choices: Sequence[Choice] = (), again: Again | None = None
    ) -> None:
        """Show two texts as one with its differences: as it is read, or as it is written where ``again`` is given.

        ``again`` compares anew; where it is given, ``new`` is the text on the screen and its paragraphs can be
        brought back.
        """
        opened = self._current()
        if opened is None:
            return
        if again is None:
            self.show_read(heading, old, new, choices)
            return
        labels = field_labels()
        before = as_text(old, opened.channel_name(old.channel_id), labels)
        after = as_text(new, opened.channel_name(new.channel_id), labels)

        def show(found: list[Paragraph]) -> None:
            self._shown = (found, new.body, again)
            restorable = self._restorable(found, new.body)
            self._read_beside(partial(self._reading.show_difference, heading, found, choices, restorable))

        self._cancel()
        self._ticket = self._tasks.read(self, lambda _c: compare(before, after), show)

    def show_read(
        self, heading: str, old: Fields, new: Fields, choices: Sequence[Choice] = (), *, beside: bool = False
    ) -> None:
        """Show two texts as they are read: one with the changes in place, or each ``beside`` the other."""
        opened = self._current()
        if opened is None:
            return
        labels = field_labels()
        channels = opened.channel_name(old.channel_id), opened.channel_name(new.channel_id)

        def work(_connection: Connection) -> list[MarkedLine]:
            return compared(as_read(old, channels[0], labels), as_read(new, channels[1], labels))

        def show(lines: list[MarkedLine]) -> None:
            self._shown = None
            self._read_beside(partial(self._reading.show_marked, heading, lines, choices, beside=beside))
            self._ticket = self._tasks.read(self, lambda c: read_kinds(c, lines), self._reading.show_kinds)

        self._cancel()
        self._ticket = self._tasks.read(self, work, show)

    def _cancel(self) -> None:
        """Let nothing of an earlier comparison, nor its kinds, come after this one."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _restorable(self, found: Sequence[Paragraph], body: str) -> frozenset[int]:
        """Return the paragraphs of the body that said something else; a field is changed in its place."""
        if not self._may_write():
            return frozenset()
        first = _body_begins(found, body)
        return frozenset(at for at, line in enumerate(found) if at >= first and may_restore(line))

    @Slot(int)
    def _on_restore_wanted(self, at: int) -> None:
        """Bring one paragraph back, if the text is still the one that was compared."""
        if self._shown is None or not self._may_write():
            return
        found, body, again = self._shown
        if self._text().body == body:
            first = _body_begins(found, body)
            self._put_in(restore(found[first:], at - first))
        again()

    def forget(self) -> None:
        """Show nothing of what was asked for any more: another article comes."""
        self._shown = None
        if self._ticket is not None:
            self._ticket.cancel()
        self.forgotten.emit()

    def _read_beside(self, draw: partial[None]) -> None:
        draw()
        self._frame.show_reading()

    @Slot(object)
    def show_earlier(self, text: Earlier) -> None:
        def show(fields: Fields) -> None:
            heading = self.tr("{name} · {by} · {at} · 只读").format(
                name=self._name(text), by=text.by, at=local_time(text.at)
            )
            self.show_two(heading, fields, fields)

        self._ticket = self._tasks.read(self, lambda c: read_earlier(c, text), show, self._failed)

    @Slot(object, object)
    def compare(self, older: Earlier, newer: Earlier | None) -> None:
        """Compare two earlier texts, or one with the text on the screen."""

        def both(connection: Connection) -> tuple[Fields, Fields | None]:
            return read_earlier(connection, older), read_earlier(connection, newer) if newer else None

        def show(found: tuple[Fields, Fields | None]) -> None:
            old, new = found
            name = self._name(newer) if newer else self.tr("现在的文字")
            heading = self.tr("{old} → {new}").format(old=self._name(older), new=name)
            again = partial(self.compare, older, None) if newer is None else None
            self.show_two(heading, old, new or self._text(), again=again)

        self._ticket = self._tasks.read(self, both, show, self._failed)

    def compare_with(self, revision_id: int) -> None:
        """Compare a revision with the text on the screen."""
        opened = self._current()
        row = next((row for row in opened.revisions if row.id == revision_id), None) if opened else None
        if row is not None:
            self.compare(Earlier.of_revision(row), None)

    def _name(self, text: Earlier) -> str:
        if text.where is Where.JOURNAL:
            return self.tr("{at} 的“{kind}”").format(at=local_time(text.at), kind=journal_kinds()[text.kind])
        return self.tr("第 {n} 稿").format(n=text.n)

    @Slot(object)
    def show_what_moved(self, _error: MovedOn) -> None:
        """Show what changed since the reviewer's text, once the one that waits now is read."""
        opened, actor = self._current(), self._tasks.actor
        if opened is None or opened.submitted is None or opened.article is None or actor is None:
            return
        seen, article_id, lane = opened.submitted, opened.article.id, opened.lane

        def show(now: Opened) -> None:
            self.show_two(self.tr("您看的第 {n} 稿 → 现在的一稿").format(n=seen.n), seen.fields, now.fields)

        self._ticket = self._tasks.read(self, lambda c: read_opened(c, article_id, actor, lane), show, self._failed)


def _body_begins(found: Sequence[Paragraph], body: str) -> int:
    """Return the number of the paragraph where the body begins: its lines are the last of the later text."""
    left = body.count("\n") + 1
    for at in range(len(found) - 1, -1, -1):
        left -= found[at].kind != "removed"
        if not left:
            return at
    return 0


class BringingBack(QObject):
    """Makes an earlier text the working text again.

    Signals:
        brought_back: it is; what was there before is kept as a revision.
    """

    brought_back = Signal()

    def __init__(self, tasks: Tasks, saver: Saver, failed: Failed, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._saver, self._failed = tasks, saver, failed

    @Slot(object)
    def bring_back(self, text: Earlier) -> None:
        self._saver.save(partial(self._count, text))

    def _count(self, text: Earlier) -> None:
        def counting(connection: Connection) -> tuple[Fields, Words]:
            from desktop.text.words import words  # noqa: PLC0415  # Python-Markdown stays out of start-up

            fields = read_earlier(connection, text)
            return fields, words(fields.body)

        # the target of now: another article may be on the screen when the text is read
        self._tasks.read(self, counting, partial(self._bring, self._saver.target, text), self._failed)

    def _bring(self, target: Target, text: Earlier, found: tuple[Fields, Words]) -> None:
        fields, counted = found
        before = self.tr("恢复前的文字")

        def bringing(unit: Unit) -> Saved:
            from db.actions import write  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            if text.where is Where.REVISION:
                return write.bring_back(unit, target.draft_id, text.id, counted, target.version)
            write.keep(unit, target.draft_id, before)
            return write.save(unit, target.draft_id, fields, counted, target.version)

        self._tasks.change(self, bringing, self._on_brought_back, self._failed)

    def _on_brought_back(self, _answer: Saved) -> None:
        self.brought_back.emit()
