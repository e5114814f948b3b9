"""Takes down where the person is in the article on the screen, and brings them back there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QScrollBar

from desktop.kit.messages import MessageBar
from desktop.screens.editor.find_bar import FindBar
from desktop.screens.editor.haystack import Editor
from desktop.screens.editor.inspector import Inspector
from desktop.screens.editor.place import Place
from desktop.screens.editor.sheet import Sheet
from desktop.text.finding import Query
from desktop.text.hits import Hit


class Placing(QObject):
    """Pictures and pages come later than their text: until the text is as long as it was, it is scrolled again."""

    def __init__(
        self, sheet: Sheet, inspector: Inspector, seen: Callable[[], Editor], find: FindBar, messages: MessageBar,
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._sheet, self._body, self._inspector, self._seen = sheet, sheet.body, inspector, seen
        self._find, self._messages = find, messages
        self._sought: tuple[Query, Hit] | None = None
        self._place: Place | None = None  # where to go on, once the article is read
        self._bar: QScrollBar | None = None
        self._scroll = 0

    def begin(self, place: Place | None) -> None:
        """Hear that another article comes, and where the person was in it."""
        self.forget()
        self._place, self._sought = place, None

    def seek(self, query: Query, hit: Hit) -> None:
        """Hear that it is to be shown at a place that was found in it."""
        self._sought = query, hit

    def go_on(self, version: int) -> None:
        """Hear that it is on the screen, with the version of its draft."""
        place, self._place = self._place, None
        sought, self._sought = self._sought, None
        if sought is not None:
            self._show_sought(*sought)
            return
        if place is None:
            return
        self._bring_to(place)
        if place.version not in (0, version):
            self._messages.info(self.tr("您离开后，这篇稿件改过。这里是最新的文字。"))

    def here(self, version: int) -> Place:
        """Return where the person is."""
        cursor = self._body.editor.textCursor()
        scroll = self._scroll if self._bar is not None else self._seen().verticalScrollBar().value()
        return Place(self._body.is_visual, cursor.anchor(), cursor.position(), scroll, self._inspector.side(), version)

    def _show_sought(self, query: Query, hit: Hit) -> None:
        """A hit in a headline that is written is selected there; all others are shown in the text."""
        if not (hit.head and self._sheet.show_in_head(hit.words)):
            self._find.show_hit(query, hit)

    def _bring_to(self, place: Place) -> None:
        """Put caret and scroll bar where they were, as far as the text still reaches."""
        self._inspector.show_side(place.side)
        self._body.set_visual(place.visual)
        editor = self._body.editor
        last = editor.document().characterCount() - 1
        cursor = editor.textCursor()
        cursor.setPosition(min(place.anchor, last))
        cursor.setPosition(min(place.caret, last), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        self.forget()
        bar = self._seen().verticalScrollBar()
        bar.setValue(place.scroll)
        if bar.value() < place.scroll:
            self._bar, self._scroll = bar, place.scroll
            bar.rangeChanged.connect(self._on_longer)
            bar.actionTriggered.connect(self.forget)
            self._body.moved.connect(self.forget)

    @Slot()
    def forget(self) -> None:
        """Let the text stay where it is: the person moves in it, or another one comes."""
        if self._bar is not None:
            self._bar.rangeChanged.disconnect(self._on_longer)
            self._bar.actionTriggered.disconnect(self.forget)
            self._body.moved.disconnect(self.forget)
            self._bar = None

    @Slot()
    def _on_longer(self) -> None:
        if self._bar is not None:
            self._bar.setValue(self._scroll)
            if self._bar.value() >= self._scroll:
                self.forget()
