"""审改 at the window: writing into a text under review, handing the changes on, and answering them one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from db.domain.amendment import BODY, Amendment, Edit, applied
from db.domain.article import Fields, Words
from db.domain.workflow import Step
from desktop.kit.commands import Command, Commands
from desktop.kit.confirm import ask, ask_text
from desktop.kit.icons import Name
from desktop.kit.refusals import field_name
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
from desktop.kit.times import local_time
from desktop.screens.editor.confirm_panel import ConfirmPanel, Shown
from desktop.screens.editor.frame import Frame
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.merge_dialog import value_words
from desktop.screens.editor.notice import NoticeLine
from desktop.screens.editor.reading import short_digest
from desktop.screens.editor.saving import Saver
from desktop.screens.editor.steps import ArticleSteps, command_id
from desktop.text.amending import Change, changes, edits
from desktop.text.diff import pieces

if TYPE_CHECKING:
    from db.store.unit import Unit


class Amending(QObject):
    """Adds the steps of an amendment to those of the article screen."""

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, saver: Saver, steps: ArticleSteps,
        opened: Callable[[], Opened | None], frame: Callable[[], Frame], window: QWidget,
    ) -> None:  # fmt: skip
        """``frame`` shows the changes in the place of the text; it is made after the commands."""
        super().__init__(window)
        self._tasks, self._saver, self._steps, self._opened, self._window = tasks, saver, steps, opened, window
        self._frame = frame
        rows: tuple[tuple[Step, str, Callable[[], None], str, Name, str], ...] = (
            (Step.AMEND, self.tr("审改"), self._begin, "Ctrl+Alt+A", Name.EDIT, self.tr("直接改送审的文字，逐处标记")),
            (Step.AMENDED, self.tr("完成审改"), self._finish, "Ctrl+Alt+Q", Name.SUBMIT, self.tr("请编辑逐处确认")),
            (Step.DROP, self.tr("放弃审改"), self._drop, "", Name.CLOSE, ""),
            (Step.CONFIRM, self.tr("确认审改"), self.confirm, "Ctrl+Alt+C", Name.APPROVE, self.tr("逐处采纳或不采纳")),
            (Step.TAKE_BACK, self.tr("收回审改"), self._take_back, "", Name.RECALL, ""),
        )
        for step, title, run, keys, icon, hint in rows:
            may = partial(steps.may, step)
            commands.add(Command(command_id(step), title, run, keys, icon=icon, enabled=may, hint=hint))
        self.panel = ConfirmPanel(theme, commands)
        self.panel.left.connect(self._leave)
        self.panel.answered.connect(self._on_answered)
        self._shown: Amendment | None = None  # whose changes are answered

    def tell(self, notice: NoticeLine, found: Opened) -> bool:
        """Say above the text how it stands with an amendment; return whether there is one."""
        actor = self._tasks.actor
        me = actor.person_id if actor else None
        run = None
        if self._steps.may(Step.CONFIRM):
            run = self.confirm
        elif self._steps.may(Step.TAKE_BACK):
            run = self._take_back
        if self._shown is not None and (found.amendment is None or found.amendment.id != self._shown.id):
            self._shown = None
            self._leave()
        return notice.show_amendment(found, me, run)

    @Slot()
    def _leave(self) -> None:
        self._frame().show_text()

    def _current(self) -> Opened:
        opened = self._opened()
        if opened is None or opened.article is None or opened.article.draft is None or opened.submitted is None:
            raise RuntimeError("the step is not allowed without a text under review")
        return opened

    def _draft_id(self) -> int:
        article = self._current().article
        return article.draft.id if article is not None and article.draft is not None else 0

    def _begin(self) -> None:
        from db.actions import amend  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        draft_id, seen = self._draft_id(), self._current().submitted
        digest = seen.digest if seen else ""
        self._steps.take(lambda unit: amend.begin(unit, draft_id, digest), self.tr("可以改了，改动将逐处标记。"))

    def _finish(self) -> None:
        self._steps.ready(lambda waived: self._saver.save(partial(self._compare, waived)))

    def _compare(self, waived: Mapping[str, str]) -> None:
        """Find the changes and count the words off the main thread, and hand them on."""
        target, fields, seen = self._saver.target, self._saver.known, self._current().submitted
        base = seen.fields if seen else Fields()

        def work(_connection: object) -> tuple[tuple[Edit, ...], Words]:
            from desktop.text.words import words  # noqa: PLC0415  # Python-Markdown stays out of start-up

            return edits(base, fields), words(fields.body)

        def hand_on(found: tuple[tuple[Edit, ...], Words]) -> None:
            from db.actions import amend  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            made, counted = found
            self._steps.take(
                lambda unit: amend.finish(unit, target.draft_id, fields, counted, made, target.version, waived),
                self.tr("审改已完成，等编辑确认。"),
            )

        self._tasks.read(self, work, hand_on, self._steps.failed)

    def _drop(self) -> None:
        text = self.tr("送审的文字保持原样。您写下的文字另存在历史里。")
        if ask(self._window, self.tr("放弃审改？"), text, self.tr("放弃审改"), danger=True):
            self._saver.save(self._give_up)

    def _give_up(self) -> None:
        from db.actions import amend  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        draft_id = self._saver.target.draft_id
        self._steps.take(lambda unit: amend.drop(unit, draft_id), self.tr("已放弃审改，写下的文字在历史里。"))

    def _take_back(self) -> None:
        from db.actions import amend  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        draft_id = self._draft_id()
        self._steps.take(lambda unit: amend.take_back(unit, draft_id), self.tr("已收回审改，可以作决定或重新审改。"))

    def confirm(self) -> None:
        """Show the changes, to be answered one by one."""
        opened = self._current()
        waiting = opened.amendment
        if waiting is None:
            return
        self._shown = waiting

        def show(found: tuple[Change, ...]) -> None:
            heading = self.tr("{who} {at} 的审改，共 {n} 处。划线的是删去的，下划线的是加上的。")
            words = heading.format(who=waiting.by, at=local_time(waiting.at), n=len(found))
            self._frame().show_page(self.panel)
            self.panel.show_changes(words, [self._as_shown(waiting, change, opened) for change in found])

        self._tasks.read(self, lambda _c: changes(waiting.base, waiting.fields), show, self._steps.failed)

    def _as_shown(self, waiting: Amendment, change: Change, opened: Opened) -> Shown:
        if change.field == BODY:
            title = self.tr("正文（移段）") if change.moved else self.tr("正文")
            return Shown(change.number, title, change.pieces)
        was, now = (self._value(getattr(text, change.field), change.field, opened) for text in _both(waiting))
        return Shown(change.number, field_name(change.field), pieces(was, now))

    def _value(self, value: object, name: str, opened: Opened) -> str:
        if name == "channel_id":
            return opened.channel_name(value if isinstance(value, int) else None)
        words = value_words(value)
        return short_digest(words) or self.tr("（空）")

    @Slot(frozenset)
    def _on_answered(self, accepted: frozenset[int]) -> None:
        waiting, reason = self._shown, ""
        if waiting is None:
            return
        if not accepted:
            words = ask_text(
                self._window, self.tr("一处也不采纳？"), self.tr("审改将退回{who}，送审的文字保持原样。").format(
                    who=waiting.by
                ), self.tr("理由"), self.tr("退回审改"),
            )  # fmt: skip
            if words is None:
                return
            reason = words
        fields = applied(waiting.base, waiting.fields, waiting.edits, accepted)

        def counting(_connection: object) -> Words:
            from desktop.text.words import words  # noqa: PLC0415  # Python-Markdown stays out of start-up

            return words(fields.body)

        said = self.tr("已确认审改，采纳 {a} 处，不采纳 {r} 处。").format(
            a=len(accepted), r=len(waiting.changes) - len(accepted)
        )
        confirming = partial(_confirming, waiting, accepted, reason)
        done = partial(self._hand_in, confirming, said)
        self._tasks.read(self, counting, done, self._steps.failed)

    def _hand_in(self, confirming: Callable[[Words, Unit], object], said: str, counted: Words) -> None:
        self._steps.take(partial(confirming, counted), said)


def _both(waiting: Amendment) -> tuple[Fields, Fields]:
    return waiting.base, waiting.fields


def _confirming(waiting: Amendment, accepted: frozenset[int], reason: str, counted: Words, unit: Unit) -> None:
    from db.actions import amend  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    amend.confirm(unit, waiting.draft_id, waiting.digest, accepted, counted, reason)
