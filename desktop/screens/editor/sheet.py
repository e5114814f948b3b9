"""The text being written: its fields and its body as one, shown, read, and taken over from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from db.domain.article import Fields
from db.domain.channels import Channel
from desktop.kit.theme import mark
from desktop.screens.editor.body import BodyEdit
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.fields_panel import FieldsPanel
from desktop.screens.editor.pictures import Pictures, choose_files


class Sheet(QObject):
    """Holds the widgets that are written into; showing a text is not editing it.

    Signals:
        edited: the person changed something.
        line_changed: the caret of the body is in this line (from 0).
    """

    edited = Signal()
    line_changed = Signal(int)

    def __init__(self, composition: Composition, pictures: Pictures, window: QWidget) -> None:
        super().__init__(window)
        self._pictures, self._window = pictures, window
        self._showing = False
        self.fields, self.body = FieldsPanel(), BodyEdit()
        self.body_error = QLabel(self.tr("送审前请写正文。"))
        mark(self.body_error, "tint", "wrong")
        self.body_error.hide()
        composition.watch([self.body, *self.fields.editors()])
        self.fields.edited.connect(self._on_edited)
        self.body.textChanged.connect(self._on_edited)
        self.body.cursorPositionChanged.connect(self._on_caret_moved)
        self.fields.cover_wanted.connect(self._choose_cover)
        self.body.pictures_given.connect(self._on_pictures_given)

    def value(self) -> Fields:
        return self.fields.value(self.body.text())

    def show_text(self, fields: Fields, channels: Sequence[Channel], *, anew: bool) -> None:
        """Show a text; the body keeps its place and its undo where it is the same and not shown ``anew``."""
        self._showing = True
        self.fields.set_channels(channels, fields.channel_id)
        self.fields.set_value(fields)
        if anew or self.body.text() != fields.body:
            self.body.set_text(fields.body)
        self._showing = False
        self.body_error.hide()

    def take(self, fields: Fields) -> None:
        """Put another text in the place of this one, as if the person had written it."""
        self._showing = True
        self.fields.set_value(fields)
        self.body.set_text(fields.body)
        self._showing = False
        self._on_edited()

    def set_writable(self, writable: bool) -> None:
        self.fields.set_writable(writable)
        self.body.setReadOnly(not writable)

    @Slot(tuple)
    def show_missing(self, names: tuple[str, ...]) -> None:
        """Say which required parts are empty, and go to the first."""
        at_field = self.fields.show_problems(names)
        self.body_error.setVisible("body" in names)
        if "body" in names and not at_field:
            self.body.setFocus()

    @Slot()
    def choose_picture(self) -> None:
        self._pictures.take(choose_files(self._window), self.body.insert_picture)

    @Slot()
    def _choose_cover(self) -> None:
        self._pictures.take(choose_files(self._window)[:1], self.fields.choose_cover)

    @Slot(list)
    def _on_pictures_given(self, given: list[Path | bytes]) -> None:
        self._pictures.take(given, self.body.insert_picture)

    @Slot()
    def _on_caret_moved(self) -> None:
        self.line_changed.emit(self.body.textCursor().blockNumber())

    @Slot()
    def _on_edited(self) -> None:
        if not self._showing:
            self.body_error.hide()
            self.edited.emit()
