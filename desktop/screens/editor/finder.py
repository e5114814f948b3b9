"""Finds words in the text that is seen, marks them, goes from one to the next, and replaces them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.kit.marks import Layer, put_marks
from desktop.kit.rich_text.looks import OBJECT
from desktop.kit.rich_text.steps import one_step
from desktop.kit.theme import Theme
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.haystack import Editor, Haystack, put_in
from desktop.text.finding import BadPattern, Query, Replacement, Span, step
from desktop.text.hits import Hit

PAUSE = 150  # milliseconds without a key, then it is looked for
_AROUND = 300  # letters above and below what is seen that are marked as well


class Finder(QObject):
    """While it is on, hits are marked and follow what is written; a word that is being composed is not disturbed.

    Signals:
        changed: there are other hits, or another of them is the current one.
        left: Escape was pressed in the text.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self, theme: Theme, composition: Composition, seen: Callable[[], Editor], parent: QObject | None = None
    ) -> None:
        """``seen`` gives the text that the person has before them."""
        super().__init__(parent)
        self._theme, self._composition, self._seen = theme, composition, seen
        self._editor: Editor | None = None
        self._on = False
        self._due = False  # query or text are others than those that the hits are of
        self._going = False  # the query is another: go to its first hit
        self._near: Hit | None = None  # or to this one, once the text that holds it is there
        self._query = Query("")
        self._spans: Sequence[Span] = ()
        self.current: int | None = None
        self.bad: BadPattern | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._on_pause)
        theme.changed.connect(self._on_theme_changed)

    @property
    def count(self) -> int:
        return len(self._spans)

    @property
    def query(self) -> Query:
        return self._query

    @property
    def editor(self) -> Editor:
        """The text that is seen; it is watched from now on."""
        return self._watch()

    def _watch(self) -> Editor:
        seen = self._seen()
        if seen is not self._editor:
            self._let_go()
            self._editor = seen
            # not `textChanged`: that comes after the view has scrolled to what is new, with marks where the old was
            seen.document().contentsChange.connect(self._on_text_changed)
            seen.verticalScrollBar().valueChanged.connect(self._show_marks)
            seen.installEventFilter(self)
            self._due = True
        return seen

    def begin(self) -> None:
        """Mark from now on what is found."""
        self._on = self._due = True
        self._pause.start()  # it may not be looked for at once

    def end(self) -> None:
        """Mark nothing any more; the current hit is selected, and the keyboard comes back to it."""
        editor = self.editor
        self._on = False
        self._pause.stop()
        put_marks(editor, Layer.FOUND, [])
        if not self._composition.open:
            place = self._current_span()
            if place is not None and editor.textCursor().position() == place.start:
                self._go_to(place)
        editor.setFocus()

    def look_for(self, query: Query, *, anew: bool = False) -> None:
        """Look for something else, once the typing pauses; ``anew``: for the same as well."""
        if anew or query != self._query:
            self._query, self._due, self._going = query, True, True
            self._pause.start()

    def look_for_near(self, query: Query, hit: Hit) -> None:
        """Look for a query, and go to the place that is most like ``hit``."""
        self.look_for(query, anew=True)
        self._near = hit

    @Slot()
    def follow(self) -> None:
        """Hear that another text may be seen now."""
        if self._on:
            self._watch()
            if self._due:
                self._pause.start()

    def settle(self) -> bool:
        """Look now for what is due; say whether the hits are those of this text."""
        editor = self.editor
        if self._composition.open:
            return False
        if not self._due:
            return True
        self._pause.stop()
        self._due = False
        haystack = Haystack(editor)
        try:
            self._spans, self.bad = haystack.find(self._query), None
        except BadPattern as error:
            self._spans, self.bad = (), error
        self.current = None
        if self._near is not None and self._spans:
            self._take(haystack.nearest(self._spans, self._near))
            self._near, self._going = None, False
        elif self._going:
            self._going = False
            self._take(step(self._spans, editor.textCursor().selectionStart()))
        else:
            self._show_current()
        return True

    def go(self, *, back: bool = False) -> None:
        """Go to the next hit or the one before, round the end; right after a change of the query to its first."""
        fresh = self._going
        if self.settle() and not fresh:
            self._take(step(self._spans, self._caret(back=back), back=back))

    def replace(self, to: str) -> None:
        """Replace the current hit and go to the next; where none is current, go to one."""
        place = self._current_span() if self.settle() else None
        if place is None:
            self.go()
            return
        change = next((change for change in self._changes(to) if change.start == place.start), None)
        if change is not None:
            end = self._put_in([change])
            self._due = True
            if self.settle():
                self._take(step(self._spans, end))

    def replace_all(self, to: str) -> int:
        """Replace all hits as one step for undo; return how many."""
        changes = self._changes(to) if self.settle() else []
        if changes:
            self._put_in(changes)
            self._due = True
            self.settle()
        return len(changes)

    def _changes(self, to: str) -> list[Replacement]:
        if self.editor.isReadOnly():
            return []
        try:
            return Haystack(self.editor).replacements(self._query, to)
        except BadPattern as error:
            self.bad = error
            self.changed.emit()
            return []

    def _put_in(self, changes: Sequence[Replacement]) -> int:
        """Replace from behind, so that the places hold; return where the first of them ends."""
        editor, end = self.editor, 0
        with one_step(QTextCursor(editor.document())):
            for change in reversed(changes):
                end = put_in(editor, change)
        cursor = editor.textCursor()
        cursor.setPosition(end)
        editor.setTextCursor(cursor)
        return end

    # the current hit

    def _current_span(self) -> Span | None:
        return None if self.current is None else self._spans[self.current]

    def _caret(self, *, back: bool) -> int:
        """Return where stepping begins: beyond the hit that the caret is at."""
        cursor, place = self.editor.textCursor(), self._current_span()
        if back or cursor.hasSelection() or place is None or cursor.position() != place.start:
            return cursor.selectionStart() if back else cursor.selectionEnd()
        return place.end

    def _take(self, number: int | None) -> None:
        if number is not None:
            self._go_to(self._spans[number])
        self._show_current()

    def _go_to(self, place: Span) -> None:
        """Bring the caret to a hit; while hits are marked it is not selected, as that would hide its mark."""
        editor = self.editor
        cursor = editor.textCursor()
        cursor.setPosition(place.end)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        cursor.setPosition(place.start)
        if not self._on:
            cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()

    def _show_current(self) -> None:
        """The hit that the caret is at is the current one."""
        at = self.editor.textCursor().selectionStart()
        number = bisect_left(self._spans, at, key=lambda span: span.start)
        here = number < len(self._spans) and self._spans[number].start == at
        self.current = number if here else None
        self._show_marks()
        self.changed.emit()

    # marks

    @Slot()
    def _show_marks(self) -> None:
        """Mark what is seen of the hits: ten thousand marks would slow every key."""
        if not self._on or self._due:
            return
        editor = self.editor
        area = editor.viewport().rect()
        first = editor.cursorForPosition(area.topLeft()).position() - _AROUND
        last = editor.cursorForPosition(area.bottomRight()).position() + _AROUND
        start = bisect_left(self._spans, first, key=lambda span: span.start)
        end = bisect_left(self._spans, last, key=lambda span: span.start)
        put_marks(editor, Layer.FOUND, [self._mark(editor, number) for number in range(start, end)])

    def _mark(self, editor: Editor, number: int) -> QTextEdit.ExtraSelection:
        colours, form, place = self._theme.colours, QTextCharFormat(), self._spans[number]
        if number != self.current:
            form.setBackground(QColor(colours.mark))
        elif editor.document().characterAt(place.start) == OBJECT:  # a picture draws its words in colours of its own
            form.setBackground(QColor(colours.selection))
        else:
            form.setBackground(QColor(colours.warning_wave))
            form.setForeground(QColor(colours.side if colours.dark else colours.ink))
        made, cursor = QTextEdit.ExtraSelection(), QTextCursor(editor.document())
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        made.cursor, made.format = cursor, form
        return made

    def _let_go(self) -> None:
        if self._editor is not None:
            put_marks(self._editor, Layer.FOUND, [])
            self._editor.removeEventFilter(self)
            self._editor.document().contentsChange.disconnect(self._on_text_changed)
            self._editor.verticalScrollBar().valueChanged.disconnect(self._show_marks)

    @Slot()
    def _on_text_changed(self) -> None:
        self._due = True
        if self._on:
            self._pause.start()

    @Slot()
    def _on_pause(self) -> None:
        if not self.settle():
            self._pause.start()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._due = True
        self.follow()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._on and event.type() == QEvent.Type.KeyPress:
            pressed = cast(QKeyEvent, event)
            if pressed.key() == Qt.Key.Key_Escape and not pressed.modifiers():
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
