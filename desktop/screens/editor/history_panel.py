"""历史: the revisions of an article and the texts that were set aside, to read, to compare, to bring back."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.kit.theme import scaled
from desktop.kit.times import local_clock, local_day
from desktop.screens.editor.earlier import Earlier, Where
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.words import journal_kinds, revision_kinds

SAVED = "saved"  # the journal of saves
_KEY = Qt.ItemDataRole.UserRole


class HistoryPanel(QWidget):
    """One list, newest first.

    Signals:
        reading_wanted: one earlier text is to be read (Earlier).
        comparing_wanted: two are to be compared (Earlier, and the newer Earlier; None is the text on the screen).
        bringing_back_wanted: one is to become the working text (Earlier).
    """

    reading_wanted = Signal(object)
    comparing_wanted = Signal(object, object)
    bringing_back_wanted = Signal(object)

    def __init__(self, keep: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[tuple[str, int], Earlier] = {}
        self._all: list[Earlier] = []
        self._writable = False
        self._list = QListWidget()
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setAccessibleName(self.tr("历史各稿"))
        self._list.setWordWrap(True)
        self._list.setSpacing(3)
        self._list.itemActivated.connect(self._on_read)
        self._list.itemSelectionChanged.connect(self._on_selected)
        self._saves = QCheckBox(self.tr("列出自动保存的文字"))
        self._saves.setToolTip(self.tr("最近一小时每分钟一份，一天内每小时一份，一个月内每天一份"))
        self._saves.setChecked(True)
        self._saves.clicked.connect(self._on_saves)
        self._read = QPushButton(self.tr("查看"))
        self._read.setToolTip(self.tr("只读打开这一稿（Enter）"))
        self._read.clicked.connect(self._on_read)
        self._compare = QPushButton(self.tr("对照"))
        self._compare.clicked.connect(self._on_compare)
        self._back = QPushButton(self.tr("恢复这一稿"))
        self._back.setToolTip(self.tr("用这一稿替换当前文字；当前文字先存为一稿"))
        self._back.clicked.connect(self._on_bring_back)
        self._empty = QLabel(self.tr("还没有存过稿。送审时自动存一稿，也可以随时按“存一稿”。"))
        self._empty.setWordWrap(True)
        self._hint = QLabel(self.tr("选一稿与当前文字对照；按住 Ctrl 选两稿相互对照。"))
        self._hint.setWordWrap(True)
        self._hint.setProperty("tint", "soft")
        buttons = QGridLayout()
        for at, button in enumerate((self._read, self._compare, self._back, keep)):
            buttons.addWidget(button, at // 2, at % 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(self._empty)
        layout.addWidget(self._saves)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._hint)
        layout.addLayout(buttons)
        layout.addStretch()

    def show_article(self, opened: Opened) -> None:
        """List what an article went through; what was chosen stays chosen."""
        self._writable = opened.writable and not opened.amending
        texts = [Earlier.of_revision(row) for row in opened.revisions]
        texts += [Earlier.of_journal(row) for row in opened.journal]
        texts.sort(key=lambda text: (text.at, text.where is Where.REVISION, text.id), reverse=True)
        self._all = texts
        self._saves.setVisible(any(text.kind == SAVED for text in texts))
        self._show()

    def _show(self) -> None:
        texts = [text for text in self._all if text.kind != SAVED or self._saves.isChecked()]
        chosen = {text.key for text in self._chosen()}
        if list(self._texts.values()) != texts:
            self._fill(texts, chosen)
        self._empty.setVisible(not texts)
        self._list.setVisible(bool(texts))
        self._hint.setVisible(bool(texts))
        self._on_selected()

    @Slot()
    def _on_saves(self) -> None:
        self._show()

    def _fill(self, texts: list[Earlier], chosen: set[tuple[str, int]]) -> None:
        self._texts = {text.key: text for text in texts}
        self._list.clear()
        day, grown = "", _growth(texts)
        for text in texts:
            if local_day(text.at) != day:
                day = local_day(text.at)
                heading = QListWidgetItem(day)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setFont(scaled(self.font(), 0.95, bold=True))
                self._list.addItem(heading)
            item = QListWidgetItem(self._words(text, grown.get(text.id, 0)))
            item.setData(_KEY, text.key)
            self._list.addItem(item)
            item.setSelected(text.key in chosen)

    def _words(self, text: Earlier, grown: int) -> str:
        if text.where is Where.JOURNAL:
            return self.tr("{at}　{kind} · {by}").format(
                kind=journal_kinds()[text.kind], by=text.by, at=local_clock(text.at)
            )
        words = self.tr("第 {n} 稿 · {kind} · {by}\n{at}　{count} 字{grown}{name}")
        return words.format(
            n=text.n,
            kind=revision_kinds()[text.kind],
            by=text.by,
            at=local_clock(text.at),
            count=f"{text.count:,}",
            grown=self.tr("（{by}）").format(by=f"{grown:+,}") if grown else "",
            name=f"　{text.name}" if text.name else "",
        )

    def _chosen(self) -> list[Earlier]:
        """Return what is chosen, oldest first."""
        keys = {tuple(item.data(_KEY)) for item in self._list.selectedItems() if item.data(_KEY)}
        return [text for key, text in reversed(self._texts.items()) if key in keys]

    @Slot()
    def _on_selected(self) -> None:
        n = len(self._chosen())
        self._read.setEnabled(n == 1)
        self._compare.setEnabled(n in (1, 2))
        self._compare.setToolTip(self.tr("两稿相互对照") if n == 2 else self.tr("与当前文字对照"))
        self._back.setEnabled(n == 1 and self._writable)

    @Slot()
    def _on_read(self) -> None:
        if len(self._chosen()) == 1:
            self.reading_wanted.emit(self._chosen()[0])

    @Slot()
    def _on_compare(self) -> None:
        chosen = self._chosen()
        if len(chosen) in (1, 2):
            self.comparing_wanted.emit(chosen[0], chosen[1] if len(chosen) == 2 else None)

    @Slot()
    def _on_bring_back(self) -> None:
        if len(self._chosen()) == 1:
            self.bringing_back_wanted.emit(self._chosen()[0])


def _growth(texts: list[Earlier]) -> dict[int, int]:
    """Return by how many characters each revision is longer than the one before it."""
    revisions = [text for text in reversed(texts) if text.where is Where.REVISION]
    return {now.id: now.count - was.count for was, now in pairwise(revisions)}
