"""Choosing a template or a snippet: found by its name or pinyin, seen as it will read before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.domain.template import Template, TemplateKind
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.matching import score
from desktop.kit.pinyin import spell
from desktop.kit.rich_text.edit import RichEdit
from desktop.kit.theme import Surface, Theme, lay, mark

translate = QCoreApplication.translate
WHOLE = 200  # of the room, against what the dialog keeps below
_ID = Qt.ItemDataRole.UserRole


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
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("按名称或拼音首字母找"))
        self._line.setAccessibleName(self.tr("查找"))
        self._line.textChanged.connect(self._on_typed)
        self._line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setMinimumWidth(220)
        self.list.setSpacing(3)
        lay(self.list, Surface.LIST)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.list.itemActivated.connect(self.accept)
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
        self._line.setFocus()

    def show_templates(self, templates: Sequence[Template]) -> None:
        """List them; the chosen one stays chosen where it is still there."""
        self._all = templates
        self._fill()

    def chosen(self) -> Template | None:
        item = self.list.currentItem()
        return next((one for one in self._all if item is not None and one.id == item.data(_ID)), None)

    def _lay_out(self, *, keeps: bool) -> None:
        left = QVBoxLayout()
        left.addWidget(self._line)
        left.addWidget(self.list, 1)
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
        cast(QVBoxLayout, self.layout()).setStretchFactor(self.inside, WHOLE)

    def _fill(self) -> None:
        before = self.chosen()
        typed = self._line.text().strip()
        ranked = [(score(typed, one.name, spell(one.name)) if typed else 1, one) for one in self._all]
        found = [one for points, one in sorted(ranked, key=lambda each: -each[0]) if points]
        self.list.clear()
        for one in found:
            item = QListWidgetItem(one.name)
            item.setData(_ID, one.id)
            self.list.addItem(item)
        ids = [one.id for one in found]
        self.list.setCurrentRow(ids.index(before.id) if before is not None and before.id in ids else 0)
        self._on_chosen()

    @Slot()
    def _on_typed(self) -> None:
        self._fill()

    @Slot()
    def _on_chosen(self) -> None:
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

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list while the person types."""
        if watched is self._line and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(cast(QKeyEvent, event).key()))
            if step is not None:
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)
