"""大纲: the headings of the text that is seen, to go from one to another; it follows what is written after a pause."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent, QTextBlock
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.kit.theme import Surface, lay, mark
from desktop.screens.editor.haystack import Editor
from desktop.screens.editor.source_edit import SourceEdit

PAUSE = 250  # milliseconds
_INDENT = "\u2003"  # a space as wide as a letter
Heading = tuple[int, int, str]  # where it begins, its level, its words


class OutlinePanel(QWidget):
    """Lists the headings, the section of the caret marked. Nothing here touches the document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: Callable[[], Editor] | None = None
        self._editor: Editor | None = None
        self._headings: list[Heading] = []
        self._hint = QLabel(self.tr("还没有小标题。写稿时选中一行，点“小标题”，这里就会列出来。"))
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(14, 10, 14, 10)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        mark(self._hint, "tint", "soft")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("大纲"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        lay(self.list, Surface.LIST)
        self.list.itemClicked.connect(self._on_wanted)
        self.list.installEventFilter(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._read)
        lay(self, Surface.LIST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._hint, 1)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def watch(self, seen: Callable[[], Editor]) -> None:
        """List from now on what ``seen`` gives: the text that the person has before them."""
        self._seen = seen
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Hear that another text may be seen now."""
        editor = self._seen() if self._seen is not None else None
        if editor is self._editor or editor is None:
            return
        if self._editor is not None and isValid(self._editor):
            self._editor.document().contentsChange.disconnect(self._on_changed)
            self._editor.cursorPositionChanged.disconnect(self._on_moved)
        self._editor = editor
        editor.document().contentsChange.connect(self._on_changed)
        editor.cursorPositionChanged.connect(self._on_moved)
        self._pause.start()

    def settle(self) -> None:
        """List now what is due."""
        if self._pause.isActive():
            self._pause.stop()
            self._read()

    @Slot()
    def _on_changed(self) -> None:
        if self.isVisible():
            self._pause.start()

    @Slot()
    def _on_moved(self) -> None:
        if self.isVisible() and not self._pause.isActive():
            self._show_place()

    @Slot()
    def _read(self) -> None:
        if self._editor is None or not self.isVisible():
            return
        found = headings(self._editor)
        if [heading[1:] for heading in found] != [heading[1:] for heading in self._headings]:
            self._headings = found
            self._list()
        self._headings = found
        self._show_place()

    def _list(self) -> None:
        self.list.clear()
        highest = min((level for _at, level, _words in self._headings), default=1)
        for _at, level, words in self._headings:
            item = QListWidgetItem(_INDENT * (level - highest) + (words or self.tr("（空标题）")))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("{n} 级：{words}").format(n=level, words=words))
            self.list.addItem(item)
        self.list.setVisible(bool(self._headings))
        self._hint.setVisible(not self._headings)

    def _show_place(self) -> None:
        """Mark the section that the caret is in; before the first heading it is none."""
        if self._editor is None:
            return
        at = self._editor.textCursor().position()
        number = bisect_right(self._headings, at, key=lambda heading: heading[0]) - 1
        if number != self.list.currentRow():
            self.list.setCurrentRow(number)

    def _go(self) -> None:
        number = self.list.currentRow()
        self.settle()
        if self._editor is None or not 0 <= number < len(self._headings):
            return
        editor = self._editor
        cursor = editor.textCursor()
        cursor.setPosition(self._headings[number][0])
        bar = editor.verticalScrollBar()
        bar.setValue(bar.maximum())  # so that the heading comes in at the top
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        editor.setFocus()

    @Slot()
    def _on_wanted(self) -> None:
        self._go()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            key = cast(QKeyEvent, event).key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
        return super().eventFilter(watched, event)


def headings(editor: Editor) -> list[Heading]:
    """Return the headings of a text, in order."""
    source, fenced = isinstance(editor, SourceEdit), False
    found: list[Heading] = []
    block: QTextBlock = editor.document().begin()
    while block.isValid():
        if not source:
            level = block.blockFormat().headingLevel()
            if level:
                found.append((block.position(), level, block.text().strip()))
        elif (words := block.text())[:3] in ("```", "~~~"):
            fenced = not fenced
        elif words[:1] == "#" and not fenced:
            level = len(words) - len(words.lstrip("#"))
            if level <= 6 and words[level : level + 1] in (" ", ""):
                found.append((block.position(), level, words[level:].strip(" #")))
        block = block.next()
    return found
