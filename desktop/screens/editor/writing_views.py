"""专注 and 打字机滚动: the paragraph being written stands out, its line stays at the middle; both are remembered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.kit.commands import Command, Commands
from desktop.screens.editor.body import Body


class Focus(QObject):
    """The paragraph of the caret in full ink, the rest faded."""

    def __init__(self, commands: Commands, body: Body, shown: Callable[[], bool], window: QWidget) -> None:
        super().__init__(window)
        self._body = body
        self._place: tuple[object, int, int, int] = (None, 0, 0, 0)
        self._action = commands.add(
            Command(
                "view.focus", self.tr("专注当前段"), self._toggle, "Ctrl+Alt+D", ("focus",), enabled=shown,
                hint=self.tr("正在写的一段清楚，其余变淡"),
            )
        )  # fmt: skip
        self._action.setCheckable(True)
        body.moved.connect(self._on_moved)
        self._set(body.kept("focus"))

    def _toggle(self) -> None:
        self._set(not self._body.visual.fades)
        self._body.keep("focus", self._body.visual.fades)

    def _set(self, on: bool) -> None:
        self._action.setChecked(on)
        for editor in (self._body.visual, self._body.source):
            editor.fades = on
            editor.viewport().update()

    @Slot()
    def _on_moved(self) -> None:
        """Paint again when another paragraph is the one; within it Qt paints what is typed."""
        editor = self._body.editor
        if not editor.fades:
            return
        cursor, document = editor.textCursor(), editor.document()
        first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        place = (editor, first.blockNumber(), last.blockNumber(), document.blockCount())
        if place != self._place:
            self._place = place
            editor.viewport().update()


class Typewriter(QObject):
    """The line of the caret stays at the middle as soon as there is text enough above it."""

    def __init__(self, commands: Commands, body: Body, shown: Callable[[], bool], window: QWidget) -> None:
        super().__init__(window)
        self._body, self._on = body, False
        self._action = commands.add(
            Command(
                "view.typewriter", self.tr("打字机滚动"), self._toggle, "Ctrl+Alt+I", ("typewriter",), enabled=shown,
                hint=self.tr("正在写的一行总在中间"),
            )
        )  # fmt: skip
        self._action.setCheckable(True)
        body.moved.connect(self._centre)
        body.visual.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._set(body.kept("typewriter"))

    def _toggle(self) -> None:
        self._set(not self._on)
        self._body.keep("typewriter", self._on)

    def _set(self, on: bool) -> None:
        if on is self._on:
            return
        self._on = on
        self._action.setChecked(on)
        self._body.source.setCenterOnScroll(on)
        self._body.visual.verticalScrollBar().setMaximum(self._lowest())
        self._centre()

    def _lowest(self) -> int:
        """Return how far down the text may be rolled: its last line comes to the middle too."""
        visual = self._body.visual
        height, seen = round(visual.document().size().height()), visual.viewport().height()
        return max(0, height - (seen // 2 if self._on else seen))

    @Slot()
    def _on_range_changed(self) -> None:
        """Qt sets the range by the height of the text whenever that is another."""
        bar = self._body.visual.verticalScrollBar()
        if self._on and bar.maximum() < self._lowest():
            bar.setMaximum(self._lowest())
            self._centre()

    @Slot()
    def _centre(self) -> None:
        """Roll the line to the middle; not under the mouse, which would then select what it was not moved over."""
        if not self._on or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        if not self._body.is_visual:
            self._body.source.centerCursor()
            return
        visual = self._body.visual
        bar = visual.verticalScrollBar()
        bar.setValue(bar.value() + visual.cursorRect().center().y() - visual.viewport().height() // 2)
