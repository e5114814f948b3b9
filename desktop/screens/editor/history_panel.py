"""历史: the revisions of an article and the texts that were set aside, to read, to compare, to bring back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.kit.sentences import local_time
from desktop.screens.editor.earlier import Earlier, Where
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.words import journal_kinds, revision_kinds

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
        self._writable = False
        self._list = QListWidget()
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setAccessibleName(self.tr("历史各稿"))
        self._list.setWordWrap(True)
        self._list.setSpacing(3)
        self._list.itemActivated.connect(self._on_read)
        self._list.itemSelectionChanged.connect(self._on_selected)
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
        layout.addWidget(self._list, 1)
        layout.addWidget(self._hint)
        layout.addLayout(buttons)
        layout.addStretch()

    def show_article(self, opened: Opened) -> None:
        """List what an article went through; what was chosen stays chosen."""
        self._writable = opened.writable
        texts = [Earlier.of_revision(row) for row in opened.revisions]
        texts += [Earlier.of_journal(row) for row in opened.journal]
        texts.sort(key=lambda text: (text.at, text.id), reverse=True)
        chosen = {text.key for text in self._chosen()}
        if list(self._texts.values()) != texts:
            self._fill(texts, chosen)
        self._empty.setVisible(not texts)
        self._list.setVisible(bool(texts))
        self._hint.setVisible(bool(texts))
        self._on_selected()

    def _fill(self, texts: list[Earlier], chosen: set[tuple[str, int]]) -> None:
        self._texts = {text.key: text for text in texts}
        self._list.clear()
        for text in texts:
            item = QListWidgetItem(self._words(text))
            item.setData(_KEY, text.key)
            self._list.addItem(item)
            item.setSelected(text.key in chosen)

    def _words(self, text: Earlier) -> str:
        if text.where is Where.JOURNAL:
            return self.tr("{kind} · {by}\n{at}").format(
                kind=journal_kinds()[text.kind], by=text.by, at=local_time(text.at)
            )
        return self.tr("第 {n} 稿 · {kind} · {by}\n{at}　{count} 字{name}").format(
            n=text.n,
            kind=revision_kinds()[text.kind],
            by=text.by,
            at=local_time(text.at),
            count=f"{text.count:,}",
            name=f"　{text.name}" if text.name else "",
        )

    def _chosen(self) -> list[Earlier]:
        """Return what is chosen, oldest first."""
        keys = {tuple(item.data(_KEY)) for item in self._list.selectedItems()}
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
