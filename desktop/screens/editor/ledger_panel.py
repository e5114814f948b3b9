"""核对单: the facts of the text that waits, to go through with J, K and the space bar, and where each was checked."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from db.domain.ticks import MAX_NOTE, Tick
from desktop.kit.colours import Tone
from desktop.kit.forms import LineField
from desktop.kit.theme import Surface, Theme, lay, mark
from desktop.proofreading.fact import Fact
from desktop.screens.editor.fact_delegate import FactDelegate
from desktop.screens.editor.fact_model import FactModel
from desktop.screens.editor.fact_rows import FactRows


class FactList(QListView):
    """The rows, by keyboard and mouse.

    Signals:
        ticking: the tick of the current row is to be turned over.
        noting: the source of the current row is to be written.
    """

    ticking = Signal()
    noting = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = FactDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # J is J, whatever is typed elsewhere
        lay(self, Surface.LIST)
        theme.changed.connect(self._on_theme_changed)

    def step(self, by: int) -> None:
        """Go to another row."""
        rows = self.model().rowCount()
        at = self.currentIndex().row()
        if rows:
            self.go(min(max(at + by, 0), rows - 1) if at >= 0 else 0)

    def go(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(self.model().index(row, 0))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in sight when something else takes room."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_J:
                self.step(1)
            case Qt.Key.Key_K:
                self.step(-1)
            case Qt.Key.Key_Space:
                self.ticking.emit()
            case Qt.Key.Key_N | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.noting.emit()
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            box = self._delegate.box(QRectF(self.visualRect(index))).adjusted(-6, -6, 6, 6)
            if box.contains(event.position()):
                self.ticking.emit()


class LedgerPanel(QWidget):
    """The list with its counts above it, and a line for the source below.

    Signals:
        ticked: a fact is to be ticked, or not any more (key, whether).
        noted: a fact is to be ticked by a source (key, the words).
        chosen: another row is the current one (the fact).
    """

    ticked = Signal(str, bool)
    noted = Signal(str, str)
    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lay(self, Surface.LIST)
        self.model = FactModel(self)
        self._may = False
        self._noting = ""  # the key of the fact whose source is being written
        self.counts = QLabel()
        self.open_only = QPushButton(self.tr("只看未核对"))
        self.open_only.setCheckable(True)
        self.open_only.setToolTip(self.tr("只列出还没有核对的事实"))
        self.open_only.toggled.connect(self._on_open_only)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setMargin(5)
        self.list = FactList(theme)
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("核对单"))
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.ticking.connect(self.turn_over)
        self.list.noting.connect(self.ask_source)
        self.source = LineField(
            self.tr("核对依据"), self.tr("回车记下，Esc 不记"), limit=MAX_NOTE, placeholder=self.tr("如：县统计局报表")
        )
        self.source.hide()
        line = self.source.findChild(QLineEdit)
        if line is not None:
            line.returnPressed.connect(self._on_source)
        above = QHBoxLayout()
        above.addWidget(self.counts, 1)
        above.addWidget(self.open_only)
        top = QVBoxLayout()
        top.setContentsMargins(12, 8, 12, 8)
        top.addLayout(above)
        top.addWidget(self.hint)
        below = QVBoxLayout()
        below.setContentsMargins(12, 0, 12, 0)
        below.addWidget(self.source)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addLayout(below)
        self.setFocusProxy(self.list)

    def show_rows(self, rows: FactRows, ticks: Mapping[str, Tick]) -> None:
        """Show the facts of a text; the row that was chosen stays so where it is still there."""
        current = self.current()
        at = self.list.verticalScrollBar().value()
        self.model.show(rows, ticks)
        row = self.model.row_of(current.key) if current is not None else -1
        if row >= 0:
            self.list.go(row)
            self.list.verticalScrollBar().setValue(at)

    def say(self, *, may: bool, demanded: bool, words: str) -> None:
        """Say how far it is; ``words`` are what else there is to know of the list."""
        self._may = may
        checked, of = self.model.counts()
        self.counts.setText(self.tr("已核对 {n} / {of}").format(n=checked, of=of))
        left = of - checked
        if may and demanded and left:
            told = self.tr("流程要求全部核对后才能通过，还有 {n} 条。").format(n=left)
        elif not of:
            told = self.tr("这篇稿件里没有找到要核对的事实。")
        elif not may:
            told = self.tr("由这一级的审核逐条核对，这里只能看。")
        else:
            told = self.tr("J、K 上下，空格核对，N 写依据。")
        mark(self.hint, "tone", Tone.WAIT.value if may and demanded and left else None)
        mark(self.hint, "tint", "" if may and demanded and left else "soft")
        self.hint.setText("\n".join(filter(None, (told, words))))

    def wait(self) -> None:
        """Say that the facts are being looked for."""
        self.counts.setText("")
        mark(self.hint, "tint", "soft")
        self.hint.setText(self.tr("正在找出要核对的事实……"))

    def current(self) -> Fact | None:
        return self.model.fact(self.list.currentIndex().row())

    def go_to_open(self) -> None:
        """Bring the next open row into view and the keyboard to the list."""
        self.list.go(self.model.next_open(max(0, self.list.currentIndex().row())))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def turn_over(self) -> None:
        """Tick the current row, or take its tick back."""
        fact = self.current()
        if fact is not None and self._may:
            tick = self.model.ticks.get(fact.key)
            self.ticked.emit(fact.key, tick is None or not tick.ticked)

    @Slot()
    def ask_source(self) -> None:
        """Ask by what source the current row was checked."""
        fact = self.current()
        if fact is None or not self._may:
            return
        tick = self.model.ticks.get(fact.key)
        self._noting = fact.key
        self.source.set_value(tick.note if tick is not None and tick.ticked else "")
        self.source.show()
        self.source.setFocus()

    @Slot()
    def _on_source(self) -> None:
        key, words = self._noting, self.source.value()
        self._put_away()
        if key:
            self.noted.emit(key, words)

    def _put_away(self) -> None:
        self._noting = ""
        self.source.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _on_open_only(self, checked: bool) -> None:
        current = self.current()
        self.model.set_open_only(checked)
        self.list.go(self.model.row_of(current.key) if current is not None else -1)

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        fact = self.model.fact(index.row())
        if self._noting and (fact is None or fact.key != self._noting):
            self._noting = ""
            self.source.hide()
        if fact is not None:
            self.chosen.emit(fact)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.source.isHidden():
            self._put_away()
            return
        super().keyPressEvent(event)
