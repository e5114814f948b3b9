"""Parts that the desk is put together from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from desktop.kit.theme import Surface, lay, mark


def splitter(left: QWidget, right: QWidget, sizes: tuple[int, int]) -> QSplitter:
    made = QSplitter(Qt.Orientation.Horizontal)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    made.addWidget(left)
    made.addWidget(right)
    made.setStretchFactor(1, 1)
    made.setSizes(list(sizes))
    return made


def column(above: QWidget, below: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(above)
    layout.addWidget(below, 1)
    return made


def hint(words: str) -> QWidget:
    """What stands where nothing is open yet."""
    made = QLabel(words)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    mark(made, "tint", "soft")
    lay(made, Surface.PAPER)
    return made


def rule() -> QWidget:
    """A hairline in the colour of the splitters' handles."""
    made = QWidget()
    made.setFixedHeight(1)
    made.setAutoFillBackground(True)
    made.setBackgroundRole(QPalette.ColorRole.Mid)
    return made
