"""Takes pictures and files into the record: read and proved on a worker, kept by the writer, handed on by digest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from db.domain.article import Attachment
from db.domain.errors import BadValue, DeskError
from db.domain.settings import keeps_originals, picture_edge
from desktop.kit.file_dialogs import ask_files
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.actions.assets import NewAsset
    from db.store.unit import Unit

MOST = 100 * 1024 * 1024  # bytes of a picture file
Kept = Callable[["NewAsset", str], None]

translate = QCoreApplication.translate


class Uploads(QObject):
    """What was given for a text that is no longer open is kept in the record, and put nowhere.

    Signals:
        forgot: another text is on the screen, or the same anew.
        taken: a picture is in the record and was put where it was wanted (its digest).
    """

    forgot = Signal()
    taken = Signal(str)

    def __init__(self, tasks: Tasks, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._messages = tasks, messages
        self._tickets: list[Ticket] = []

    def take_pictures(self, given: Sequence[Path | bytes], done: Callable[[str], None]) -> None:
        """Keep each picture; ``done`` gets the digest of each in turn."""
        for picture in given:
            self._take(partial(_sized, picture), lambda _new, digest: self._hand_on(done, digest))

    def take_all(self, given: Sequence[Path | bytes], done: Callable[[list[str]], None]) -> None:
        """Keep these pictures; ``done`` gets their digests in order, empty for what is no picture, which is told."""

        def reading(connection: Connection) -> list[NewAsset | Exception]:
            found: list[NewAsset | Exception] = []
            kept = _kept(connection)
            for picture in given:
                try:
                    found.append(_picture(picture, *kept))
                except (DeskError, OSError) as error:
                    found.append(error)
            return found

        def keep(found: list[NewAsset | Exception]) -> None:
            for error in found:
                if isinstance(error, Exception):
                    self._on_failed(error)

            def keeping(unit: Unit) -> list[str]:
                from db.actions import assets  # noqa: PLC0415  # SQLAlchemy stays out of start-up

                return ["" if isinstance(new, Exception) else assets.add(unit, new) for new in found]

            self._tickets.append(self._tasks.change(self, keeping, hand_on, self._on_failed))

        def hand_on(digests: list[str]) -> None:
            done(digests)
            for digest in filter(None, digests):
                self.taken.emit(digest)

        self._tickets.append(self._tasks.read(self, reading, keep, self._on_failed))

    def take_files(self, paths: Sequence[Path], done: Callable[[Attachment, int], None]) -> None:
        """Keep each file; ``done`` gets it with its size in bytes."""
        for path in paths:
            self._take(partial(_file, path), lambda new, digest: done(Attachment(digest, new.name), len(new.data)))

    def take_video(self, path: Path, done: Callable[[Attachment, int], None]) -> None:
        self._take(partial(_video, path), lambda new, digest: done(Attachment(digest, new.name), len(new.data)))

    def forget(self) -> None:
        """Put nothing more where it was wanted: another text is on the screen."""
        for ticket in self._tickets:
            ticket.cancel()
        self._tickets.clear()
        self.forgot.emit()

    def _take(self, read: Callable[[Connection], NewAsset], kept: Kept) -> None:
        self._tickets.append(self._tasks.read(self, read, partial(self._keep, kept), self._on_failed))

    def _hand_on(self, done: Callable[[str], None], digest: str) -> None:
        done(digest)
        self.taken.emit(digest)

    def _keep(self, kept: Kept, new: NewAsset) -> None:
        self._tickets.append(self.keep(new, partial(kept, new), self._on_failed))

    def keep(self, new: NewAsset, kept: Callable[[str], None], failed: Callable[[Exception], None]) -> Ticket:
        """Take what was read into the record; ``kept`` gets its digest."""

        def keeping(unit: Unit) -> str:
            from db.actions import assets  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            return assets.add(unit, new)

        return self._tasks.change(self, keeping, kept, failed)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._messages.error(error)
        elif isinstance(error, OSError):
            self._messages.error(self.tr("读不出这个文件，没有加入。请检查文件是否还在、能否打开。"))
        else:
            self._tasks.failed.emit(error)


def _kept(connection: Connection) -> tuple[int, bool]:
    """Return how long the newsroom lets pictures be, and whether it keeps the originals."""
    from db.store import settings  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    stored = settings.every(connection)
    return picture_edge(stored), keeps_originals(stored)


def sized(data: bytes, name: str, connection: Connection) -> NewAsset:
    """Read a picture as this newsroom keeps pictures."""
    return _read(data, name, *_kept(connection))


def _sized(picture: Path | bytes, connection: Connection) -> NewAsset:
    return _picture(picture, *_kept(connection))


def _picture(picture: Path | bytes, edge: int, whole: bool) -> NewAsset:
    if isinstance(picture, bytes):
        return _read(picture, translate("Pictures", "粘贴的图片.png"), edge, whole)
    if picture.stat().st_size > MOST:
        raise BadValue("picture", "too_large", picture.name)
    return _read(picture.read_bytes(), picture.name, edge, whole)


def _read(data: bytes, name: str, edge: int, whole: bool) -> NewAsset:
    from desktop.intake.pictures import read_picture  # noqa: PLC0415  # Pillow stays out of start-up

    return read_picture(data, name, edge, whole=whole)


def _file(path: Path, _connection: object) -> NewAsset:
    from desktop.intake.attachments import read_attachment  # noqa: PLC0415  # Pillow stays out of start-up

    return read_attachment(path)


def _video(path: Path, _connection: object) -> NewAsset:
    from desktop.intake.attachments import read_video  # noqa: PLC0415  # Pillow stays out of start-up

    return read_video(path)


def choose_pictures(parent: QWidget, *, many: bool = False) -> list[Path]:
    """Ask for picture files."""
    kinds = translate("Pictures", "图片 (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff)")
    return ask_files(parent, translate("Pictures", "选择图片"), kinds, many=many)


def choose_files(parent: QWidget) -> list[Path]:
    """Ask for files to be attached."""
    endings = "*.pdf *.doc *.docx *.xls *.xlsx *.pptx *.txt *.csv *.zip *.mp3 *.mp4 *.webm *.jpg *.jpeg *.png *.webp"
    kinds = translate("Pictures", "可以作附件的文件 ({endings})").format(endings=endings)
    return ask_files(parent, translate("Pictures", "选择附件"), kinds, many=True)


def choose_video(parent: QWidget) -> list[Path]:
    """Ask for a film."""
    return choose_films(parent, many=False)


def choose_films(parent: QWidget, *, many: bool = True) -> list[Path]:
    """Ask for films."""
    kinds = translate("Pictures", "视频 (*.mp4 *.webm)")
    return ask_files(parent, translate("Pictures", "选择视频"), kinds, many=many)
