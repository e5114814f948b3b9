"""The command palette (Ctrl+K): type a few letters of what is wanted, press Enter."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.kit.commands import Commands
from desktop.kit.palette_model import ITEM_ROLE, PaletteItem, PaletteModel, Provider
from desktop.kit.theme import Surface, Theme, lay, mark, scaled

WIDTH, SHOWN_ROWS = 580, 10
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SHOWN_ROWS, Qt.Key.Key_PageUp: -SHOWN_ROWS}


class CommandPalette(QWidget):
    """A panel that lies over its parent, never a window of its own.

    Where a window stands is for the window manager to say (some put it at a corner, and on Wayland no program may
    ask); what lies inside ours is always in its middle. The keyboard stays in the line while the arrows walk the list.
    """

    def __init__(self, commands: Commands, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands, self._theme, self._parent = commands, theme, parent
        self._before: QWidget | None = None  # what had the keyboard
        self._stepped = False  # the person went to a row of their own
        self._chosen: PaletteItem | None = None
        self._model = PaletteModel(commands, self)
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("搜稿件、人、栏目、命令… 可用拼音首字母"))
        self._line.setAccessibleName(self.tr("搜稿件、人、栏目、命令"))
        self._line.setClearButtonEnabled(True)
        self._line.textChanged.connect(self._on_typed)
        self._line.installEventFilter(self)
        self._list = self._make_list(theme)
        self._nothing = QLabel(self.tr("没有找到。换个说法，或用拼音首字母试试。"))
        mark(self._nothing, "tint", "soft")
        self._nothing.setContentsMargins(10, 6, 10, 8)
        self._card = QFrame()
        lay(self._card, Surface.CARD)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(10, 10, 10, 10)
        for widget in (self._line, self._list, self._nothing):
            inside.addWidget(widget)
        self._around = QVBoxLayout(self)
        self._around.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        self._around.addStretch(1)
        self.setAccessibleName(self.tr("命令面板"))
        self._model.modelReset.connect(self._on_found)
        theme.changed.connect(self._on_theme_changed)
        parent.installEventFilter(self)
        self.hide()

    def add_provider(self, provider: Provider) -> None:
        """Let articles or people be found too, see PaletteModel.add_provider."""
        self._model.add_provider(provider)

    def pop_up(self, words: str = "") -> None:
        """Open over the parent with what was typed elsewhere."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self._commands.refresh()
        self._stepped = False
        self._line.setText(words)
        self._model.look_for(words)
        self.setGeometry(self._parent.rect())
        self._lay_out()
        self.raise_()
        self.show()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close, and give the keyboard back."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def _make_list(self, theme: Theme) -> QListView:
        made = QListView()
        made.setAccessibleName(self.tr("找到的稿件、人、栏目和命令"))
        made.setModel(self._model)
        made.setItemDelegate(_ItemDelegate(theme, self))
        made.setUniformItemSizes(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setMouseTracking(True)
        made.viewport().setAutoFillBackground(False)
        made.clicked.connect(self._on_clicked)
        return made

    def _lay_out(self) -> None:
        side = max(12, min(90, self.height() // 8))
        self._around.setContentsMargins(12, side, 12, 12)
        self._card.setFixedWidth(min(WIDTH, self.width() - 24))
        rows = min(SHOWN_ROWS, self._model.rowCount())
        self._list.setFixedHeight(rows * self._list.sizeHintForRow(0) + 4 if rows else 0)

    @Slot(str)
    def _on_typed(self, words: str) -> None:
        self._stepped = False
        self._model.look_for(words)

    @Slot()
    def _on_found(self) -> None:
        found = self._model.rowCount() > 0
        self._list.setVisible(found)
        self._nothing.setVisible(not found)
        self._step_to(self._row_kept(), 1)
        self._lay_out()

    def _row_kept(self) -> int:
        """Return where the row is that the person went to, now that more was found; 0 for a new list."""
        return max(0, self._model.row_of(self._chosen)) if self._stepped and self._chosen is not None else 0

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, row: int) -> None:
        item = self._model.item(row)
        if item is not None and item.enabled:
            self.dismiss()  # first: what is run may take the keyboard, or open a dialog of its own
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
                self._chosen = item
                return

    def _key(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        if key in _STEPS:
            step = _STEPS[Qt.Key(key)]
            self._stepped = True
            self._step_to(self._list.currentIndex().row() + step, step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex().row())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_K and modifiers == Qt.KeyboardModifier.ControlModifier):
            self.dismiss()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # there is nowhere else to go in here
        return True

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that an input method is using never come here, so Enter and the arrows are the list's."""
        kind = event.type()
        if watched is self._parent:
            if kind == QEvent.Type.Resize:
                self.setGeometry(self._parent.rect())
        elif watched is self._line and kind == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the window acts behind the panel
            return True
        elif watched is self._line and kind == QEvent.Type.KeyPress:
            pressed = cast(QKeyEvent, event)
            return self._key(pressed.key(), pressed.modifiers())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.dismiss()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(0, 0, 0, 110 if self._theme.colours.dark else 50))


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
