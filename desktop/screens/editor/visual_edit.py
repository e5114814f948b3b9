"""The text as it will read, with what is dropped and pasted into it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QContextMenuEvent, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.kit.rich_text.edit import MARKDOWN, RichEdit
from desktop.kit.theme import Theme
from desktop.kit.zoom import Zoom
from desktop.screens.editor.fading import fade_rest
from desktop.screens.editor.files_field import local_files
from desktop.screens.editor.source_edit import give_things
from desktop.text.clean import clean_text
from desktop.text.pieces import pieces


class VisualEdit(RichEdit):
    """Signals:
    pictures_given: pictures were dropped or pasted: a list of files (Path), or bytes (PNG) from the clipboard.
    files_given: other files were dropped or pasted (list of Path).
    clip_given: words of another program were dropped or pasted (QMimeData, gone after the signal).
    menu_opened: the menu of the right button is about to be shown (QMenu): what can be done there may be added.
    """

    pictures_given = Signal(list)
    files_given = Signal(list)
    clip_given = Signal(object)
    menu_opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, zoom: Zoom | None = None) -> None:
        super().__init__(theme, parent, zoom=zoom)
        self.fades = False  # all but the paragraph of the caret
        self.setAccessibleName(self.tr("正文"))
        self.prompt.say(self.tr("在这里写正文。图片、文件拖进来即可；空行按 / 选格式。"))

    # Qt overrides

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or bool(local_files(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.isReadOnly():
            return
        if source.hasFormat(MARKDOWN):
            markdown = bytes(source.data(MARKDOWN).data()).decode("utf-8", "replace")
            self.insert_blocks([block for piece in pieces(clean_text(markdown)) for block in piece.blocks])
        elif not give_things(source, self.pictures_given.emit, self.files_given.emit):
            self.clip_given.emit(source)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.fades:
            fade_rest(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        cursor = self.cursorForPosition(event.pos())
        if not self.textCursor().hasSelection():
            self.setTextCursor(cursor)
        menu: QMenu = self.createStandardContextMenu(event.pos())
        if not self.isReadOnly():
            self.menu_opened.emit(menu)
        menu.exec(event.globalPos())
        menu.deleteLater()
