"""Choosing a template or a snippet: found by its name or pinyin, seen as it will read before it is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.domain.template import Template, TemplateKind
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.pick_list import PickList
from desktop.kit.pinyin import fit
from desktop.kit.rich_text.edit import RichEdit
from desktop.kit.theme import Surface, Theme, lay, mark

translate = QCoreApplication.translate


class TemplateDialog(ConfirmDialog):
    """One kind of them.

    Signals:
        rename_wanted, remove_wanted: the person wants to do that with one of them (Template).
    """

    rename_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, theme: Theme, kind: TemplateKind, *, keeps: bool, parent: QWidget | None = None) -> None:
        """``keeps``: the person may rename and remove them."""
        whole = kind is TemplateKind.ARTICLE
        title = translate("TemplateDialog", "套用模板") if whole else translate("TemplateDialog", "插入常用语")
        text = (
            translate("TemplateDialog", "还空着的各项用模板里的；正文放在光标处，已写的都不动。")
            if whole
            else translate("TemplateDialog", "放在光标处。")
        )
        accept = translate("TemplateDialog", "套用") if whole else translate("TemplateDialog", "插入")
        super().__init__(title, text, accept, parent=parent)
        self._all: Sequence[Template] = ()
        self.picks = PickList(title, self.tr("按名称或拼音首字母找"))
        self.picks.typed.connect(self._on_typed)
        self.picks.moved.connect(self._on_moved)
        self.picks.taken.connect(self.accept)
        self._seen = RichEdit(theme)
        self._seen.setReadOnly(True)
        lay(self._seen, Surface.PAPER)
        self._seen.setAccessibleName(self.tr("内容"))
        self._headline = QLabel()
        self._headline.setWordWrap(True)
        self._rename, self._remove = QPushButton(self.tr("改名…")), QPushButton(self.tr("删除…"))
        self._rename.clicked.connect(self._on_rename)
        self._remove.clicked.connect(self._on_remove)
        self._lay_out(keeps=keeps)
        self.resize(760, 520)
        self.picks.setFocus()

    def show_templates(self, templates: Sequence[Template]) -> None:
        """List them; the chosen one stays chosen where it is still there."""
        self._all = templates
        self._on_typed()

    def chosen(self) -> Template | None:
        return next((one for one in self._all if one.id == self.picks.chosen()), None)

    def _lay_out(self, *, keeps: bool) -> None:
        left = QVBoxLayout()
        left.addWidget(self.picks, 1)
        under = QHBoxLayout()
        for button in (self._rename, self._remove):
            button.setAutoDefault(False)
            button.setVisible(keeps)
            under.addWidget(button)
        under.addStretch(1)
        left.addLayout(under)
        right = QVBoxLayout()
        right.addWidget(self._headline)
        right.addWidget(self._seen, 1)
        note = QLabel(self.tr("花括号里的年、月、日、星期、姓名，用的时候自动填上。"))
        note.setWordWrap(True)
        mark(note, "tint", "soft")
        right.addWidget(note)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 2)
        both.addLayout(right, 3)
        self.inside.addLayout(both)
        self.give_room_inside()

    @Slot()
    def _on_typed(self) -> None:
        typed = self.picks.query()
        ranked = [(fit(typed, one.name), one) for one in self._all]
        found = sorted((pair for pair in ranked if pair[0]), key=lambda pair: -pair[0])
        self.picks.show_rows([(one.id, one.name) for _points, one in found])

    @Slot()
    def _on_moved(self) -> None:
        one = self.chosen()
        for button in (self.accept_button, self._rename, self._remove):
            button.setEnabled(one is not None)
        self._headline.setText(one.fields.title if one is not None else "")
        self._headline.setVisible(bool(self._headline.text()))
        self._seen.set_text(one.fields.body if one is not None else "")

    @Slot()
    def _on_rename(self) -> None:
        self.rename_wanted.emit(self.chosen())

    @Slot()
    def _on_remove(self) -> None:
        self.remove_wanted.emit(self.chosen())
