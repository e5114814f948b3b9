"""What stands over the list: its name and count, its order, the search line; or what is done with a selection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.domain.workflow import Step
from db.store.queues import Order
from desktop.kit.commands import Commands
from desktop.kit.theme import ButtonKind, dress, mark
from desktop.screens.library.batch import STEPS, wording
from desktop.screens.library.filter_bar import FilterBar
from desktop.screens.library.places import order_name

HEIGHT = 40


class HeadPanel(QWidget):
    """Shows what it is told; the screen decides.

    Signals:
        searched: the words in the search line changed (str).
        order_chosen: an Order for a queue, or "newest" and "best" for what was searched for.
        deselected: the selection of several is given up.
    """

    searched = Signal(str)
    order_chosen = Signal(object)
    deselected = Signal()

    def __init__(self, commands: Commands, filters: FilterBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._steps: dict[Step, QPushButton] = {}
        self.heading, self.order = QLabel(), QToolButton()
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.setAccessibleName(self.tr("在列表里查找"))
        self.line.textChanged.connect(self.searched)
        self._title, self._selection = QStackedWidget(), QLabel()
        self._title.setFixedHeight(HEIGHT)
        self._title.addWidget(self._heading_row())
        self._title.addWidget(self._selection_row())
        search = QHBoxLayout()
        search.setContentsMargins(12, 0, 8, 8)
        search.setSpacing(4)
        search.addWidget(self.line, 1)
        search.addWidget(filters.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addLayout(search)
        layout.addWidget(filters)

    def show_orders(self, offered: Sequence[tuple[object, str]], current: object) -> None:
        """Offer orders by their names; the button says the current one."""
        menu = self.order.menu()
        menu.clear()
        group = QActionGroup(menu)
        for order, name in offered:
            action = QAction(name, group, checkable=True, checked=order == current)
            action.setData(order)
            menu.addAction(action)
        group.triggered.connect(self._on_order)
        words = dict(offered).get(current, "")
        self.order.setText(self.tr("{order} ▾").format(order=words))
        self.order.setAccessibleName(self.tr("排序：{order}").format(order=words))
        self.order.setToolTip(self.tr("按什么排序"))

    def show_selection(self, count: int, steps: Sequence[Step], allowed: Mapping[Step, bool]) -> None:
        """Show what can be done with several selected rows, or the heading again."""
        for step, button in self._steps.items():
            button.setVisible(step in steps)
            button.setEnabled(allowed.get(step, False))
        self._selection.setText(self.tr("已选 {n} 篇").format(n=count))
        self._title.setCurrentIndex(1 if count > 1 else 0)

    def restore_button(self) -> QPushButton:
        """The button of the trash that stands in the heading."""
        return self._restore

    def _heading_row(self) -> QWidget:
        mark(self.heading, "tint", "soft")
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._restore = self._step_button(Step.RESTORE)
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setMenu(QMenu(self.order))
        mark(self.order, "tint", "soft")
        return _row((self.heading, 1), (self._restore, 0), (self.order, 0))

    def _selection_row(self) -> QWidget:
        mark(self._selection, "tint", "accent")
        every = dict.fromkeys(step for steps in STEPS.values() for step in steps)
        self._steps = {step: self._step_button(step) for step in every}
        close = QToolButton()
        close.setText("×")
        close.setToolTip(self.tr("取消选择（Esc）"))
        close.setAccessibleName(self.tr("取消选择"))
        close.clicked.connect(self.deselected)
        return _row((self._selection, 1), *((button, 0) for button in self._steps.values()), (close, 0))

    def _step_button(self, step: Step) -> QPushButton:
        """A button that carries out the command of a step."""
        said, action = wording(step), self._commands.action(command_id(step))
        button = QPushButton(said.button)
        button.setToolTip(said.title)
        button.setAccessibleName(said.title)
        dress(button, ButtonKind.QUIET)
        button.clicked.connect(action.trigger)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.hide()
        return button

    @Slot(QAction)
    def _on_order(self, action: QAction) -> None:
        self.order_chosen.emit(action.data())


def orders(offered: Sequence[Order]) -> list[tuple[object, str]]:
    """Return orders with their names, as ``show_orders`` takes them."""
    return [(order, order_name(order)) for order in offered]


def command_id(step: Step) -> str:
    return "trash.restore" if step is Step.RESTORE else f"list.{step.value}"


def _row(*parts: tuple[QWidget, int]) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(14, 4, 8, 4)
    layout.setSpacing(2)
    for part, stretch in parts:
        layout.addWidget(part, stretch)
    return row
