"""The head of the article screen in one line, or in two where the formatting bar has no room beside the steps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

SPACING = 4
MARGINS = (10, 6, 12, 6)


class Head(QWidget):
    """What tells the article, the bar, and what can be done with it."""

    def __init__(self, telling: Sequence[QWidget], bar: QWidget, doing: Sequence[QWidget]) -> None:
        super().__init__()
        self._ends, self._bar = (*telling, *doing), bar
        self._at = len(telling)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for row in (self._first, self._second):
            row.setSpacing(SPACING)
        for widget in telling:
            self._first.addWidget(widget)
        self._first.addWidget(bar)
        self._first.addStretch(1)
        for widget in doing:
            self._first.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(2)
        column.addLayout(self._first)
        column.addLayout(self._second)
        self._second.addStretch(1)

    def _width_of(self, widgets: Sequence[QWidget]) -> int:
        """Return the width that widgets take side by side, those that are hidden left out."""
        shown = [widget.sizeHint().width() for widget in widgets if not widget.isHidden()]
        return sum(shown) + SPACING * len(shown) + MARGINS[0] + MARGINS[2]

    def _arrange(self) -> None:
        below = self._second.indexOf(self._bar) >= 0
        beside = self._width_of(self._ends) + SPACING + self._bar.minimumSizeHint().width()
        wanted = not self._bar.isHidden() and beside > self.width()
        if wanted and not below:
            self._first.removeWidget(self._bar)
            self._second.insertWidget(0, self._bar)
        elif below and not wanted:
            self._second.removeWidget(self._bar)
            self._first.insertWidget(self._at, self._bar)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        bar = 0 if self._bar.isHidden() else self._width_of(()) + self._bar.minimumSizeHint().width()
        return QSize(max(self._width_of(self._ends), bar), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a step came or went
            self._arrange()
        return super().event(event)
