"""Three ways to read what waits for a decision: its changes in place, beside what it was, clean; and since when.

Offered while the text may only be read and an earlier revision stands to compare it with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSignalBlocker, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QToolButton, QWidget

from db.domain.article import Fields
from db.domain.release import Verdict
from db.domain.revision import RevisionKind
from db.domain.workflow import Stage
from desktop.kit.commands import Command, Commands
from desktop.kit.field import leave_wheel
from desktop.kit.icons import Name
from desktop.kit.tasks import Tasks, Ticket
from desktop.kit.times import local_time
from desktop.screens.editor.comparing import Comparing
from desktop.screens.editor.frame import Frame
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.words import revision_kinds

if TYPE_CHECKING:
    from sqlalchemy import Connection

translate = QCoreApplication.translate
TRACKED, BESIDE, CLEAN = "tracked", "beside", "clean"


@dataclass(frozen=True, slots=True)
class Base:
    """A revision that the one on the screen can be compared with, and what it is to the person."""

    revision_id: int
    n: int
    words: str


class ReviewModes(QObject):
    """The line above the text: three buttons and what to compare with. Registers a command for each way."""

    def __init__(
        self, tasks: Tasks, commands: Commands, comparing: Comparing, frame: Frame,
        current: Callable[[], Opened | None], parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._tasks, self._commands, self._comparing, self._frame = tasks, commands, comparing, frame
        self._current = current
        self._ticket: Ticket | None = None
        self._shown: int | None = None  # the revision that the modes are offered for
        self.bar, self.base = QWidget(), QComboBox()
        self.base.setAccessibleName(self.tr("与哪一稿对照"))
        leave_wheel(self.base)
        self.base.currentIndexChanged.connect(self._on_base)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(16, 6, 16, 0)
        row.setSpacing(6)
        self.buttons: dict[str, QToolButton] = {}
        for name, words, hint, keys, icon in (
            (TRACKED, self.tr("修改痕迹"), self.tr("改动就标在正文里"), "Ctrl+Alt+1", Name.EDIT),
            (BESIDE, self.tr("左右对照"), self.tr("左边原来，右边现在"), "Ctrl+Alt+2", Name.PREVIEW),
            (CLEAN, self.tr("清样"), self.tr("发布出去的样子"), "Ctrl+Alt+3", Name.ARTICLE),
        ):
            run = partial(self.show, name)
            commands.add(Command(f"review.{name}", words, run, keys, icon=icon, enabled=self._offered, hint=hint))
            button = QToolButton()
            button.setText(words)
            button.setToolTip(commands.action(f"review.{name}").toolTip())
            button.setAccessibleName(words)
            button.setCheckable(True)
            button.clicked.connect(run)
            self._group.addButton(button)
            self.buttons[name] = button
            row.addWidget(button)
        row.addSpacing(10)
        row.addWidget(self.base)
        row.addStretch(1)
        self.bar.hide()
        frame.put_above_text(self.bar)
        frame.article_shown.connect(self.offer)
        frame.text_shown.connect(self._on_text_shown)
        comparing.forgotten.connect(self._on_forgotten)

    @Slot(object)
    def offer(self, opened: Opened) -> None:
        """Offer the ways for what is on the screen now; a text that came anew is shown as it is best read."""
        found = list(_bases(opened, self._person_id())) if _is_read(opened) else []
        self.bar.setVisible(bool(found))
        newest = opened.submitted.id if found and opened.submitted is not None else None
        if newest == self._shown:
            return
        if newest is None:  # it is written again, by its editors or by who amends it
            self._frame.show_text()
        self._shown = newest
        with QSignalBlocker(self.base):
            self.base.clear()
            for base in found:
                self.base.addItem(base.words, base.revision_id)
        self.buttons[CLEAN].setChecked(True)
        if found and _has_seen(opened, self._person_id()):
            self.show(TRACKED)

    def show(self, way: str) -> None:
        """Show the text in one of the three ways."""
        self.buttons[way].setChecked(True)
        opened, base = self._current(), self.base.currentData()
        if way == CLEAN or opened is None or opened.submitted is None or base is None:
            self._frame.show_text()
            return
        now, heading = opened.submitted, self.tr("{base} → 第 {n} 稿")
        words = heading.format(base=self.base.currentText(), n=now.n)
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self._tasks.read(
            self, partial(_fields, base),
            lambda was: self._comparing.show_read(words, was, now.fields, beside=way == BESIDE),
        )  # fmt: skip

    @property
    def way(self) -> str:
        return next(name for name, button in self.buttons.items() if button.isChecked())

    def _offered(self) -> bool:
        return self._shown is not None and self.bar.isVisible()

    def _person_id(self) -> int | None:
        return self._tasks.actor.person_id if self._tasks.actor is not None else None

    @Slot()
    def _on_forgotten(self) -> None:
        self._shown = None
        if self._ticket is not None:
            self._ticket.cancel()

    @Slot()
    def _on_base(self) -> None:
        self.show(TRACKED if self.way == CLEAN else self.way)

    @Slot()
    def _on_text_shown(self) -> None:
        self.buttons[CLEAN].setChecked(True)


def _is_read(opened: Opened) -> bool:
    """Whether a revision is on the screen that somebody decides on, signs, or has signed."""
    read = (Stage.REVIEW, Stage.APPROVED, Stage.SCHEDULED, Stage.PUBLISHED)
    return opened.submitted is not None and not opened.amending and opened.stage in read


def _has_seen(opened: Opened, person_id: int | None) -> bool:
    return any(decision.person_id == person_id for decision in opened.decisions)


def _bases(opened: Opened, person_id: int | None) -> Iterator[Base]:
    """Yield the revisions to compare with, the likeliest first, each once."""
    given: set[int] = set()
    for base in _likely(opened, person_id):
        if base.revision_id not in given:
            given.add(base.revision_id)
            yield base


def _likely(opened: Opened, person_id: int | None) -> Iterator[Base]:
    now = opened.submitted.id if opened.submitted is not None else None
    rows = {row.id: row for row in opened.revisions if row.id != now}
    mine = [d.revision_id for d in opened.decisions if d.person_id == person_id and d.revision_id in rows]
    returned = [d.revision_id for d in opened.decisions if d.verdict is Verdict.RETURN and d.revision_id in rows]
    live = opened.article.live_revision_id if opened.article is not None else None
    first = [row.id for row in reversed(opened.revisions) if row.kind is RevisionKind.SUBMIT and row.id in rows]
    for ids, words in (
        (mine[-1:], translate("ReviewModes", "我上次审的第 {n} 稿")),
        (returned[-1:], translate("ReviewModes", "上次退回的第 {n} 稿")),
        ([live] if live in rows else [], translate("ReviewModes", "线上的第 {n} 稿")),
        (first[:1], translate("ReviewModes", "首次送审的第 {n} 稿")),
    ):
        yield from (Base(i, rows[i].n, words.format(n=rows[i].n)) for i in ids if i is not None)
    for row in opened.revisions:
        if row.id in rows:
            words = translate("ReviewModes", "第 {n} 稿 · {kind} · {by} · {at}")
            told = words.format(n=row.n, kind=revision_kinds()[row.kind], by=row.by, at=local_time(row.at))
            yield Base(row.id, row.n, told)


def _fields(revision_id: int, connection: Connection) -> Fields:
    from db.store import history  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    return history.get_revision(connection, revision_id).fields
