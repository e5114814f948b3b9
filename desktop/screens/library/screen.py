"""The list of a queue, a channel or of what was searched for; a row opens with a click or Enter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QObject, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from db.domain.changes import Area, Changes
from db.domain.people import PROGRAM
from db.domain.workflow import Step
from db.store.queues import ORDERS, Order, Place, Queue
from desktop.intake.signing import Made
from desktop.kit.commands import Command, Commands
from desktop.kit.confirm import ask
from desktop.kit.icons import Name
from desktop.kit.list_delegate import ListDelegate
from desktop.kit.messages import MessageBar
from desktop.kit.paged_model import PagedModel
from desktop.kit.row_list import RowList
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Surface, Theme, lay
from desktop.screens.library import looking
from desktop.screens.library.anew import OpeningAnew
from desktop.screens.library.batch import STEPS, UNDO, Taken, prepare, steps_of, take, wording
from desktop.screens.library.choices import Choice, Chosen, Kind, filters_of
from desktop.screens.library.filter_bar import FilterBar
from desktop.screens.library.head import HeadPanel, command_id, orders
from desktop.screens.library.lines import line
from desktop.screens.library.looking import EVERYTHING, Look
from desktop.screens.library.places import empty_text, name_of, nothing_found, order_name

_SHOWN = Area.ARTICLES | Area.LEASES | Area.CHANNELS | Area.RELEASES
_SEVERAL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NARROWEST = 230  # pixels: most titles fit on two lines


class LibraryScreen(QWidget):
    """One list with its heading.

    Signals:
        chosen: the person wants to open an article (its id).
        chosen_anew: the person wants it in a tab of its own (its id).
        widened: what is shown belongs to no queue any more.
    """

    chosen = Signal(int)
    chosen_anew = Signal(int)
    widened = Signal()

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar,
        windows: QSettings | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``windows`` remembers the order of each queue."""
        super().__init__(parent)
        self._tasks, self._commands, self._messages, self._windows = tasks, commands, messages, windows
        self._place: Place | None = None
        self._title = self._query = ""
        self._best = self._anew = self._leaves = False
        self._on_screen = -1  # the article on the screen
        self.model = PagedModel(tasks, lambda row: line(row).spoken(), self)
        self.model.counted.connect(self._on_counted)
        self.rows = RowList(theme)
        self.rows.setAccessibleName(self.tr("稿件列表"))
        self.rows.setItemDelegate(ListDelegate(theme, line, self))
        self.model.rowsAboutToBeRemoved.connect(self._on_leaving)  # before the list takes the row next to it
        self.rows.setModel(self.model)
        self.model.modelReset.connect(self._on_reset)
        self.model.rowsInserted.connect(self._on_come)
        self.model.rowsRemoved.connect(self._on_gone)
        self.rows.clicked.connect(self._on_clicked)
        self.rows.activated.connect(self._on_activated)
        self.rows.selectionModel().selectionChanged.connect(self._on_selection_changed)
        OpeningAnew(self.rows, self.model.id_at, commands, self).wanted.connect(self.chosen_anew)
        self._add_commands()
        self.filters = FilterBar(tasks)
        self.filters.edited.connect(self._on_filters_edited)
        self.head = HeadPanel(commands, self.filters)
        self.head.searched.connect(self._on_searched)
        self.head.order_chosen.connect(self._on_order_chosen)
        self.head.deselected.connect(self.rows.select_current_only)
        for part in (self.rows, self.head.line):
            part.installEventFilter(self)
        lay(self, Surface.LIST)
        self.setMinimumWidth(NARROWEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.rows, 1)

    @property
    def place(self) -> Place | None:
        """The queue that is shown, None where everything is looked through."""
        return self._place

    def show_place(self, place: Place, title: str = "") -> None:
        """List a queue; a channel's needs its name as ``title``."""
        hidden = {Queue.CHANNEL: {Kind.CHANNEL}, Queue.ALL: set(), Queue.MINE: set()}.get(place.queue, {Kind.STAGE})
        self._begin(place, title or name_of(place.queue), "", {}, frozenset(hidden))

    def show_hits(self, query: str) -> None:
        """List what holds every word of ``query``, newest first."""
        self._begin(None, name_of(Queue.ALL), query, {})

    def show_filtered(self, choice: Choice) -> None:
        """List all that one filter lets through, as a person's articles."""
        self._begin(None, name_of(Queue.ALL), "", {choice.kind: choice})

    def choose(self, article_id: int) -> None:
        """Mark the article that is on the screen, now or once it is in the list; -1: none that has a row."""
        self._on_screen = article_id
        if not self.rows.choose(article_id):
            self.rows.clearSelection()

    def let_go(self) -> None:
        """Hear that no article is on the screen any more; the row stays where the keys go on from."""
        self._on_screen = -1

    def focus_list(self) -> None:
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_search(self) -> None:
        self.head.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.line.selectAll()

    # What is listed

    def _begin(
        self, place: Place | None, title: str, query: str, chosen: Chosen, hidden: frozenset[Kind] = frozenset()
    ) -> None:
        self._place, self._title, self._query, self._best = place, title, query.strip(), False
        self.head.line.blockSignals(True)
        self.head.line.setText(query)
        self.head.line.blockSignals(False)
        self.head.line.setPlaceholderText(self.tr("在“{queue}”里查找").format(queue=title))
        self.filters.begin(chosen, hidden)
        selecting = QAbstractItemView.SelectionMode
        several = place is not None and place.queue in STEPS
        self.rows.setSelectionMode(selecting.ExtendedSelection if several else selecting.SingleSelection)
        self._load()

    def _look(self) -> Look:
        order = None if self._place is None else self._order()
        return Look(self._place or EVERYTHING, order, self._query, self._best, filters_of(self.filters.chosen))

    def _load(self) -> None:
        look, actor = self._look(), self._tasks.actor or PROGRAM
        self._anew = True
        self.filters.show_scope(self._title if look.query and self._place not in (None, EVERYTHING) else "")
        self._show_heading(None)
        self._show_orders()
        narrowed = bool(look.query or self.filters.chosen)
        kept = narrowed and self._place not in (None, EVERYTHING)
        self.rows.set_empty_text(
            nothing_found(look.query, self._title if kept else "") if narrowed else empty_text(look.place.queue)
        )
        self._show_selection()
        self.model.load(
            partial(looking.first, look, actor),
            partial(looking.every, look, actor),
            partial(looking.rows, look),
            _concerns,
        )

    def _show_heading(self, count: int | None) -> None:
        searched = self.tr("搜索“{query}”").format(query=self._query)
        title = searched if self._place is None and self._query else self._title
        if count is None:
            self.head.heading.setText(title)
            return
        words = "{title} · {n}"
        if self._query and self._best:
            words = self.tr("{title} · 最相关的 {n} 篇")
        elif self._query or self.filters.chosen:
            words = self.tr("{title} · 找到 {n} 篇")
        self.head.heading.setText(words.format(title=title, n=f"{count:,}"))
        self.head.heading.setToolTip(self.head.heading.text())

    # Orders

    def _offered(self) -> tuple[Order, ...]:
        return ORDERS[self._place.queue if self._place is not None else Queue.ALL]

    def _order(self) -> Order:
        """Return the order that was chosen for this queue on this machine, else the queue's own."""
        kept = self._windows.value(self._order_key(), "") if self._windows is not None else ""
        return next((order for order in self._offered() if order.value == kept), self._offered()[0])

    def _order_key(self) -> str:
        return f"list/order/{self._place.queue.value if self._place is not None else Queue.ALL.value}"

    def _show_orders(self) -> None:
        if self._query:
            both = [("newest", self.tr("最新登记")), ("best", self.tr("最相关"))]
            self.head.show_orders(both, "best" if self._best else "newest")
        else:
            self.head.show_orders(orders(self._offered()), self._order())

    @Slot(object)
    def _on_order_chosen(self, order: object) -> None:
        if isinstance(order, Order):
            if self._windows is not None:
                self._windows.setValue(self._order_key(), order.value)
        else:
            self._best = order == "best"
        self._load()

    # Steps for what is selected

    def _add_commands(self) -> None:
        add = self._commands.add
        for step in dict.fromkeys(step for steps in STEPS.values() for step in steps):
            said = wording(step)
            run, may = partial(self._take, step), partial(self._may, step)
            add(Command(command_id(step), said.title, run, icon=said.icon, enabled=may))
        add(Command("list.search", self.tr("在列表里查找"), self.focus_search, "Ctrl+Shift+F", icon=Name.SEARCH))
        add(Command("list.filter", self.tr("筛选列表"), self._offer_filters, "Ctrl+Alt+F", icon=Name.FILTER))
        for order in Order:
            title = self.tr("排序：{order}").format(order=order_name(order))
            run, may = partial(self._on_order_chosen, order), partial(self._may_sort, order)
            add(Command(f"list.sort.{order.value}", title, run, icon=Name.SORT, enabled=may))

    def _offer_filters(self) -> None:
        self.filters.offer()

    def _may_sort(self, order: Order) -> bool:
        return not self._query and order in self._offered()

    def _may(self, step: Step) -> bool:
        offered = steps_of(self._place.queue if self._place is not None else None, self._tasks.actor)
        selected = len(self.rows.selected_ids())
        return step in offered and (selected > 1 or (step is Step.RESTORE and selected == 1))

    def _take(self, step: Step) -> None:
        wanted, question = self.rows.selected_ids(), wording(step).question
        if question:
            text = self.tr("每一篇都与它审定的一稿完全相同。") if step is Step.PUBLISH else ""
            if step is Step.APPROVE:
                text = self.tr("只通过您打开后从头看到尾的稿件，别的不动。记录写明是成批通过。")
            if not ask(self.window(), question.format(n=len(wanted)), text, wording(step).button):
                return
        self._change(step, wanted)

    def _change(self, step: Step, wanted: Sequence[int]) -> None:
        preparing = partial(prepare, step, wanted, self._tasks.store.files)
        self._tasks.read(self, preparing, partial(self._on_prepared, step, wanted))

    def _on_prepared(self, step: Step, wanted: Sequence[int], made: Made) -> None:
        self._tasks.change(self, partial(take, step, wanted, made), partial(self._on_taken, step))

    def _on_taken(self, step: Step, taken: Taken) -> None:
        words = []
        if step is Step.RESTORE and len(taken.article_ids) == 1:
            words.append(self.tr("弃稿已恢复，放回原来的阶段。"))
        elif taken.article_ids:
            words.append(wording(step).done.format(n=len(taken.article_ids)))
        if taken.left:
            left = self.tr("{n} 篇没有动：不是由您经手，或已不在这一步。")
            if step is Step.APPROVE:
                left = self.tr("{n} 篇没有动：还没有从头看到尾，或不能由您审。")
            words.append(left.format(n=taken.left))
        undo = UNDO.get(step)
        if not taken.article_ids:
            self._messages.warning("".join(words))
        elif step is Step.RESTORE and len(taken.article_ids) == 1:
            self._messages.success("".join(words), self.tr("打开"), partial(self.chosen.emit, taken.article_ids[0]))
        elif undo is not None:
            self._messages.success("".join(words), self.tr("撤销"), partial(self._change, undo, taken.article_ids))
        else:
            self._messages.success("".join(words))

    def _show_selection(self) -> None:
        steps = steps_of(self._place.queue if self._place is not None else None, self._tasks.actor)
        for step in dict.fromkeys(step for every in STEPS.values() for step in every):
            self._commands.action(command_id(step)).setEnabled(self._may(step))
        self.head.show_selection(len(self.rows.selected_ids()), steps, {step: self._may(step) for step in steps})
        restore = self.head.restore_button()
        restore.setVisible(Step.RESTORE in steps)
        restore.setEnabled(self._may(Step.RESTORE))

    # Slots

    @Slot()
    def _on_filters_edited(self) -> None:
        if not self.filters.narrow and self._place is not None:
            self._place, self._title = None, name_of(Queue.ALL)
            self.widened.emit()
        self._load()

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        if words.strip() != self._query:
            self._query = words.strip()
            self._load()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if not QGuiApplication.keyboardModifiers() & _SEVERAL:
            self._open(index)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self._open(index)

    def _open(self, index: QModelIndex) -> None:
        article_id = self.model.id_at(index.row())
        if article_id >= 0:
            self.chosen.emit(article_id)

    @Slot(QItemSelection, QItemSelection)
    def _on_selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self._show_selection()

    @Slot()
    def _on_reset(self) -> None:
        if self._anew and self.rows.current_id() < 0:
            self.rows.verticalScrollBar().setValue(0)
        self._anew = False
        if self._on_screen >= 0:
            self.choose(self._on_screen)
        self._show_selection()

    @Slot(QModelIndex, int, int)
    def _on_leaving(self, _parent: QModelIndex, first: int, last: int) -> None:
        shown = self.rows.selected_ids() == [self._on_screen]
        self._leaves = shown and first <= self.model.row_of(self._on_screen) <= last

    @Slot()
    def _on_gone(self) -> None:
        if self._leaves:  # the row that the list took in its place is not what is on the screen
            self.rows.clearSelection()

    @Slot()
    def _on_come(self) -> None:
        if self._on_screen >= 0 and not self.rows.selected_ids():
            self.rows.choose(self._on_screen)

    @Slot(int)
    def _on_counted(self, total: int) -> None:
        self._show_heading(total)
        self._show_selection()

    # The keyboard

    def _key_in_line(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focus_list()
            if not self.rows.currentIndex().isValid() and self.model.rowCount():
                self.rows.choose(self.model.id_at(0))
            return True
        if key == Qt.Key.Key_Escape:
            if self.head.line.text():
                self.head.line.clear()
            else:
                self.focus_list()
            return True
        return False

    def _key_in_rows(self, event: QKeyEvent) -> bool:
        if _is_find(event) or event.text() == "/":
            self.focus_search()
            return True
        if event.key() == Qt.Key.Key_Escape:
            if len(self.rows.selected_ids()) > 1:
                self.rows.select_current_only()
            else:
                self.focus_search()
            return True
        return False

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_find(cast(QKeyEvent, event)):
            event.accept()  # here it means this list, whatever it means in an article
            return True
        if event.type() == QEvent.Type.KeyPress:
            pressed = cast(QKeyEvent, event)
            if watched is self.rows:
                return self._key_in_rows(pressed)
            return _is_find(pressed) or self._key_in_line(pressed.key())
        return super().eventFilter(watched, event)


def _is_find(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_F and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _concerns(changes: Changes) -> frozenset[int] | None:
    return changes.article_ids if changes.areas & _SHOWN else None
