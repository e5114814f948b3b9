"""Asking for a file or a folder without opening any that is listed: a newsroom that is being worked in may lie there.

On POSIX a program loses its locks on a file as soon as it closes any handle of it. Qt's own dialog and GTK's look into
the files that they list, to find an icon; another program that opened and closed the newsroom after that took itself
for the last one there, and removed the log that this program went on writing to.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileInfo, QStandardPaths, QUrl
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QFileIconProvider, QHeaderView, QSplitter, QTreeView, QWidget

translate = QCoreApplication.translate
_LAST = "last_folder"  # of this run, kept with the application
_NOWHERE = ":/"  # where a dialog begins until it knows that it must not look into files


def ask_folder(parent: QWidget, title: str, start: str = "") -> Path | None:
    """Ask for a folder that exists; None when the person thought better of it."""
    dialog = _made(parent, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_answer(dialog, start)), None)


def ask_files(parent: QWidget, title: str, kinds: str, *, many: bool = False) -> list[Path]:
    """Ask for files that exist; none when the person thought better of it. ``kinds`` as Qt writes them, ``A;;B``."""
    dialog = _made(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if many else QFileDialog.FileMode.ExistingFile)
    return _answer(dialog, "")


def ask_new_file(parent: QWidget, title: str, kinds: str, start: str = "") -> Path | None:
    """Ask where a new file is to lie and what it is called; None when the person thought better of it.

    ``start`` is a path, or a name alone for the folder that was chosen last; its ending is that of the new file too.
    """
    dialog = _made(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    wanted = Path(start)
    if start:
        dialog.selectFile(wanted.name)
        dialog.setDefaultSuffix(wanted.suffix.removeprefix("."))  # so that the dialog asks before one is written over
    return next(iter(_answer(dialog, str(wanted.parent) if wanted.name != start else "")), None)


class _NamesOnly(QFileIconProvider):
    """Knows folders from files, and no file from another. It is asked on a thread of the dialog's own."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = super().icon(QFileIconProvider.IconType.Folder)
        self._file = super().icon(QFileIconProvider.IconType.File)

    # Qt overrides

    def icon(self, what: QFileIconProvider.IconType | QFileInfo) -> QIcon:
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        return super().icon(what)

    def type(self, info: QFileInfo) -> str:
        return info.suffix()


def _made(parent: QWidget, title: str, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, _NOWHERE)
    if sys.platform not in ("win32", "darwin"):  # there the system's own dialog is another program, or locks are safe
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.names_only = _NamesOnly()  # type: ignore[attr-defined]  # lives as long as the dialog, which does not own it
        dialog.setIconProvider(dialog.names_only)  # type: ignore[attr-defined]
        _lay_out(dialog)
    dialog.resize(760, 520)
    dialog.setNameFilters(kinds.split(";;") if kinds else [])
    return dialog


def _lay_out(dialog: QFileDialog) -> None:
    """Say in Chinese what Qt's own translation leaves in English, and offer where people keep their files."""
    label = QFileDialog.DialogLabel
    dialog.setLabelText(label.LookIn, translate("FileDialogs", "位置："))
    dialog.setLabelText(label.FileType, translate("FileDialogs", "类型："))
    place = QStandardPaths.StandardLocation
    known = (place.HomeLocation, place.DesktopLocation, place.DocumentsLocation, place.PicturesLocation,
             place.DownloadLocation)  # fmt: skip
    folders = dict.fromkeys(QStandardPaths.writableLocation(one) for one in known)
    dialog.setSidebarUrls([QUrl.fromLocalFile(folder) for folder in folders if Path(folder).is_dir()])
    splitter = dialog.findChild(QSplitter, "splitter")
    if splitter is not None:
        splitter.setSizes([150, 610])
    tree = dialog.findChild(QTreeView, "treeView")
    if tree is not None:
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)


def _answer(dialog: QFileDialog, start: str) -> list[Path]:
    app = QApplication.instance()
    last = app.property(_LAST) if app else None
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    wanted = Path(start or last or documents)
    dialog.setDirectory(str(next((folder for folder in (wanted, *wanted.parents) if folder.is_dir()), wanted)))
    chosen = [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []
    if chosen and app is not None:
        app.setProperty(_LAST, str(chosen[0].parent))
    dialog.deleteLater()
    return chosen
