"""The article on paper: printed, or as a PDF file."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from db.domain.article import Article, Fields
from db.domain.channels import Channel
from db.domain.errors import DeskError
from db.domain.revision import RevisionKind
from db.domain.sheet import ReviewSheet
from db.store.clock import stamp
from db.store.durable import write_durably
from desktop.kit.commands import Command, Commands
from desktop.kit.file_dialogs import ask_new_file
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.paper import Content, Paper, PdfPaper
from desktop.kit.tasks import Tasks
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.page_parts import above_body, below_body, figures
from desktop.screens.editor.preview import PICTURE, read_pictures
from desktop.screens.editor.saving import Saver
from desktop.text.blocks import render_blocks

if TYPE_CHECKING:
    from sqlalchemy import Connection

WIDEST = 1040  # pixels of a picture: 160 an inch on a sheet of A4
MOST = 700_000  # of a picture in all: more would keep the window waiting while it is drawn
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class Printing(QObject):
    """Registers the commands."""

    def __init__(
        self,
        tasks: Tasks,
        commands: Commands,
        messages: MessageBar,
        saver: Saver,
        page: Callable[[], tuple[Fields, Channel | None]],
        opened: Callable[[], Opened | None],
        shown: Callable[[], bool],
        screen: QWidget,
        *,
        ask_printer: Callable[[QWidget], QPrinter | None] | None = None,
    ) -> None:
        """``ask_printer`` is another way to ask for a printer than the system's own dialog."""
        super().__init__(screen)
        self._tasks, self._messages, self._saver, self._page, self._opened = tasks, messages, saver, page, opened
        self._screen = screen
        self.ask_printer = ask_printer or self._ask_printer
        commands.add(
            Command("article.print", self.tr("打印…"), self.print_article, "Ctrl+P", icon=Name.PRINT, enabled=shown)
        )
        commands.add(
            Command(
                "article.pdf",
                self.tr("导出 PDF…"),
                self.export,
                icon=Name.EXPORT,
                enabled=shown,
                keywords=("pdf",),
                hint=self.tr("把这篇稿件存成 PDF 文件"),
            )
        )

        commands.add(
            Command(
                "article.sheet", self.tr("发稿审批单…"), self.export_sheet, icon=Name.EXPORT, enabled=self._was_sent_in,
                keywords=(self.tr("三审单"), self.tr("签发单")),
                hint=self.tr("把审核经过、签发和核对码存成 PDF，打印出来可以签字"),
            )
        )  # fmt: skip

    def print_article(self) -> None:
        """Print the article as it stands on the screen."""
        self._saver.text()  # the word that is being composed belongs to it
        shown = self._page()
        printer = self.ask_printer(self._screen)
        if printer is not None:
            printer.setDocName(self._name(shown[0]))
            self._gather(shown, partial(self._print_on, printer))

    def export(self) -> None:
        """Ask for a place and write the article there as a PDF."""
        self._saver.text()
        shown = self._page()
        kinds = self.tr("PDF 文件 (*.pdf)")
        path = ask_new_file(self._screen, self.tr("导出 PDF"), kinds, f"{self._name(shown[0])}.pdf")
        if path is not None:
            self._gather(shown, partial(self._write_to, path))

    def export_sheet(self) -> None:
        """Ask for a place and write there the sheet of the lane that was sent in last."""
        article = self._article()
        if article is None:
            return
        name = self.tr("审批单 {number}").format(number=article.number)
        path = ask_new_file(self._screen, self.tr("发稿审批单"), self.tr("PDF 文件 (*.pdf)"), f"{name}.pdf")
        if path is None:
            return
        made_at = stamp(self._tasks.store.clock())

        def reading(connection: Connection) -> ReviewSheet:
            from db.store import sheet  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            return sheet.of_article(connection, article.id, made_at)

        self._tasks.read(self, reading, partial(self._on_sheet, path), self._on_not_written)

    def _on_sheet(self, path: Path, sheet: ReviewSheet) -> None:
        from desktop.kit.review_sheet import content  # noqa: PLC0415  # brings the QR code's tables

        self._write_to(path, content(sheet))

    def _article(self) -> Article | None:
        opened = self._opened()
        return opened.article if opened else None

    def _was_sent_in(self) -> bool:
        opened = self._opened()
        return opened is not None and any(revision.kind is RevisionKind.SUBMIT for revision in opened.revisions)

    def _gather(self, shown: tuple[Fields, Channel | None], then: Callable[[Content], None]) -> None:
        fields, channel = shown
        files = self._tasks.store.files
        above, below, number = above_body(fields, channel), below_body(fields), self.tr("第 {n} 页，共 {all} 页")

        def gathering(connection: Connection) -> Content:
            html = [*above, *(block.html for block in render_blocks(fields.body)), *below]
            wanted = {digest for part in html for digest in PICTURE.findall(part)}
            images = read_pictures(connection, files, wanted, WIDEST, smooth=True)
            images = {digest: _bounded(image) for digest, image in images.items()}
            said = [figures(part) for part in html]
            return Content(fields.title, said, lambda n, count: number.format(n=n, all=count), images)

        self._tasks.read(self, gathering, then)

    def _write_to(self, path: Path, content: Content) -> None:
        paper = PdfPaper(content, self)
        paper.done.connect(partial(self._on_set, path, paper))

    def _on_set(self, path: Path, paper: PdfPaper, _count: int) -> None:
        data = paper.data()
        paper.deleteLater()
        self._tasks.read(
            self, lambda _connection: write_durably(path, data), partial(self._on_written, path), self._on_not_written
        )

    def _on_written(self, path: Path, _nothing: None) -> None:
        self._messages.success(
            self.tr("已导出 {name}。").format(name=path.name),
            self.tr("打开"),
            partial(self._open, path),
        )

    def _open(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _on_not_written(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self._messages.error(self.tr("PDF 没有写成：那里不许写，或者磁盘满了。请换一个位置。"))
        elif isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)

    def _print_on(self, printer: QPrinter, content: Content) -> None:
        copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        paper = Paper(printer, content, (printer.fromPage(), printer.toPage()), copies, self)
        paper.done.connect(partial(self._on_printed, paper))
        paper.failed.connect(partial(self._on_not_printed, paper))

    def _on_printed(self, paper: Paper, count: int) -> None:
        paper.deleteLater()
        self._messages.success(self.tr("已送去打印，共 {n} 页。").format(n=count))

    def _on_not_printed(self, paper: Paper) -> None:
        paper.deleteLater()
        self._messages.error(self.tr("打印机没有接受。请检查打印机，或导出 PDF 再打印。"))

    def _ask_printer(self, parent: QWidget) -> QPrinter | None:
        if not QPrinterInfo.availablePrinterNames():
            self._messages.warning(self.tr("没有找到打印机。可以先导出 PDF。"), self.tr("导出 PDF…"), self.export)
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, parent)
        # its own way to a file looks into the files that it lists (see kit/file_dialogs)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
        chosen = dialog.exec()
        dialog.deleteLater()
        return printer if chosen else None

    def _name(self, fields: Fields) -> str:
        """Return what a file of the article is called."""
        opened = self._opened()
        number = opened.article.number if opened and opened.article else ""
        name = _NOT_IN_NAMES.sub("", fields.title).strip(" .")[:60]
        return name or number or self.tr("稿件")


def _bounded(image: QImage) -> QImage:
    """Return a picture of `MOST` pixels at most; for a worker."""
    share = (MOST / max(1, image.width() * image.height())) ** 0.5
    smooth = Qt.TransformationMode.SmoothTransformation
    return image if share >= 1 else image.scaledToWidth(max(1, round(image.width() * share)), smooth)
