"""Widgets side by side, going on in the next line where there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Keeps the order of its widgets; the last one takes what is left of its line, unless all keep their widths."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6, *, fill: bool = True) -> None:
        super().__init__(parent)
        self.setSpacing(spacing)
        self._fill = fill
        self._items: list[QLayoutItem] = []

    def insert(self, at: int, widget: QWidget) -> None:
        """Put a widget before the one that stands at ``at``."""
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())
        self.invalidate()

    def _arrange(self, place: QRect, apply: bool) -> int:
        """Set the widgets into ``place`` and return the height that they take."""
        margins = self.contentsMargins()
        inner = place.marginsRemoved(margins)
        x, y, line_height = inner.x(), inner.y(), 0
        for number, item in enumerate(self._items):
            size = item.sizeHint()
            if x > inner.x() and x + size.width() > inner.right() + 1:
                x, y, line_height = inner.x(), y + line_height + self.spacing(), 0
            rest = self._fill and number == len(self._items) - 1
            width = inner.right() + 1 - x if rest else min(size.width(), inner.width())
            if apply:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self.spacing()
            line_height = max(line_height, size.height())
        return y + line_height - place.y() + margins.bottom()

    # Qt overrides

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())
