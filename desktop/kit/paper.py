"""Print and PDF: pieces of HTML on sheets of paper with a number at the foot, for a printer and for a file alike.

It is done on the main thread a piece at a time. Qt's text holds Python's lock while it lays out and draws, so a worker
would stop the window just as long, and a printer is used on no other thread. Fifty thousand characters take a fifth of
a second in all; the longest steps are a picture that is drawn and the end of a PDF, where its fonts are put in.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QBuffer,
    QElapsedTimer,
    QIODevice,
    QMarginsF,
    QObject,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QTimer,
    QUrl,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from desktop.kit.pictures import no_picture
from desktop.kit.theme import article_font
from desktop.text.letters import meant

PER_INCH = 96  # the pixels that sheets are measured in, whatever the device has
BODY = 16  # of those: 12 points
LINE = 28
FOOT = 36  # what the number takes of a sheet
TALLEST = 0.62  # of a sheet, for a picture
TURN = 8  # milliseconds that one turn may take
_MARGINS = QMarginsF(24, 22, 24, 16)  # millimetres of a PDF's sheets
_DOTS = 300  # an inch, of a PDF
_LETTERS = re.compile(rb"beginbfrange\n.*?endbfrange", re.DOTALL)  # where a font says which letters its shapes are
_LISTED = re.compile(rb"\[[^\]]*\]|> <[0-9A-F]{4}>\n")  # what stands behind the numbers of the shapes
_CODE = re.compile(rb"<([0-9A-F]{4})>")
_PICTURE = re.compile(r'src="asset:([0-9a-f]{64})"')


@dataclass(frozen=True, slots=True)
class Content:
    """What is to stand on the sheets: ``images`` by their digests; ``number(3, 7)`` is said at the third's foot."""

    title: str
    html: Sequence[str]
    number: Callable[[int, int], str]
    images: Mapping[str, QImage] = field(default_factory=dict)


class Paper(QObject):
    """Puts a content on the sheets of a device while the window lives on.

    Signals:
        done: all sheets are on the device (how many).
        failed: the device takes nothing.
    """

    done = Signal(int)
    failed = Signal()

    def __init__(
        self, device: QPagedPaintDevice, content: Content, sheets: tuple[int, int] = (0, 0), copies: int = 1,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        """``sheets`` are the first and the last that are wanted, 0 for all."""
        super().__init__(parent)
        self._steps = _put(device, content, sheets, copies)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn)
        self._turn.start()

    def finish(self) -> None:
        """Do at once what is left: for a program without a window."""
        while self._turn.isActive():
            self._on_turn()

    @Slot()
    def _on_turn(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < TURN:
            try:
                next(self._steps)
            except StopIteration as end:
                self._turn.stop()
                self.done.emit(end.value) if end.value else self.failed.emit()
                return


class PdfPaper(Paper):
    """Makes a PDF of A4 sheets in memory."""

    def __init__(self, content: Content, parent: QObject | None = None) -> None:
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(self._buffer)
        writer.setTitle(content.title)
        writer.setCreator("Caibian")
        writer.setResolution(_DOTS)
        writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                _MARGINS,
                QPageLayout.Unit.Millimeter,
            )
        )
        super().__init__(writer, content, parent=parent)

    def data(self) -> bytes:
        """Return the file's bytes, once it is done."""
        return with_letters_meant(bytes(self._buffer.data().data()))


def made_at_once(content: Content) -> bytes:
    """Return the PDF of a content in a program that has no window, nor a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    paper = PdfPaper(content, application)
    paper.finish()
    return paper.data()


def with_letters_meant(pdf: bytes) -> bytes:
    """Return a PDF of Qt's whose shapes say the letters that were written; no byte of it comes to lie elsewhere."""
    return _LETTERS.sub(lambda listed: _LISTED.sub(_said, listed[0]), pdf)


def _said(listed: re.Match[bytes]) -> bytes:
    return _CODE.sub(lambda code: b"<%04X>" % ord(meant(chr(int(code[1], 16)))), listed[0])


class _Document(QTextDocument):
    """Loads the pictures that it is given, and nothing from anywhere else."""

    def __init__(self, images: Mapping[str, QImage]) -> None:
        super().__init__()
        self._images = images

    # Qt overrides

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        url = QUrl(name)
        return self._images.get(url.path(), no_picture()) if url.scheme() == "asset" else no_picture()


def _put(
    device: QPagedPaintDevice, content: Content, sheets: tuple[int, int], copies: int
) -> Generator[None, None, int]:
    """Lay out and draw, a step at a time; return how many sheets there are, 0 when the device takes none."""
    painter = QPainter()
    if not painter.begin(device):
        return 0
    try:
        scale = device.logicalDpiX() / PER_INCH
        size = QSizeF(device.width() / scale, device.height() / scale - FOOT)
        document = _laid_out(content, size)
        block = document.begin()
        while block.isValid():
            yield
            document.documentLayout().blockBoundingRect(block)  # lays out as far as this
            block = block.next()
        count = document.pageCount()
        first, last = max(1, sheets[0]), min(sheets[1] or count, count)
        wanted = [number for _ in range(copies) for number in range(first, last + 1)]
        painter.scale(scale, scale)
        for place, number in enumerate(wanted):
            yield
            if place:
                device.newPage()
            _draw(painter, document, number, size)
            painter.setFont(_foot_font())
            foot = QRectF(0, size.height() + FOOT - 20, size.width(), 20)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, content.number(number, count))
        return len(wanted)
    finally:
        painter.end()


def _laid_out(content: Content, size: QSizeF) -> QTextDocument:
    document = _Document(content.images)
    document.setUndoRedoEnabled(False)
    document.setUseDesignMetrics(True)  # widths are those of the letters, not those of a screen's pixels
    document.setDocumentMargin(0)
    document.setDefaultFont(article_font(BODY))
    document.setDefaultStyleSheet(_style())
    document.setPageSize(size)
    document.setHtml("\n".join(_fitted(part, content.images, size) for part in content.html))
    return document


def _fitted(html: str, images: Mapping[str, QImage], size: QSizeF) -> str:
    """Give pictures the size at which they are no wider than a sheet and leave room for words above and below."""

    def sized(found: re.Match[str]) -> str:
        image = images.get(found[1])
        if image is None:
            return found[0]
        room = QSizeF(min(size.width(), image.width()), size.height() * TALLEST)
        fitted = QSizeF(image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return f'{found[0]} width="{fitted.width():.0f}" height="{fitted.height():.0f}"'

    return _PICTURE.sub(sized, html)


def _draw(painter: QPainter, document: QTextDocument, number: int, size: QSizeF) -> None:
    above = (number - 1) * size.height()
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, above, size.width(), size.height())
    context.palette = QPalette(QColor("black"), QColor("white"))  # ink on paper, however dark the window is
    context.palette.setColor(QPalette.ColorRole.Text, QColor("black"))
    painter.save()
    painter.translate(QPointF(0, -above))
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _foot_font() -> QFont:
    return article_font(12)


def _style() -> str:
    text = f"font-size: {BODY}px; line-height: {LINE}px; color: #000000;"
    return (
        f"p, li {{ {text} margin: 0 0 8px 0; }} p {{ text-indent: {2 * BODY}px; }} li p {{ text-indent: 0px; }}"
        "h1 { font-size: 29px; text-align: center; margin: 4px 0 10px 0; color: #000000; }"
        "h2 { font-size: 20px; margin: 14px 0 8px 0; color: #000000; }"
        "h3, h4, h5, h6 { font-size: 17px; margin: 12px 0 8px 0; color: #000000; }"
        "p.soft, p.names { font-size: 14px; line-height: 22px; text-indent: 0px; text-align: center; color: #333333;"
        " margin: 0 0 12px 0; }"
        "p.picture { text-indent: 0px; line-height: 100%; margin: 8px 0 4px 0; }"
        "p.caption { text-indent: 0px; font-size: 13px; line-height: 20px; color: #333333; margin: 0 0 12px 0; }"
        "p.attachment { text-indent: 0px; } span.facts { font-size: 13px; color: #333333; }"
        "span.credit { font-size: 13px; color: #333333; } span.told { color: #000000; }"
        "blockquote { color: #333333; } a { color: #000000; text-decoration: none; }"
        "table { border-collapse: collapse; margin: 8px 0 14px 0; }"
        "td, th { font-size: 14px; padding: 4px 8px; border: 1px solid #666666; }"
        "p.part { text-indent: 0px; font-size: 15px; line-height: 22px; font-weight: bold; margin: 8px 0 2px 0; }"
        "p.proof { text-indent: 0px; font-size: 13px; line-height: 18px; margin: 0 0 4px 0; }"
        "span.digest { font-size: 11px; color: #333333; }"
        "pre { white-space: pre-wrap; font-size: 13px; }"
    )
