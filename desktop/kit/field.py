"""What every field of a form has: a label, a hint, a line for what is wrong, and names for who cannot see them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.kit.theme import mark
from desktop.kit.wording import spoken

NEAR = 0.8  # of the limit: from here on the count is shown


class _NoWheel(QObject):
    """Lets the form scroll, whatever lies under the pointer."""

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def leave_wheel(box: QWidget) -> None:
    """Keep a wheel that scrolls the form from changing a value that it passes over, and from taking the keyboard."""
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.installEventFilter(_NoWheel(box))


class Field(QWidget):
    """A labelled field. Subclasses add ``value()`` and ``set_value()``; setting is not editing.

    Signals:
        edited: the person changed the value.
    """

    edited = Signal()

    def __init__(
        self, label: str, hint: str = "", *, required: bool = False, limit: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._hint, self._required, self._limit = label, hint, required, limit
        self._error = ""
        self._frame: QWidget = self
        self._label = QLabel(self.tr("{label} *").format(label=label) if required else label)
        self._count = QLabel()
        self._below = QLabel()
        self._below.setWordWrap(True)
        mark(self._label, "tint", "soft")
        mark(self._count, "tint", "soft")

    def problem(self) -> str:
        """Return what is wrong with the value as it stands, empty when nothing is."""
        return self._error

    def show_error(self, text: str) -> None:
        """Say under the field what is wrong; an empty text takes it back."""
        self._error = text
        self._below.setText(text or self._hint)
        self._below.setVisible(bool(text or self._hint))
        mark(self._below, "tint", "wrong" if text else "soft")
        mark(self._frame, "wrong", bool(text))
        self._describe()

    def put_beside(self, widget: QWidget) -> None:
        """Put something small at the right of the label."""
        self._above.addWidget(widget)

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied, not changed; subclasses do it for what they are made of."""
        self._frame.setEnabled(not read_only)

    def _build(self, editor: QWidget, focus: QWidget | None = None) -> None:
        """Lay the field out round ``editor``; ``focus`` is what the label's key and the form's cursor go to."""
        target = focus or editor
        self._frame = editor
        self._label.setBuddy(target)
        self.setFocusProxy(target)
        target.setAccessibleName(self._name)
        self._above = QHBoxLayout()
        self._above.addWidget(self._label)
        self._above.addStretch(1)
        self._above.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._above)
        layout.addWidget(editor)
        layout.addWidget(self._below)
        self.show_error("")

    def _measure(self, length: int) -> None:
        """Show the count near the limit and what to do beyond it; nothing is ever cut."""
        if not self._limit:
            self.show_error("")
            return
        near = length > self._limit * NEAR
        self._count.setText(f"{length}/{self._limit}" if near else "")
        over = length - self._limit
        text = self.tr("最多 {limit} 字，现在 {n} 字，请删去 {over} 字。")
        self.show_error(text.format(limit=self._limit, n=length, over=over) if over > 0 else "")

    def _describe(self) -> None:
        needed = self.tr("必填") if self._required else ""
        words = [part for part in (needed, self._error or self._hint) if part]
        focus = self.focusProxy()
        if focus is not None:
            focus.setAccessibleDescription(spoken(words))
