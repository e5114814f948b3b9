"""在所有稿件中查找: in the place of the list, every place of some words in the drafts that are in work."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget

from desktop.kit.flow_layout import FlowLayout
from desktop.kit.query_options import QueryOptions, reason
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Surface, Theme, lay, mark
from desktop.screens.library.drafts_search import DraftsSearch
from desktop.screens.library.hits_model import HitsDelegate, HitsModel
from desktop.text.finding import MOST_WORDS, BadPattern, Query

PAUSE = 250  # milliseconds without a key, then it is looked for


class FindPanel(QWidget):
    """A line to type into, the places below it.

    Signals:
        place_wanted: a place is to be shown (article id, Query, Hit).
        left: the list is to come back.
    """

    place_wanted = Signal(int, object, object)
    left = Signal()

    def __init__(self, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = DraftsSearch(tasks, self)
        self.search.found.connect(self._on_found)
        self.search.ended.connect(self._show_count)
        self.search.failed.connect(self._on_failed)
        self.options = QueryOptions(self)
        self._query = Query("")
        self.model = HitsModel(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)
        self.line, self.rows, self.words = QLineEdit(), QListView(), QLabel()
        self._build(theme)
        self.line.textChanged.connect(self._on_changed)
        self.options.changed.connect(self._on_changed)
        self.rows.clicked.connect(self._on_wanted)
        self.rows.activated.connect(self._on_wanted)

    def open(self, query: Query) -> None:
        """Come up with a query; without words with that of last time."""
        if query.words:
            self.options.take(query)
            self.line.setText(query.words)
            self._begin()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _build(self, theme: Theme) -> None:
        lay(self, Surface.LIST)
        title = QLabel(self.tr("在所有稿件中查找"))
        close = QToolButton()
        close.setText("✕")
        close.setToolTip(self.tr("回到列表（Esc）"))
        close.setAccessibleName(self.tr("回到列表"))
        close.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(close)
        self.line.setPlaceholderText(self.tr("标题和正文里的字"))
        self.line.setAccessibleName(title.text())
        self.line.setMaxLength(MOST_WORDS)
        boxes = QWidget()
        flow = FlowLayout(boxes, 10, fill=False)
        flow.setContentsMargins(0, 0, 0, 0)
        for box in self.options.boxes:
            flow.addWidget(box)
        policy = boxes.sizePolicy()
        policy.setHeightForWidth(True)
        boxes.setSizePolicy(policy)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(HitsDelegate(theme, self))
        self.rows.setAccessibleName(self.tr("找到的地方"))
        self.rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.rows.setResizeMode(QListView.ResizeMode.Adjust)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setMouseTracking(True)
        self.rows.setLayoutMode(QListView.LayoutMode.Batched)  # two thousand rows of all heights take 90 ms at once
        self.rows.setBatchSize(100)
        lay(self.rows, Surface.LIST)
        above = QVBoxLayout()
        above.setContentsMargins(14, 10, 14, 8)
        above.setSpacing(8)
        above.addLayout(head)
        above.addWidget(self.line)
        above.addWidget(boxes)
        above.addWidget(self.words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self.rows, 1)
        self._say(self.tr("在草稿、退回、审核中、已通过和定时的稿件里找。"))

    @Slot()
    def _on_changed(self) -> None:
        self._pause.start()

    @Slot()
    def _begin(self) -> None:
        self._pause.stop()
        self._query = self.options.query(self.line.text())
        self.model.clear()
        if not self._query.words:
            self.search.stop()
            self._say(self.tr("在草稿、退回、审核中、已通过和定时的稿件里找。"))
            return
        self._say(self.tr("正在找…"))
        self.search.begin(self._query)

    @Slot(object)
    def _on_found(self, found: object) -> None:
        self.model.add(found)  # type: ignore[arg-type]  # a list of FoundArticle, as the signal says
        self._show_count()

    @Slot()
    def _show_count(self) -> None:
        search = self.search
        if search.under_way:
            self._say(self.tr("正在找… 已有 {n} 处").format(n=search.places))
        elif search.full:
            self._say(self.tr("只列出前 {n} 处，请把词写得更具体。").format(n=search.places))
        elif search.places:
            self._say(self.tr("{m} 篇稿件里共 {n} 处").format(m=search.articles, n=search.places))
        else:
            words = self.tr("没有找到。找过 {m} 篇在编的稿件；已发布的，请用 Ctrl+K 搜。")
            self._say(words.format(m=search.looked_through), wrong=True)

    @Slot(object)
    def _on_failed(self, error: BadPattern) -> None:
        self._say(reason(error, len(self._query.words)), wrong=True)

    @Slot(QModelIndex)
    def _on_wanted(self, index: QModelIndex) -> None:
        place = self.model.place_at(index.row())
        if place is not None:
            self.place_wanted.emit(place.article_id, self._query, place.hit)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.words.setText(words)
        mark(self.words, "tint", "wrong" if wrong else "soft")

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, in_line = event.key(), self.line.hasFocus()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif in_line and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin()
        elif in_line and key == Qt.Key.Key_Down and self.model.rowCount():
            self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.rows.setCurrentIndex(self.model.index(0))
        else:
            super().keyPressEvent(event)
