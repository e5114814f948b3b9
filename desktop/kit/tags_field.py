"""A row of names, typed one after another: correspondents, photographers, keywords."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QToolButton, QWidget

from desktop.kit.completion import Completion, Spelt
from desktop.kit.field import Field
from desktop.kit.flow_layout import FlowLayout
from desktop.kit.theme import mark
from desktop.text.clean import clean_line

_BETWEEN = re.compile(r"[\s、，,；;]+")
_CROSS_WIDTH = 22


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in what was typed or pasted, each once, in order."""
    return tuple(dict.fromkeys(name for name in map(clean_line, _BETWEEN.split(text)) if name))


class TagsField(Field):
    """Value: a tuple of names. 、 ， ; a space or Enter ends one; Backspace goes back to it and Delete removes it."""

    def __init__(
        self,
        label: str,
        hint: str = "",
        *,
        required: bool = False,
        limit: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        """``limit`` is the longest that one name may be."""
        super().__init__(label, hint, required=required, parent=parent)
        self._longest = limit
        self._still = False
        self._chips: list[_NameChip] = []
        self._box = QFrame()
        mark(self._box, "field", True)
        self._flow = FlowLayout(self._box, 5)
        self._flow.setContentsMargins(2, 1, 2, 1)
        self._line = _NameLine()
        mark(self._line, "bare", True)
        self._line.installEventFilter(self)
        self._line.textEdited.connect(self._on_typed)
        self._line.editingFinished.connect(self._on_finished)
        self._flow.addWidget(self._line)
        self._build(self._box, self._line)
        self._completion = Completion(self._line)
        self._completion.taken.connect(self._on_finished)

    def value(self) -> tuple[str, ...]:
        """Return the names, with the one that is being typed."""
        return tuple(dict.fromkeys((*(chip.name for chip in self._chips), *split_names(self._line.text()))))

    def set_value(self, names: Iterable[str]) -> None:
        for chip in tuple(self._chips):
            self._drop(chip)
        self._line.clear()
        self._add(names)
        self._judge()

    def add(self, names: Iterable[str]) -> None:
        """Add names behind those that are there, as if the person had written them."""
        self._commit()
        self._add(names)
        self._judge()
        self.edited.emit()

    def set_read_only(self, read_only: bool) -> None:
        self._still = read_only
        self._line.setReadOnly(read_only)
        self._line.setVisible(not read_only)
        mark(self._box, "still", read_only)
        for chip in self._chips:
            chip.set_read_only(read_only)

    def offer(self, names: Sequence[Spelt]) -> None:
        """Offer names that were used before."""
        self._completion.offer(names)

    def _add(self, names: Iterable[str]) -> None:
        have = {chip.name for chip in self._chips}
        for name in names:
            if name not in have:
                have.add(name)
                chip = _NameChip(name)
                chip.set_read_only(self._still)
                chip.removed.connect(self._on_removed)
                chip.installEventFilter(self)
                self._flow.insert(len(self._chips), chip)
                self._chips.append(chip)
                chip.show()
        self._box.updateGeometry()

    def _drop(self, chip: _NameChip) -> None:
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self._box.updateGeometry()

    def _commit(self) -> bool:
        """Make names of what stands in the line; say whether there was something."""
        names = split_names(self._line.text())
        self._line.clear()
        self._add(names)
        self._judge()
        return bool(names)

    def _judge(self) -> None:
        long = [name for name in self.value() if len(name) > self._longest]
        text = self.tr("“{name}”太长，一个名字最多 {limit} 字。")
        self.show_error(text.format(name=long[0][:10] + "…", limit=self._longest) if long else "")

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """Only committed text comes here: what an input method still composes is never cut up."""
        if _BETWEEN.search(text):
            self._commit()
        self.edited.emit()

    @Slot()
    def _on_finished(self) -> None:
        if self._line.text():
            self._commit()
            self.edited.emit()

    @Slot()
    def _on_removed(self) -> None:
        if self._still:
            return
        chip = cast(_NameChip, self.sender())
        at = self._chips.index(chip)
        self._drop(chip)
        self._focus(min(at, len(self._chips) - 1) if at < len(self._chips) else len(self._chips))
        self._judge()
        self.edited.emit()

    def _focus(self, at: int) -> None:
        """Bring the keyboard to a chip, or to the line behind the last."""
        target = self._chips[at] if 0 <= at < len(self._chips) else self._line
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _key_in_line(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._line.text():
            self._on_finished()
            return True  # the name is ended, the dialog is not
        at_start = self._line.cursorPosition() == 0 and not self._line.hasSelectedText()
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left) and at_start and self._chips:
            self._focus(len(self._chips) - 1)
            return True
        return False

    def _key_in_chip(self, chip: _NameChip, key: int) -> bool:
        at = self._chips.index(chip)
        match key:
            case Qt.Key.Key_Left:
                self._focus(max(0, at - 1))
            case Qt.Key.Key_Right:
                self._focus(at + 1)
            case Qt.Key.Key_Escape:
                self._focus(len(self._chips))
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                chip.removed.emit()
            case _:
                return False
        return True

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and watched is self._line:
            mark(self._box, "inside", event.type() == QEvent.Type.FocusIn)
        if event.type() == QEvent.Type.KeyPress:
            key = cast(QKeyEvent, event).key()
            if watched is self._line and self._key_in_line(key):
                return True
            if isinstance(watched, _NameChip) and self._key_in_chip(watched, key):
                return True
        return super().eventFilter(watched, event)


class _NameLine(QLineEdit):
    """The line behind the names, no wider than it must be."""

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(90, super().sizeHint().height())


class _NameChip(QToolButton):
    """One name; a click on its cross, Delete or Backspace removes it."""

    removed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        mark(self, "chip", True)
        self.set_read_only(False)

    def set_read_only(self, read_only: bool) -> None:
        self.setText(self.name if read_only else f"{self.name}  ×")
        self.setAccessibleDescription("" if read_only else self.tr("按 Delete 移除"))
        self.setToolTip(self.name if read_only else self.tr("{name}（按 Delete 移除）").format(name=self.name))

    # Qt overrides

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.position().x() > self.width() - _CROSS_WIDTH and self.rect().contains(event.position().toPoint()):
            self.removed.emit()
