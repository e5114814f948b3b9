"""Links: asked for, changed, taken off."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from desktop.kit.confirm import ConfirmDialog
from desktop.kit.forms import LineField
from desktop.kit.rich_text.looks import Look, marks_of, shape_of
from desktop.kit.rich_text.steps import one_step, set_mark
from desktop.text.addresses import is_link, read_address
from desktop.text.tree import Mark

translate = QCoreApplication.translate
_Move = QTextCursor.MoveMode


def link_step(cursor: QTextCursor, look: Look) -> None:
    """Ask for the address of what is selected, or of the link at the cursor; an empty one takes the link off."""
    _take_whole_link(cursor)
    before = next((mark for mark in marks_of(cursor.charFormat()) if mark.name == "a"), None)
    words = cursor.selectedText()
    dialog = _LinkDialog(QApplication.activeWindow(), before.href if before else "", asks_words=not words)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        address = "" if dialog.taken_off else read_address(dialog.address.value())
        with one_step(cursor):
            if not words and address:
                form = cursor.blockFormat()
                letters = look.letters(shape_of(form), form.headingLevel())
                cursor.insertText(dialog.words.value() or address, letters)
                start = cursor.position() - len((dialog.words.value() or address).encode("utf-16-le")) // 2
                cursor.setPosition(start, _Move.KeepAnchor)
            if cursor.hasSelection():
                set_mark(cursor, Mark("a", address), bool(address), look)
            cursor.setPosition(cursor.selectionEnd())
    dialog.deleteLater()


def _take_whole_link(cursor: QTextCursor) -> None:
    """Select the link that the cursor is in."""
    if cursor.hasSelection():
        return
    at = cursor.block().begin()
    while not at.atEnd():
        fragment = at.fragment()
        end = fragment.position() + fragment.length()
        linked = any(mark.name == "a" for mark in marks_of(fragment.charFormat()))
        if linked and fragment.position() <= cursor.position() <= end:
            cursor.setPosition(fragment.position())
            cursor.setPosition(end, _Move.KeepAnchor)
            return
        at += 1


class _LinkDialog(ConfirmDialog):
    """An address, and words where none are selected."""

    def __init__(self, parent: QWidget | None, address: str, *, asks_words: bool) -> None:
        super().__init__(translate("LinkDialog", "链接"), "", translate("LinkDialog", "确定"), parent=parent)
        self.taken_off = False
        self.address = LineField(
            translate("LinkDialog", "网址"), translate("LinkDialog", "例如 https://www.gov.cn，或本站的 /about.html"),
            required=True, limit=2000,
        )  # fmt: skip
        self.address.set_value(address)
        self.words = LineField(
            translate("LinkDialog", "显示的文字"), translate("LinkDialog", "不填就显示网址"), limit=200
        )
        self.inside.addWidget(self.address)
        self.inside.addWidget(self.words)
        self.words.setVisible(asks_words)
        if address:
            off = QPushButton(translate("LinkDialog", "去掉链接"))
            off.clicked.connect(self._on_off)
            self.inside.addWidget(off)
        self.address.setFocus()

    @Slot()
    def _on_off(self) -> None:
        self.taken_off = True
        super().accept()

    # Qt overrides

    @Slot()
    def accept(self) -> None:
        address = read_address(self.address.value())
        if not address or not is_link(address):
            self.address.show_error(
                translate("LinkDialog", "只能链接到网址（http、https）、邮箱（mailto:）、电话（tel:）或本站的页面。")
            )
            self.address.setFocus()
            return
        super().accept()
