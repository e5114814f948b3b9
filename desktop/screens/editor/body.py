"""The text being written, in two modes of which one is seen: as it will read, and as its Markdown source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.kit.rich_text.edit import FoundThing
from desktop.kit.rich_text.looks import Shape
from desktop.kit.theme import Theme
from desktop.kit.zoom import Zoom
from desktop.screens.editor.figure_dialog import ask_words
from desktop.screens.editor.files_field import size_words
from desktop.screens.editor.source_edit import SourceEdit
from desktop.screens.editor.visual_edit import VisualEdit
from desktop.text.addresses import is_file, is_kept_picture
from desktop.text.described import describe
from desktop.text.edits import Edit
from desktop.text.pieces import pieces
from desktop.text.tree import Attached, Figure
from desktop.text.writing import write

_SOUGHT = 16  # letters of a block by which the caret finds its place in the other mode


class Body(QStackedWidget):
    """Holds the text once: the mode that is seen has it, the other gets it when the modes are changed.

    Signals:
        edited: the person changed the text.
        moved: the caret is elsewhere, or its surroundings are others.
        line_changed: the caret of the source is in this line (from 0).
        mode_changed: the other mode is seen now (whether it is the visual one).
        pictures_given, files_given: as of the two editors.
        editing_wanted: the pixels of a picture are to be changed (FoundThing).
    """

    edited = Signal()
    moved = Signal()
    line_changed = Signal(int)
    mode_changed = Signal(bool)
    pictures_given = Signal(list)
    files_given = Signal(list)
    editing_wanted = Signal(object)

    def __init__(self, theme: Theme, windows: QSettings | None = None, parent: QWidget | None = None) -> None:
        """``windows`` remembers the mode and the size."""
        super().__init__(parent)
        self._windows = windows
        self._setting = False
        self._signs = ""
        self.zoom = Zoom(windows, self)
        self.visual, self.source = VisualEdit(theme, zoom=self.zoom), SourceEdit(zoom=self.zoom)
        for editor in (self.visual, self.source):
            self.addWidget(editor)
            editor.textChanged.connect(self._on_text_changed)
            editor.cursorPositionChanged.connect(self._on_moved)
            editor.pictures_given.connect(self.pictures_given)
            editor.files_given.connect(self.files_given)
        self.visual.currentCharFormatChanged.connect(self._on_format_changed)
        self.visual.figure_wanted.connect(self._on_figure_wanted)
        self.setFocusProxy(self.visual)
        if windows is not None and windows.value("editor/mode") == "source":
            self.set_visual(False)

    @property
    def is_visual(self) -> bool:
        return self.currentWidget() is self.visual

    @property
    def editor(self) -> VisualEdit | SourceEdit:
        return self.visual if self.is_visual else self.source

    def text(self) -> str:
        """Return the Markdown of the text."""
        return self.editor.text()

    def set_text(self, markdown: str) -> None:
        """Show another text; showing is not editing, and there is no way back by undo."""
        self._setting = True
        self.editor.set_text(markdown)
        self._setting = False

    def set_visual(self, visual: bool) -> None:
        """Change the mode; the text and the place of the caret stay."""
        if visual == self.is_visual:
            return
        before, after = (self.source, self.visual) if visual else (self.visual, self.source)
        markdown, words = before.text(), _words_at(before.textCursor())
        self._setting = True
        if after.text() != markdown:
            after.set_text(markdown)
        self._setting = False
        self.setCurrentWidget(after)
        self.setFocusProxy(after)
        found = after.document().find(words) if words else QTextCursor()
        if not found.isNull():
            found.setPosition(found.selectionStart())
            after.setTextCursor(found)
        if before.hasFocus() or self.window().focusWidget() is None:
            after.setFocus()
        self.mode_changed.emit(visual)
        self.moved.emit()

    def toggle(self) -> None:
        """Change to the other mode, and begin in that one the next time."""
        self.set_visual(not self.is_visual)
        if self._windows is not None:
            self._windows.setValue("editor/mode", "visual" if self.is_visual else "source")

    def kept(self, name: str) -> bool:
        """Say whether a way of showing the text was on the last time."""
        return self._windows is not None and self._windows.value(f"editor/{name}") == "on"

    def keep(self, name: str, on: bool) -> None:
        if self._windows is not None:
            self._windows.setValue(f"editor/{name}", "on" if on else "off")

    def recent_signs(self) -> list[str]:
        """Return the special signs that were put in last, newest first."""
        kept = self._windows.value("editor/signs") if self._windows is not None else self._signs
        return kept.split("\n") if isinstance(kept, str) and kept else []

    def remember_signs(self, signs: Sequence[str]) -> None:
        self._signs = "\n".join(signs)
        if self._windows is not None:
            self._windows.setValue("editor/signs", self._signs)

    def set_read_only(self, read_only: bool) -> None:
        self.visual.setReadOnly(read_only)
        self.source.setReadOnly(read_only)

    def set_images(self, images: Mapping[str, QImage]) -> None:
        """Know the pictures of the text, by their digests."""
        self.visual.set_images({f"asset:{digest}": image for digest, image in images.items()})

    def insert(self, markdown: str) -> None:
        """Put words in at the caret, as one step for undo."""
        if self.is_visual:
            self.visual.insert_blocks([block for piece in pieces(markdown) for block in piece.blocks])
        else:
            self.source.insertPlainText(markdown)
        self.editor.setFocus()

    def replace_all(self, markdown: str) -> None:
        """Put another text in the place of all of it, as one step for undo; the caret stays about where it was."""
        at = self.editor.textCursor().position()
        self.editor.selectAll()
        self.insert(markdown)
        cursor = self.editor.textCursor()
        cursor.setPosition(min(at, self.editor.document().characterCount() - 1))
        self.editor.setTextCursor(cursor)

    def selected(self) -> str:
        """Return the Markdown of what is selected."""
        return self.editor.selected()

    def know_sizes(self, sizes: Mapping[str, int]) -> None:
        """Know the bytes of films, by their digests."""
        self.visual.know_facts({digest: size_words(size) for digest, size in sizes.items()})

    def insert_picture(self, digest: str) -> None:
        """Put a picture of the record in behind the paragraph of the caret."""
        if self.is_visual:
            self.visual.insert_figure(f"asset:{digest}")
        else:
            self.source.insert_picture(digest)

    def insert_block(self, block: Figure | Attached) -> None:
        """Put a film or file of the record in behind the paragraph of the caret."""
        if self.is_visual:
            self.visual.insert_thing(block)
        else:
            self.source.insert_alone(write([block]))

    def describe_bare(self, alts: Mapping[str, str]) -> None:
        """Give the pictures without an alternative text one, by their digests, as one step for undo."""
        if self.is_visual:
            self.visual.describe_bare({f"asset:{digest}": words for digest, words in alts.items()})
        else:
            self.source.apply(lambda text, start, end: Edit(describe(text, alts), start, end))

    def picture_here(self) -> FoundThing | None:
        """Return the picture or film at the caret, or the one right above it."""
        found = self._thing_here()
        return None if found is None or found.shape is Shape.ATTACHED else found

    def file_here(self) -> FoundThing | None:
        """Return the film or file at the caret, or the one right above it."""
        found = self._thing_here()
        return found if found is not None and is_file(found.facts[0]) else None

    def _thing_here(self) -> FoundThing | None:
        if not self.is_visual:
            return None
        cursor = self.visual.textCursor()
        found = self.visual.thing_at(cursor.position())
        return found or self.visual.thing_at(cursor.block().position() - 1)

    def describe_picture(self) -> None:
        """Ask for the words of that picture or film."""
        found = self.picture_here()
        if found is not None:
            self._on_figure_wanted(found)

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._setting and self.sender() is self.currentWidget():
            self.edited.emit()

    @Slot()
    def _on_moved(self) -> None:
        if not self.is_visual:
            self.line_changed.emit(self.source.textCursor().blockNumber())
        self.moved.emit()

    @Slot()
    def _on_format_changed(self) -> None:
        self.moved.emit()

    @Slot(object)
    def _on_figure_wanted(self, found: FoundThing) -> None:
        source, alt, caption, credit = (*found.facts, "", "")[:4]
        wanted: list[bool] = []
        edit = (lambda: wanted.append(True)) if is_kept_picture(source) else None
        words = ask_words(self, alt, caption, credit, edit)
        if words is None:
            return
        facts = (source, *words) if found.shape is Shape.FIGURE else (source, words[0], words[1])
        if facts != found.facts:
            self.visual.describe(found, facts)
        if wanted:
            self.editing_wanted.emit(replace(found, facts=facts))


def _words_at(cursor: QTextCursor) -> str:
    """Return the first words of the caret's block that stand in both modes."""
    text = cursor.block().text().replace("\ufffc", "").lstrip("#>-*0123456789. ")
    for sign in "*_`[<\\\u2028":
        text = text.partition(sign)[0] or text.rpartition(sign)[2]
    return text[:_SOUGHT]
