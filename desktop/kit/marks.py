"""Marks over a text that are no part of it: hits of a search, what is read aloud, a fact; each has a layer."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

Marked = QTextEdit | QPlainTextEdit


class Layer(IntEnum):
    """Whose marks; a later one lies over an earlier."""

    NOTED = 0
    READ = 1
    FOUND = 2
    FACT = 3


class Marks(QObject):
    """The layers of one editor; it lives and dies with that."""

    def __init__(self, editor: Marked) -> None:
        super().__init__(editor)
        self._editor = editor
        self._layers: dict[Layer, Sequence[QTextEdit.ExtraSelection]] = {}

    def put(self, layer: Layer, selections: Sequence[QTextEdit.ExtraSelection]) -> None:
        if not selections and not self._layers.get(layer):
            return
        self._layers[layer] = selections
        self._editor.setExtraSelections([one for name in sorted(self._layers) for one in self._layers[name]])


def put_marks(editor: Marked, layer: Layer, selections: Sequence[QTextEdit.ExtraSelection]) -> None:
    """Show these marks of a layer and no others of it; those of other layers stay."""
    marks = editor.findChild(Marks) or Marks(editor)
    marks.put(layer, selections)
