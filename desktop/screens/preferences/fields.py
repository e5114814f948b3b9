"""Fields that only the preferences need: several of a few, yes or no, a number."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from desktop.kit.field import Field, leave_wheel
from desktop.kit.flow_layout import FlowLayout


class ChecksField(Field):
    """Value: a frozenset of those that are checked."""

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
        self._boxes: dict[Any, QCheckBox] = {}
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, 14)
        self._flow.setContentsMargins(0, 2, 0, 2)
        self._build(self._holder)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other values; what is checked stays checked where it is still offered."""
        if [(value, box.text()) for value, box in self._boxes.items()] == list(options):
            return
        checked = self.value()
        for box in self._boxes.values():
            self._flow.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {}
        for value, words in options:
            box = QCheckBox(words)
            box.setAccessibleDescription(self._name)
            box.clicked.connect(self._on_clicked)
            self._flow.addWidget(box)
            self._boxes[value] = box
        self.set_value(checked)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return list(self._boxes.values())

    def set_label(self, label: str) -> None:
        self._name = label
        self._label.setText(label)
        for box in self._boxes.values():
            box.setAccessibleDescription(label)

    def value(self) -> frozenset[Any]:
        return frozenset(value for value, box in self._boxes.items() if box.isChecked())

    def set_value(self, values: Collection[Any]) -> None:
        for value, box in self._boxes.items():
            box.setChecked(value in values)
        self.show_error("")

    @Slot()
    def _on_clicked(self) -> None:
        self.show_error("")
        self.edited.emit()

    # Qt overrides

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """A box as focus proxy would be come to twice by Tab, and the second time it leads back to itself."""
        for box in self.stops()[:1]:
            box.setFocus(reason)


class SwitchField(Field):
    """Value: yes or no. The label says what is so when it is checked."""

    def __init__(self, label: str, hint: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(label, hint, parent=parent)
        self._box = QCheckBox(label)
        self._box.clicked.connect(self._on_clicked)
        self._build(self._box)
        self._label.hide()
        self._count.hide()

    def value(self) -> bool:
        return self._box.isChecked()

    def set_value(self, value: bool) -> None:
        self._box.setChecked(value)

    @Slot()
    def _on_clicked(self) -> None:
        self.edited.emit()


class NumberField(Field):
    """Value: a whole number between two; None where ``none_text`` stands for the smallest."""

    def __init__(
        self,
        label: str,
        hint: str = "",
        *,
        smallest: int,
        largest: int,
        none_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, parent=parent)
        self._none = bool(none_text)
        self._box = QSpinBox()
        self._box.setRange(smallest, largest)
        self._box.setSpecialValueText(none_text)
        self._box.setMaximumWidth(160)
        leave_wheel(self._box)
        self._box.lineEdit().setTextMargins(8, 0, 0, 0)  # a style sheet does not reach it
        self._box.valueChanged.connect(self._on_changed)
        self._build(self._box)

    def set_label(self, label: str) -> None:
        self._name = label
        self._label.setText(label)
        self._box.setAccessibleName(label)

    def value(self) -> int | None:
        number = self._box.value()
        return None if self._none and number == self._box.minimum() else number

    def set_value(self, number: int | None) -> None:
        with QSignalBlocker(self._box):
            self._box.setValue(self._box.minimum() if number is None else number)
        self.show_error("")

    @Slot()
    def _on_changed(self) -> None:
        self.show_error("")
        self.edited.emit()
