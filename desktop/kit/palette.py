"""The command palette (Ctrl+K): type a few letters of what is wanted, press Enter."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.kit.commands import Commands
from desktop.kit.palette_model import ITEM_ROLE, PaletteItem, PaletteModel, Provider
from desktop.kit.theme import Surface, Theme, lay, mark, scaled

WIDTH, SHOWN_ROWS = 560, 10
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SHOWN_ROWS, Qt.Key.Key_PageUp: -SHOWN_ROWS}


class CommandPalette(QDialog):
    """A frameless panel over its window; the keyboard stays in the line while the arrows walk the list."""

    def __init__(self, commands: Commands, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._commands = commands
        self._model = PaletteModel(commands, self)
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("搜稿件、人、命令… 可用拼音首字母"))
        self._line.setAccessibleName(self.tr("搜索命令"))
        self._line.setClearButtonEnabled(True)
        self._line.setFixedWidth(WIDTH)
        self._line.textChanged.connect(self._on_typed)
        self._line.installEventFilter(self)
        self._list = QListView()
        self._list.setAccessibleName(self.tr("找到的命令"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(_ItemDelegate(theme, self))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.viewport().setAutoFillBackground(False)
        self._list.clicked.connect(self._on_clicked)
        self._nothing = QLabel(self.tr("没有找到。换个说法，或用拼音首字母试试。"))
        mark(self._nothing, "tint", "soft")
        self._nothing.setContentsMargins(10, 6, 10, 8)
        lay(self, Surface.CARD)
        self.setWindowTitle(self.tr("命令面板"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # as high as what was found
        for widget in (self._line, self._list, self._nothing):
            layout.addWidget(widget)
        self._model.modelReset.connect(self._on_found)

    def add_provider(self, provider: Provider) -> None:
        """Let articles or people be found too, see PaletteModel.add_provider."""
        self._model.add_provider(provider)

    def pop_up(self, words: str = "") -> None:
        """Open over the parent's upper middle with what was typed elsewhere."""
        self._commands.refresh()
        self._line.setText(words)
        self._model.look_for(words)
        self._place()
        self.show()
        self.activateWindow()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(str)
    def _on_typed(self, words: str) -> None:
        self._model.look_for(words)

    @Slot()
    def _on_found(self) -> None:
        found = self._model.rowCount() > 0
        self._list.setVisible(found)
        self._nothing.setVisible(not found)
        self._step_to(0, 1)
        rows = min(SHOWN_ROWS, self._model.rowCount())
        self._list.setFixedHeight(rows * self._list.sizeHintForRow(0) + 4 if rows else 0)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, row: int) -> None:
        item = self._model.item(row)
        if item is not None and item.enabled:
            self.accept()  # first: what is run may open a dialog of its own
            item.run()

    def _step_to(self, row: int, way: int) -> None:
        """Make the nearest row current that can be chosen, looking ``way`` first, then back."""
        last = self._model.rowCount() - 1
        start = max(0, min(row, last))
        ahead = range(start, last + 1) if way > 0 else range(start, -1, -1)
        back = range(start, -1, -1) if way > 0 else range(start, last + 1)
        for candidate in (*ahead, *back):
            item = self._model.item(candidate)
            if item is not None and item.enabled:
                self._list.setCurrentIndex(self._model.index(candidate))
                return

    def _place(self) -> None:
        parent = self.parentWidget()
        around = parent.window().frameGeometry() if parent else self.screen().availableGeometry()
        self.move(around.center().x() - WIDTH // 2, around.top() + min(90, around.height() // 8))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that an input method is using never come here, so Enter and the arrows are the list's."""
        if watched is not self._line or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = cast(QKeyEvent, event).key()
        if key in _STEPS:
            step = _STEPS[Qt.Key(key)]
            self._step_to(self._list.currentIndex().row() + step, step)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex().row())
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            composing = QApplication.inputMethod().isVisible()  # a candidate window may take activation for a moment
            if not composing:
                self.reject()


class _ItemDelegate(QStyledItemDelegate):
    """Title at the left, shortcut or detail at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.height() + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item, colours = cast(PaletteItem, index.data(ITEM_ROLE)), self._theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(option.rect, 5, 5)
        place = option.rect.adjusted(10, 0, -10, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        small = scaled(option.font, 0.92)
        painter.setFont(small)
        painter.setPen(QColor(colours.ink_soft if item.enabled else colours.control_line))
        taken = painter.fontMetrics().horizontalAdvance(item.detail) + 16
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | middle), item.detail)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.ink if item.enabled else colours.control_line))
        title = option.fontMetrics.elidedText(item.title, Qt.TextElideMode.ElideRight, place.width() - taken)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | middle), title)
        painter.restore()
