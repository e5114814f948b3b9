"""The list of a queue, a channel or of what was searched for; a row opens with a click or Enter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.actions import trash
from db.domain.changes import Area, Changes
from db.domain.people import PROGRAM, Actor
from db.store import articles, queues, search
from db.store.queues import Place, Queue
from db.store.unit import Unit
from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.list_delegate import ListDelegate
from desktop.kit.messages import MessageBar
from desktop.kit.paged_model import PagedModel
from desktop.kit.row_list import RowList
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Surface, Theme, lay, mark
from desktop.screens.library.lines import line
from desktop.screens.library.places import empty_text, name_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

FIRST = 60
MOST_HITS = 500
_SHOWN = Area.ARTICLES | Area.LEASES | Area.CHANNELS | Area.RELEASES


class LibraryScreen(QWidget):
    """One list with its heading.

    Signals:
        chosen: the person wants to open an article (its id).
    """

    chosen = Signal(int)

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._commands, self._messages = tasks, commands, messages
        self._place: Place | None = None
        self._title = ""
        self.model = PagedModel(tasks, lambda row: line(row).spoken(), self)
        self.model.counted.connect(self._on_counted)
        self.rows = RowList(theme)
        self.rows.setAccessibleName(self.tr("稿件列表"))
        self.rows.setItemDelegate(ListDelegate(theme, line, self))
        self.rows.setModel(self.model)
        self.rows.clicked.connect(self._on_chosen)
        self.rows.activated.connect(self._on_chosen)
        self.rows.selectionModel().currentChanged.connect(self._on_current_changed)
        commands.add(
            Command(
                "trash.restore",
                self.tr("恢复弃稿"),
                self._restore,
                icon=Name.RESTORE,
                enabled=self._may_restore,
                keywords=(self.tr("回收站"),),
                hint=self.tr("把选中的弃稿放回原处"),
            )
        )
        lay(self, Surface.LIST)
        self._build()

    @property
    def place(self) -> Place | None:
        """The queue that is shown, None for search hits."""
        return self._place

    def show_place(self, place: Place, title: str = "") -> None:
        """List a queue; a channel's needs its name as ``title``."""
        self._show(place, title or name_of(place.queue), empty_text(place.queue))
        actor = self._tasks.actor or PROGRAM
        self.model.load(partial(_first, place, actor), partial(_ids, place, actor), articles.rows, _concerns)

    def show_hits(self, query: str) -> None:
        """List what holds every word of ``query``, newest first."""
        self._show(
            None,
            self.tr("搜索“{query}”").format(query=query),
            self.tr("没有找到“{query}”。\n换个说法，或只写其中几个字再试。").format(query=query),
        )
        self.model.load(partial(_first_hits, query), partial(_hits, query), articles.rows, _concerns)

    def choose(self, article_id: int) -> None:
        """Make an article current where it is in the list."""
        self.rows.choose(article_id)

    def focus_list(self) -> None:
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        self._heading = QLabel()
        mark(self._heading, "tint", "soft")
        self._restore_button = QPushButton(self.tr("恢复"))
        self._restore_button.setToolTip(self.tr("把选中的弃稿放回原处"))
        self._restore_button.clicked.connect(self._on_restore)
        self._restore_button.hide()
        head = QHBoxLayout()
        head.setContentsMargins(14, 4, 10, 4)
        head.addWidget(self._heading, 1)
        head.addWidget(self._restore_button)
        top = QWidget()
        top.setLayout(head)
        top.setFixedHeight(40)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(self.rows, 1)

    def _show(self, place: Place | None, title: str, empty: str) -> None:
        self._place, self._title = place, title
        self._heading.setText(title)
        self.rows.set_empty_text(empty)
        self._restore_button.setVisible(place is not None and place.queue is Queue.TRASH)
        self._refresh_restore()

    # Restoring what was abandoned

    def _may_restore(self) -> bool:
        return self._place is not None and self._place.queue is Queue.TRASH and self.rows.current_id() >= 0

    def _restore(self) -> None:
        article_id = self.rows.current_id()
        self._tasks.change(self, partial(_restored, article_id), partial(self._on_restored, article_id))

    def _on_restored(self, article_id: int, _value: object) -> None:
        self._messages.success(
            self.tr("弃稿已恢复，放回原来的阶段。"), self.tr("打开"), partial(self.chosen.emit, article_id)
        )

    def _refresh_restore(self) -> None:
        self._restore_button.setEnabled(self._may_restore())
        self._commands.action("trash.restore").setEnabled(self._may_restore())

    @Slot()
    def _on_restore(self) -> None:
        self._commands.run("trash.restore")

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        article_id = self.model.id_at(index.row())
        if article_id >= 0:
            self.chosen.emit(article_id)

    @Slot(QModelIndex)
    def _on_current_changed(self, _index: QModelIndex) -> None:
        self._refresh_restore()

    @Slot(int)
    def _on_counted(self, total: int) -> None:
        count = self.tr("前 {n} 篇") if self._place is None and total >= MOST_HITS else "{n}"
        self._heading.setText(f"{self._title} · {count.format(n=f'{total:,}')}")
        self._refresh_restore()


def _first(place: Place, actor: Actor, connection: Connection) -> tuple[Sequence[int], int]:
    return queues.first(connection, place, actor, FIRST), queues.size(connection, place, actor)


def _ids(place: Place, actor: Actor, connection: Connection) -> Sequence[int]:
    return queues.ids(connection, place, actor)


def _first_hits(query: str, connection: Connection) -> tuple[Sequence[int], int]:
    found = [hit.article_id for hit in search.find(connection, query, limit=FIRST)]
    total = len(found) if len(found) < FIRST else min(MOST_HITS, search.count(connection, query))
    return found, total


def _hits(query: str, connection: Connection) -> Sequence[int]:
    return [hit.article_id for hit in search.find(connection, query, limit=MOST_HITS)]


def _concerns(changes: Changes) -> frozenset[int] | None:
    return changes.article_ids if changes.areas & _SHOWN else None


def _restored(article_id: int, unit: Unit) -> None:
    draft = articles.get(unit.connection, article_id, unit.actor).draft
    if draft is not None:
        trash.restore(unit, draft.id)
