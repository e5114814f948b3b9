"""A list of records at the left, the form of the chosen one at the right: the shape of four of the tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Surface, Theme, lay, scaled
from desktop.screens.preferences.edit_panel import EditPanel
from desktop.screens.preferences.form import Form

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

ID = Qt.ItemDataRole.UserRole
LIST = 400  # pixels of the list's width to begin with
ROW = 1.8  # height of a line of the list, in lines of text


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list."""

    id: int
    words: tuple[str, ...]
    active: bool = True
    parent_id: int | None = None


class RecordsPanel(EditPanel):
    """Choose, change, add. Subclasses say what is read, how it is listed and what saving does."""

    def __init__(
        self,
        tasks: Tasks,
        theme: Theme,
        messages: MessageBar,
        form: Form,
        columns: Sequence[str],
        add_text: str,
        empty_text: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, messages, form, parent=parent)
        self._theme = theme
        self._known: Any = None
        self._id: int | None = None  # of the record in the form; None: a new one
        self._wanted: int | None = None  # to be chosen when it is listed
        self._items: dict[int, QTreeWidgetItem] = {}
        self._adding = False
        self.tree = QTreeWidget()
        self._build(columns, add_text, empty_text)
        theme.changed.connect(self._on_theme_changed)

    # What subclasses say

    def read(self, connection: Connection) -> Any:
        raise NotImplementedError

    def entries(self, known: Any) -> Sequence[Entry]:
        raise NotImplementedError

    def record(self, known: Any, record_id: int) -> Any:
        raise NotImplementedError

    def title(self, record: Any) -> str:
        raise NotImplementedError

    def keep(self, record_id: int | None, values: dict[str, Any]) -> Callable[[Unit], object]:
        """Return the work that keeps the values; it gives the id of a new record."""
        raise NotImplementedError

    def enable(self, record: Any) -> None:
        """Enable the subclass's own buttons for the record in the form (None: a new one)."""

    def stops_before(self) -> list[QWidget]:
        under = [item.widget() for at in range(self.under.count()) if (item := self.under.itemAt(at)) is not None]
        return [self.tree, *(widget for widget in under if widget is not None)]

    # Reading

    def refresh(self) -> None:
        self._tasks.read(self, self.read, self._on_read)

    def _on_read(self, known: Any) -> None:
        self._known = known
        entries = self.entries(known)
        self._list(entries)
        if self._wanted is not None:
            self._id, self._wanted = self._wanted, None
        ids = [entry.id for entry in entries]
        if self._dirty:
            self._mark(self._id)
            return
        if self._id not in ids:
            self._id = ids[0] if ids and self._id is not None else None
            if self._id is None and ids and not self._adding:
                self._id = ids[0]
        self._show(self._id)

    def _list(self, entries: Sequence[Entry]) -> None:
        with QSignalBlocker(self.tree):
            self.tree.clear()
            items: dict[int, QTreeWidgetItem] = {}
            soft = QColor(self._theme.colours.ink_soft)
            for entry in entries:
                words = list(entry.words)
                if not entry.active:
                    words[0] = self.tr("{name}（已停用）").format(name=words[0])
                item = QTreeWidgetItem(words)
                item.setData(0, ID, entry.id)
                item.setSizeHint(0, QSize(0, round(self.tree.fontMetrics().lineSpacing() * ROW)))
                for column in range(len(words)):
                    item.setToolTip(column, words[column])
                    if column or not entry.active:
                        item.setForeground(column, soft)
                above = items.get(entry.parent_id) if entry.parent_id is not None else None
                (above.addChild if above is not None else self.tree.addTopLevelItem)(item)
                items[entry.id] = item
            self.tree.expandAll()
            self._items = items

    def _mark(self, record_id: int | None) -> None:
        with QSignalBlocker(self.tree):
            self.tree.setCurrentItem(self._items.get(record_id) if record_id is not None else None)  # type: ignore[arg-type]

    def _show(self, record_id: int | None) -> None:
        self._id = record_id
        record = self.record(self._known, record_id) if record_id is not None else None
        self._mark(record_id)
        self.heading.setText(self.title(record))
        self.form.show_record(record, self._known)
        nothing = record is None and not self.may_change
        self.form.setVisible(not nothing)
        self._hint.setVisible(nothing)
        self._set_dirty(False)
        self._order_keys()

    def _enable(self) -> None:
        super()._enable()
        record = self.record(self._known, self._id) if self._id is not None and self._known is not None else None
        self.add_button.setVisible(self.may_change)
        self.enable(record if self.may_change else None)

    def add_button_below(self, button: QPushButton) -> None:
        """Put one more button beside 保存."""
        self.buttons.insertWidget(self.buttons.count() - 1, button)

    # Layout

    def _build(self, columns: Sequence[str], add_text: str, empty_text: str) -> None:
        self.tree.setAccessibleName(columns[0])
        self.tree.setHeaderLabels(list(columns))
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(22)
        self.tree.setAccessibleName(columns[0])
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setMinimumSectionSize(90)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.currentItemChanged.connect(self._on_chosen)
        self.add_button = QPushButton(add_text)
        self.add_button.clicked.connect(self._on_add)
        left = QWidget()
        lay(left, Surface.LIST)
        self.left = QVBoxLayout(left)
        self.left.setContentsMargins(14, 14, 14, 14)
        self.left.addWidget(self.tree, 1)
        self.under = QHBoxLayout()
        self.under.addWidget(self.add_button)
        self.under.addStretch(1)
        self.left.addLayout(self.under)
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self._right(empty_text))
        split.setStretchFactor(1, 1)
        split.setSizes([LIST, 3 * LIST])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _right(self, empty_text: str) -> QWidget:
        self.heading = QLabel()
        self.heading.setFont(scaled(self.font(), 1.2, bold=True))
        self.heading.setWordWrap(True)
        self._hint = QLabel(empty_text)
        self._hint.setWordWrap(True)
        self._hint.hide()
        inside = QWidget()
        lay(inside, Surface.PAPER)
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        column.addWidget(self.heading)
        column.addWidget(self._hint)
        column.addWidget(self.form)
        column.addStretch(1)
        self.form.setMaximumWidth(620)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        self.buttons.setContentsMargins(28, 10, 28, 10)
        right = QWidget()
        layout = QVBoxLayout(right)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addLayout(self.buttons)
        return right

    # Changing

    def save(self) -> Callable[[Unit], object]:
        return self.keep(self._id, self.form.values())

    def revert(self) -> None:
        self._show(self._id)

    def done(self, made: object) -> None:
        if self._adding and isinstance(made, int):
            self._wanted, self._adding = made, False

    @Slot()
    def _on_add(self) -> None:
        if self._known is None:
            self._adding = True  # the form is shown once it is known what can be chosen in it
        elif self.may_leave():
            self._adding = True
            self._show(None)
            next(iter(self.form.fields.values())).setFocus()

    @Slot()
    def _on_chosen(self) -> None:
        item = self.tree.currentItem()
        if item is None:
            return
        if self.may_leave():
            self._adding = False
            self._show(int(item.data(0, ID)))
        else:
            self._mark(self._id)

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._known is not None:
            self._list(self.entries(self._known))
            self._mark(self._id)
