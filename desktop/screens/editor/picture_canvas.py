"""A picture with a selection on it, drawn and moved with the mouse or with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from desktop.kit.theme import Theme

HANDLE = 10  # pixels of the screen
STEP = 10  # pixels of the picture that an arrow key goes; 1 with Ctrl
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_CURSORS = {
    (0, 0): Qt.CursorShape.SizeFDiagCursor, (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, 0): Qt.CursorShape.SizeBDiagCursor, (0, 1): Qt.CursorShape.SizeBDiagCursor,
}  # fmt: skip


class PictureCanvas(QWidget):
    """Knows the picture by its true size; ``selection`` is in its pixels, empty where nothing is selected.

    Signals:
        selected: the selection is another one.
    """

    selected = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image, self._size = QImage(), QSize()
        self._ratio = 0.0  # width by height, 0: any
        self._fixed: QPointF | None = None  # the corner that stays while another is dragged
        self._grabbed: QPointF | None = None  # where in the selection it was taken hold of
        self.selection = QRect()
        self.setMinimumSize(560, 360)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("图片"))
        self.setAccessibleDescription(self.tr("方向键移动选区，Shift+方向键改变大小，加 Ctrl 每次 1 像素"))

    def show_picture(self, image: QImage, size: QSize) -> None:
        """Show a picture, of which ``image`` is a small form; nothing is selected."""
        self._image, self._size = image, size
        self._fixed = self._grabbed = None
        self.select(QRect())

    def set_ratio(self, ratio: float) -> None:
        """Keep selections in this ratio of width to height, 0 for any."""
        self._ratio = ratio
        if ratio and not self.selection.isEmpty():
            self.select(self._largest(self.selection))

    def select(self, selection: QRect) -> None:
        """Select a part of the picture."""
        self.selection = selection.intersected(QRect(0, 0, self._size.width(), self._size.height()))
        self.update()
        self.selected.emit()

    def _largest(self, room: QRect) -> QRect:
        """Return the largest part of a room in the ratio that is wanted, in its middle."""
        if not self._ratio:
            return room
        size = QSize(room.width(), max(1, round(room.width() / self._ratio)))
        if size.height() > room.height():
            size = QSize(max(1, round(room.height() * self._ratio)), room.height())
        left = room.x() + (room.width() - size.width()) // 2
        return QRect(left, room.y() + (room.height() - size.height()) // 2, size.width(), size.height())

    def _between(self, fixed: QPointF, moving: QPointF) -> QRect:
        """Return the selection from the corner that stays to the one that is dragged, within the picture."""
        right, below = moving.x() >= fixed.x(), moving.y() >= fixed.y()
        room = QSize(
            round(self._size.width() - fixed.x() if right else fixed.x()),
            round(self._size.height() - fixed.y() if below else fixed.y()),
        )
        width = min(abs(moving.x() - fixed.x()), room.width())
        height = min(abs(moving.y() - fixed.y()), room.height())
        if self._ratio:
            width = min(max(width, height * self._ratio), room.width(), room.height() * self._ratio)
            height = width / self._ratio
        left = fixed.x() if right else fixed.x() - width
        top = fixed.y() if below else fixed.y() - height
        return QRect(round(left), round(top), round(width), round(height))

    # between the picture and the screen

    def _place(self) -> QRectF:
        """Return where the picture lies on the widget: whole, in the middle, never blown up."""
        size = QSizeF(self._size)
        room = QRectF(self.rect()).adjusted(HANDLE, HANDLE, -HANDLE, -HANDLE).size()
        if size.width() > room.width() or size.height() > room.height():
            size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )

    def _scale(self) -> float:
        return self._place().width() / max(1, self._size.width())

    def _on_screen(self, part: QRect) -> QRectF:
        place, scale = self._place(), self._scale()
        return QRectF(
            place.x() + part.x() * scale, place.y() + part.y() * scale, part.width() * scale, part.height() * scale
        )

    def _in_picture(self, point: QPointF) -> QPointF:
        place, scale = self._place(), self._scale()
        x, y = (point.x() - place.x()) / scale, (point.y() - place.y()) / scale
        return QPointF(min(max(0.0, x), self._size.width()), min(max(0.0, y), self._size.height()))

    def _corner_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return which corner is under the mouse: left or right (0, 1), above or below (0, 1)."""
        if self.selection.isEmpty():
            return None
        for corner, middle in self._corners().items():
            if (point - middle).manhattanLength() <= 1.6 * HANDLE:
                return corner
        return None

    def _corners(self) -> dict[tuple[int, int], QPointF]:
        shown = self._on_screen(self.selection)
        return {
            (0, 0): shown.topLeft(), (1, 0): shown.topRight(), (0, 1): shown.bottomLeft(), (1, 1): shown.bottomRight()
        }  # fmt: skip

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(820, 520)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._image.isNull():
            return
        corner, at = self._corner_at(event.position()), self._in_picture(event.position())
        chosen = self.selection
        if corner is not None:
            across = chosen.x() if corner[0] else chosen.x() + chosen.width()
            down = chosen.y() if corner[1] else chosen.y() + chosen.height()
            self._fixed = QPointF(across, down)
        elif QRectF(chosen).contains(at) and not chosen.isEmpty():
            self._grabbed = at - QPointF(chosen.topLeft())
        else:
            self._fixed = at
            self.select(QRect())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._in_picture(event.position())
        if self._fixed is not None:
            self.select(self._between(self._fixed, at))
        elif self._grabbed is not None:
            self._move_to((at - self._grabbed).toPoint().x(), (at - self._grabbed).toPoint().y())
        else:
            corner = self._corner_at(event.position())
            inside = not self.selection.isEmpty() and QRectF(self.selection).contains(at)
            free = Qt.CursorShape.SizeAllCursor if inside else Qt.CursorShape.CrossCursor
            self.setCursor(_CURSORS[corner] if corner is not None else free)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._fixed = self._grabbed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.selection.isEmpty():
            return  # what is selected was neither cropped nor masked yet: this is not 完成
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is None or self._image.isNull():
            super().keyPressEvent(event)
            return
        step = 1 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else STEP
        across, down = arrow[0] * step, arrow[1] * step
        chosen = self.selection
        if chosen.isEmpty():
            middle = QRect(0, 0, self._size.width() // 2, self._size.height() // 2)
            middle.moveCenter(QRect(0, 0, self._size.width(), self._size.height()).center())
            self.select(self._largest(middle))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._stretch(across, down)
        else:
            self._move_to(chosen.x() + across, chosen.y() + down)

    def _move_to(self, left: int, top: int) -> None:
        size = self.selection.size()
        left = min(max(0, left), self._size.width() - size.width())
        self.select(QRect(left, min(max(0, top), self._size.height() - size.height()), size.width(), size.height()))

    def _stretch(self, across: int, down: int) -> None:
        """Let the right or the lower side go by this much; what is in a ratio stays in it."""
        chosen = self.selection
        width, height = max(1, chosen.width() + across), max(1, chosen.height() + down)
        if self._ratio:
            width = width if across else max(1, round(height * self._ratio))
            height = max(1, round(width / self._ratio))
            room = QRect(chosen.x(), chosen.y(), self._size.width() - chosen.x(), self._size.height() - chosen.y())
            if width > room.width() or height > room.height():
                return
        self.select(QRect(chosen.x(), chosen.y(), width, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(colours.plain_soft))
        place = self._place()
        if not self._image.isNull():
            painter.drawImage(place, self._image)
        if not self.selection.isEmpty():
            shown = self._on_screen(self.selection)
            painter.setClipRegion(QRegion(place.toAlignedRect()) - QRegion(shown.toAlignedRect()))
            painter.fillRect(self.rect(), QColor(0, 0, 0, 120))
            painter.setClipping(False)
            painter.setPen(QPen(QColor("white"), 3))
            painter.drawRect(shown)
            painter.setPen(QPen(QColor("black"), 1))
            painter.drawRect(shown)
            painter.setBrush(QColor("white"))
            for middle in self._corners().values():
                painter.drawRect(QRectF(middle.x() - HANDLE / 2, middle.y() - HANDLE / 2, HANDLE, HANDLE))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
