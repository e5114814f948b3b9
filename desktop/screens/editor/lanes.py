"""The lanes of an article at the window: 更正 begun beside a waiting update, the one on the screen, and 并入更正."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QPushButton, QWidget

from db.domain.article import Bases, Fields, Words
from db.domain.release import Decision, Merged
from db.domain.workflow import Step
from desktop.kit.colours import Tone
from desktop.kit.commands import Command, Commands
from desktop.kit.confirm import ask
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import mark
from desktop.kit.wording import level_name, listed
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.merge_dialog import MergeDialog
from desktop.screens.editor.notice import NoticeLine
from desktop.screens.editor.saving import Saver
from desktop.screens.editor.steps import ArticleSteps, command_id
from desktop.screens.editor.words import lane_words
from desktop.text.merging import Merged as Joined
from desktop.text.merging import answered, merge_fields

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit


@dataclass(frozen=True, slots=True)
class _Found:
    """Three texts put together, and what they were read from."""

    draft_id: int
    version: int
    bases: Bases
    joined: Joined


class Lanes(QObject):
    """Opens corrections, turns from lane to lane, and merges what went live into the one on the screen.

    Signals:
        turned: another lane is to be shown (the id of its draft).
    """

    turned = Signal(int)

    def __init__(
        self,
        tasks: Tasks,
        commands: Commands,
        messages: MessageBar,
        saver: Saver,
        steps: ArticleSteps,
        current: Callable[[], Opened | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._tasks, self._messages, self._saver, self._steps = tasks, messages, saver, steps
        self._current, self._window = current, window
        self.wanted: int | None = None  # the lane that the person chose
        self.switch = LaneSwitch(self)
        steps.update_wanted.connect(self._update)
        rows = (
            (command_id(Step.CORRECT), self.tr("更正"), self._correct, "Ctrl+Alt+5", Name.EDIT,
             self.tr("改正线上的一稿，不等正在进行的改稿"), partial(steps.may, Step.CORRECT)),
            (command_id(Step.MERGE), self.tr("并入更正"), self._merge, "Ctrl+Alt+6", Name.EDIT,
             self.tr("把线上更正过的地方并入这份稿件"), partial(steps.may, Step.MERGE)),
            ("article.lane", self.tr("改稿与更正之间切换"), self._turn, "Ctrl+Alt+7", Name.ARTICLE,
             self.tr("到同一篇稿件的另一份"), self._may_turn),
        )  # fmt: skip
        for name, title, run, keys, icon, hint, enabled in rows:
            commands.add(Command(name, title, run, keys, icon=icon, hint=hint, enabled=enabled))

    def left(self, before: Opened | None, found: Opened) -> bool:
        """Whether the lane on the screen is closed and another one was read; else the one that was read is kept to."""
        if before is not None and before.lane not in (0, found.lane) and found.lane:
            return True
        self.wanted = found.lane or None
        return False

    def tell(self, notice: NoticeLine, found: Opened) -> bool:
        """Say that something went live since this lane was begun; return whether there was that to say."""
        standing = found.article.standing if found.article else None
        if standing is None or not standing.behind:
            return False
        words = self.tr("动笔以后线上的一稿已经更正。并入以前这份稿件不能签发。")
        may = self._steps.may(Step.MERGE)
        notice.say(words, Tone.WAIT, self.tr("并入更正") if may else "", self._merge if may else None)
        return True

    def _correct(self) -> None:
        from db.actions import write  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        self._open(write.open_correction, self.tr("已开始更正，线上的一稿和正在进行的改稿不受影响。"))

    def _update(self) -> None:
        from db.actions import write  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        self._open(write.open_update, self.tr("已开始改稿，线上的一稿不受影响。"))

    def _open(self, opening: Callable[[Unit, int], int], said: str) -> None:
        """Begin another lane, and turn to it."""
        opened = self._current()
        if opened is None or opened.article is None:
            return
        article_id = opened.article.id

        def done(draft_id: int) -> None:
            self._messages.success(said)
            self._steps.taken.emit()
            now = self._current()
            if now is not None and now.article is not None and now.article.id == article_id:
                self.turned.emit(draft_id)

        self._tasks.change(self, lambda unit: opening(unit, article_id), done, self._steps.failed)

    # turning

    def _may_turn(self) -> bool:
        opened = self._current()
        return opened is not None and len(opened.lanes) > 1 and self._window.isVisible()

    def _turn(self) -> None:
        opened = self._current()
        ids = [lane.draft_id for lane in opened.lanes] if opened else []
        if opened is not None and opened.lane in ids:
            self.turned.emit(ids[(ids.index(opened.lane) + 1) % len(ids)])

    # merging

    def _merge(self) -> None:
        opened = self._current()
        if opened is None:
            return
        lapsing = [decision for decision in opened.of_lane() if decision.stands]
        if lapsing:
            text = self.tr("并入后稿件回到草稿，要重新送审。{lost}的审核失效。")
            text = text.format(lost=self._names(lapsing, opened))
            if not ask(self._window, self.tr("并入线上的更正？"), text, self.tr("并入更正")):
                return
        if opened.writable:
            self._saver.save(self._put_together)
        else:
            self._put_together()

    def _put_together(self) -> None:
        opened = self._current()
        if opened is None or not opened.lane:
            return
        draft_id = opened.lane

        def reading(connection: Connection) -> _Found:
            from db.store import articles, history  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            draft = articles.get_draft(connection, draft_id)
            bases = Bases(draft.base_revision_id or 0, articles.released(connection, draft.article_id) or 0)
            base, theirs = (history.get_revision(connection, at).fields for at in (bases.base, bases.live))
            return _Found(draft_id, draft.version, bases, merge_fields(base, draft.fields, theirs))

        self._tasks.read(self, reading, self._on_read, self._steps.failed)

    def _on_read(self, found: _Found) -> None:
        opened, picks = self._current(), []
        if opened is None or opened.lane != found.draft_id:
            return  # another one is on the screen by now
        if found.joined.questions:
            dialog = MergeDialog(found.joined.questions, self.tr("线上"), opened.channel_name, self._window)
            accepted, picks = dialog.exec() == QDialog.DialogCode.Accepted, dialog.picks()
            dialog.deleteLater()
            if not accepted:
                return
        fields = answered(found.joined, picks)

        def counting(_connection: object) -> Words:
            from desktop.text.words import words  # noqa: PLC0415  # Python-Markdown stays out of start-up

            return words(fields.body)

        self._tasks.read(self, counting, partial(self._keep, found, fields, opened), self._steps.failed)

    def _keep(self, found: _Found, fields: Fields, opened: Opened, words: Words) -> None:
        def merging(unit: Unit) -> Merged:
            from db.actions import write  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            return write.merge(unit, found.draft_id, fields, words, found.version, found.bases)

        def done(made: Merged) -> None:
            said = self.tr("已并入线上的更正。并入前的文字在历史里。")
            if made.lapsed:
                lost = self._names(made.lapsed, opened)
                said = self.tr("已并入线上的更正，稿件回到草稿。{lost}的审核已失效。").format(lost=lost)
            self._messages.success(said)
            self._steps.stepped.emit()

        self._tasks.change(self, merging, done, self._steps.failed)

    def _names(self, decisions: list[Decision] | tuple[Decision, ...], opened: Opened) -> str:
        levels = opened.levels()
        words = self.tr("{who}（{level}）")
        return listed(words.format(who=d.by, level=level_name(d.level, max(levels, d.level))) for d in decisions)


class LaneSwitch(QWidget):
    """One button a lane, seen where an article has more than one."""

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self.setAccessibleName(self.tr("改稿与更正"))
        self.hide()

    def show_article(self, opened: Opened) -> None:
        several = len(opened.lanes) > 1
        self.setVisible(several)
        known = {self._group.id(button): button for button in self._group.buttons()}
        for draft_id in known.keys() - {lane.draft_id for lane in opened.lanes}:
            self._group.removeButton(known[draft_id])
            known[draft_id].deleteLater()
            known[draft_id].hide()
        for lane in opened.lanes if several else ():
            button = known.get(lane.draft_id)
            if button is None:
                button = QPushButton()
                button.setCheckable(True)
                button.setToolTip(self.tr("Ctrl+Alt+Q 在两份之间切换"))
                mark(button, "lane", True)
                self._group.addButton(button, lane.draft_id)
                self._row.addWidget(button)
            button.setText(lane_words(lane, opened.levels()))
            button.setChecked(lane.draft_id == opened.lane)

    def _on_clicked(self, draft_id: int) -> None:
        self._lanes.turned.emit(draft_id)
