"""The button that offers filters, and a chip for each that is set: a click takes it away again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from desktop.kit.flow_layout import FlowLayout
from desktop.kit.tasks import Tasks
from desktop.kit.theme import mark
from desktop.screens.library.choices import Choice, Chosen, Kind, between, name_of, offered
from desktop.screens.library.period import ask_period


class FilterBar(QWidget):
    """The chips. Put ``button`` where there is room for it.

    Signals:
        edited: other filters are set, or the search is no longer kept to one queue.
    """

    edited = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._chosen: dict[Kind, Choice] = {}
        self._hidden: frozenset[Kind] = frozenset()
        self._scope = ""
        self._narrow = True
        self.button = QToolButton()
        self.button.setText(self.tr("筛选 ▾"))
        self.button.setToolTip(self.tr("按阶段、栏目、人员、供稿单位、时间筛选"))
        self.button.setAccessibleName(self.tr("筛选"))
        self.button.clicked.connect(self.offer)
        self._menu = QMenu(self)
        self._flow = FlowLayout(self, fill=False)
        self._flow.setContentsMargins(12, 0, 12, 8)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def chosen(self) -> Chosen:
        return self._chosen

    @property
    def narrow(self) -> bool:
        """Whether a search keeps to the queue that is shown."""
        return self._narrow

    def begin(self, chosen: Chosen, hidden: frozenset[Kind] = frozenset()) -> None:
        """Start anew with these filters; ``hidden`` kinds make no sense here."""
        self._chosen, self._hidden, self._narrow, self._scope = dict(chosen), hidden, True, ""
        self._show()

    def show_scope(self, queue: str) -> None:
        """Say to which queue the search keeps; an empty name for none."""
        if queue != self._scope:
            self._scope = queue
            self._show()

    def set(self, choice: Choice) -> None:
        """Filter by this, in place of another of its kind."""
        self._chosen[choice.kind] = choice
        self._changed()

    def clear(self) -> None:
        if self._chosen:
            self._chosen.clear()
            self._changed()

    @Slot()
    def offer(self) -> None:
        """Open the menu as soon as the newsroom's people, channels and units are read."""
        self._tasks.read(self, offered, self._pop_up)

    def _pop_up(self, choices: Mapping[Kind, tuple[Choice, ...]]) -> None:
        self._menu.deleteLater()
        self._menu = QMenu(self)
        for kind, members in choices.items():
            if members and kind not in self._hidden:
                self._add_kind(kind, members)
        if self._chosen:
            self._menu.addSeparator()
            self._menu.addAction(self.tr("清除全部筛选"), self.clear)
        self._menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _add_kind(self, kind: Kind, members: tuple[Choice, ...]) -> None:
        menu = self._menu.addMenu(name_of(kind))
        menu.setStyleSheet("QMenu { menu-scrollable: 1; }")  # a hundred units in one column that scrolls
        group = QActionGroup(menu)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        current = self._chosen.get(kind)
        for choice in members:
            action = QAction(choice.words.replace("&", "&&"), group, checkable=True, checked=choice == current)
            action.setData(choice)
            menu.addAction(action)
        group.triggered.connect(self._on_picked)
        if kind is Kind.TIME:
            menu.addAction(self.tr("指定日期…"), self._ask_days)

    def _ask_days(self) -> None:
        days = ask_period(self.window())
        if days is not None:
            self.set(between(*days))

    def _on_picked(self, action: QAction) -> None:
        choice = action.data()
        if action.isChecked():
            self.set(choice)
        else:
            self._drop(choice.kind)

    def _drop(self, kind: Kind, _checked: bool = False) -> None:
        if self._chosen.pop(kind, None) is not None:
            self._changed()

    @Slot()
    def _widen(self) -> None:
        self._narrow, self._scope = False, ""
        self._changed()

    def _changed(self) -> None:
        if self.isAncestorOf(self.window().focusWidget() or self.window()):
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)  # the chip that had it goes
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        if self._scope:
            words = self.tr("只在“{queue}”里找").format(queue=self._scope)
            self._add_chip(words, self.tr("点一下，在全部稿件里找")).clicked.connect(self._widen)
        for kind in Kind:
            if (choice := self._chosen.get(kind)) is not None:
                words = self.tr("{kind}：{choice}").format(kind=name_of(kind), choice=choice.words)
                self._add_chip(words, self.tr("点一下，取消这项筛选")).clicked.connect(partial(self._drop, kind))
        self.setVisible(self._flow.count() > 0)
        self.updateGeometry()

    def _add_chip(self, words: str, hint: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setText(f"{words.replace('&', '&&')}  ×")
        chip.setAccessibleName(words)
        chip.setAccessibleDescription(hint)
        chip.setToolTip(hint)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        mark(chip, "chip", True)
        self._flow.addWidget(chip)
        chip.show()
        return chip
