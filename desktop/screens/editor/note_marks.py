"""The places of notes in a text: underlined on a ground of their own, with their numbers in the margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.kit.marks import Layer, put_marks
from desktop.kit.theme import Theme, scaled
from desktop.screens.editor.haystack import Editor

_AROUND = 300  # letters above and below what is seen that are marked as well
_WIDE, _HIGH = 18, 16  # pixels of a number in the margin


@dataclass(frozen=True, slots=True)
class Marked:
    """A note that stands in the text, in positions of the document."""

    id: int
    number: int
    start: int
    end: int
    open: bool


class NoteMarks(QWidget):
    """Lies over the margin of one editor and lets everything through; what it marks moves with the text by itself.

    It is no wider than the numbers: what lies under it is painted again with it, with every key.
    """

    def __init__(self, theme: Theme, editor: Editor) -> None:
        super().__init__(editor)
        self._theme, self._editor = theme, editor
        self._notes: list[tuple[Marked, QTextCursor]] = []
        self._current = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFont(scaled(self.font(), 0.85, bold=True))
        self.hide()
        editor.verticalScrollBar().valueChanged.connect(self._show_marks)
        editor.document().contentsChange.connect(self.update)
        editor.viewport().installEventFilter(self)
        theme.changed.connect(self._show_marks)

    def show_notes(self, notes: Sequence[Marked]) -> None:
        """Mark these and no others."""
        self._notes = [(note, self._cursor(note)) for note in notes]
        self.setVisible(bool(notes))
        self._lie_over()
        self._show_marks()

    def show_current(self, note_id: int) -> None:
        """Mark one of them as the one that is read."""
        if note_id != self._current:
            self._current = note_id
            self._show_marks()

    def at(self, position: int) -> int:
        """Return the note that stands at a position, the shortest of several, 0 where none does."""
        here = [
            (cursor.selectionEnd() - cursor.selectionStart(), note.id)
            for note, cursor in self._notes
            if cursor.selectionStart() <= position <= cursor.selectionEnd()
        ]
        return min(here)[1] if here else 0

    def place(self, note_id: int) -> QTextCursor | None:
        """Return where a note stands now."""
        return next((QTextCursor(cursor) for note, cursor in self._notes if note.id == note_id), None)

    def _cursor(self, note: Marked) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(note.start)
        cursor.setPosition(note.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _seen(self) -> list[tuple[Marked, QTextCursor]]:
        area = self._editor.viewport().rect()
        first = self._editor.cursorForPosition(area.topLeft()).position() - _AROUND
        last = self._editor.cursorForPosition(area.bottomRight()).position() + _AROUND
        return [
            (note, cursor)
            for note, cursor in self._notes
            if cursor.selectionStart() <= last and cursor.selectionEnd() >= first and cursor.hasSelection()
        ]

    @Slot()
    def _show_marks(self) -> None:
        put_marks(self._editor, Layer.NOTED, [self._mark(note, cursor) for note, cursor in self._seen()])
        self.update()

    def _mark(self, note: Marked, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        colours, form = self._theme.colours, QTextCharFormat()
        here = note.id == self._current
        form.setBackground(QColor(colours.mark if here else colours.wait_soft if note.open else colours.plain_soft))
        style = QTextCharFormat.UnderlineStyle
        form.setUnderlineStyle(style.SingleUnderline if note.open else style.DotLine)
        form.setUnderlineColor(QColor(colours.wait if note.open else colours.ink_soft))
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = QTextCursor(cursor), form
        return made

    def _lie_over(self) -> None:
        area, bar = self._editor.viewport().geometry(), self._editor.verticalScrollBar()
        room = self._editor.contentsRect().right() - (bar.width() if bar.isVisible() else 0)
        margin = round(self._editor.document().rootFrame().frameFormat().rightMargin())
        left = min(area.right() - margin + 5, max(area.right(), room) - _WIDE - 3)
        self.setGeometry(left, area.top(), _WIDE + 2, area.height())
        self.raise_()

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, below = self._theme.colours, -1000.0
        for note, cursor in self._seen():
            begin = QTextCursor(cursor)
            begin.setPosition(cursor.selectionStart())
            line = self._editor.cursorRect(begin)
            top = max(float(line.center().y()) - _HIGH / 2, below + 2)  # two of one line stand below each other
            below = top + _HIGH
            box = QRectF(QPointF(1, top), QPointF(_WIDE + 1, below))
            ink, ground = (colours.paper, colours.wait) if note.open else (colours.ink_soft, colours.paper)
            painter.setPen(QPen(QColor(colours.wait if note.open else colours.ink_soft)))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, _HIGH / 2, _HIGH / 2)
            painter.setPen(QColor(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{note.number}")
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._lie_over()
            self._show_marks()
        return super().eventFilter(watched, event)
