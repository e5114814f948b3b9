"""The left column: queues with live counts, the channels, and the ways to publishing and preferences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from db.domain.changes import Area, Changes
from db.domain.channels import Channel
from db.domain.people import PROGRAM, Actor, Role
from db.store import channels, queues
from db.store.queues import Place, Queue
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme, scaled
from desktop.screens.library.places import name_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
INDENT = 14
BESIDE = 84  # margins of a name, its count, and the scroll bar
WRITING = (Queue.MINE, Queue.RETURNED, Queue.TO_CONFIRM, Queue.SUBMITTED)
REVIEWING = (Queue.TO_REVIEW, Queue.TO_PUBLISH, Queue.SCHEDULED)
SITE = (Queue.LIVE, Queue.WITHDRAWN, Queue.ALL, Queue.TRASH)
CALLING = frozenset({Queue.RETURNED, Queue.TO_CONFIRM, Queue.TO_REVIEW})  # somebody waits for this person
_COUNTED = Area.ARTICLES | Area.LEASES | Area.CHANNELS | Area.RELEASES | Area.PEOPLE


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a heading, a queue or channel, or a workplace (publishing, audit, preferences)."""

    title: str
    place: Place | None = None
    depth: int = 0
    workplace: str = ""

    @property
    def heading(self) -> bool:
        return self.place is None and not self.workplace


@dataclass(frozen=True, slots=True)
class Counts:
    """What the column shows, read in one go."""

    queues: dict[Queue, int]
    channels: dict[int, int]
    tree: tuple[tuple[Channel, int], ...]  # channel and its depth, in the order of the tree


def may_audit(actor: Actor | None) -> bool:
    """Whether a person sees how others decided: everybody of the house, not who only contributes."""
    return actor is not None and actor.may(Role.REVIEWER, Role.PUBLISHER, Role.EDITOR, Role.ADMIN)


class Navigation(QListView):
    """Choosing a line with a click or the arrow keys shows it at once.

    Signals:
        place_chosen: a queue or channel (Place, its title).
        workplace_chosen: "publishing", "audit" or "preferences".
    """

    place_chosen = Signal(object, str)
    workplace_chosen = Signal(str)

    def __init__(self, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._theme = tasks, theme
        self._asking = self._again = self._filling = False
        self._later: Entry | None = None  # current once the channels are read
        self._tree: tuple[tuple[Channel, int], ...] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_EntryDelegate(theme, self))
        self.setAccessibleName(self.tr("导航"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        tasks.changed.connect(self._on_changed)
        theme.changed.connect(self._on_theme_changed)
        self._fill()
        self.refresh()

    def choose(self, place: Place) -> bool:
        """Make a queue current; False when it is not in the column."""
        row = self._row_of(Entry("", place))
        if row < 0:
            return False
        self.setCurrentIndex(self._model.index(row, 0))
        return True

    def choose_once_there(self, place: Place, title: str) -> bool:
        """Make a queue current, or show a channel's list before the channels are read; False when nobody has it."""
        if self.choose(place):
            return True
        if place.channel_id is None:
            return False
        self._later = Entry("", place)
        self.place_chosen.emit(place, title)
        return True

    def choose_workplace(self, name: str) -> None:
        self.setCurrentIndex(self._model.index(self._row_of(Entry("", workplace=name)), 0))

    def leave(self) -> None:
        """Have no current line, as when search hits are shown."""
        self.selectionModel().clear()

    def places(self) -> list[Entry]:
        """Return the queues and channels that are offered, in their order."""
        return [entry for entry in self._entries() if entry.place is not None]

    def count_of(self, queue: Queue) -> int | None:
        """Return the count that is shown beside a queue."""
        row = self._row_of(Entry("", Place(queue)))
        return self._model.item(row).data(COUNT_ROLE) if row >= 0 else None

    @Slot()
    def refresh(self) -> None:
        """Count again."""
        if self._asking:
            self._again = True
            return
        self._asking = True
        self._tasks.read(self, partial(_counted, self._tasks.actor or PROGRAM), self._on_counted, self._on_failed)

    def _entries(self) -> list[Entry]:
        return [self._model.item(row).data(ENTRY_ROLE) for row in range(self._model.rowCount())]

    def _row_of(self, wanted: Entry) -> int:
        for row, entry in enumerate(self._entries()):
            if not entry.heading and (entry.place, entry.workplace) == (wanted.place, wanted.workplace):
                return row
        return -1

    def _fill(self) -> None:
        """Make the lines anew, keeping the current one."""
        index = self.currentIndex()
        current: Entry | None = index.data(ENTRY_ROLE) if index.isValid() else self._later
        self._later = None if self._tree else self._later
        self._filling = True
        self._model.clear()
        wanted = self._wanted()
        self._leave_room(wanted)
        for entry in wanted:
            item = QStandardItem(entry.title)
            item.setData(entry, ENTRY_ROLE)
            item.setEditable(False)
            if entry.heading:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._model.appendRow(item)
        if current is not None and (row := self._row_of(current)) >= 0:
            self.setCurrentIndex(self._model.index(row, 0))
        self._filling = False

    def _leave_room(self, entries: Sequence[Entry]) -> None:
        """Keep room for the whole names of queues and workplaces in any window; a channel's may be of any length."""
        metrics = QFontMetrics(scaled(self.font(), 1.0, bold=True))
        own = [entry.title for entry in entries if entry.place is None or not entry.place.channel_id]
        self.setMinimumWidth(max(map(metrics.horizontalAdvance, own)) + BESIDE)

    def _wanted(self) -> list[Entry]:
        actor = self._tasks.actor or PROGRAM
        groups: list[tuple[str, Sequence[Queue]]] = [(self.tr("网站"), SITE)]
        if may_audit(actor):
            reviewing = REVIEWING if actor.may(Role.REVIEWER) else REVIEWING[1:]
            groups.insert(0, (self.tr("审核"), reviewing))
        if actor.may(Role.CONTRIBUTOR, Role.EDITOR):
            groups.insert(0, (self.tr("我的工作"), WRITING))
        entries: list[Entry] = []
        for title, members in groups:
            entries.append(Entry(title))
            entries += [Entry(name_of(queue), Place(queue)) for queue in members]
        entries += [
            Entry(self.tr("工作台")),
            Entry(self.tr("发布网站"), workplace="publishing"),
            *([Entry(self.tr("留痕"), workplace="audit")] if may_audit(actor) else []),
            Entry(self.tr("设置"), workplace="preferences"),
        ]
        if self._tree:  # last, because an office may have any number of them
            entries.append(Entry(self.tr("栏目")))
            entries += [Entry(channel.name, Place(Queue.CHANNEL, channel.id), depth) for channel, depth in self._tree]
        return entries

    def _on_counted(self, counts: Counts) -> None:
        self._asking = False
        if counts.tree != self._tree:
            self._tree = counts.tree
            self._fill()
        for row, entry in enumerate(self._entries()):
            if entry.place is not None:
                place = entry.place
                count = counts.channels.get(place.channel_id, 0) if place.channel_id else counts.queues[place.queue]
                item = self._model.item(row)
                item.setData(count, COUNT_ROLE)
                spoken = self.tr("{title}，{n} 篇").format(title=entry.title, n=count)
                item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        if self._again:
            self._again = False
            self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._asking = self._again = False
        self._tasks.failed.emit(error)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.areas & _COUNTED:
            self.refresh()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()

    @Slot(QModelIndex)
    def _on_current_changed(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE) if index.isValid() else None
        if self._filling or entry is None or entry.heading:
            return
        if entry.workplace:
            self.workplace_chosen.emit(entry.workplace)
        else:
            self.place_chosen.emit(entry.place, entry.title)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        # said here: under a style sheet the palette of a view does not follow a change of the theme
        painter.fillRect(event.rect(), QColor(self._theme.colours.side))
        painter.end()
        super().paintEvent(event)


class _EntryDelegate(QStyledItemDelegate):
    """Headings small and grey; lines with their count at the right, red where somebody waits."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        high = option.fontMetrics.height()
        return QSize(120, high + (20 if cast(Entry, index.data(ENTRY_ROLE)).heading else 14))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry, colours = cast(Entry, index.data(ENTRY_ROLE)), self._theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(option.rect).adjusted(18 + entry.depth * INDENT, 0, -18, 0)
        left = int(Qt.AlignmentFlag.AlignLeft)
        if entry.heading:
            painter.setFont(scaled(option.font, 0.9))
            painter.setPen(QColor(colours.ink_soft))
            painter.drawText(place.adjusted(0, 0, 0, -4), left | int(Qt.AlignmentFlag.AlignBottom), entry.title)
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, chosen)
        taken = self._paint_count(painter, option, index, place)
        painter.setFont(scaled(option.font, 1.0, bold=chosen))
        painter.setPen(QColor(colours.ink))
        place.setRight(place.right() - taken)
        title = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, left | int(Qt.AlignmentFlag.AlignVCenter), title)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, chosen: bool) -> None:
        colours, hovered = self._theme.colours, bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen or hovered:
            painter.setPen(QPen(QColor(colours.focus if focused else colours.line if chosen else colours.hover), 1))
            painter.setBrush(QColor(colours.selected if chosen else colours.hover))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(8.5, 1.5, -8.5, -1.5), 6, 6)

    def _paint_count(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, place: QRectF
    ) -> float:
        """Paint the count and return the width that it takes."""
        count, entry, colours = index.data(COUNT_ROLE), cast(Entry, index.data(ENTRY_ROLE)), self._theme.colours
        if count is None:
            return 0.0
        words = f"{count:,}"
        painter.setFont(scaled(option.font, 0.9))
        width = painter.fontMetrics().horizontalAdvance(words)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if count and entry.place is not None and entry.place.queue in CALLING:
            high = painter.fontMetrics().height() + 2.0
            badge = QRectF(0, 0, max(high, width + 12.0), high)
            badge.moveCenter(place.center())
            badge.moveRight(place.right() + 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(badge, high / 2, high / 2)
            painter.setPen(QColor(colours.on_accent))
            painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), words)
            return badge.width() + 6
        painter.setPen(QColor(colours.ink_soft))
        painter.drawText(place, right, words)
        return width + 8.0


def _counted(actor: Actor, connection: Connection) -> Counts:
    tree = _tree([channel for channel in channels.every(connection) if channel.active])
    return Counts(queues.sizes(connection, actor), queues.channel_sizes(connection), tuple(tree))


def _tree(every: Sequence[Channel]) -> list[tuple[Channel, int]]:
    """Return the channels so that each stands under its parent; one whose parent is not shown stands at the top."""
    shown = {channel.id for channel in every}
    children: dict[int | None, list[Channel]] = {}
    for channel in every:
        children.setdefault(channel.parent_id if channel.parent_id in shown else None, []).append(channel)

    def below(parent: int | None, depth: int) -> list[tuple[Channel, int]]:
        found: list[tuple[Channel, int]] = []
        for channel in children.get(parent, ()):
            found += [(channel, depth), *below(channel.id, depth + 1)]
        return found

    return below(None, 0)
