"""The four lists of the publishing desk, and what can be done to the chosen article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabBar, QVBoxLayout, QWidget

from db.actions import release
from db.domain.article import Article
from db.domain.changes import Area, Changes
from db.domain.errors import DeskError
from db.domain.people import PROGRAM, Actor
from db.domain.release import Account
from db.domain.workflow import MOVES, Purpose, Step, check, check_article
from db.store import articles, queues
from db.store.queues import Place, Queue
from desktop.intake import signing
from desktop.kit.account_dialog import ask_correction, ask_withdrawal
from desktop.kit.buttons import CommandButton
from desktop.kit.commands import Command, Commands
from desktop.kit.confirm import ask
from desktop.kit.icons import Name
from desktop.kit.list_delegate import ListDelegate
from desktop.kit.messages import MessageBar, sentence
from desktop.kit.paged_model import PagedModel
from desktop.kit.row_list import RowList
from desktop.kit.schedule_dialog import ask_when
from desktop.kit.tasks import Tasks, Ticket
from desktop.kit.theme import ButtonKind, Surface, Theme, lay, mark
from desktop.kit.times import local_day_time
from desktop.screens.publishing.lines import line_of, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from db.store.unit import Unit

    _Work = Callable[[Unit], object]

QUEUES = (Queue.TO_PUBLISH, Queue.SCHEDULED, Queue.LIVE, Queue.WITHDRAWN)
_STEPS = {
    Queue.TO_PUBLISH: (Step.PUBLISH, Step.SCHEDULE),
    Queue.SCHEDULED: (Step.PUBLISH, Step.DESCHEDULE),
    Queue.LIVE: (Step.WITHDRAW,),
    Queue.WITHDRAWN: (Step.REINSTATE,),
}


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The article under the cursor, and why a step of its list cannot be taken (empty: it can)."""

    article: Article
    title: str
    refusals: dict[Step, str]


class ArticlesPanel(QWidget):
    """待发布, 定时, 已发布, 已撤稿: one list at a time, each with its count.

    Signals:
        opened: the person wants to read an article (its id).
        released: something was signed, withdrawn or reinstated: the site is behind.
        page_wanted: the person wants to see an article on the site (its address there).
    """

    opened = Signal(int)
    released = Signal()
    page_wanted = Signal(str)

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._commands, self._messages = tasks, commands, messages
        self._chosen: _Chosen | None = None
        self._asking: Ticket | None = None
        self._busy = False
        lay(self, Surface.LIST)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("发布台的清单"))
        for words in self._names():
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(self._on_tab)
        self.model = PagedModel(tasks, spoken, self)
        self.list = RowList(theme)
        self.list.setAccessibleName(self.tr("稿件"))
        self.list.setItemDelegate(ListDelegate(theme, line_of, self.list))
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(self._on_activated)
        self.list.doubleClicked.connect(self._on_activated)
        self.model.modelReset.connect(self._on_current)
        self.model.counted.connect(self._on_counted)
        self._why = QLabel()
        self._why.setWordWrap(True)
        mark(self._why, "tint", "soft")
        self._why.hide()
        self._build()
        tasks.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the list and the counts anew."""
        self._load()
        self._count()

    @property
    def queue(self) -> Queue:
        return QUEUES[self.tabs.currentIndex()]

    def show_queue(self, queue: Queue) -> None:
        self.tabs.setCurrentIndex(QUEUES.index(queue))

    def _names(self) -> tuple[str, ...]:
        return self.tr("待发布"), self.tr("定时"), self.tr("已发布"), self.tr("已撤稿")

    def _build(self) -> None:
        self.buttons: dict[Step, QPushButton] = {}
        row = QHBoxLayout()
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(8)
        for step, kind, command in self._own_commands():
            button = CommandButton(self._commands.add(command), kind)
            self.buttons[step] = button
            row.addWidget(button)
        look = Command("publishing.page", self.tr("看网页"), self._look_at_page, "",
                       (self.tr("网页"), "browser"), Name.OPEN_EXTERNAL, self._may_look,
                       self.tr("在浏览器里看这篇稿件"))  # fmt: skip
        self.page_button = CommandButton(self._commands.add(look))
        row.addWidget(self.page_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addLayout(row)
        self._why.setContentsMargins(14, 0, 14, 10)
        layout.addWidget(self._why)
        layout.addWidget(self.list, 1)
        self._on_tab()

    def _own_commands(self) -> tuple[tuple[Step, ButtonKind | None, Command], ...]:
        may = self._may
        return (
            (Step.PUBLISH, ButtonKind.APPROVE,
             Command("publishing.publish", self.tr("签发"), self._publish, "Ctrl+Alt+P", (self.tr("发布"), "publish"),
                     Name.PUBLISH, lambda: may(Step.PUBLISH), self.tr("签发这篇稿件"))),
            (Step.SCHEDULE, None,
             Command("publishing.schedule", self.tr("定时…"), self._schedule, "Ctrl+Alt+T",
                     (self.tr("定时发布"), "schedule"),
                     Name.SCHEDULE, lambda: may(Step.SCHEDULE), self.tr("到一个时间自动签发"))),
            (Step.DESCHEDULE, None,
             Command("publishing.deschedule", self.tr("取消定时"), self._deschedule, "", ("deschedule",),
                     Name.RECALL, lambda: may(Step.DESCHEDULE), self.tr("回到待发布"))),
            (Step.WITHDRAW, ButtonKind.DANGER,
             Command("publishing.withdraw", self.tr("撤稿…"), self._withdraw, "", (self.tr("下线"), "withdraw"),
                     Name.WITHDRAW, lambda: may(Step.WITHDRAW), self.tr("从网站上撤下这篇稿件"))),
            (Step.REINSTATE, ButtonKind.APPROVE,
             Command("publishing.reinstate", self.tr("恢复"), self._reinstate, "", (self.tr("恢复上线"), "reinstate"),
                     Name.RESTORE, lambda: may(Step.REINSTATE), self.tr("把撤下的稿件放回网站，一字不差"))),
        )  # fmt: skip

    def _may(self, step: Step) -> bool:
        chosen = self._chosen
        return (not self._busy and self.isVisible() and chosen is not None
                and step in chosen.refusals and not chosen.refusals[step])  # fmt: skip

    def _may_look(self) -> bool:
        return self.isVisible() and self._chosen is not None and self.queue in (Queue.LIVE, Queue.WITHDRAWN)

    def _look_at_page(self) -> None:
        if self._chosen is not None:
            self.page_wanted.emit(self._chosen.article.address)

    # Reading

    def _load(self) -> None:
        place, actor = Place(self.queue), self._actor()

        def first(connection: Connection) -> tuple[Sequence[int], int]:
            return queues.first(connection, place, actor), queues.size(connection, place, actor)

        self.model.load(first, lambda c: queues.ids(c, place, actor), articles.rows)
        self.list.set_empty_text(self._empty_words())

    def _actor(self) -> Actor:
        return self._tasks.actor or PROGRAM

    def _empty_words(self) -> str:
        return {
            Queue.TO_PUBLISH: self.tr("没有等着签发的稿件。\n终审通过的稿件会到这里来。"),
            Queue.SCHEDULED: self.tr("没有定时的稿件。\n在“待发布”里选一篇，按“定时…”。"),
            Queue.LIVE: self.tr("还没有发布过稿件。\n在“待发布”里选一篇签发。"),
            Queue.WITHDRAWN: self.tr("没有撤下的稿件。"),
        }[self.queue]

    def _count(self) -> None:
        actor = self._actor()
        self._tasks.read(self, lambda c: [queues.size(c, Place(queue), actor) for queue in QUEUES], self._on_sizes)

    def _ask_chosen(self) -> None:
        """Learn what may be done to the article under the cursor; until then nothing may."""
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        self._show_chosen(None)
        article_id = self.list.current_id()
        if article_id >= 0:
            actor, steps = self._actor(), _STEPS[self.queue]

            def work(connection: Connection) -> _Chosen:
                return _judged(connection, article_id, actor, steps)

            self._asking = self._tasks.read(self, work, self._on_judged)

    def _show_chosen(self, chosen: _Chosen | None) -> None:
        self._chosen = chosen
        words = next((why for why in chosen.refusals.values() if why), "") if chosen else ""
        self._why.setText(words)
        self._why.setVisible(bool(words))
        self._commands.refresh()

    # Steps

    def _take(self, work: _Work, words: str, *, goes_out: bool = True) -> None:
        self._busy = True
        self._commands.refresh()
        self._said, self._goes_out = words, goes_out
        self._tasks.change(self, work, self._on_taken, self._on_refused)

    def _publish(self) -> None:
        chosen = self._chosen
        if chosen is not None and chosen.article.draft is not None:
            draft_id = chosen.article.draft.id
            if chosen.article.draft.purpose is Purpose.CORRECTION:
                account = ask_correction(self, chosen.title)
                words = self.tr("已签发《{title}》的更正。更新网站后读者看到更正后的一稿。").format(title=chosen.title)
                if account is not None:
                    self._sign(draft_id, words, account)
                return
            asked = self.tr("签发《{title}》？").format(title=chosen.title)
            if ask(self, asked, self.tr("签发后不能收回，只能撤稿。网站在下次更新时变。"), self.tr("签发")):
                words = self.tr("已签发《{title}》。更新网站后读者就能看到。").format(title=chosen.title)
                self._sign(draft_id, words)

    def _sign(self, draft_id: int, words: str, account: Account | None = None) -> None:
        """Publish a draft, once the renditions that its pictures lack are made."""
        files = self._tasks.store.files
        self._busy = True
        self._commands.refresh()
        self._tasks.read(
            self,
            lambda connection: signing.prepared(connection, files, [draft_id]),
            lambda made: self._take(lambda unit: signing.publish(unit, draft_id, made, account), words),
            self._on_refused,
        )

    def _schedule(self) -> None:
        chosen = self._chosen
        if chosen is None or chosen.article.draft is None:
            return
        draft_id = chosen.article.draft.id
        at = ask_when(self, chosen.title, self._tasks.store.clock)
        if at is not None:
            moment = at
            words = self.tr("《{title}》将在 {when} 发布。").format(title=chosen.title, when=local_day_time(at))
            self._take(lambda unit: release.schedule(unit, draft_id, moment), words, goes_out=False)

    def _deschedule(self) -> None:
        chosen = self._chosen
        if chosen is not None and chosen.article.draft is not None:
            draft_id = chosen.article.draft.id
            words = self.tr("已取消《{title}》的定时，它回到待发布。").format(title=chosen.title)
            self._take(lambda unit: release.deschedule(unit, draft_id), words, goes_out=False)

    def _withdraw(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        article_id = chosen.article.id
        account = ask_withdrawal(self, chosen.title)
        if account is not None:
            of = account.kind, account.reason, account.note
            words = self.tr("已撤下《{title}》。更新网站后读者就看不到它。").format(title=chosen.title)
            self._take(lambda unit: release.withdraw(unit, article_id, *of), words)

    def _reinstate(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            article_id = chosen.article.id
            words = self.tr("已恢复《{title}》。更新网站后它回到原来的网址。").format(title=chosen.title)
            self._take(lambda unit: release.reinstate(unit, article_id), words)

    # Slots

    @Slot()
    def _on_tab(self) -> None:
        for step, button in self.buttons.items():
            button.setVisible(step in _STEPS[self.queue])
        self.page_button.setVisible(self.queue in (Queue.LIVE, Queue.WITHDRAWN))
        self._show_chosen(None)
        if self._loaded():
            self._load()

    def _loaded(self) -> bool:
        return self._tasks.actor is not None

    @Slot()
    def _on_current(self, *_indexes: QModelIndex) -> None:
        self._ask_chosen()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        article_id = self.model.id_at(index.row())
        if article_id >= 0:
            self.opened.emit(article_id)

    @Slot(int)
    def _on_counted(self, _total: int) -> None:
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _on_sizes(self, sizes: list[int]) -> None:
        for at, (name, size) in enumerate(zip(self._names(), sizes, strict=True)):
            self.tabs.setTabText(at, self.tr("{name} {n}").format(name=name, n=f"{size:,}"))

    def _on_judged(self, chosen: _Chosen) -> None:
        self._asking = None
        self._show_chosen(chosen)

    def _on_taken(self, _value: object) -> None:
        self._busy = False
        self._messages.success(self._said)
        if self._goes_out:
            self.released.emit()
        self._ask_chosen()

    def _on_refused(self, error: Exception) -> None:
        self._busy = False
        self._ask_chosen()
        if isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.areas & (Area.ARTICLES | Area.RELEASES | Area.PEOPLE | Area.CHANNELS):
            self._count()
            if not changes.article_ids or self.list.current_id() in changes.article_ids:
                self._ask_chosen()

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._commands.refresh()  # nothing is done to an article that is not seen


def _judged(connection: Connection, article_id: int, actor: Actor, steps: Sequence[Step]) -> _Chosen:
    """Ask the table that the actions obey, and keep its refusals as sentences."""
    article = articles.get(connection, article_id, actor, lane=_lane_of(connection, article_id, steps))
    row = articles.rows(connection, [article_id])[article_id]
    refusals = {}
    for step in steps:
        refusals[step] = ""
        try:
            if step in (Step.WITHDRAW, Step.REINSTATE):
                check_article(article.publication, step, actor)
            elif article.standing is not None:
                check(article.standing, step, actor)
        except DeskError as error:
            refusals[step] = sentence(error)
    return _Chosen(article, row.title, refusals)


def _lane_of(connection: Connection, article_id: int, steps: Sequence[Step]) -> int | None:
    """Return the lane that a list's steps are for; of two the correction, which does not wait."""
    stages = {stage for (stage, step) in MOVES if step is steps[-1]}
    able = [lane.draft_id for lane in articles.lanes(connection, article_id) if lane.stage in stages]
    return able[-1] if able else None
