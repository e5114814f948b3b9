"""Takes pictures from files and the clipboard into the record, one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from db.domain.errors import DeskError
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks

if TYPE_CHECKING:
    from db.actions.assets import NewAsset
    from db.store.unit import Unit


class Pictures(QObject):
    """Reads pictures on a worker, keeps them, and hands on their digests."""

    def __init__(self, tasks: Tasks, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._messages = tasks, messages

    def take(self, given: Sequence[Path | bytes], done: Callable[[str], None]) -> None:
        """Keep each picture; ``done`` gets the digest of each in turn."""
        for picture in given:
            self._tasks.read(
                self,
                lambda _connection, one=picture: _read(one),  # type: ignore[misc]
                lambda new: self._keep(new, done),
                self._on_failed,
            )

    def _keep(self, new: NewAsset, done: Callable[[str], None]) -> None:
        def keeping(unit: Unit) -> str:
            from db.actions import assets  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            return assets.add(unit, new)

        self._tasks.change(self, keeping, done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._messages.error(error)
        elif isinstance(error, OSError):
            self._messages.error(self.tr("读不出这个图片文件，没有插入。请检查文件是否还在、能否打开。"))
        else:
            self._tasks.failed.emit(error)


def _read(picture: Path | bytes) -> NewAsset:
    from desktop.intake.pictures import read_picture  # noqa: PLC0415  # Pillow stays out of start-up

    if isinstance(picture, bytes):
        return read_picture(picture, QCoreApplication.translate("Pictures", "粘贴的图片.png"))
    return read_picture(picture.read_bytes(), picture.name)


def choose_files(parent: QWidget) -> list[Path]:
    """Ask for picture files."""
    title = QCoreApplication.translate("Pictures", "选择图片")
    kinds = QCoreApplication.translate("Pictures", "图片 (*.jpg *.jpeg *.png *.webp)")
    names, _kind = QFileDialog.getOpenFileNames(parent, title, "", kinds)
    return [Path(name) for name in names]
