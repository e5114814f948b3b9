"""The handle in the margin that a block is dragged by, and the line that shows where it would land."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor, QTextTable
from PySide6.QtWidgets import QApplication, QWidget

from desktop.kit.rich_text.looks import STEP, Shape
from desktop.kit.rich_text.moving import entries, move, number_at
from desktop.kit.theme import Theme
from desktop.text.moving import Unit, canonical, moved, unit_at

if TYPE_CHECKING:
    from desktop.kit.rich_text.edit import RichEdit

WIDTH, HEIGHT = 18, 24
_EDGE = 32  # pixels from the edge where the text begins to roll
_ROLL = 12  # pixels a turn


class Grip(QWidget):
    """Appears beside the block under the mouse, and goes when something is typed."""

    def __init__(self, edit: RichEdit, theme: Theme) -> None:
        super().__init__(edit)
        self._edit, self._theme = edit, theme
        self._line = _Line(edit.viewport(), theme)
        self._held = -1  # position in the document of what was taken hold of
        self._global = QPoint()  # where the mouse is on the screen
        self._pressed = QPoint()  # where, in the viewport; null: nowhere
        self._drag: _Drag | None = None
        self._roll = QTimer(self, interval=30)
        self._roll.timeout.connect(self._on_roll)
        self.resize(WIDTH, HEIGHT)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("按住拖动，移动这一段（Alt+Shift+↑/↓）"))
        self.setAccessibleName(self.tr("移动这一段"))
        self.hide()
        edit.viewport().setMouseTracking(True)
        edit.setMouseTracking(True)
        for watched in (edit, edit.viewport()):
            watched.installEventFilter(self)
        edit.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        edit.textChanged.connect(self.hide)

    @property
    def dragging(self) -> bool:
        return self._drag is not None

    def _beside(self, point: QPoint) -> None:
        """Show the handle at the block at this height of the viewport."""
        edit = self._edit
        if edit.isReadOnly() or edit.document().isEmpty():
            self.hide()
            return
        cursor = edit.cursorForPosition(QPoint(max(0, point.x()), point.y()))
        table = cursor.currentTable()
        layout, down = edit.document().documentLayout(), edit.verticalScrollBar().value()
        place = layout.frameBoundingRect(table) if table is not None else layout.blockBoundingRect(cursor.block())
        if not place.top() <= point.y() + down <= place.bottom() + 8:
            self.hide()
            return
        lines = cursor.block().layout()
        line = lines.lineAt(0).height() if table is None and lines is not None and lines.lineCount() else HEIGHT
        self._held = table.firstPosition() if table is not None else cursor.block().position()
        top = place.top() - down + (min(line, 40) - HEIGHT) / 2
        viewport = edit.viewport().geometry()
        if top + HEIGHT < 0 or top > viewport.height():
            self.hide()
            return
        self.move(viewport.left() - WIDTH - 6, viewport.top() + round(max(top, 0)))
        self.show()
        self.raise_()

    def _begin(self, position: int) -> None:
        edit = self._edit
        if edit.isReadOnly() or edit.textCursor().block().layout().preeditAreaText():
            return  # while a word is being composed nothing is taken away under it
        self._drag = _Drag(edit, position)
        QApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)
        self._roll.start()

    def _drag_to(self, point: QPoint) -> None:
        drag, edit = self._drag, self._edit
        if drag is None:
            return
        down = edit.verticalScrollBar().value()
        drag.aim(point.y() + down)
        if drag.place is None:
            self._line.hide()
            return
        left = round(STEP * drag.depth * edit.look.scale)
        self._line.setGeometry(left, round(drag.height - down) - 2, edit.viewport().width() - left, 5)
        self._line.show()
        self._line.raise_()

    def _end(self, *, drop: bool) -> None:
        drag, self._drag, self._pressed = self._drag, None, QPoint()
        self._line.hide()
        self._roll.stop()
        if drag is None:
            return
        QApplication.restoreOverrideCursor()
        place = drag.place
        if drop and place is not None and drag.revision == self._edit.document().revision():

            def taking(cursor: QTextCursor) -> None:
                cursor.setPosition(drag.position)
                move(cursor, drag.unit, place, self._edit.look)

            self._edit.step(taking)
            self._edit.ensureCursorVisible()

    @Slot()
    def _on_scrolled(self) -> None:
        if not self.dragging:
            self.hide()

    @Slot()
    def _on_roll(self) -> None:
        """Roll the text while the mouse is held near its upper or lower edge."""
        point, viewport = self._edit.viewport().mapFromGlobal(self._global), self._edit.viewport()
        bar = self._edit.verticalScrollBar()
        if point.y() < _EDGE:
            bar.setValue(bar.value() - _ROLL)
        elif point.y() > viewport.height() - _EDGE:
            bar.setValue(bar.value() + _ROLL)
        else:
            return
        self._drag_to(point)

    def _follows(self, event: QMouseEvent) -> QPoint:
        self._global = event.globalPosition().toPoint()
        return self._edit.viewport().mapFromGlobal(self._global)

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._follows(event)
            self._begin(self._held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.dragging:
            self._drag_to(self._follows(event))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._end(drop=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self.dragging:
            painter.setBrush(QColor(self._theme.colours.hover))
            painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setBrush(QColor(self._theme.colours.control_line))
        for column in (-3, 3):
            for row in (-6, 0, 6):
                painter.drawEllipse(QPointF(WIDTH / 2 + column, HEIGHT / 2 + row), 1.5, 1.5)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            if self.dragging:
                if cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
                    self._end(drop=False)
                return True
            if watched is self._edit:
                self.hide()
        elif kind == QEvent.Type.Leave and not self.dragging and not self.underMouse():
            place = self.rect().translated(self.mapToGlobal(QPoint(0, 0)))
            if watched is self._edit and not place.contains(self._global):
                self.hide()
        elif isinstance(event, QMouseEvent) and watched is self._edit.viewport():
            return self._mouse(event)
        elif kind == QEvent.Type.MouseMove and watched is self._edit:
            self._beside(self._follows(cast(QMouseEvent, event)))
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        """A picture is dragged by itself; all else is for the editor."""
        kind, point = event.type(), self._follows(event)
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            found = self._edit.thing_at(self._edit.cursorForPosition(point).position())
            block_thing = found is not None and found.shape in (Shape.FIGURE, Shape.ATTACHED)
            self._pressed = point if block_thing else QPoint()
            self._held = found.position if found is not None and block_thing else self._held
        elif kind == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
            far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if not self.dragging and not self._pressed.isNull() and far:
                self._begin(self._held)
            if self.dragging:
                self._drag_to(point)
            return not self._pressed.isNull()
        elif kind == QEvent.Type.MouseMove:
            self._beside(point)
        elif kind == QEvent.Type.MouseButtonRelease and self.dragging:
            self._end(drop=True)
        elif kind == QEvent.Type.MouseButtonRelease:
            self._pressed = QPoint()
        return False


class _Drag:
    """What is being dragged, and where it would land."""

    def __init__(self, edit: RichEdit, position: int) -> None:
        self.position, self.revision = position, edit.document().revision()
        raw, where = entries(edit.document())
        self._leaves = canonical(raw)
        self.unit: Unit = unit_at(self._leaves, number_at(where, position))
        layout = edit.document().documentLayout()
        boxes = [
            layout.frameBoundingRect(place) if isinstance(place, QTextTable) else layout.blockBoundingRect(place)
            for place in where
        ]
        self._gaps = _gaps(boxes)
        self.place: int | None = None  # between the blocks; None: where it cannot or need not go
        self.height, self.depth = 0.0, 0  # of the line that shows it
        self._aimed = -1

    def aim(self, height: float) -> None:
        """Think of the gap between blocks that is nearest to this height of the document."""
        after = bisect_left(self._gaps, height)
        near = [gap for gap in (after - 1, after) if 0 <= gap < len(self._gaps)]
        gap = min(near, key=lambda number: abs(self._gaps[number] - height))
        if gap == self._aimed:
            return
        self._aimed = gap
        made = moved(self._leaves, self.unit, gap)
        self.place, self.height = (None if made is None else gap), self._gaps[gap]
        if made is not None:
            at = gap if gap < self.unit.first else gap - (self.unit.last - self.unit.first)
            own = len(self._leaves[self.unit.first].path) - self.unit.depth
            self.depth = max(0, len(made[at].path) - own)


def _gaps(boxes: list[QRectF]) -> list[float]:
    """Return the heights between boxes that stand below one another, before the first and behind the last too."""
    between = [(one.bottom() + other.top()) / 2 for one, other in pairwise(boxes)]
    return [boxes[0].top(), *between, boxes[-1].bottom()]


class _Line(QWidget):
    """The line in the text where a block would land."""

    def __init__(self, viewport: QWidget, theme: Theme) -> None:
        super().__init__(viewport)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.focus))
        painter.drawRect(QRect(4, 1, self.width() - 4, 2))
        painter.drawEllipse(QPointF(3, 2.5), 2.5, 2.5)
