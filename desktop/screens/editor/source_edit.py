"""The text as its Markdown source, in the article's serif, changed by keys and by the formatting bar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Signal, Slot
from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.kit.rich_text.edit import MEASURE
from desktop.kit.theme import ARTICLE_PIXELS, article_font
from desktop.kit.zoom import Zoom
from desktop.screens.editor.fading import fade_rest
from desktop.screens.editor.files_field import local_files
from desktop.text import assets
from desktop.text.clean import clean_text
from desktop.text.edits import Edit

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".svg", ".heic")
Step = Callable[[str, int, int], Edit]


class SourceEdit(QPlainTextEdit):
    """The Markdown of a text.

    Signals:
        pictures_given: pictures were dropped or pasted: a list of files (Path), or bytes (PNG) from the clipboard.
        files_given: other files were dropped or pasted (list of Path).
    """

    pictures_given = Signal(list)
    files_given = Signal(list)

    def __init__(self, parent: QWidget | None = None, *, zoom: Zoom | None = None) -> None:
        super().__init__(parent)
        self.fades = False  # all but the paragraph of the caret
        self._zoom = zoom or Zoom(parent=self)
        self._zoom.changed.connect(self._on_zoomed)
        self._zoom.watch(self.viewport())
        self._on_zoomed()
        self.setAccessibleName(self.tr("正文"))
        self.setPlaceholderText(self.tr("在这里写正文。空一行另起一段；图片可以拖进来或粘贴。"))
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)

    def text(self) -> str:
        """Return the text as it may be kept. (Qt's ``toPlainText`` would turn no-break spaces into spaces.)"""
        return clean_text(self.document().toRawText())

    def set_text(self, text: str) -> None:
        """Show another text; there is no way back to the one before by undo."""
        self.setPlainText(text)

    def selected(self) -> str:
        """Return what is selected."""
        return clean_text(self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n"))

    def apply(self, step: Step) -> None:
        """Carry out a step of the formatting bar, as one step for undo."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        text = self._raw()
        start, end = (_points(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        made = step(text, start, end)
        self._replace(text, made)
        self.setFocus()

    def insert_picture(self, digest: str) -> None:
        """Write a picture as a paragraph of its own; its caption is selected."""
        caption = self.tr("图说")
        self.insert_alone(assets.figure(digest, "", caption), caption)

    def insert_alone(self, mark: str, selected: str = "") -> None:
        """Write a paragraph of its own after the line or table of the cursor; some of its words are selected."""
        cursor = self.textCursor()
        while cursor.block().text().startswith("|") and cursor.block().next().text().startswith("|"):
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.beginEditBlock()
        if cursor.block().text().strip():
            cursor.insertText("\n\n")
        elif cursor.block().previous().text().strip():
            cursor.insertText("\n")  # right below a table it would be a cell
        at = cursor.position()
        below = cursor.block().next()
        cursor.insertText(mark + ("" if below.isValid() and not below.text().strip() else "\n\n"))
        cursor.endEditBlock()
        if selected:
            start = at + mark.rindex(selected)
            cursor.setPosition(start)
            cursor.setPosition(start + len(selected), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    @Slot()
    def _on_zoomed(self) -> None:
        self.setFont(article_font(round(ARTICLE_PIXELS * self._zoom.scale)))
        self._keep_measure()

    def _raw(self) -> str:
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _replace(self, old: str, made: Edit) -> None:
        """Change only what differs, so that undo and the view stay at their place."""
        new = made.text
        head = 0
        while head < min(len(old), len(new)) and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(_units(old, head))
        cursor.setPosition(_units(old, len(old) - tail), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new[head : len(new) - tail])
        cursor.endEditBlock()
        cursor.setPosition(_units(new, made.start))
        cursor.setPosition(_units(new, made.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _keep_measure(self) -> None:
        """Keep lines as short as those of the page."""
        side = max(0, (self.width() - round(MEASURE * self._zoom.scale)) // 2 - 8)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_measure()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.fades:
            fade_rest(self)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or bool(local_files(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take pictures as pictures, all else as plain text that can be kept."""
        if self.isReadOnly():
            return
        if not give_things(source, self.pictures_given.emit, self.files_given.emit) and source.hasText():
            self.insertPlainText(clean_text(source.text()))


def give_things(
    source: QMimeData, pictures: Callable[[list[Path] | list[bytes]], None], others: Callable[[list[Path]], None]
) -> bool:
    """Hand on the files that were given, pictures as pictures, or a picture alone; say whether there was any.

    Never the addresses of files: nobody else has these folders.
    """
    files = local_files(source)
    if not files and source.hasImage() and not source.hasText():
        pictures([_png(source.imageData())])
        return True
    shown = [path for path in files if path.suffix.lower() in PICTURES]
    if shown:
        pictures(shown)
    rest = [path for path in files if path not in shown]
    if rest:
        others(rest)
    return bool(files)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know no QBuffer
    return bytes(buffer.data().data())


def _points(text: str, units: int) -> int:
    """Return the code point at a position that Qt counts in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "surrogatepass"))


def _units(text: str, points: int) -> int:
    return len(text[:points].encode("utf-16-le", "surrogatepass")) // 2
