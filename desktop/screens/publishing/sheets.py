"""审批单 of all that was first published on some days, a PDF each, for the archive."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from db.domain.addresses import SHANGHAI
from db.domain.errors import DeskError
from db.domain.sheet import ReviewSheet
from db.store.clock import days, stamp
from db.store.durable import write_durably
from desktop.kit.commands import Command, Commands
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.date_field import DateField
from desktop.kit.file_dialogs import ask_folder
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.paper import PdfPaper
from desktop.kit.tasks import Tasks

if TYPE_CHECKING:
    from sqlalchemy import Connection

COMMAND = "publishing.sheets"


class SheetsDialog(ConfirmDialog):
    """From which day to which; the last month when nobody says otherwise."""

    def __init__(self, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(
            self.tr("导出审批单"),
            self.tr("这些天首次发布的每篇稿件一份 PDF，文件名是登记号。放进文件夹时，同名的换成新的。"),
            self.tr("选文件夹…"),
            parent=parent,
        )
        today = tasks.store.clock().astimezone(SHANGHAI).date()
        self.first = DateField(self.tr("从"), required=True)
        self.last = DateField(self.tr("到"), required=True)
        self.first.set_value((today - timedelta(days=30)).isoformat())
        self.last.set_value(today.isoformat())
        for field in (self.first, self.last):
            self.inside.addWidget(field)

    # Qt overrides

    @Slot()
    def accept(self) -> None:
        wrong = next((field for field in (self.first, self.last) if field.problem() or not field.value()), None)
        if wrong is not None:
            wrong.setFocus()
        elif self.last.value() < self.first.value():
            self.last.show_error(self.tr("比开始的日期早，请改一个。"))
            self.last.setFocus()
        else:
            super().accept()


class SheetsExport(QObject):
    """Registers the command; one sheet is put on paper after another, while the window lives on."""

    def __init__(self, tasks: Tasks, commands: Commands, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._tasks, self._messages, self._window = tasks, messages, window
        self._folder = Path()
        self._waiting: list[int] = []
        self._count = 0
        commands.add(
            Command(
                COMMAND, self.tr("导出审批单…"), self.export, icon=Name.EXPORT,
                keywords=(self.tr("发稿审批单"), self.tr("归档")),
            )
        )  # fmt: skip

    def export(self) -> None:
        """Ask for days and a folder, and write the sheets there."""
        dialog = SheetsDialog(self._tasks, self._window)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.first.value(), dialog.last.value()
        dialog.deleteLater()
        folder = ask_folder(self._window, self.tr("审批单放在哪里")) if agreed else None
        if folder is not None:
            self._folder = folder
            wanted = days(*map(date.fromisoformat, chosen))
            self._tasks.read(self, partial(_published, *wanted), self._on_found)

    def _on_found(self, found: list[int]) -> None:
        self._waiting, self._count = found, len(found)
        if found:
            self._messages.info(self.tr("正在导出 {n} 份审批单…").format(n=len(found)))
            self._next()
        else:
            self._messages.info(self.tr("这些天没有首次发布的稿件，没有审批单可导出。"))

    def _next(self) -> None:
        if not self._waiting:
            self._messages.success(
                self.tr("已导出 {n} 份审批单。").format(n=self._count), self.tr("打开文件夹"), self._show
            )
            return
        made_at = stamp(self._tasks.store.clock())
        self._tasks.read(self, partial(_sheet, self._waiting.pop(0), made_at), self._on_read, self._on_failed)

    def _on_read(self, sheet: ReviewSheet) -> None:
        from desktop.kit.review_sheet import content  # noqa: PLC0415  # brings the QR code's tables

        paper = PdfPaper(content(sheet), self)
        paper.done.connect(partial(self._on_set, self._folder / f"{sheet.number}.pdf", paper))

    def _on_set(self, path: Path, paper: PdfPaper, _sheets: int) -> None:
        data = paper.data()
        paper.deleteLater()
        self._tasks.read(self, lambda _connection: write_durably(path, data), self._on_written, self._on_failed)

    def _on_written(self, _nothing: None) -> None:
        self._next()

    def _on_failed(self, error: Exception) -> None:
        done = self._count - len(self._waiting) - 1
        self._waiting = []
        if isinstance(error, OSError):
            words = self.tr("写到第 {n} 份时停下了：文件夹不许写，或者磁盘满了。前面的都在。请换一个文件夹再导出。")
            self._messages.error(words.format(n=done + 1))
        elif isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)

    def _show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _published(since: str, until: str, connection: Connection) -> list[int]:
    from db.store import sheet  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    return sheet.published(connection, since, until)


def _sheet(article_id: int, made_at: str, connection: Connection) -> ReviewSheet:
    from db.store import sheet  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    return sheet.of_article(connection, article_id, made_at)
