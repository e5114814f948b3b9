"""Asks for the words of a picture: 图说, credit, and what it shows for who cannot see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop.kit.confirm import ConfirmDialog
from desktop.kit.forms import LineField

translate = QCoreApplication.translate


def ask_words(
    parent: QWidget, alt: str, caption: str, credit: str, edit: Callable[[], None] | None = None
) -> tuple[str, str, str] | None:
    """Return alternative text, 图说 and credit, None when the person thought better of it.

    ``edit``: called when the person wants the picture itself edited next; the words count as accepted.
    """
    dialog = ConfirmDialog(translate("FigureDialog", "图片说明"), "", translate("FigureDialog", "确定"), parent=parent)
    words = LineField(translate("FigureDialog", "图说"), translate("FigureDialog", "显示在图片下面"), limit=200)
    name = LineField(translate("FigureDialog", "署名"), translate("FigureDialog", "例如：摄影：方一鸣"), limit=60)
    shown = LineField(
        translate("FigureDialog", "替代文字"),
        translate("FigureDialog", "用一句话说清画面，读屏软件会读给看不见图片的人"),
        limit=200,
    )
    for field, value in ((words, caption), (name, credit), (shown, alt)):
        field.set_value(value)
        dialog.inside.addWidget(field)
    if edit is not None:
        button = QPushButton(translate("FigureDialog", "裁剪、旋转、打马赛克…"))
        button.setAutoDefault(False)
        button.clicked.connect(edit)
        button.clicked.connect(dialog.accept)
        dialog.inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    words.setFocus()
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = (shown.value(), words.value(), name.value())
    dialog.deleteLater()
    return answer if accepted else None
