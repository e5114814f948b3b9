"""The text as a reader will read it, following what is written after a pause."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from db.domain.article import Fields
from db.domain.channels import Channel
from db.domain.errors import NotFound
from desktop.kit.pictures import no_picture
from desktop.kit.tasks import Tasks, Ticket
from desktop.kit.theme import ARTICLE_FAMILIES, ARTICLE_LINE_HEIGHT, ARTICLE_PIXELS, Theme
from desktop.kit.zoom import Zoom, points
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.drawn_blocks import DrawnBlocks
from desktop.screens.editor.page_parts import above_body, below_body, figures
from desktop.text.blocks import BlockCache, blocks, render_blocks
from desktop.text.count import count
from desktop.text.plain import plain_from_html

if TYPE_CHECKING:
    from sqlalchemy import Connection

PAUSE = 300  # milliseconds
WIDEST = 640  # pixels of a picture in the preview
MEASURE = 720  # pixels: a longer line is not read with ease
MARGIN = 28
PICTURE = re.compile(r'src="asset:([0-9a-f]{64})"')
Shown = tuple[Fields, Channel | None]  # a text, and the channel that it goes to
_Drawn = tuple[list[str], list[int], dict[str, QImage], int]  # HTML and last line of each block, pictures, 字数


class PreviewPanel(QTextBrowser):
    """Shows fields and body. Pictures come from the record; anything else that a text names is not fetched.

    Signals:
        pictures_found: the digests of the pictures in the text, in order (list).
        counted: the 字数 of the text (int).
    """

    pictures_found = Signal(list)
    counted = Signal(int)

    def __init__(
        self, tasks: Tasks, theme: Theme, composition: Composition, text: Callable[[], Shown],
        parent: QWidget | None = None, *, zoom: Zoom | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._zoom = zoom or Zoom(parent=self)
        self._tasks, self._theme, self._composition, self._text = tasks, theme, composition, text
        self._fields = Fields()
        self._channel: Channel | None = None
        self._cache = BlockCache()
        self._images: dict[str, QImage] = {}
        self._ticket: Ticket | None = None
        self._parts: list[str] = []
        self._above = 0  # pieces before the body's first
        self._lines: list[int] = []  # of the source: where each block of the body ends
        self._line = 0  # where the caret is
        self._pause = self._timer(self._on_due)
        self._refit = self._timer(self._draw)
        self._step = self._timer(self._keep_in_step)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("预览"))
        self.document().setDocumentMargin(MARGIN)
        self.document().setUndoRedoEnabled(False)
        self.document().setDefaultStyleSheet(self._style())
        self._drawn = DrawnBlocks(self.document())
        # a bar that came and went would change the width that pictures are fitted to
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        theme.changed.connect(self._on_theme_changed)
        self._zoom.changed.connect(self._on_zoomed)
        self._zoom.watch(self.viewport())
        self._drawn.scale = self._zoom.scale
        self._zoom.show(self.document())

    def _timer(self, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=PAUSE)
        timer.timeout.connect(due)
        return timer

    @property
    def fields(self) -> Fields:
        """The text that is shown, or will be as soon as it is drawn."""
        return self._fields

    def follow(self) -> None:
        """Hear that something was written: show it once the writing pauses."""
        self._pause.start()

    def show_now(self) -> None:
        """Show another text at once, from its beginning."""
        self._pause.stop()
        self._step.stop()
        self._line = 0
        self._drawn.clear()
        self._set_margins()
        self._on_due()

    def go_along(self, line: int) -> None:
        """Hear where the caret went in the body (a line, from 0); what is written there is shown beside it."""
        if line != self._line:
            self._line = line
            self._step.start()

    def body_begins(self) -> int:
        """Return where the body begins in the document; titles and names stand before it."""
        end = self.document().characterCount()
        return self._drawn.place(self._above)[0] if self._above < len(self._drawn) else end

    def image(self, digest: str) -> QImage:
        """Return a picture of the text, a null one while it is not read."""
        return self._images.get(digest, QImage())

    @Slot()
    def _on_due(self) -> None:
        if self._composition.open:
            self._pause.start()
            return
        if self._ticket is not None:
            self._ticket.cancel()
        self._fields, self._channel = self._text()
        fields, have = self._fields, frozenset(self._images)
        files = self._tasks.store.files

        def drawing(connection: Connection) -> _Drawn:
            html = [block.html for block in render_blocks(fields.body, cache=self._cache)]
            ends = [block.last for block in blocks(fields.body)]
            wanted = {digest for part in html for digest in PICTURE.findall(part)}
            wanted |= {fields.cover, fields.video.poster} - {""}
            return html, ends, read_pictures(connection, files, wanted - have), count(plain_from_html("".join(html)))

        self._ticket = self._tasks.read(self, drawing, self._show)

    def _show(self, drawn: _Drawn) -> None:
        if self._composition.open:  # a word was begun since: what is drawn now would be old when it is put down
            self._pause.start()
            return
        html, self._lines, images, characters = drawn
        used = {self._fields.cover, self._fields.video.poster}
        used.update(digest for part in html for digest in PICTURE.findall(part))
        self._images = {digest: image for digest, image in (self._images | images).items() if digest in used}
        above = above_body(self._fields, self._channel)
        self._above, self._parts = len(above), [*above, *html, *below_body(self._fields)]
        self._draw()
        self.counted.emit(characters)
        found = dict.fromkeys(digest for part in html for digest in PICTURE.findall(part))
        self.pictures_found.emit([digest for digest in found if digest in self._images])

    @Slot()
    def _draw(self) -> None:
        """Draw what changed, and let what the reader looks at stay where it is; while nobody looks, nothing."""
        if not self.isVisible():
            return
        bar = self.verticalScrollBar()
        seen = self.cursorForPosition(QPoint(MARGIN, 0))
        below = bar.value() - self._top(seen)
        self._drawn.show([self._for_qt(part) for part in self._parts])
        if bar.value():
            bar.setValue(self._top(seen) + below)
        if self._step.isActive():
            self._keep_in_step()

    def _top(self, cursor: QTextCursor) -> int:
        return round(self.document().documentLayout().blockBoundingRect(cursor.block()).top())

    @Slot()
    def _keep_in_step(self) -> None:
        """Bring the block of the caret into view where it is not."""
        self._step.stop()
        at = next((number for number, last in enumerate(self._lines) if self._line < last), len(self._lines) - 1)
        if at < 0 or self._above + at >= len(self._drawn):
            return
        layout, (start, end) = self.document().documentLayout(), self._drawn.place(self._above + at)
        top = layout.blockBoundingRect(self.document().findBlock(start)).top()
        bottom = layout.blockBoundingRect(self.document().findBlock(end)).bottom()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if bottom > bar.value() + height or top < bar.value():
            bar.setValue(round(top) - height // 3)

    def _side(self) -> int:
        """Return the margin at each side that keeps lines short enough to read."""
        return max(0, (self.viewport().width() - round(MEASURE * self._zoom.scale)) // 2 - MARGIN)

    def _set_margins(self) -> None:
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        if form.leftMargin() != self._side() + MARGIN:
            form.setLeftMargin(self._side() + MARGIN)
            form.setRightMargin(self._side() + MARGIN)
            frame.setFrameFormat(form)

    def _for_qt(self, html: str) -> str:
        """Say figures in the tags that Qt's text knows, no wider than the column."""
        room = int((self.viewport().width() - 2 * (self._side() + MARGIN)) / self._zoom.scale)

        def sized(found: re.Match[str]) -> str:
            image = self._images.get(found[1])
            return f'{found[0]} width="{min(image.width(), room)}"' if image is not None else found[0]

        return figures(PICTURE.sub(sized, html))

    def _style(self) -> str:
        colours, families = self._theme.colours, ", ".join(f"'{family}'" for family in ARTICLE_FAMILIES)
        height = round(ARTICLE_LINE_HEIGHT * ARTICLE_PIXELS)
        indent = round(2 * ARTICLE_PIXELS * self._zoom.scale)
        sizes = (ARTICLE_PIXELS, 25, 20, 18, 13)
        body, head, second, third, small = (f"font-size: {points(pixels)}pt" for pixels in sizes)
        plain = f"font-family: '{self.font().family()}'; {small};"
        text = f"font-family: {families}; {body}; line-height: {height}px; color: {colours.ink};"
        return (
            f"p, li {{ {text} margin: 0 0 10px 0; }} p {{ text-indent: {indent}px; }}"
            f"h1 {{ {head}; color: {colours.ink}; margin: 0 0 8px 0; }}"
            f"h2 {{ {second}; color: {colours.ink}; }} h3 {{ {third}; color: {colours.ink}; }}"
            f"p.soft, p.names {{ {plain} line-height: 20px; text-indent: 0px;"
            f" color: {colours.ink_soft}; margin: 0 0 10px 0; }}"
            f"p.picture {{ text-indent: 0px; margin: 8px 0; line-height: 100%; }}"
            f"p.attachment {{ text-indent: 0px; }} span.facts {{ {small}; color: {colours.ink_soft}; }}"
            f"p.caption {{ text-indent: 0px; {small}; color: {colours.ink_soft}; line-height: 20px; }}"
            f"span.told {{ {plain} color: {colours.ink}; }}"
            f"span.credit {{ {small}; color: {colours.ink_soft}; }}"
            f"blockquote {{ color: {colours.ink_soft}; }} a {{ color: {colours.live}; }}"
            f"table {{ border-collapse: collapse; margin: 8px 0 16px 0; }}"
            f"td, th {{ {text} padding: 4px 10px; border: 1px solid {colours.control_line}; }}"
            f"pre {{ color: {colours.ink}; }}"
        )

    @Slot()
    def _on_theme_changed(self) -> None:
        self.document().setDefaultStyleSheet(self._style())
        at = self.verticalScrollBar().value()
        self._drawn.clear()
        self._set_margins()
        self._draw()
        self.verticalScrollBar().setValue(at)

    @Slot()
    def _on_zoomed(self) -> None:
        part = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
        self._drawn.scale = self._zoom.scale
        self._zoom.show(self.document())
        self._on_theme_changed()
        self.verticalScrollBar().setValue(round(part * self.verticalScrollBar().maximum()))

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._set_margins()
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()
        if self._images:
            self._refit.start()

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        url = QUrl(name)
        return self._images.get(url.path(), no_picture()) if url.scheme() == "asset" else no_picture()


def read_pictures(
    connection: Connection, files: Path, digests: set[str], widest: int = WIDEST, *, smooth: bool = False
) -> dict[str, QImage]:
    """Read pictures and shrink them to ``widest`` pixels, on a worker; QImage may live there."""
    from db.store import assets  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    found: dict[str, QImage] = {}
    for digest in digests:
        try:
            if not assets.get(connection, digest).media_type.startswith("image/"):
                continue
            image = QImage.fromData(assets.data(connection, digest, files))
        except NotFound:
            continue
        if image.width() > widest:
            mode = Qt.TransformationMode.SmoothTransformation if smooth else Qt.TransformationMode.FastTransformation
            image = image.scaledToWidth(widest, mode)
        if not image.isNull():
            found[digest] = image
    return found
