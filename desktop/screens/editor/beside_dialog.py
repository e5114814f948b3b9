"""Choosing what is to be read beside the text: an earlier one of the same article, or another article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from desktop.kit.confirm import ConfirmDialog
from desktop.kit.pick_list import PickList
from desktop.screens.editor.earlier import Earlier

translate = QCoreApplication.translate

Wanted = Earlier | int  # an earlier text, or the id of an article
Rows = Sequence[tuple[Wanted, str]]
Find = Callable[[str, Callable[[Rows], None]], None]


class BesideDialog(ConfirmDialog):
    """``find`` is asked what there is for a query, and tells it later."""

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        title, accept = translate("BesideDialog", "分屏阅读"), translate("BesideDialog", "打开")
        words = translate("BesideDialog", "选一篇放在右边，边看边写。")
        super().__init__(title, words, accept, parent=parent)
        self._find = find
        self.picks = PickList(title, self.tr("按标题、正文或拼音首字母找稿件"))
        self.picks.typed.connect(self._on_typed)
        self.picks.moved.connect(self._on_moved)
        self.picks.taken.connect(self.accept)
        self.inside.addWidget(self.picks, 1)
        self.give_room_inside()
        self.accept_button.setEnabled(False)
        self.resize(560, 520)
        self.picks.setFocus()
        self._on_typed("")

    @Slot(str)
    def _on_typed(self, query: str) -> None:
        self._find(query, self._show)

    def _show(self, rows: Rows) -> None:
        self.picks.show_rows(rows)

    @Slot()
    def _on_moved(self) -> None:
        self.accept_button.setEnabled(self.picks.chosen() is not None)
