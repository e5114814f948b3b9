"""Files that go with an article, each with its name and size: added from a dialog or by dropping, taken away again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from db.domain.article import Attachment
from desktop.kit.field import Field
from desktop.kit.theme import mark


class FilesField(Field):
    """Value: the files in their order.

    Signals:
        wanted: files are to be chosen in a dialog.
        dropped: files were dropped here (list of Path).
    """

    wanted = Signal()
    dropped = Signal(list)

    def __init__(self, label: str, add: str, hint: str = "", *, most: int = 0, parent: QWidget | None = None) -> None:
        """``add`` is what the button says; ``most`` files may be there, 0: any number."""
        super().__init__(label, hint, parent=parent)
        self._most, self._still = most, False
        self._rows: list[_FileRow] = []
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._add = QPushButton(add)
        self._add.setToolTip(self.tr("从本机选文件，也可以把文件拖到这里"))
        self._add.clicked.connect(self.wanted)
        column.addLayout(self._list)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAcceptDrops(True)
        self._build(holder, self._add)
        self._add.setAccessibleName(self.tr("{label}：{add}").format(label=label, add=add))

    def value(self) -> tuple[Attachment, ...]:
        return tuple(row.file for row in self._rows)

    def set_value(self, files: Sequence[Attachment], sizes: Mapping[str, int]) -> None:
        """Show files; ``sizes`` are their bytes by digest, as far as they are known."""
        if files == self.value():
            return
        while self._rows:
            self._drop(self._rows[-1])
        for file in files:
            self._show(file, sizes.get(file.digest, 0))
        self.show_error("")
        self._refresh()

    def add(self, file: Attachment, size: int) -> None:
        """Take a file that is in the record now; the same one twice is one."""
        if any(row.file.digest == file.digest for row in self._rows):
            self.show_error(self.tr("“{name}”已经在这里了。").format(name=file.name))
            return
        if self._most and len(self._rows) >= self._most:
            self._drop(self._rows[-1])
        self._show(file, size)
        self.show_error("")
        self._refresh()
        self.edited.emit()

    def set_read_only(self, read_only: bool) -> None:
        self._still = read_only
        self._refresh()

    def _show(self, file: Attachment, size: int) -> None:
        row = _FileRow(file, size)
        row.removed.connect(self._on_removed)
        self._rows.append(row)
        self._list.addWidget(row)

    def _drop(self, row: _FileRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _refresh(self) -> None:
        self._add.setVisible(not self._still and (not self._most or len(self._rows) < self._most))
        for row in self._rows:
            row.remove.setVisible(not self._still)

    @Slot()
    def _on_removed(self) -> None:
        row = self.sender()
        if isinstance(row, _FileRow) and not self._still:
            self._drop(row)
            self.show_error("")
            self._refresh()
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._still and local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = local_files(event.mimeData())
        if files and not self._still:
            event.acceptProposedAction()
            self.dropped.emit(files)


class _FileRow(QWidget):
    """One file: its name, its size, and a cross."""

    removed = Signal()

    def __init__(self, file: Attachment, size: int) -> None:
        super().__init__()
        self.file = file
        name = QLabel(file.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        bytes_ = QLabel(size_words(size))
        mark(bytes_, "tint", "soft")
        self.remove = QToolButton()
        self.remove.setText("×")
        self.remove.setToolTip(self.tr("移除“{name}”").format(name=file.name))
        self.remove.setAccessibleName(self.remove.toolTip())
        self.remove.clicked.connect(self.removed)
        self.setAccessibleName(f"{file.name} {size_words(size)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(name, 1)
        row.addWidget(bytes_)
        row.addWidget(self.remove)


def size_words(size: int) -> str:
    """Return ``1.2 MB``; nothing while the size is not known."""
    if not size:
        return ""
    if size < 1024:
        return f"{size} B"
    if size < 1024 * 1024:
        return f"{round(size / 1024)} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def local_files(source: QMimeData) -> list[Path]:
    """Return the files of this machine that are being dropped or pasted."""
    return [path for url in source.urls() if url.isLocalFile() and (path := Path(url.toLocalFile())).is_file()]
