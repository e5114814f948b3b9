"""Dialogs for the few places where an answer is needed: yes or no, or a reason in words."""

from __future__ import annotations

from typing import TypedDict, Unpack

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.kit.forms import TextField
from desktop.kit.theme import ButtonKind, dress, scaled

_ALL = 1000  # of the room, against what lies free below


def ask(parent: QWidget | None, title: str, text: str, accept_text: str, *, danger: bool = False) -> bool:
    """Ask, and return whether the person said yes. Where it is dangerous, Enter means no."""
    dialog = ConfirmDialog(title, text, accept_text, danger=danger, parent=parent)
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer


class Rules(TypedDict, total=False):
    """What an answer in words must be."""

    required: bool  # True unless said otherwise
    danger: bool
    limit: int  # characters


def ask_text(
    parent: QWidget | None, title: str, text: str, label: str, accept_text: str, value: str = "", **rules: Unpack[Rules]
) -> str | None:
    """Ask for an opinion or a reason; return it, or None when the person thought better of it."""
    dialog = TextDialog(title, text, label, accept_text, parent, **rules)
    dialog.field.set_value(value)
    answer = dialog.field.value() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return answer


class ConfirmDialog(QDialog):
    """A question, what it means, and two buttons that say what they do."""

    def __init__(
        self, title: str, text: str, accept_text: str, *, danger: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        heading = QLabel(title)
        heading.setFont(scaled(self.font(), 1.2, bold=True))
        heading.setWordWrap(True)
        words = QLabel(text)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleDescription(text)
        self.accept_button = QPushButton(accept_text)
        dress(self.accept_button, ButtonKind.DANGER if danger else ButtonKind.PRIMARY)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button = QPushButton(self.tr("取消"))
        self.cancel_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.accept_button)
        self.inside = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(words)
        words.setVisible(bool(text))
        layout.addLayout(self.inside)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self._column = layout
        first = self.cancel_button if danger else self.accept_button
        first.setDefault(True)
        first.setFocus()

    def give_room_inside(self) -> None:
        """Let what is inside have all the room, and none be kept free below it."""
        self._column.setStretchFactor(self.inside, _ALL)


class TextDialog(ConfirmDialog):
    """A question that is answered in words; Ctrl+Enter sends them."""

    def __init__(
        self, title: str, text: str, label: str, accept_text: str, parent: QWidget | None = None, **rules: Unpack[Rules]
    ) -> None:
        super().__init__(title, text, accept_text, danger=rules.get("danger", False), parent=parent)
        self._required = rules.get("required", True)
        hint, limit = self.tr("按 Ctrl+Enter 确定"), rules.get("limit", 2000)
        self.field = TextField(label, hint, required=self._required, limit=limit, lines=4)
        self.inside.addWidget(self.field)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        QShortcut(QKeySequence("Ctrl+Enter"), self, self.accept)
        self.field.setFocus()

    # Qt overrides

    @Slot()
    def accept(self) -> None:
        if self._required and not self.field.value():
            self.field.show_error(self.tr("这里必须填写，对方要靠它知道怎么办。"))
        if self.field.problem():
            self.field.setFocus()
            return
        super().accept()
