"""一键排版: shows all that it would change, rule by rule, before anything is changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, Slot
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTreeView, QWidget

from desktop.kit.confirm import ConfirmDialog
from desktop.kit.theme import Theme, mark
from desktop.screens.editor.tidy_changes import ChangeDelegate, ChangesModel
from desktop.text.tidy import Change, Rule

translate = QCoreApplication.translate
MANY = 200  # changes of one rule: more are shown when its row is opened
Shown = Callable[[Sequence[Change]], None]


class TidyDialog(ConfirmDialog):
    """``find`` is asked what other rules would change, and tells it later."""

    def __init__(
        self, theme: Theme, rules: Collection[Rule], find: Callable[[Collection[Rule], Shown], None],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(translate("TidyDialog", "一键排版"), "", translate("TidyDialog", "应用"), parent=parent)
        self._find = find
        self._folded: set[int] = set()
        self.model = ChangesModel(rules, self)
        self.model.rules_changed.connect(self._on_rules_changed)
        self.says = QLabel()
        self.says.setWordWrap(True)
        self.tree = QTreeView()
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(ChangeDelegate(theme, self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(18)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setAccessibleName(self.tr("要改的地方"))
        self.tree.collapsed.connect(self._on_collapsed)
        self.tree.expanded.connect(self._on_expanded)
        note = QLabel(self.tr("去掉勾选的项不改。整个编辑部改哪些，由管理员在设置的“写稿”里定。"))
        note.setWordWrap(True)
        mark(note, "tint", "soft")
        self.inside.addWidget(self.says)
        self.inside.addWidget(self.tree, 1)
        self.inside.addWidget(note)
        self.give_room_inside()
        self.resize(720, 620)
        self.tree.setFocus()

    def rules(self) -> frozenset[Rule]:
        return self.model.rules()

    def show_changes(self, changes: Sequence[Change]) -> None:
        folded = set(self._folded)
        self.model.show(changes)
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            self.tree.setExpanded(index, row not in folded and self.model.rowCount(index) <= MANY)
        self._folded = folded
        count = self.model.count()
        words = (
            self.tr("要改 {n} 处。先看一看，再按“应用”；应用后按一次 Ctrl+Z 全部撤回。")
            if count
            else self.tr("没有要改的地方，这篇稿件已经排好了。")
        )
        self.says.setText(words.format(n=f"{count:,}"))
        self.setAccessibleDescription(self.says.text())
        self.accept_button.setEnabled(bool(count))

    @Slot()
    def _on_rules_changed(self) -> None:
        self.accept_button.setEnabled(False)  # until it is known what that does
        self._find(self.rules(), self.show_changes)

    @Slot(QModelIndex)
    def _on_collapsed(self, index: QModelIndex) -> None:
        self._folded.add(index.row())

    @Slot(QModelIndex)
    def _on_expanded(self, index: QModelIndex) -> None:
        self._folded.discard(index.row())
