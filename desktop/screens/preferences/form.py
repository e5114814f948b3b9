"""A form: fields under one another by the names that the record gives them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.domain.errors import BadValue
from desktop.kit.field import Field
from desktop.kit.messages import sentence
from desktop.screens.preferences.fields import ChecksField


class Form(QWidget):
    """Fields by name. Subclasses add them and turn a record into values and back.

    Signals:
        edited: the person changed something.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)

    def add(self, name: str, field: Any) -> Any:
        """Put a field below the others and return it."""
        self.fields[name] = field
        field.edited.connect(self.edited)
        self.column.addWidget(field)
        return field

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, from above to below."""
        found: list[QWidget] = []
        for field in self.fields.values():
            proxy = field.focusProxy()
            found += field.stops() if isinstance(field, ChecksField) else [proxy] if proxy is not None else []
        return found

    def set_read_only(self, read_only: bool) -> None:
        """Let the values be read and copied, not changed."""
        for field in self.fields.values():
            field.set_read_only(read_only)

    def is_sound(self) -> bool:
        """Whether every field may be kept; the first that may not gets the keyboard."""
        for field in self.fields.values():
            if not field.isHidden() and field.problem():
                field.setFocus()
                return False
        return True

    def blame(self, error: BadValue) -> bool:
        """Say an error at its field; False when no field of this form is meant."""
        field = self.fields.get(error.field)
        if field is None or field.isHidden():
            return False
        field.show_error(sentence(error))
        field.setFocus()
        return True

    def show_record(self, record: Any, known: Any) -> None:
        """Fill the fields from a record, or empty them for a new one (None). ``known`` is what was read."""
        raise NotImplementedError

    def values(self) -> dict[str, Any]:
        """Return what the action wants, by the names of its arguments."""
        return {name: field.value() for name, field in self.fields.items()}  # type: ignore[attr-defined]
