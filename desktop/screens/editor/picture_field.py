"""One picture that goes with an article: one of its text, or a file; shown small beside its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.kit.field import Field, leave_wheel
from desktop.screens.editor.files_field import local_files

SMALL = QSize(96, 64)


class PictureField(Field):
    """Value: the digest of the picture, empty where there is none.

    Signals:
        wanted: a picture file is to be chosen in a dialog.
        dropped: picture files were dropped here (list of Path).
    """

    wanted = Signal()
    dropped = Signal(list)

    def __init__(self, label: str, none: str, hint: str = "", parent: QWidget | None = None) -> None:
        """``none`` is what is said where there is no picture."""
        super().__init__(label, hint, parent=parent)
        self._none, self._still = none, False
        self._digests: list[str] = [""]
        self._box = QComboBox()
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(6)
        self._box.addItem(none)
        leave_wheel(self._box)
        self._box.activated.connect(self._on_activated)
        self._choose = QPushButton(self.tr("选择图片…"))
        self._choose.setToolTip(self.tr("从本机选一张图片，也可以拖到这里"))
        self._choose.setAccessibleName(self.tr("{label}：选择图片").format(label=label))
        self._choose.clicked.connect(self.wanted)
        self._still_picture = QLabel()
        self._still_picture.setFixedSize(SMALL)
        self._still_picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._still_picture.hide()
        right = QVBoxLayout()
        right.addWidget(self._box)
        right.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._still_picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        self.setAcceptDrops(True)
        self._build(holder, self._box)

    def value(self) -> str:
        return self._digests[max(0, self._box.currentIndex())]

    def set_value(self, digest: str) -> None:
        self._offer(self._digests[1:], digest)

    def choose(self, digest: str) -> None:
        """Take a picture that is in the record now."""
        self.set_value(digest)
        self.edited.emit()

    def offer(self, digests: Sequence[str], image: Callable[[str], QImage]) -> None:
        """Offer the pictures of the text; ``image`` gives a picture by its digest."""
        if list(digests) != [digest for digest in self._digests[1:] if digest in digests]:
            self._offer(digests, self.value())
        self._show(image(self.value()) if self.value() else QImage())

    def set_read_only(self, read_only: bool) -> None:
        self._still = read_only
        self._box.setEnabled(not read_only)
        self._choose.setVisible(not read_only)

    def _offer(self, digests: Sequence[str], chosen: str) -> None:
        offered = [self._none, *(self.tr("正文第 {n} 张图").format(n=n) for n in range(1, len(digests) + 1))]
        self._digests = ["", *digests]
        if chosen not in self._digests:
            self._digests.append(chosen)
            offered.append(self.tr("另选的图片"))
        self._box.clear()
        self._box.addItems(offered)
        self._box.setCurrentIndex(self._digests.index(chosen))
        self.show_error("")

    def _show(self, image: QImage) -> None:
        self._still_picture.setVisible(not image.isNull())
        if not image.isNull():
            fitted = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._still_picture.setPixmap(QPixmap.fromImage(image.scaled(SMALL, *fitted)))

    def _on_activated(self) -> None:
        self._show(QImage())
        self.show_error("")
        self.edited.emit()

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._still and local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = local_files(event.mimeData())
        if files and not self._still:
            event.acceptProposedAction()
            self.dropped.emit(files[:1])
