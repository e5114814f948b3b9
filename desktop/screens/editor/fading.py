"""Focus: all but the paragraph of the caret is painted paler. The document knows nothing of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPalette, QTextBlock
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

PALE = 165  # of 255: how much of the paper lies over the rest


def fade_rest(editor: QTextEdit | QPlainTextEdit) -> None:
    """Lay paper over what is not being written; called at the end of painting."""
    cursor, viewport = editor.textCursor(), editor.viewport()
    first = editor.document().findBlock(cursor.selectionStart())
    last = editor.document().findBlock(cursor.selectionEnd())
    top, bottom = _place(editor, first).top(), _place(editor, last).bottom()
    paper = editor.palette().color(QPalette.ColorRole.Base)
    paper.setAlpha(PALE)
    area = QRectF(viewport.rect())
    painter = QPainter(viewport)
    painter.fillRect(QRectF(area.left(), area.top(), area.width(), top - area.top()).intersected(area), paper)
    painter.fillRect(QRectF(area.left(), bottom, area.width(), area.bottom() + 1 - bottom).intersected(area), paper)
    painter.end()


def _place(editor: QTextEdit | QPlainTextEdit, block: QTextBlock) -> QRectF:
    """Return where a paragraph is seen in the viewport; a cell stands for its row of the text, the whole table."""
    if isinstance(editor, QPlainTextEdit):
        return editor.blockBoundingGeometry(block).translated(editor.contentOffset())
    layout, down = editor.document().documentLayout(), editor.verticalScrollBar().value()
    cursor = editor.textCursor()
    cursor.setPosition(block.position())
    table = cursor.currentTable()
    place = layout.frameBoundingRect(table) if table is not None else layout.blockBoundingRect(block)
    return place.translated(0, -down)
