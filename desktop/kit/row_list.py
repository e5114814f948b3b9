"""A list view whose rows have the heights that their titles need, at any length: only rows in sight are measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor, QCursor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QWidget

from desktop.kit.paged_model import PagedModel
from desktop.kit.theme import Theme

UNIT = 100  # steps of the scroll bar for one row, whatever its height
AnyIndex = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class RowList(QAbstractItemView):
    """QListView asks the height of every row before it shows one; this one scrolls by row and asks for what it paints.

    The current row is kept by its id when the model starts anew; a list that is empty says ``empty_text``.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._empty_text = ""
        self._kept = -1
        self._anchor = QPersistentModelIndex()
        self._previous = QPersistentModelIndex()
        self._brought = QPersistentModelIndex()  # the row that was brought into sight, until the person scrolls on
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._on_theme_changed)

    def set_empty_text(self, text: str) -> None:
        """Say what to do next where there is nothing to show."""
        self._empty_text = text
        self.viewport().update()

    def current_id(self) -> int:
        """Return the id of the current row, -1 when there is none."""
        model = self.model()
        return model.id_at(self.currentIndex().row()) if isinstance(model, PagedModel) else -1

    def selected_ids(self) -> list[int]:
        """Return the ids of the selected rows in their order."""
        model = self.model()
        if not isinstance(model, PagedModel):
            return []
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        spans = sorted((span.top(), span.bottom()) for span in ranges)
        return [model.id_at(row) for top, bottom in spans for row in range(top, bottom + 1)]

    def select_current_only(self) -> None:
        """Give up a selection of several rows."""
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(self.currentIndex(), flag.ClearAndSelect)

    def choose(self, row_id: int) -> bool:
        """Make an id the current row and bring it into sight; False when it is not in the list."""
        model = self.model()
        row = model.row_of(row_id) if isinstance(model, PagedModel) else -1
        if row < 0:
            return False
        index = model.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._kept = self.current_id()

    @Slot()
    def _on_reset(self) -> None:
        if self._kept >= 0:
            self.choose(self._kept)

    @Slot(QModelIndex, int, int)
    def _on_removed(self, _parent: QModelIndex, start: int, end: int) -> None:
        bar = self.verticalScrollBar()
        value = bar.value()
        if start < value // UNIT:
            bar.setValue(value - min(end - start + 1, value // UNIT - start) * UNIT)
        self.updateGeometries()

    # Where rows are

    def _count(self) -> int:
        return self.model().rowCount(self.rootIndex()) if self.model() is not None else 0

    def _height(self, row: int) -> int:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = QRect(0, 0, self.viewport().width(), 0)
        return max(1, self.itemDelegate().sizeHint(option, self.model().index(row, 0)).height())

    def _top(self) -> tuple[int, int]:
        """Return the row at the top and how many pixels of it are out of sight."""
        row, part = divmod(self.verticalScrollBar().value(), UNIT)
        if not 0 <= row < self._count():
            return 0, 0
        return row, part * self._height(row) // UNIT

    def _in_sight(self) -> Iterator[tuple[int, QRect]]:
        row, hidden = self._top()
        y, width, bottom = -hidden, self.viewport().width(), self.viewport().height()
        while y < bottom and row < self._count():
            height = self._height(row)
            yield row, QRect(0, y, width, height)
            y, row = y + height, row + 1

    def _value_ending_with(self, row: int) -> int:
        """Return the scroll value at which ``row`` ends where the viewport ends."""
        room = self.viewport().height()
        while row >= 0:
            height = self._height(row)
            if height >= room:
                return row * UNIT + -(-(height - room) * UNIT // height)  # rounded up: its last line must be seen
            room, row = room - height, row - 1
        return 0

    def _row_after_page(self, row: int, way: int) -> int:
        room = self.viewport().height() - self._height(row)
        while 0 <= row + way < self._count() and room > 0:
            row += way
            room -= self._height(row)
        return row

    # Qt overrides

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802
        super().setModel(model)
        if model is not None:
            model.modelAboutToBeReset.connect(self._on_about_to_reset)
            model.modelReset.connect(self._on_reset)
            model.layoutChanged.connect(self.updateGeometries)
            model.rowsRemoved.connect(self._on_removed)
            model.rowsMoved.connect(self.updateGeometries)
        self.updateGeometries()

    def updateGeometries(self) -> None:  # noqa: N802
        bar = self.verticalScrollBar()
        count = self._count()
        bar.setRange(0, self._value_ending_with(count - 1) if count else 0)
        bar.setSingleStep(UNIT // 3)
        bar.setPageStep(max(UNIT, UNIT * self.viewport().height() // (self._height(0) if count else 1)))
        super().updateGeometries()
        self.viewport().update()

    def visualRect(self, index: AnyIndex) -> QRect:  # noqa: N802
        return next((place for row, place in self._in_sight() if row == index.row()), QRect())

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        for row, place in self._in_sight():
            if place.contains(point):
                return self.model().index(row, 0, self.rootIndex())
        return QModelIndex()

    def scrollTo(self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:  # noqa: N802
        if not index.isValid():
            return
        bar, row = self.verticalScrollBar(), index.row()
        first, last = row * UNIT, self._value_ending_with(row)
        if hint == _Hint.PositionAtTop or (hint == _Hint.EnsureVisible and bar.value() > first):
            bar.setValue(first)
        elif hint == _Hint.PositionAtCenter:
            bar.setValue((first + last) // 2)
        elif hint == _Hint.PositionAtBottom or bar.value() < last:
            bar.setValue(min(first, last))
        self._brought = QPersistentModelIndex(index)

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: N802
        if not self._count():
            return QModelIndex()
        last = self._count() - 1
        if not self.currentIndex().isValid() and action not in (_Move.MoveHome, _Move.MoveEnd):
            return self.model().index(self._top()[0], 0, self.rootIndex())  # where one is looking
        row = self.currentIndex().row()
        match action:
            case _Move.MoveDown | _Move.MoveNext | _Move.MoveRight:
                row = min(last, row + 1)
            case _Move.MoveUp | _Move.MovePrevious | _Move.MoveLeft:
                row = max(0, row - 1)
            case _Move.MoveHome:
                row = 0
            case _Move.MoveEnd:
                row = last
            case _Move.MovePageDown:
                row = self._row_after_page(row, 1)
            case _Move.MovePageUp:
                row = self._row_after_page(row, -1)
        return self.model().index(row, 0, self.rootIndex())

    def setSelection(self, _rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802
        """Select the current row, or all from where the selection began: a rectangle reaches only what is in sight."""
        current = self.currentIndex()
        if not flags & QItemSelectionModel.SelectionFlag.Current:
            self._anchor = QPersistentModelIndex(current)
        elif not self._anchor.isValid():
            self._anchor = self._previous if self._previous.isValid() else QPersistentModelIndex(current)
        first, last = sorted((self._anchor.row(), current.row()))
        model = self.model()
        self.selectionModel().select(QItemSelection(model.index(first, 0), model.index(last, 0)), flags)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        region = QRegion()
        for row, place in self._in_sight():
            if selection.contains(self.model().index(row, 0)):
                region += place
        return region

    def horizontalOffset(self) -> int:  # noqa: N802
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        return 0

    def isIndexHidden(self, _index: AnyIndex) -> bool:  # noqa: N802
        return False

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802
        self._brought = QPersistentModelIndex()
        self.viewport().update()

    def rowsInserted(self, parent: AnyIndex, start: int, end: int) -> None:  # noqa: N802
        """What comes above what is read must not push it away; at the very top the newest is shown."""
        bar = self.verticalScrollBar()
        value = bar.value()
        super().rowsInserted(parent, start, end)
        self.updateGeometries()
        if value > 0 and start <= value // UNIT:
            bar.setValue(value + (end - start + 1) * UNIT)

    def rowsAboutToBeRemoved(self, parent: AnyIndex, start: int, end: int) -> None:  # noqa: N802
        """Another row becomes current when the current one goes; that is no reason to jump to it."""
        self.setAutoScroll(False)
        super().rowsAboutToBeRemoved(parent, start, end)
        self.setAutoScroll(True)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802
        self._previous = QPersistentModelIndex(previous)
        super().currentChanged(current, previous)

    def dataChanged(self, first: AnyIndex, last: AnyIndex, roles: Sequence[int] = ()) -> None:  # noqa: N802
        """A row that was read may be higher than its placeholder: what was to be seen must still be seen."""
        super().dataChanged(first, last, roles)
        bar, brought = self.verticalScrollBar(), self._brought
        at_end = 0 < bar.value() == bar.maximum()
        self.updateGeometries()
        if brought.isValid():
            self.scrollTo(brought)
        elif at_end:
            bar.setValue(bar.maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        # said here: under a style sheet the palette of a view does not follow a change of the theme
        painter.fillRect(event.rect(), QColor(self._theme.colours.list))
        if not self._count():
            self._paint_empty(painter)
            return
        pointer = self.viewport().mapFromGlobal(QCursor.pos()) if self.viewport().underMouse() else QPoint(-1, -1)
        for row, place in self._in_sight():
            if place.intersects(event.rect()):
                self._paint_row(painter, row, place, place.contains(pointer))

    def _paint_row(self, painter: QPainter, row: int, place: QRect, hovered: bool) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = place
        index = self.model().index(row, 0)
        flag = QStyle.StateFlag
        option.state &= ~(flag.State_HasFocus | flag.State_MouseOver | flag.State_Selected)
        if self.selectionModel().isSelected(index):
            option.state |= flag.State_Selected
        if hovered:
            option.state |= flag.State_MouseOver
        if index == self.currentIndex() and self.hasFocus():
            option.state |= flag.State_HasFocus
        self.itemDelegate().paint(painter, option, index)

    def _paint_empty(self, painter: QPainter) -> None:
        model = self.model()
        if isinstance(model, PagedModel) and model.loading:
            return
        painter.setPen(QColor(self._theme.colours.ink_soft))
        place = self.viewport().rect().adjusted(24, 48, -24, -24)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(place, int(flags) | int(Qt.TextFlag.TextWordWrap), self._empty_text)
