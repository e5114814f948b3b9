"""Lists of any length: ids first, rows by the page as they come into sight; never waits for the database."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal, Slot

from db.domain.changes import Changes
from desktop.kit.row_steps import Inserted, Moved, Removed, Step, steps
from desktop.kit.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from sqlalchemy import Connection

    First = Callable[[Connection], tuple[Sequence[int], int | None]]
    Ids = Callable[[Connection], Sequence[int]]
    Rows = Callable[[Connection, Sequence[int]], dict[int, Any]]

Concerns = Callable[[Changes], frozenset[int] | None]
AnyIndex = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
PAGE = 100
FLYING = 2  # pages asked for at once
WAITING = 6  # pages that wait; a fast scroll drops the older ones, which are asked for again when seen
KEPT = 4000  # rows held
PATIENCE = 200  # milliseconds before what was not counted is listed: who is typing asks for something else by then


def articles_touched(changes: Changes) -> frozenset[int]:
    """Return the ids to read again: the articles touched; empty when it is not known which."""
    return changes.article_ids


class PagedModel(QAbstractListModel):
    """A list whose rows are values of any kind under ROW_ROLE, None until they are read.

    Signals:
        counted: how many rows there are in all (int), said anew for each list.

    A list that cannot be read is told through ``tasks.failed``.
    """

    counted = Signal(int)

    def __init__(self, tasks: Tasks, speak: Callable[[Any], str] = str, parent: QObject | None = None) -> None:
        """``speak`` makes of a row what a screen reader says and what typing in the list looks for."""
        super().__init__(parent)
        self._tasks = tasks
        self._speak = speak
        self._ids: array[int] = array("q")
        self._total: int | None = 0  # None: not known yet
        self._rows: dict[int, Any] = {}
        self._stale: dict[int, int] = {}  # id -> number of the change that touched it
        self._change = 0
        self._flying: dict[int, Ticket] = {}
        self._waiting: list[int] = []
        self._listing: Ticket | None = None
        self._list_again = False
        self._queries: tuple[First, Ids, Rows] | None = None
        self._concerns: Concerns = articles_touched
        self._rest = QTimer(self, singleShot=True, interval=PATIENCE)
        self._rest.timeout.connect(self.reload)
        tasks.changed.connect(self._on_changed)

    def load(self, first: First, ids: Ids, rows: Rows, concerns: Concerns = articles_touched) -> None:
        """Show another list. ``first`` gives the first page's ids and the count of all, ``ids`` all of them in order.

        Where counting would keep the first page waiting the count is None, and is known with ``ids``.
        ``concerns`` says which ids a change touched: empty for "any of them", None for "none of mine".
        """
        self._give_up()
        self._queries, self._concerns = (first, ids, rows), concerns
        self._total = None

        def work(connection: Connection) -> tuple[array[int], int | None, dict[int, Any]]:
            found, total = first(connection)
            return array("q", found), total, rows(connection, found)

        self._listing = self._tasks.read(self, work, self._on_first, self._on_listing_failed)

    @Slot()
    def reload(self) -> None:
        """Ask for the ids again and show what is new, keeping the place."""
        if self._queries is None:
            return
        if self._listing is not None:
            self._list_again = True
            return
        self._rest.stop()
        ids, before = self._queries[1], self._ids[:]

        def work(connection: Connection) -> tuple[array[int], tuple[Step, ...] | None]:
            found = array("q", ids(connection))
            return found, steps(before, found)

        self._listing = self._tasks.read(self, work, self._on_listed, self._on_listing_failed)

    def clear(self) -> None:
        """Show nothing, as when no queue is chosen."""
        self._give_up()
        self._queries = None
        self._reset(array("q"))
        self._count(0)

    @property
    def total(self) -> int:
        """How many rows there are in all, though perhaps not yet listed; those listed while it is not known."""
        return len(self._ids) if self._total is None else self._total

    @property
    def loading(self) -> bool:
        return self._listing is not None or self._rest.isActive()

    def id_at(self, row: int) -> int:
        """Return the id of a row, -1 when there is no such row."""
        return self._ids[row] if 0 <= row < len(self._ids) else -1

    def row_of(self, row_id: int) -> int:
        """Return where an id stands, -1 when it is not (yet) in the list."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return -1

    def row(self, row: int) -> Any:
        """Return the value of a row if it has been read."""
        return self._rows.get(self.id_at(row))

    # Listing

    def _on_first(self, answer: tuple[array[int], int | None, dict[int, Any]]) -> None:
        ids, total, rows = answer
        self._listing = None
        self._rows = dict(rows)
        self._stale = dict.fromkeys(rows, self._change) if self._list_again else {}  # changed while it was read
        self._reset(ids)
        if total is not None:
            self._count(total)
        if total is None and not self._list_again:
            self._rest.start()
        elif total is None or len(ids) < total or self._list_again:
            self._list_again = False
            self.reload()

    def _on_listed(self, answer: tuple[array[int], tuple[Step, ...] | None]) -> None:
        ids, way = answer
        self._listing = None
        if way is None:
            self._reset(ids)
        else:
            for step in way:
                self._take(step, ids)
        self._count(len(ids))
        self._tell_stale()
        if self._list_again:
            self._list_again = False
            self.reload()

    def _on_listing_failed(self, error: Exception) -> None:
        self._listing = None
        self._list_again = False
        self._tasks.failed.emit(error)

    def _reset(self, ids: array[int]) -> None:
        self.beginResetModel()
        self._ids = ids
        self._waiting.clear()
        self.endResetModel()

    def _take(self, step: Step, ids: array[int]) -> None:
        nowhere = QModelIndex()
        match step:
            case Removed(first, count):
                self.beginRemoveRows(nowhere, first, first + count - 1)
                del self._ids[first : first + count]
                self.endRemoveRows()
            case Inserted(first, count):
                self.beginInsertRows(nowhere, first, first + count - 1)
                self._ids[first:first] = ids[first : first + count]
                self.endInsertRows()
            case Moved(first, to):
                self.beginMoveRows(nowhere, first, first, nowhere, to + 1 if to > first else to)
                self._ids.insert(to, self._ids.pop(first))
                self.endMoveRows()

    def _count(self, total: int) -> None:
        if total != self._total:
            self._total = total
            self.counted.emit(total)

    def _give_up(self) -> None:
        for ticket in (self._listing, *self._flying.values()):
            if ticket is not None:
                ticket.cancel()
        self._listing = None
        self._list_again = False
        self._rest.stop()
        self._flying.clear()
        self._waiting.clear()

    # Changes

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        touched = self._concerns(changes) if self._queries is not None else None
        if touched is None:
            return
        self._change += 1
        for row_id in touched & self._rows.keys() if touched else self._rows:
            self._stale[row_id] = self._change
        self.reload()

    def _tell_stale(self) -> None:
        """Let the views paint what was touched: painting asks for it; the old row is shown until the new is here."""
        if len(self._stale) > PAGE:
            self._tell(0, len(self._ids) - 1)
            return
        for row in map(self.row_of, tuple(self._stale)):
            if row >= 0:
                self._tell(row, row)

    # Rows

    def _want(self, page: int) -> None:
        if page in self._flying:
            return
        if page in self._waiting:
            self._waiting.remove(page)
        self._waiting.append(page)
        del self._waiting[:-WAITING]
        self._send()

    def _send(self) -> None:
        """Ask for the page that was seen last, first."""
        while self._waiting and len(self._flying) < FLYING and self._queries is not None:
            page = self._waiting.pop()
            wanted = tuple(i for i in self._ids[page * PAGE : (page + 1) * PAGE] if not self._fresh(i))
            if wanted:
                self._flying[page] = self._tasks.read(
                    self,
                    partial(_call, self._queries[2], wanted),
                    partial(self._on_page, page, wanted, self._change),
                    partial(self._on_page_failed, page),
                )

    def _fresh(self, row_id: int) -> bool:
        return row_id in self._rows and row_id not in self._stale

    def _on_page(self, page: int, wanted: tuple[int, ...], change: int, rows: dict[int, Any]) -> None:
        self._flying.pop(page, None)
        for row_id in wanted:
            self._rows.pop(row_id, None)  # to the end: the rows kept are those read last
            self._rows[row_id] = rows.get(row_id)  # None when it has just been removed; the ids will follow
            if self._stale.get(row_id, 0) <= change:
                self._stale.pop(row_id, None)
        self._drop_old()
        # the page may have shifted by a few rows while it was read: its neighbours are told too
        self._tell(max(0, (page - 1) * PAGE), min((page + 2) * PAGE, len(self._ids)) - 1)
        self._send()

    def _on_page_failed(self, page: int, error: Exception) -> None:
        self._flying.pop(page, None)
        self._tasks.failed.emit(error)
        self._send()

    def _drop_old(self) -> None:
        for row_id in list(self._rows)[: max(0, len(self._rows) - KEPT)]:
            del self._rows[row_id]
            self._stale.pop(row_id, None)

    def _tell(self, first: int, last: int) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))

    # Qt overrides

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        at = index.row()
        if not index.isValid() or at >= len(self._ids):
            return None
        if role not in (ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row_id = self._ids[at]
        row = self._rows.get(row_id)
        if not self._fresh(row_id):
            self._want(at // PAGE)
        if role == ROW_ROLE:
            return row
        return "…" if row is None else self._speak(row)


def _call(rows: Rows, wanted: tuple[int, ...], connection: Connection) -> dict[int, Any]:
    return rows(connection, wanted)
