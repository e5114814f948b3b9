"""How the pages of the welcome look alike: a heading, a line of explanation, a row of buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton

from desktop.kit.theme import mark, scaled


def heading(text: str) -> QLabel:
    made = QLabel(text)
    made.setFont(scaled(QApplication.font(), 1.6, bold=True))
    made.setWordWrap(True)
    return made


def words(text: str = "") -> QLabel:
    made = QLabel(text)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    mark(made, "tint", "soft")
    return made


def row_of(*buttons: QPushButton) -> QHBoxLayout:
    """Return buttons in a row, the last one at the right."""
    row = QHBoxLayout()
    for button in buttons:
        button.setAutoDefault(True)  # Enter presses the one that has the keyboard
    for button in buttons[:-1]:
        row.addWidget(button)
    row.addStretch(1)
    row.addWidget(buttons[-1])
    return row
