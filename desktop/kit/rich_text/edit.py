"""The text as it will read, with a cursor in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.kit.colours import Colours
from desktop.kit.rich_text import keys
from desktop.kit.rich_text.building import insert_leaves, show
from desktop.kit.rich_text.drawing import DrawnThings, draw_all_beside
from desktop.kit.rich_text.grip import Grip
from desktop.kit.rich_text.inserting import insert_blocks
from desktop.kit.rich_text.looks import OBJECT, THINGS, VERBATIM, Look, Shape, each_thing, marks_of, place_of, shape_of
from desktop.kit.rich_text.prompt import Prompt
from desktop.kit.rich_text.steps import one_step
from desktop.kit.rich_text.taking import Taker, blocks_of
from desktop.kit.theme import ARTICLE_PIXELS, Theme, article_font
from desktop.kit.zoom import Zoom
from desktop.text.addresses import is_film
from desktop.text.clean import clean_text
from desktop.text.flat import Leaf, goes_on
from desktop.text.pieces import piece_of, pieces
from desktop.text.tree import Attached, Block, Figure, Mark

MEASURE = 720  # pixels: a longer line is not read with ease
MARKDOWN = "text/markdown"  # what is copied here and put in here keeps all that it is
_Move = QTextCursor.MoveMode


@dataclass(frozen=True, slots=True)
class FoundThing:
    """A picture, film or file in the document: where, and what it shows."""

    position: int
    shape: Shape
    facts: tuple[str, ...]


class RichEdit(QTextEdit):
    """Shows Markdown as the page will, and gives back Markdown.

    Signals:
        figure_wanted: a picture or film is to be described (FoundThing).
        file_wanted: a film or file is to be opened (FoundThing).
        menu_wanted: a sign was typed at the beginning of a paragraph that asks for a choice of blocks.
    """

    figure_wanted = Signal(object)
    file_wanted = Signal(object)
    menu_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, zoom: Zoom | None = None) -> None:
        super().__init__(parent)
        self._theme, self.zoom = theme, zoom or Zoom(parent=self)
        self.look = Look(theme.colours, self.zoom.scale)
        self._taker = Taker(self.document())
        self._images: Mapping[str, QImage] = {}
        self._things = DrawnThings(self._image, self._colours, self)
        self._things.register(self.document())
        self.document().setDocumentMargin(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(2)
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.prompt = Prompt(self)
        self.verticalScrollBar().setEnabled(False)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        theme.changed.connect(self._on_theme_changed)
        self.cursorPositionChanged.connect(self._on_moved)
        self.zoom.changed.connect(self._on_zoomed)
        self.zoom.watch(self.viewport())
        self._on_zoomed()
        self.set_text("")
        self.grip = Grip(self, theme)

    def text(self) -> str:
        """Return the Markdown of what is shown; of a text that nobody changed, as it was given."""
        return clean_text(self._taker.markdown()) if self.document().isModified() else self._given

    def set_text(self, markdown: str) -> None:
        """Show another text; there is no way back to the one before by undo."""
        self._given = markdown
        found = pieces(markdown)
        self._taker.forget()
        self._taker.learn(found)
        if self.look.scale != self.zoom.scale:
            self.look = Look(self._theme.colours, self.zoom.scale)
        show(self.document(), [block for piece in found for block in piece.blocks], self.look)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def selected(self) -> str:
        """Return the Markdown of what is selected."""
        taken = QTextDocument()
        QTextCursor(taken).insertFragment(self.textCursor().selection())
        return piece_of(blocks_of(taken)).source

    def blocks(self) -> Sequence[Block]:
        return blocks_of(self.document())

    def set_images(self, images: Mapping[str, QImage]) -> None:
        """Know these pictures by their sources; what was drawn without them is drawn again."""
        changed = {source for source in images if source not in self._images}
        self._images = images
        if not changed:
            return
        quiet = self.blockSignals(True)  # a picture that arrives is no change of the text
        block = self.document().begin()
        while block.isValid():
            for position, _shape, facts in each_thing(block):
                if facts and facts[0] in changed:
                    self.document().markContentsDirty(position, 1)
            block = block.next()
        self.blockSignals(quiet)

    def know_facts(self, facts: Mapping[str, str]) -> None:
        """Know what else is to be said of films, by their digests."""
        self._things.facts.update(facts)

    def step(self, do: Callable[[QTextCursor], object]) -> None:
        """Change something at the cursor, and leave the cursor where that puts it."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        do(cursor)
        self.setTextCursor(cursor)
        self._on_moved()  # it may stand where it stood, behind what is a link only now
        self.setFocus()

    def type_with(self, mark: Mark, on: bool) -> None:
        """Let what is typed next have a mark, or have it no more."""
        cursor = self.textCursor()
        form = cursor.blockFormat()
        kept = tuple(other for other in marks_of(self.currentCharFormat()) if other.name != mark.name)
        marks = (*kept, mark) if on else kept
        self.setCurrentCharFormat(self.look.letters(shape_of(form), form.headingLevel(), marks))

    def insert_blocks(self, blocks: Sequence[Block]) -> None:
        """Put blocks in where the cursor is: one paragraph runs into the text, others stand between what it parts."""
        self.step(lambda cursor: insert_blocks(cursor, blocks, self.look))
        self.ensureCursorVisible()

    def insert_figure(self, source: str, caption: str = "") -> None:
        self.insert_thing(Figure(source, "", caption))

    def insert_thing(self, block: Figure | Attached) -> None:
        """Put a picture, film or file behind the paragraph of the cursor, and the cursor behind it."""

        def put_in(cursor: QTextCursor) -> None:
            with one_step(cursor):
                table = cursor.currentTable()
                if table is not None:
                    cursor.setPosition(table.lastPosition() + 1)
                keys.leave_thing(cursor, self.look)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
                path = goes_on(place_of(cursor.blockFormat()))
                insert_leaves(cursor, [Leaf(path, block)], self.look)
                after = cursor.block().next()
                if after.isValid() and not after.text() and shape_of(after.blockFormat()) not in THINGS:
                    cursor.setPosition(after.position())
                else:
                    cursor.insertBlock(self.look.block(Shape.PARAGRAPH, path), self.look.letters())

        self.step(put_in)
        self.ensureCursorVisible()

    def things(self) -> Iterator[FoundThing]:
        """Yield every picture, film, file and rule of the text, in order."""
        document = self.document()
        for number in range(document.blockCount()):
            yield from (FoundThing(*thing) for thing in each_thing(document.findBlockByNumber(number)))

    def thing_at(self, position: int) -> FoundThing | None:
        """Return the picture, film or file at a position or right before it."""
        for at, shape, facts in each_thing(self.document().findBlock(position)):
            if at in (position, position - 1) and shape is not Shape.RULE:
                return FoundThing(at, shape, facts)
        return None

    def describe(self, found: FoundThing, facts: tuple[str, ...]) -> None:
        """Give a picture other words."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(found.position)
        cursor.setPosition(found.position + 1, _Move.KeepAnchor)
        if self.document().characterAt(found.position) != OBJECT:  # the text moved on meanwhile
            return
        cursor.setCharFormat(self.look.thing(found.shape, facts, marks_of(cursor.charFormat())))

    def describe_bare(self, alts: Mapping[str, str]) -> None:
        """Give pictures without an alternative text one, by their sources, as one step for undo."""
        with one_step(QTextCursor(self.document())):
            for found in list(self.things()):
                words = alts.get(found.facts[0], "") if len(found.facts) > 1 else ""
                if words and found.shape is not Shape.ATTACHED and not found.facts[1].strip():
                    self.describe(found, (found.facts[0], words, *found.facts[2:]))

    def _image(self, source: str) -> QImage:
        return self._images.get(source, QImage())

    def _colours(self) -> Colours:
        return self._theme.colours

    @Slot(int, int)
    def _on_range_changed(self, low: int, high: int) -> None:
        """A bar with nowhere to go keeps its place and shows no handle."""
        self.verticalScrollBar().setEnabled(high > low)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Show the text in other colours; the caret stays, what could be undone cannot be any more."""
        scrolled = self.verticalScrollBar().value()
        self._show_again()
        self.verticalScrollBar().setValue(scrolled)

    def _show_again(self) -> None:
        at = self.textCursor().position()
        self.look = Look(self._theme.colours, self.zoom.scale)
        quiet = self.blockSignals(True)
        modified = self.document().isModified()
        show(self.document(), self.blocks(), self.look)
        self.document().setModified(modified)
        self.blockSignals(quiet)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    @Slot()
    def _on_moved(self) -> None:
        """Behind a link or code the next letter belongs to neither."""
        cursor = self.textCursor()
        if cursor.hasSelection() or self.isReadOnly():
            return
        marks = marks_of(cursor.charFormat())
        if not any(mark.name in ("a", "code") for mark in marks):
            return
        after = QTextCursor(cursor)
        if not cursor.atBlockEnd() and after.movePosition(QTextCursor.MoveOperation.NextCharacter, _Move.KeepAnchor):
            following = marks_of(after.charFormat())
            if any(mark.name in ("a", "code") and mark in marks for mark in following):
                return
        kept = tuple(mark for mark in marks if mark.name not in ("a", "code"))
        form = cursor.blockFormat()
        self.setCurrentCharFormat(self.look.letters(shape_of(form), form.headingLevel(), kept))

    @Slot()
    def _on_zoomed(self) -> None:
        """Lay the same text out in another size, its first line where it was."""
        seen = self.cursorForPosition(QPoint(0, 0))
        self.setFont(article_font(round(ARTICLE_PIXELS * self.zoom.scale)))  # of the prompt
        self._things.scale = self.zoom.scale
        quiet = self.blockSignals(True)  # it is no change of the text
        self.zoom.show(self.document())
        self.blockSignals(quiet)
        self._keep_measure()
        if not self.document().isUndoAvailable() and not self.document().isRedoAvailable():
            place = seen.position()  # distances at the side are in the formats: other ones would end all undoing
            self._show_again()
            seen.setPosition(place)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(seen).top() if seen.position() else 0)

    def _keep_measure(self) -> None:
        if self.viewportMargins().left() != self._side():
            self.setViewportMargins(self._side(), 12, self._side(), 0)

    def _side(self) -> int:
        return max(28, (self.width() - round(MEASURE * self.zoom.scale)) // 2 - 8)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() or not self._took(event):
            super().keyPressEvent(event)

    def _took(self, event: QKeyEvent) -> bool:
        """Do what this key does here and nowhere else; say whether it was such a key."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = held == Qt.KeyboardModifier.ShiftModifier
        if held and not shift:
            return False
        cursor, key, look = self.textCursor(), event.key(), self.look
        took = True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if shift and shape_of(cursor.blockFormat()) not in THINGS:
                cursor.insertText("\u2028")
            else:
                keys.enter(cursor, look)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            took = keys.tab(cursor, look, back=key == Qt.Key.Key_Backtab)
            if not took:
                self.focusNextPrevChild(key == Qt.Key.Key_Tab)
                return True
        elif key == Qt.Key.Key_Backspace:
            took = keys.backspace(cursor, look)
        elif key == Qt.Key.Key_Delete:
            took = keys.delete(cursor)
        elif event.text() == " ":
            took = keys.space(cursor, look)
        elif event.text() == "/" and self._begins_paragraph():
            self.menu_wanted.emit()
            return True
        else:
            took = self._typed(event.text())
            cursor = self.textCursor()
        if took:
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        return took

    def _typed(self, text: str) -> bool:
        """Before a letter goes in, make room for it; after the last star of a pair, make bold."""
        if not text or not text.isprintable():
            return False
        self._make_room()
        if text != "*":
            return False
        cursor = self.textCursor()
        cursor.insertText(text)
        keys.star(cursor, self.look)
        self.setTextCursor(cursor)
        return True

    def _make_room(self) -> None:
        cursor = self.textCursor()
        if shape_of(cursor.blockFormat()) in THINGS and not cursor.hasSelection():
            keys.leave_thing(cursor, self.look)
            self.setTextCursor(cursor)

    def _begins_paragraph(self) -> bool:
        cursor = self.textCursor()
        empty = not cursor.block().text() and not cursor.hasSelection()
        return empty and cursor.currentTable() is None and shape_of(cursor.blockFormat()) not in VERBATIM

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self.isReadOnly() and (event.preeditString() or event.commitString()):
            self._make_room()
            if event.commitString() == "、" and self._begins_paragraph():  # the key of `/` with Chinese marks
                self.menu_wanted.emit()
                return
        super().inputMethodEvent(event)
        self.prompt.refresh()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.thing_at(self.cursorForPosition(event.position().toPoint()).position())
        if found is not None and (found.shape is Shape.ATTACHED or self._is_on_film(found, event.position().y())):
            self.file_wanted.emit(found)
            return
        if found is not None and not self.isReadOnly():
            self.figure_wanted.emit(found)
            return
        super().mouseDoubleClickEvent(event)

    def _is_on_film(self, found: FoundThing, y: float) -> bool:
        """Is this height within the frame of a film, and not in the words below it?"""
        if not is_film(found.facts[0]):
            return False
        top = self.document().documentLayout().blockBoundingRect(self.document().findBlock(found.position)).top()
        return y + self.verticalScrollBar().value() < top + self._things.film_height(self.document())

    def createMimeDataFromSelection(self) -> QMimeData:
        data, markdown = QMimeData(), self.selected()
        data.setText(self.textCursor().selection().toPlainText().replace(OBJECT, ""))
        data.setData(MARKDOWN, markdown.encode("utf-8"))
        # Python-Markdown stays out of start-up
        from desktop.text.dialect import render  # noqa: PLC0415

        data.setHtml(render(markdown))
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_measure()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        down = self.verticalScrollBar().value()
        first = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        seen = QRectF(self.viewport().rect()).translated(0, down)
        draw_all_beside(painter, first, seen, self._theme.colours, self.look.scale)
        self.prompt.draw(painter)
        painter.end()
