"""Fields of forms. Text is cleaned as it leaves the field; a length beyond the limit is said, never cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desktop.kit.completion import Completion, Spelt
from desktop.kit.date_field import DateField
from desktop.kit.field import Field, leave_wheel
from desktop.kit.tags_field import TagsField
from desktop.kit.theme import mark
from desktop.text.clean import clean_line, clean_text
from desktop.text.count import count

__all__ = ["ChoiceField", "DateField", "Field", "LineField", "TagsField", "TextField"]

NO_CUT = 1_000_000  # Qt's own limit, far beyond ours: what is pasted must arrive whole to be judged


class LineField(Field):
    """One line of text."""

    def __init__(
        self,
        label: str,
        hint: str = "",
        *,
        required: bool = False,
        limit: int = 300,
        placeholder: str = "",
        secret: bool = False,
        check: Callable[[str], str] | None = None,
        counted: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``check`` says what is wrong with a value, an empty text when nothing is; it is asked on leaving the line.

        ``counted``: how long it is, as editors count, stands beside the label while it is written.
        """
        super().__init__(label, hint, required=required, limit=limit, parent=parent)
        self._secret, self._check, self._counted = secret, check, counted
        self._completion: Completion | None = None
        self._line = QLineEdit()
        self._line.setMaxLength(NO_CUT)
        self._line.setPlaceholderText(placeholder)
        if secret:
            self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.textEdited.connect(self._on_edited)
        self._line.editingFinished.connect(self._on_finished)
        self._build(self._line)

    def value(self) -> str:
        """Return the line as it may be kept; a password is what was typed, to the last space."""
        return self._line.text() if self._secret else clean_line(self._line.text())

    def set_value(self, text: str) -> None:
        self._line.setText(text)
        self._line.setCursorPosition(0)  # a long one is read from its beginning
        self._judge()

    def problem(self) -> str:
        if self._check is not None:
            self._judge()
        return super().problem()

    def select(self, words: str) -> bool:
        """Select these words and take the keyboard, where the line holds them."""
        at = self._line.text().find(words)
        if at < 0:
            return False
        self._line.setFocus()
        self._line.setSelection(at, len(words))
        return True

    def write(self, text: str) -> None:
        """Put a text in as if the person had written it: undo in the field brings back what was there."""
        self._line.selectAll()
        self._line.insert(text)
        self._line.setCursorPosition(0)
        self._judge()
        self.edited.emit()

    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)
        mark(self._line, "still", read_only)

    def offer(self, names: Sequence[Spelt]) -> None:
        """Offer names to complete what is typed."""
        if self._completion is None:
            self._completion = Completion(self._line)
            self._completion.taken.connect(self._on_edited)
        self._completion.offer(names)

    def _judge(self) -> None:
        self._measure(len(self.value()))
        if self._check is not None and not self._error:
            self.show_error(self._check(self.value()))

    def _measure(self, length: int) -> None:
        super()._measure(length)
        if self._counted and length and not self._count.text():
            self._count.setText(self.tr("{n} 字").format(n=count(self.value())))

    @Slot()
    def _on_edited(self) -> None:
        self._measure(len(self.value()))  # half a value is not wrong yet
        self.edited.emit()

    @Slot()
    def _on_finished(self) -> None:
        if self._line.text() != self.value():  # what cannot be kept is not left standing as if it were
            self._line.setText(self.value())
        if self._check is not None:
            self._judge()


class TextField(Field):
    """Several lines of plain text; Tab leaves the field."""

    def __init__(
        self,
        label: str,
        hint: str = "",
        *,
        required: bool = False,
        limit: int = 2000,
        lines: int = 3,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, required=required, limit=limit, parent=parent)
        self._text = _Lines(lines)
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(placeholder)
        self._text.textChanged.connect(self._on_edited)
        self._build(self._text)

    def value(self) -> str:
        return clean_text(self._text.toPlainText()).strip()

    def set_value(self, text: str) -> None:
        with QSignalBlocker(self._text):
            self._text.setPlainText(text)
        self._measure(len(self.value()))

    def write(self, text: str) -> None:
        """Put a text in as if the person had written it: undo in the field brings back what was there."""
        cursor = self._text.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def set_read_only(self, read_only: bool) -> None:
        self._text.setReadOnly(read_only)
        mark(self._text, "still", read_only)

    @Slot()
    def _on_edited(self) -> None:
        self._measure(len(self.value()))
        self.edited.emit()


class _Lines(QPlainTextEdit):
    """A plain text that asks for the height of a few lines, not for Qt's fixed one."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._lines + 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())


class ChoiceField(Field):
    """One of a few values, each with the words that are shown for it."""

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[Any, str]] = (),
        hint: str = "",
        *,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, required=required, parent=parent)
        self._values: list[Any] = []
        self._box = QComboBox()
        self._box.setMaxVisibleItems(24)  # a newsroom's channels are seen at once
        leave_wheel(self._box)
        self._box.activated.connect(self._on_activated)
        self._build(self._box)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other values; the chosen one stays chosen where it is still offered."""
        chosen = self.value()
        self._values = [value for value, _words in options]
        self._box.clear()
        self._box.addItems([words for _value, words in options])
        self.set_value(chosen)

    def value(self) -> Any:
        """Return the chosen value, None when none is chosen."""
        at = self._box.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: Any) -> None:
        self._box.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.show_error("")

    def set_read_only(self, read_only: bool) -> None:
        self._box.setEnabled(not read_only)
        mark(self._box, "still", read_only)

    @Slot()
    def _on_activated(self) -> None:
        self.show_error("")
        self.edited.emit()
