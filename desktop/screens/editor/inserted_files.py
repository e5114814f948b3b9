"""Films and files in the text: chosen or given, put in as blocks, opened with the programs of the system."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from db.domain.article import Attachment
from db.domain.errors import NotFound
from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.rich_text.edit import FoundThing
from desktop.kit.rich_text.looks import Shape
from desktop.kit.tasks import Tasks
from desktop.screens.editor.body import Body
from desktop.screens.editor.files_field import size_words
from desktop.screens.editor.uploads import Uploads, choose_files, choose_films
from desktop.text.addresses import is_film
from desktop.text.tree import Attached, Figure

if TYPE_CHECKING:
    from sqlalchemy import Connection

translate = QCoreApplication.translate


class InsertedFiles(QObject):
    """Registers the commands, and takes what is dropped or pasted into the text."""

    def __init__(
        self, tasks: Tasks, commands: Commands, messages: MessageBar, body: Body, uploads: Uploads,
        may_write: Callable[[], bool], window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._tasks, self._commands, self._messages = tasks, commands, messages
        self._body, self._uploads, self._window = body, uploads, window
        self._opened: tempfile.TemporaryDirectory[str] | None = None
        self.open_path: Callable[[Path], bool] = lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        commands.add(
            Command(
                "text.video", self.tr("视频"), self._choose_films, "Ctrl+Alt+V", icon=Name.VIDEO, enabled=may_write,
                hint=self.tr("在正文里插入视频文件（mp4、webm）"), keywords=("shipin", "video"),
            )
        )  # fmt: skip
        commands.add(
            Command(
                "text.attachment", self.tr("附件"), self._choose_files, "Ctrl+Alt+J", icon=Name.ATTACHMENT,
                enabled=may_write, hint=self.tr("在正文里插入可以下载的文件"), keywords=("fujian", "attachment"),
            )
        )  # fmt: skip
        commands.add(
            Command(
                "text.open_file", self.tr("打开视频或附件"), self._open_here, icon=Name.OPEN_EXTERNAL,
                enabled=lambda: body.file_here() is not None,
                hint=self.tr("用这台电脑上的程序打开光标处的视频或附件"),
            )
        )  # fmt: skip
        body.files_given.connect(self.take)
        body.visual.file_wanted.connect(self._open)
        body.visual.menu_opened.connect(self._add_to)

    @Slot(list)
    def take(self, paths: Sequence[Path]) -> None:
        """Put these files in where the caret is once they are in the record: films as films, others as attachments."""
        self._uploads.take_files(list(paths), partial(self._put_in, True))

    def _choose_films(self) -> None:
        self.take(choose_films(self._window))

    def _choose_files(self) -> None:
        self._uploads.take_files(choose_files(self._window), partial(self._put_in, False))

    def _put_in(self, as_film: bool, file: Attachment, size: int) -> None:
        stem, _, ending = file.name.rpartition(".")
        source = f"asset:{file.digest}.{ending.lower()}"
        if as_film and is_film(source):
            self._body.know_sizes({file.digest: size})
            self._body.insert_block(Figure(source, stem))
        else:
            note = "，".join((ending.upper(), size_words(size)))  # for readers, in whatever language the window is
            self._body.insert_block(Attached(source, file.name, note))

    def _open_here(self) -> None:
        found = self._body.file_here()
        if found is not None:
            self._open(found)

    @Slot(object)
    def _open(self, found: FoundThing) -> None:
        """Copy the file out of the record, where no other program may write, and have the copy opened."""
        digest, _, ending = found.facts[0].removeprefix("asset:").partition(".")
        name = found.facts[1] if found.shape is Shape.ATTACHED else ""
        if self._opened is None:
            self._opened = tempfile.TemporaryDirectory(prefix="caibian-", ignore_cleanup_errors=True)
        folder, files = Path(self._opened.name) / digest[:16], self._tasks.store.files

        def copying(connection: Connection) -> Path:
            from db.store import assets  # noqa: PLC0415  # SQLAlchemy stays out of start-up
            from desktop.intake.attachments import safe_name  # noqa: PLC0415  # Pillow too

            known = safe_name(name or assets.get(connection, digest).name)
            stem = known[: -len(ending) - 1] if known.lower().endswith(f".{ending}") else known
            folder.mkdir(exist_ok=True)
            path = folder / f"{stem}.{ending}"  # one of the endings that a text may hold: nothing that runs
            path.write_bytes(assets.data(connection, digest, files))
            return path

        self._tasks.read(self, copying, self._show, self._on_failed)

    def _show(self, path: Path) -> None:
        if not self.open_path(path):
            self._messages.warning(self.tr("这台电脑没有能打开 {name} 的程序。").format(name=path.name))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, NotFound):
            self._messages.error(self.tr("记录里没有这个文件。请在正文里重新插入。"))
        elif isinstance(error, OSError):
            self._messages.error(self.tr("打不开这个文件：临时文件夹不许写，或者磁盘满了。"))
        else:
            self._tasks.failed.emit(error)

    @Slot(object)
    def _add_to(self, menu: QMenu) -> None:
        if self._body.file_here() is not None:
            self._commands.refresh()
            menu.addSeparator()
            menu.addAction(self._commands.action("text.open_file"))
