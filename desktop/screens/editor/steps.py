"""The steps of the workflow as commands of the article screen, allowed by the same table that the actions obey."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.domain.article import Draft, missing
from db.domain.errors import DeskError, Incomplete, MovedOn, Unchecked
from db.domain.people import WRITERS
from db.domain.release import Account, Rendered
from db.domain.ticks import FactSheet
from db.domain.workflow import ARTICLE_MOVES, Purpose, Stage, Step, steps_from
from desktop.kit.account_dialog import ask_correction, ask_withdrawal
from desktop.kit.commands import Command, Commands
from desktop.kit.confirm import ask, ask_text
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.schedule_dialog import ask_when
from desktop.kit.tasks import Tasks
from desktop.screens.editor.ledger import Ledger
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.open_notes import may_approve
from desktop.screens.editor.saving import Saver
from desktop.screens.editor.sending import GoOn

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

PRIMARY = (
    Step.SUBMIT, Step.AMENDED, Step.CONFIRM, Step.PUBLISH, Step.UPDATE, Step.RECALL, Step.DESCHEDULE, Step.REINSTATE,
    Step.RESTORE,
)  # fmt: skip
AGAIN = (
    Step.CORRECT, Step.MERGE, Step.HAND_OVER, Step.DROP, Step.TAKE_BACK, Step.SCHEDULE, Step.RETURN, Step.WITHDRAW,
    Step.ABANDON,
)  # fmt: skip


class ArticleSteps(QObject):
    """Carries out what the person decides about the article on the screen.

    Signals:
        taken: a step was taken.
        stepped: a step was taken, or could not be; the article is to be read again.
        incomplete: required fields are empty (names).
        update_wanted: 改稿 was asked for.
        opinion_wanted: 退回 was asked for without an opinion.
        moved_on: the text that was decided on is no longer the one that waits (MovedOn).
    """

    taken = Signal()
    stepped = Signal()
    incomplete = Signal(tuple)
    opinion_wanted = Signal()
    update_wanted = Signal()
    moved_on = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        commands: Commands,
        messages: MessageBar,
        saver: Saver,
        opened: Callable[[], Opened | None],
        opinion: Callable[[], str],
        fault: Callable[[], str],
        ready: Callable[[GoOn], None],
        ledger: Callable[[], Ledger | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._tasks, self._commands, self._messages, self._saver = tasks, commands, messages, saver
        self._opened, self._opinion, self._fault, self._window = opened, opinion, fault, window
        self._ready, self._ledger = ready, ledger
        self._busy = False  # a step is under way: a second press is not a second step
        for command in self._made():
            commands.add(command)

    def primary(self) -> str:
        """Return the id of the one command that this stage asks for, empty when there is none."""
        return next((command_id(step) for step in PRIMARY if self.may(step)), "")

    def others(self) -> list[str]:
        """Return the ids of the other commands that may be carried out now."""
        first = self.primary()
        steps = (*PRIMARY, *AGAIN)
        return [command_id(step) for step in steps if self.may(step) and command_id(step) != first]

    def may(self, step: Step) -> bool:
        opened, actor = self._opened(), self._tasks.actor
        if opened is None or actor is None or self._busy or not self._window.isVisible():
            return False
        if opened.article is None:
            return step is Step.SUBMIT and bool(actor.roles & WRITERS)
        move = ARTICLE_MOVES.get((opened.publication, step))
        if move is not None:
            return bool(actor.roles & move[1]) and not opened.has_lane(step)
        standing = opened.article.standing
        return standing is not None and step in steps_from(standing, actor)

    def decides(self) -> bool:
        """Whether the person may decide on the draft in review."""
        return self.may(Step.APPROVE)

    def _made(self) -> list[Command]:
        rows: tuple[tuple[Step, str, Callable[[], None], str, Name, str], ...] = (
            (Step.SUBMIT, self.tr("送审"), self._submit, "Ctrl+Return", Name.SUBMIT, ""),
            (Step.RECALL, self.tr("撤回"), self._recall, "Ctrl+Shift+Backspace", Name.RECALL, self.tr("撤回送审")),
            (Step.CLAIM, self.tr("领审"), self._claim, "Ctrl+Shift+L", Name.LOCK, ""),
            (Step.PUT_DOWN, self.tr("放下"), self._put_down, "Ctrl+Shift+D", Name.CLOSE, self.tr("放回待审")),
            (Step.RETURN, self.tr("退回修改"), self._send_back, "Ctrl+Shift+R", Name.RETURN, ""),
            (Step.APPROVE, self.tr("通过"), self._approve, "Ctrl+Shift+Return", Name.APPROVE, ""),
            (Step.PUBLISH, self.tr("签发"), self._publish, "Ctrl+Shift+G", Name.PUBLISH, self.tr("签发，立即上线")),
            (Step.SCHEDULE, self.tr("定时…"), self._schedule, "Ctrl+Shift+T", Name.SCHEDULE, ""),
            (Step.DESCHEDULE, self.tr("取消定时"), self._deschedule, "Ctrl+Alt+Backspace", Name.CLOSE, ""),
            (
                Step.UPDATE,
                self.tr("改稿"),
                self.update_wanted.emit,
                "Ctrl+Shift+E",
                Name.EDIT,
                self.tr("从线上的一稿改起"),
            ),
            (Step.WITHDRAW, self.tr("撤稿…"), self._withdraw, "Ctrl+Shift+W", Name.WITHDRAW, ""),
            (Step.REINSTATE, self.tr("恢复上线"), self._reinstate, "Ctrl+Shift+O", Name.RESTORE, ""),
            (Step.ABANDON, self.tr("弃稿"), self._abandon, "Ctrl+Shift+Delete", Name.TRASH, self.tr("移入回收站")),
            (Step.RESTORE, self.tr("恢复稿件"), self._restore, "Ctrl+Alt+Z", Name.RESTORE, self.tr("从回收站恢复")),
        )
        made = [
            Command(command_id(step), title, run, keys, icon=icon, enabled=partial(self.may, step), hint=hint)
            for step, title, run, keys, icon, hint in rows
        ]
        made.append(
            Command(
                "article.keep",
                self.tr("存一稿"),
                self._keep,
                "Ctrl+Shift+S",
                icon=Name.HISTORY,
                enabled=partial(self.may, Step.SAVE),
                hint=self.tr("给现在的文字存一稿，并起个名字"),
            )
        )
        return made

    def failed(self, error: Exception) -> None:
        """Say why a step could not be taken, and have the article read again."""
        self._on_failed(error)

    def _draft(self) -> Draft:
        opened = self._opened()
        if opened is None or opened.article is None or opened.article.draft is None:
            raise RuntimeError("the step is not allowed without a draft")
        return opened.article.draft

    def _article_id(self) -> int:
        opened = self._opened()
        if opened is None or opened.article is None:
            raise RuntimeError("the step is not allowed without an article")
        return opened.article.id

    def take(self, work: Callable[[Unit], Any], said: str, undo: tuple[str, Callable[[], None]] | None = None) -> None:
        """Carry a step out, say it, and read the article again."""
        self._set_busy(True)

        def done(_value: object) -> None:
            self._set_busy(False)
            self._messages.success(said, *(undo or ()))
            self.taken.emit()
            self.stepped.emit()

        self._tasks.change(self, work, done, self._on_failed)

    def _undo(self, work: Callable[[Unit], Any], said: str) -> None:
        """Take a step back for its own draft: another article may be on the screen by now, or none."""

        def done(_value: object) -> None:
            self._messages.success(said)

        self._tasks.change(self, work, done, self._on_not_undone)

    def _on_not_undone(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        ledger = self._ledger()
        if isinstance(error, Unchecked) and ledger is not None:  # nothing else is other than it was
            self._messages.error(error)
            ledger.show_open()
            return
        if isinstance(error, Incomplete):
            self.incomplete.emit(error.fields)
        elif isinstance(error, MovedOn):
            self.moved_on.emit(error)
        if isinstance(error, DeskError):
            self._messages.error(error)
            self.stepped.emit()
        else:
            self._tasks.failed.emit(error)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._commands.refresh()

    def ready(self, go_on: GoOn) -> None:
        """Say what of the text on the screen is in the way of handing it on; else go on with what is waived of it."""
        empty = missing(self._saver.text())
        if empty:
            self.incomplete.emit(empty)
            self._messages.warning(self.tr("还有必填项没有填，稿件没有送出。请补齐标出的地方再送审。"))
            return
        fault = self._fault()
        if fault:
            self._messages.warning(self.tr("有一处填得不对，稿件没有送出。{fault}").format(fault=fault))
            return
        self._ready(go_on)

    def _submit(self) -> None:
        self.ready(lambda waived: self._saver.save(partial(self._send, waived)))

    def _send(self, waived: Mapping[str, str]) -> None:
        from db.actions import review  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        target = self._saver.target
        back = partial(self._undo, partial(_on, review.recall, target.draft_id), self.tr("已撤回，可以继续修改。"))
        self.take(
            lambda unit: review.submit(unit, target.draft_id, target.version, waived),
            self.tr("已送审。"),
            (self.tr("撤回"), back),
        )

    def _take_plainly(self, act: Callable[[Unit, int], Any], said: str) -> None:
        self.take(partial(_on, act, self._draft().id), said)

    def _recall(self) -> None:
        from db.actions import review  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        self._take_plainly(review.recall, self.tr("已撤回，可以继续修改。"))

    def _claim(self) -> None:
        from db.actions import review  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        self._take_plainly(review.claim_draft, self.tr("已领审。"))

    def _put_down(self) -> None:
        from db.actions import review  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        self._take_plainly(review.put_down, self.tr("已放下，别人可以领审。"))

    def _shown_digest(self) -> str:
        opened = self._opened()
        return opened.submitted.digest if opened and opened.submitted else ""

    def _send_back(self) -> None:
        from db.actions import review  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        draft, digest = self._draft(), self._shown_digest()
        opinion: str | None = self._opinion()
        if draft.stage is not Stage.REVIEW:  # approved already: the review panel is not shown
            opinion = ask_text(
                self._window, self.tr("退回修改"), self.tr("退回后原来的审核意见失效，须重新送审。"),
                self.tr("退回意见"), self.tr("退回"), danger=True,
            )  # fmt: skip
            if opinion is None:
                return
        if not opinion:
            self.opinion_wanted.emit()
            return
        words = opinion
        self.take(lambda unit: review.send_back(unit, draft.id, digest, words, draft.level), self.tr("已退回修改。"))

    def _approve(self) -> None:
        opened = self._opened()
        if opened is None or opened.submitted is None or not may_approve(opened, self._messages, self._window):
            return
        revision, draft, opinion = opened.submitted, self._draft(), self._opinion()
        given = (draft.id, revision.digest, opinion)
        ledger = self._ledger()
        checked = ledger.checked() if ledger is not None else None
        said = self.tr("已通过。")
        if checked is not None and checked.of:
            said = self.tr("已通过。事实已核对 {n} / {of}。").format(n=checked.checked, of=checked.of)
        self._set_busy(True)

        def rendering(connection: Connection) -> tuple[Rendered, FactSheet | None]:
            from desktop.text.words import rendered  # noqa: PLC0415  # Python-Markdown stays out of start-up

            sheet = ledger.sheet_of(connection, revision) if ledger is not None else None
            return rendered(revision.digest, revision.fields.body), sheet

        def ready(found: tuple[Rendered, FactSheet | None]) -> None:
            from db.actions import review  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            self.take(lambda unit: review.approve(unit, *given, *found, level=draft.level), said)

        self._tasks.read(self, rendering, ready, self._on_failed)

    def _publish(self) -> None:
        draft = self._draft()
        if draft.purpose is Purpose.CORRECTION:
            account = ask_correction(self._window, draft.fields.title)
            if account is not None:
                self._sign(draft.id, self.tr("已签发更正。"), account)
            return
        text = self.tr("《{title}》将列入网站，内容与审定的一稿完全相同。").format(title=draft.fields.title)
        if ask(self._window, self.tr("签发这篇稿件？"), text, self.tr("签发")):
            self._sign(draft.id, self.tr("已签发。"))

    def _sign(self, draft_id: int, said: str, account: Account | None = None) -> None:
        """Publish a draft, once the renditions that its pictures lack are made."""
        from desktop.intake import signing  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        files = self._tasks.store.files
        self._set_busy(True)
        self._tasks.read(
            self,
            lambda connection: signing.prepared(connection, files, [draft_id]),
            lambda made: self.take(lambda unit: signing.publish(unit, draft_id, made, account), said),
            self._on_failed,
        )

    def _schedule(self) -> None:
        from db.actions import release  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        draft = self._draft()
        if (at := ask_when(self._window, draft.fields.title, self._tasks.store.clock)) is not None:
            self.take(lambda unit: release.schedule(unit, draft.id, at), self.tr("已定时。"))

    def _deschedule(self) -> None:
        from db.actions import release  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        self._take_plainly(release.deschedule, self.tr("已取消定时。"))

    def _withdraw(self) -> None:
        from db.actions import release  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        opened, article_id = self._opened(), self._article_id()
        account = ask_withdrawal(self._window, opened.fields.title if opened else "")
        if account is not None:
            of = account.kind, account.reason, account.note
            self.take(lambda unit: release.withdraw(unit, article_id, *of), self.tr("已撤稿。"))

    def _reinstate(self) -> None:
        from db.actions import release  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        article_id = self._article_id()
        if ask(self._window, self.tr("恢复上线？"), self.tr("线上将恢复撤稿前的一稿。"), self.tr("恢复上线")):
            self.take(lambda unit: release.reinstate(unit, article_id), self.tr("已恢复上线。"))

    def _abandon(self) -> None:
        self._saver.save(self._throw)

    def _throw(self) -> None:
        from db.actions import trash  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        draft_id = self._saver.target.draft_id
        self.take(
            lambda unit: trash.abandon(unit, draft_id),
            self.tr("已移入回收站。"),
            (self.tr("撤销"), partial(self._undo, partial(_on, trash.restore, draft_id), self.tr("稿件已恢复。"))),
        )

    def _restore(self) -> None:
        from db.actions import trash  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        self._take_plainly(trash.restore, self.tr("稿件已恢复。"))

    def _keep(self) -> None:
        name = ask_text(
            self._window, self.tr("存一稿"), self.tr("以后可以查看、对照或恢复。"), self.tr("这一稿的名字"),
            self.tr("存一稿"), required=False, limit=100,
        )  # fmt: skip
        if name is not None:
            self._saver.save(partial(self._keep_as, " ".join(name.split())))

    def _keep_as(self, name: str) -> None:
        from db.actions import write  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        draft_id = self._saver.target.draft_id
        self.take(lambda unit: write.keep(unit, draft_id, name), self.tr("已存一稿。"))


def _on(act: Callable[[Unit, int], Any], draft_id: int, unit: Unit) -> None:
    act(unit, draft_id)


def command_id(step: Step) -> str:
    return f"article.{step.value}"
