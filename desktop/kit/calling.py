"""``@`` in a text field calls a colleague by name: found by characters, pinyin or its initials."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QPlainTextEdit

from desktop.kit.completion import SHOWN, Spelt
from desktop.kit.matching import SCATTERED, score

_CALL = re.compile(r"@([^\s@，。；：、！？]{0,12})$")
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Calling(QObject):
    """Stands at one field. The keyboard stays in the field; what an input method composes is left alone."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._names: Sequence[Spelt] = ()
        self.list = QListWidget(edit)
        self.list.setWindowFlags(Qt.WindowType.ToolTip)
        self.list.setObjectName("completion")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("同事"))
        self.list.itemClicked.connect(self._take)
        edit.textChanged.connect(self._on_typed)
        edit.installEventFilter(self)

    def offer(self, names: Sequence[Spelt]) -> None:
        self._names = names

    def _typed(self) -> str | None:
        cursor = self._edit.textCursor()
        found = _CALL.search(cursor.block().text()[: cursor.positionInBlock()])
        return found[1] if found else None

    @Slot()
    def _on_typed(self) -> None:
        typed = self._typed() if self._edit.hasFocus() else None
        names = [] if typed is None else self._fitting(typed)
        if not names or names == [typed]:
            self.list.hide()
            return
        self.list.clear()
        self.list.addItems(names)
        self.list.setCurrentRow(0)
        row = self.list.sizeHintForRow(0)
        self.list.resize(max(140, self.list.sizeHintForColumn(0) + 24), row * len(names) + 4)
        place = self._edit.viewport().mapToGlobal(self._edit.cursorRect().topLeft())
        self.list.move(place.x(), place.y() - self.list.height() - 4)  # above: the field lies low in the window
        self.list.show()

    def _fitting(self, typed: str) -> list[str]:
        scored = [(score(typed, name, readings), -at, name) for at, (name, readings) in enumerate(self._names)]
        return [name for points, _at, name in sorted(scored, reverse=True) if points > SCATTERED or not typed][:SHOWN]

    @Slot()
    def _take(self) -> None:
        typed, item = self._typed(), self.list.currentItem()
        self.list.hide()
        if typed is not None and item is not None:
            cursor = self._edit.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(typed))
            cursor.insertText(f"{item.text()} ")

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.list.hide()
        elif event.type() == QEvent.Type.KeyPress and self.list.isVisible():
            key = cast(QKeyEvent, event).key()
            if key == Qt.Key.Key_Escape:
                self.list.hide()
                return True
            if key in _TAKING:
                self._take()
                return True
            if step := _KEYS.get(Qt.Key(key), 0):
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
        return super().eventFilter(watched, event)
