"""The text being written: its fields and its body as one, shown, read, and taken over from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from db.domain.article import Attachment, Fields
from db.domain.errors import BadValue
from desktop.kit.sentences import sentence
from desktop.kit.theme import mark
from desktop.screens.editor.body import Body
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.fields_panel import FieldsPanel
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.picture_field import PictureField
from desktop.screens.editor.properties_panel import PropertiesPanel
from desktop.screens.editor.uploads import Uploads, choose_files, choose_pictures, choose_video


class Sheet(QObject):
    """Holds the widgets that are written into; showing a text is not editing it.

    Signals:
        edited: the person changed something.
        line_changed: the caret of the body is in this line (from 0).
        property_wanted: a field of the properties is to be shown (Field).
        picture_taken: a picture is in the record and where it was wanted (its digest).
    """

    edited = Signal()
    line_changed = Signal(int)
    property_wanted = Signal(object)
    picture_taken = Signal(str)

    def __init__(self, composition: Composition, uploads: Uploads, body: Body, window: QWidget) -> None:
        super().__init__(window)
        self._uploads, self._window, self.composition = uploads, window, composition
        uploads.taken.connect(self.picture_taken)
        self._files: Mapping[str, tuple[str, int]] = {}
        self._showing = False
        self.fields, self.properties, self.body = FieldsPanel(), PropertiesPanel(), body
        self.body_error = QLabel()
        self.body_error.setWordWrap(True)
        mark(self.body_error, "tint", "wrong")
        self.body_error.hide()
        composition.watch([self.body.visual, self.body.source, *self.fields.editors(), *self.properties.editors()])
        self.fields.edited.connect(self._on_edited)
        self.fields.kind_changed.connect(self.properties.show_kind)
        self.properties.edited.connect(self._on_edited)
        self.body.edited.connect(self._on_edited)
        self.body.line_changed.connect(self.line_changed)
        self.body.pictures_given.connect(self._on_pictures_given)
        for picture in (self.properties.cover, self.properties.poster):
            picture.wanted.connect(self._on_picture_wanted)
            picture.dropped.connect(self._on_picture_dropped)
        self.properties.attachments.wanted.connect(self._on_files_wanted)
        self.properties.attachments.dropped.connect(self._on_files_given)
        self.properties.video_file.wanted.connect(self._on_video_wanted)
        self.properties.video_file.dropped.connect(self._on_video_dropped)

    def value(self) -> Fields:
        held: dict[str, Any] = {**self.fields.values(), **self.properties.values()}
        return Fields(body=self.body.text(), **held)

    def show_text(self, opened: Opened, *, anew: bool) -> None:
        """Show a text; the body keeps its place and its undo where it is the same and not shown ``anew``."""
        fields = opened.fields
        self._uploads.forget()
        self._files = opened.files
        self._showing = True
        self.fields.set_channels(opened.channels, fields.channel_id)
        self.properties.set_value(fields, opened.files)
        self.body.know_sizes({digest: size for digest, (_name, size) in opened.files.items()})
        self.fields.set_value(fields)
        if anew or self.body.text() != fields.body:
            self.body.set_text(fields.body)
        self._showing = False
        self.body_error.hide()

    def take(self, fields: Fields) -> None:
        """Put another text in the place of this one, as if the person had written it."""
        self._showing = True
        self.properties.set_value(fields, {})
        self.fields.set_value(fields)
        self.body.set_text(fields.body)
        self._showing = False
        self._on_edited()

    def fill_in(self, given: Fields) -> None:
        """Fill in what is still empty from another text, and put its body in at the caret."""
        now, empty = self.value(), Fields()
        names = [name for name in Fields.__slots__ if getattr(now, name) == getattr(empty, name)]
        filled = replace(now, **{name: getattr(given, name) for name in names})
        self._showing = True
        self.properties.set_value(filled, self._files)
        self.fields.set_value(filled)
        self._showing = False
        if given.body:
            self.body.insert(given.body)
        self._on_edited()

    def show_pictures(self, images: Mapping[str, QImage]) -> None:
        """Know the pictures of the text by their digests, in their order."""
        self.properties.show_pictures(list(images), lambda digest: images.get(digest, QImage()))
        self.body.set_images(images)

    def show_found(self, image: Callable[[str], QImage], digests: Sequence[str]) -> None:
        """Show the pictures of these digests."""
        self.show_pictures({digest: image(digest) for digest in digests})

    def set_writable(self, writable: bool) -> None:
        self.fields.set_writable(writable)
        self.properties.set_writable(writable)
        self.body.set_read_only(not writable)

    @Slot(tuple)
    def show_missing(self, names: tuple[str, ...]) -> None:
        """Say which required parts are empty, and go to the first."""
        at_field = self.fields.show_missing(names)
        if "body" in names:
            self._say_at_body(self.tr("送审前请写正文。"))
            if not at_field:
                self.body.setFocus()

    def show_in_head(self, words: str) -> bool:
        """Select words in the headline that holds them; say whether one does and can be written."""
        for field in (self.fields.title, self.properties.shoulder, self.properties.subtitle):
            if self.fields.isVisible() and field.select(words):
                if field is not self.fields.title:
                    self.property_wanted.emit(field)
                return True
        return False

    def show_refused(self, error: BadValue) -> None:
        """Say at the text what the record did not take; a field says it of itself."""
        if error.field == "body":
            self._say_at_body(sentence(error))

    def fault(self) -> str:
        """Go to the first value that cannot be published and return what is wrong with it, empty when nothing is."""
        field = self.fields.faulty()
        if field is not None:
            field.setFocus()
            return field.problem()
        field = self.properties.faulty()
        if field is None:
            return ""
        self.property_wanted.emit(field)
        return field.problem()

    def _say_at_body(self, words: str) -> None:
        self.body_error.setText(words)
        self.body_error.show()

    # what was chosen, dropped, pasted

    @Slot()
    def choose_picture(self) -> None:
        self._uploads.take_pictures(choose_pictures(self._window, many=True), self.body.insert_picture)

    @Slot(list)
    def _on_pictures_given(self, given: list[Path | bytes]) -> None:
        self._uploads.take_pictures(given, self.body.insert_picture)

    @Slot()
    def _on_picture_wanted(self) -> None:
        self._take_for(self.sender(), choose_pictures(self._window))

    @Slot(list)
    def _on_picture_dropped(self, paths: list[Path]) -> None:
        self._take_for(self.sender(), paths)

    def _take_for(self, field: QObject, paths: Sequence[Path]) -> None:
        if isinstance(field, PictureField):
            self._uploads.take_pictures(paths, field.choose)

    @Slot()
    def _on_files_wanted(self) -> None:
        self._on_files_given(choose_files(self._window))

    @Slot(list)
    def _on_files_given(self, paths: list[Path]) -> None:
        self._uploads.take_files(paths, self._attach)

    @Slot()
    def _on_video_wanted(self) -> None:
        self._on_video_dropped(choose_video(self._window))

    @Slot(list)
    def _on_video_dropped(self, paths: list[Path]) -> None:
        for path in paths[:1]:
            self._uploads.take_video(path, self.properties.video_file.add)

    def _attach(self, file: Attachment, size: int) -> None:
        self.properties.attachments.add(file, size)
        self.property_wanted.emit(self.properties.attachments)  # it may have been dropped on the text

    @Slot()
    def _on_edited(self) -> None:
        if not self._showing:
            self.body_error.hide()
            self.edited.emit()
