"""The text as a reader will read it, following what is written after a pause."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from db.domain.article import Fields, asset_digests
from db.domain.errors import NotFound
from desktop.kit.tasks import Tasks, Ticket
from desktop.kit.theme import ARTICLE_FAMILIES, ARTICLE_LINE_HEIGHT, ARTICLE_PIXELS, Theme, article_font
from desktop.kit.wording import listed
from desktop.text.blocks import BlockCache, RenderedBlock, render_blocks
from desktop.text.count import count
from desktop.text.plain import plain_from_html

if TYPE_CHECKING:
    from sqlalchemy import Connection

PAUSE = 300  # milliseconds
WIDEST = 640  # pixels of a picture in the preview
MEASURE = 720  # pixels: a longer line is not read with ease
MARGIN = 28
_PICTURE = re.compile(r'src="asset:([0-9a-f]{64})"')
_Drawn = tuple[list[RenderedBlock], dict[str, QImage], int]


class PreviewPanel(QTextBrowser):
    """Shows fields and body. Pictures come from the record; anything else that a text names is not fetched.

    Signals:
        pictures_found: the digests of the pictures in the text, in order (list).
        counted: the 字数 of the text (int).
    """

    pictures_found = Signal(list)
    counted = Signal(int)

    def __init__(self, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._theme = tasks, theme
        self._fields = Fields()
        self._channel = ""
        self._cache = BlockCache()
        self._images: dict[str, QImage] = {}
        self._ticket: Ticket | None = None
        self._blocks: list[RenderedBlock] = []
        self._head = ""
        self._ends: list[QTextCursor] = []  # after the head and after each block of the text
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._on_due)
        self._refit = QTimer(self, singleShot=True, interval=PAUSE)
        self._refit.timeout.connect(self._on_look_changed)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("预览"))
        self.document().setDocumentMargin(MARGIN)
        self.document().setUndoRedoEnabled(False)
        # a bar that came and went would change the width that pictures are fitted to
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        theme.changed.connect(self._on_look_changed)

    def follow(self, fields: Fields, channel: str) -> None:
        """Show this text once the writing pauses."""
        self._fields, self._channel = fields, channel
        self._pause.start()

    def show_now(self, fields: Fields, channel: str) -> None:
        """Show another text at once, from its beginning."""
        self._pause.stop()
        self._fields, self._channel = fields, channel
        self._blocks, self._head = [], ""
        self.clear()
        self._on_due()

    @Slot()
    def _on_due(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        fields, have = self._fields, frozenset(self._images)

        def drawing(connection: Connection) -> _Drawn:
            blocks = render_blocks(fields.body, cache=self._cache)
            plain = plain_from_html("".join(block.html for block in blocks))
            return blocks, _pictures(connection, set(asset_digests(fields)) - have), count(plain)

        self._ticket = self._tasks.read(self, drawing, self._show)

    def _show(self, drawn: _Drawn) -> None:
        blocks, images, characters = drawn
        self._images.update(images)
        head = self._heading()
        if not self._blocks or head != self._head or images:
            self._draw_all(head, blocks)
        else:
            self._draw_changed(blocks)
        self._blocks, self._head = blocks, head
        self.counted.emit(characters)
        found = [digest for digest in self._images if f"asset:{digest}" in self._fields.body]
        self.pictures_found.emit(sorted(found, key=self._fields.body.index))

    def _draw_all(self, head: str, blocks: list[RenderedBlock]) -> None:
        bar = self.verticalScrollBar()
        at = bar.value()
        self.document().setDefaultStyleSheet(self._style())
        self.setHtml(head)
        self._set_margins()
        self._ends = [self._end()]
        for block in blocks:
            self._append(block.html)
        bar.setValue(at)

    def _draw_changed(self, blocks: list[RenderedBlock]) -> None:
        """Keep the blocks before the first that changed; draw from there on."""
        same = 0
        for old, new in zip(self._blocks, blocks, strict=False):
            if old.key != new.key:
                break
            same += 1
        if same == len(blocks) == len(self._blocks):
            return
        bar = self.verticalScrollBar()
        at = bar.value()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._ends[same].position())
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        del self._ends[same + 1 :]
        for block in blocks[same:]:
            self._append(block.html)
        bar.setValue(at)

    def _append(self, html: str) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if html.strip():
            letters = QTextCharFormat()
            letters.setFont(article_font())  # a list's first mark is as large as the others
            cursor.insertBlock(_block_format(html), letters)
            start = cursor.position()
            cursor.insertHtml(self._for_qt(html))
            first = self.document().findBlock(start)
            if not first.text() and first.next().isValid() and first.next().textList() is not None:
                cursor.setPosition(start)  # a list brings its own lines
                cursor.deleteChar()
        self._ends.append(self._end())

    def _side(self) -> int:
        """Return the margin at each side that keeps lines short enough to read."""
        return max(0, (self.viewport().width() - MEASURE) // 2 - MARGIN)

    def _set_margins(self) -> None:
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        if form.leftMargin() != self._side() + MARGIN:
            form.setLeftMargin(self._side() + MARGIN)
            form.setRightMargin(self._side() + MARGIN)
            frame.setFrameFormat(form)

    def _for_qt(self, html: str) -> str:
        """Say figures in the tags that Qt's text knows, no wider than the column."""
        room = self.viewport().width() - 2 * (self._side() + MARGIN)

        def sized(found: re.Match[str]) -> str:
            image = self._images.get(found[1])
            return f'{found[0]} width="{min(image.width(), room)}"' if image else found[0]

        html = _PICTURE.sub(sized, html)
        return (
            html.replace("<figure>", '<p class="picture" align="center">')
            .replace("</figure>", "</p>")
            .replace("<figcaption>", '</p><p class="caption" align="center">')
            .replace("</figcaption>", "")
        )

    def _end(self) -> QTextCursor:
        """Return a mark at the end of the document that stays there while more is written behind it."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setKeepPositionOnInsert(True)
        return cursor

    def _heading(self) -> str:
        fields = self._fields
        named = (
            (self.tr("来源"), fields.source),
            (self.tr("通讯员"), listed(fields.correspondents)),
            (self.tr("摄影"), listed(fields.photographers)),
            (self.tr("作者"), listed(fields.authors)),
            (self.tr("栏目"), self._channel),
        )
        line = "\u3000".join(f"{label} {escape(value)}" for label, value in named if value)
        parts = (
            f'<p class="soft">{escape(fields.shoulder)}</p>' if fields.shoulder else "",
            f"<h1>{escape(fields.title) or self.tr('（还没有标题）')}</h1>",
            f'<p class="soft">{escape(fields.subtitle)}</p>' if fields.subtitle else "",
            f'<p class="names">{line}</p>',
        )
        return "".join(parts)

    def _style(self) -> str:
        colours, families = self._theme.colours, ", ".join(f"'{family}'" for family in ARTICLE_FAMILIES)
        height = round(ARTICLE_LINE_HEIGHT * ARTICLE_PIXELS)
        text = f"font-family: {families}; font-size: {ARTICLE_PIXELS}px; line-height: {height}px; color: {colours.ink};"
        return (
            f"p, li {{ {text} margin: 0 0 10px 0; }} p {{ text-indent: {2 * ARTICLE_PIXELS}px; }}"
            f"h1 {{ font-size: 25px; color: {colours.ink}; margin: 0 0 8px 0; }}"
            f"h2 {{ font-size: 20px; color: {colours.ink}; }} h3 {{ font-size: 18px; color: {colours.ink}; }}"
            f"p.soft, p.names {{ font-family: sans-serif; font-size: 13px; line-height: 20px; text-indent: 0px;"
            f" color: {colours.ink_soft}; margin: 0 0 10px 0; }}"
            f"p.picture {{ text-indent: 0px; margin: 8px 0; line-height: 100%; }}"
            f"p.caption {{ text-indent: 0px; font-size: 13px; color: {colours.ink_soft}; line-height: 20px; }}"
            f"blockquote {{ color: {colours.ink_soft}; }} a {{ color: {colours.live}; }}"
            f"td, th {{ {text} padding: 4px 8px; }} pre {{ color: {colours.ink}; }}"
        )

    @Slot()
    def _on_look_changed(self) -> None:
        self._draw_all(self._head, self._blocks)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()
        if self._images:
            self._refit.start()

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        url = QUrl(name)
        return self._images.get(url.path()) if url.scheme() == "asset" else None


def _block_format(html: str) -> QTextBlockFormat:
    """Return what the first line of a block looks like: HTML that is inserted gives it its letters only."""
    made = QTextBlockFormat()
    made.setBottomMargin(10)
    if html.startswith("<figure"):
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    elif html.startswith("<h"):
        made.setTopMargin(10)
    else:
        made.setLineHeight(ARTICLE_LINE_HEIGHT * ARTICLE_PIXELS, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if html.startswith("<blockquote"):
            made.setLeftMargin(2 * ARTICLE_PIXELS)
        elif html.startswith("<p"):
            made.setTextIndent(2 * ARTICLE_PIXELS)
    return made


def _pictures(connection: Connection, digests: set[str]) -> dict[str, QImage]:
    """Read and shrink pictures on a worker; QImage may live there."""
    from db.store import assets  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    files = Path(f"{connection.engine.url.database}-files")  # as Store.files says
    found: dict[str, QImage] = {}
    for digest in digests:
        try:
            image = QImage.fromData(assets.data(connection, digest, files))
        except NotFound:
            continue
        if image.width() > WIDEST:
            image = image.scaledToWidth(WIDEST)
        found[digest] = image
    return found
