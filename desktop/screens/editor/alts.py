"""Before a text is sent in: every picture gets words for who cannot see it, or a reason why it needs none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db.domain.waiver import MAX_REASON
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.forms import LineField
from desktop.kit.theme import Surface, lay, mark

translate = QCoreApplication.translate
THUMB = QSize(150, 110)


def ask_alts(
    pictures: Sequence[tuple[str, str, QImage]], window: QWidget
) -> tuple[Mapping[str, str], Mapping[str, str]] | None:
    """Ask for the words of these pictures; return them, and the reasons for none, by digest; None to stay."""
    dialog = AltsDialog(pictures, window)
    accepted, alts, reasons = dialog.exec() == QDialog.DialogCode.Accepted, dialog.alts(), dialog.reasons()
    dialog.deleteLater()
    return (alts, reasons) if accepted else None


class AltsDialog(ConfirmDialog):
    """A row a picture."""

    def __init__(self, pictures: Sequence[tuple[str, str, QImage]], parent: QWidget | None = None) -> None:
        """``pictures`` are digest, 图说 and what it looks like."""
        title = translate("AltsDialog", "这些图片还没有替代文字")
        words = translate(
            "AltsDialog", "替代文字由读屏软件读给看不见图片的人听，图片打不开时也显示它。用一句话说清画面即可。"
        )
        super().__init__(title, words, translate("AltsDialog", "写入并送审"), parent=parent)
        self._rows = {digest: _Row(caption, image) for digest, caption, image in pictures}
        inside = QWidget()
        lay(inside, Surface.PAPER)
        column = QVBoxLayout(inside)
        for row in self._rows.values():
            row.changed_by(self._on_changed)
            column.addWidget(row)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.inside.addWidget(area)
        self.give_room_inside()
        self.resize(680, min(620, 260 + 170 * len(self._rows)))
        self._on_changed()
        next(iter(self._rows.values())).words.setFocus()

    def alts(self) -> dict[str, str]:
        """Return the words that were written, by picture."""
        return {digest: row.words.value() for digest, row in self._rows.items() if not row.waives.isChecked()}

    def reasons(self) -> dict[str, str]:
        """Return why a picture needs none."""
        return {digest: row.words.value() for digest, row in self._rows.items() if row.waives.isChecked()}

    @Slot()
    def _on_changed(self) -> None:
        rows = self._rows.values()
        self.accept_button.setEnabled(all(row.words.value() and not row.words.problem() for row in rows))


class _Row(QFrame):
    """The picture, and its words or the reason for none in the same field."""

    def __init__(self, caption: str, image: QImage) -> None:
        super().__init__()
        mark(self, "field", True)
        thumb = QLabel()
        thumb.setFixedSize(THUMB)
        thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if not image.isNull():
            size = THUMB * thumb.devicePixelRatioF()
            small = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            small.setDevicePixelRatio(thumb.devicePixelRatioF())
            thumb.setPixmap(QPixmap.fromImage(small))
        said = QLabel(self.tr("图说：{caption}").format(caption=caption) if caption else self.tr("没有图说"))
        said.setWordWrap(True)
        mark(said, "tint", "soft")
        self.words = LineField(self.tr("替代文字"), limit=MAX_REASON, placeholder=caption)
        self.waives = QCheckBox(self.tr("不需要，说明理由（审核的人会看到）"))
        self.waives.clicked.connect(self._on_waived)
        column = QVBoxLayout()
        column.addWidget(said)
        column.addWidget(self.words)
        column.addWidget(self.waives)
        row = QHBoxLayout(self)
        row.addWidget(thumb)
        row.addLayout(column, 1)

    def changed_by(self, heard: Callable[[], None]) -> None:
        self.words.edited.connect(heard)
        self.waives.clicked.connect(heard)

    @Slot()
    def _on_waived(self) -> None:
        """Propose the usual reason where nothing is written."""
        usual = self.tr("装饰图片，不含信息")
        if self.waives.isChecked() and not self.words.value():
            self.words.set_value(usual)
        elif not self.waives.isChecked() and self.words.value() == usual:
            self.words.set_value("")
        self.words.setFocus()
