"""The bar below the head of the article: words to find, and what they are to be replaced by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.kit.commands import Command, Commands
from desktop.kit.flow_layout import FlowLayout
from desktop.kit.icons import Name
from desktop.kit.query_options import QueryOptions, reason
from desktop.kit.theme import Surface, Theme, lay, mark
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.finder import Finder
from desktop.screens.editor.formatting import NARROWEST
from desktop.screens.editor.haystack import Editor
from desktop.text.finding import MOST_WORDS, Query
from desktop.text.hits import Hit

LINE = 220  # pixels of the two lines
_PARTING = frozenset("\u2028\u2029\ufdd0\ufdd1\ufffc")  # what no word has within it


class FindBar(QWidget):
    """Hidden until it is wanted. Registers the commands by which it is.

    Signals:
        wider_wanted: the words are to be looked for in all drafts (Query).
    """

    wider_wanted = Signal(object)

    def __init__(
        self, commands: Commands, theme: Theme, composition: Composition, seen: Callable[[], Editor],
        may_write: Callable[[], bool], shown: Callable[[], bool], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.finder = Finder(theme, composition, seen, self)
        lay(self, Surface.LIST)
        self.line, self.to = QLineEdit(), QLineEdit()
        for line, words in ((self.line, self.tr("查找")), (self.to, self.tr("替换为"))):
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
            line.setFixedWidth(LINE)
            line.setMaxLength(MOST_WORDS)
        composition.watch((self.line, self.to))
        self.options = QueryOptions(self)
        self.one, self.all = QPushButton(self.tr("替换")), QPushButton(self.tr("全部替换"))
        self.one.setToolTip(self.tr("替换这一处，再到下一处（Enter）"))
        self.all.setToolTip(self.tr("一次替换全部，可以一次撤销"))
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._register(commands, may_write, shown)
        self._lay_out(commands)
        self.line.textChanged.connect(self._on_query_changed)
        self.options.changed.connect(self._on_query_changed)
        self.one.clicked.connect(self._on_one)
        self.all.clicked.connect(self._on_all)
        self.finder.changed.connect(self._show)
        self.finder.left.connect(self.leave)
        commands.action("text.replace").changed.connect(self._show_able)  # whether the text may be written
        self.hide()

    def _register(self, commands: Commands, may_write: Callable[[], bool], shown: Callable[[], bool]) -> None:
        commands.add(
            Command(
                "text.find", self.tr("在正文里查找"), self.open, "Ctrl+F", ("find", "search"), Name.SEARCH, shown
            )
        )  # fmt: skip
        commands.add(
            Command(
                "text.replace", self.tr("在正文里替换"), self.open_to_replace, "Ctrl+H", ("replace",), Name.EDIT,
                may_write,
            )
        )  # fmt: skip
        for name, words, run, keys, icon in (
            ("next", self.tr("查找下一处"), self._next, "F3", Name.DOWN),
            ("previous", self.tr("查找上一处"), self._previous, "Shift+F3", Name.UP),
        ):
            commands.add(Command(f"text.find_{name}", words, run, keys, icon=icon, enabled=shown))

    def _lay_out(self, commands: Commands) -> None:
        steps = QWidget()
        pair = QHBoxLayout(steps)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(0)
        for name in ("previous", "next"):
            button = QToolButton()
            button.setDefaultAction(commands.action(f"text.find_{name}"))
            button.setAccessibleName(commands.action(f"text.find_{name}").text())
            button.setMinimumWidth(NARROWEST)
            pair.addWidget(button)
        self.wider = QPushButton(self.tr("所有稿件…"))
        self.wider.setToolTip(self.tr("在所有稿件中查找（Ctrl+Shift+H）"))
        self.wider.clicked.connect(self._on_wider)
        upper = _flowing(self.line, steps, self.words, *self.options.boxes, self.wider)
        close = QToolButton()
        close.setText("✕")
        close.setToolTip(self.tr("收起（Esc）"))
        close.setAccessibleName(self.tr("收起查找"))
        close.clicked.connect(self.leave)
        first = QHBoxLayout()
        first.addWidget(upper, 1)
        first.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._lower = _flowing(self.to, self.one, self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self._lower)
        self.setTabOrder(self.line, self.to)

    @Slot()
    def open(self) -> None:
        """Look for what is selected, or go on with the words of last time."""
        self._open(replacing=self.isVisible() and self._lower.isVisible())

    def open_to_replace(self) -> None:
        self._open(replacing=True)

    @Slot()
    def leave(self) -> None:
        """Be gone, and give the keyboard back to the text."""
        if self.isVisible():
            self.hide()
            self.finder.end()

    def _open(self, *, replacing: bool) -> None:
        chosen = self._chosen()
        if chosen and not self.line.hasFocus():
            self.line.setText(chosen)
            self.finder.look_for(self.query(), anew=True)
        self._lower.setVisible(replacing)
        self.show()
        self.finder.begin()
        self.finder.settle()
        self.line.setFocus()
        self.line.selectAll()

    def _chosen(self) -> str:
        """Return the selected words, nothing where they could not be found."""
        chosen = self.finder.editor.textCursor().selectedText()
        return chosen if len(chosen) <= MOST_WORDS and _PARTING.isdisjoint(chosen) else ""

    def query(self) -> Query:
        """Return what is looked for here."""
        return self.options.query(self.line.text())

    def wanted(self) -> Query:
        """Return what the person looks for: what is selected, else the words of the bar while it is seen."""
        chosen = self._chosen()
        return self.options.query(chosen or (self.line.text() if self.isVisible() else ""))

    def show_hit(self, query: Query, hit: Hit) -> None:
        """Look for a query that was found elsewhere, and go to one of its places."""
        self.options.take(query)
        self.line.setText(query.words)
        self._lower.hide()
        self.show()
        self.finder.begin()
        self.finder.look_for_near(query, hit)
        self.finder.editor.setFocus()

    def _next(self) -> None:
        self._step(back=False)

    def _previous(self) -> None:
        self._step(back=True)

    def _step(self, *, back: bool) -> None:
        if self.line.text():
            self.finder.go(back=back)
        else:
            self.open()

    @Slot()
    def _on_query_changed(self) -> None:
        self.finder.look_for(self.query())
        self._show_able()

    @Slot()
    def _on_wider(self) -> None:
        self.wider_wanted.emit(self.query())

    @Slot()
    def _on_one(self) -> None:
        self.finder.replace(self.to.text())

    @Slot()
    def _on_all(self) -> None:
        count = self.finder.replace_all(self.to.text())
        if count:
            self.words.setText(self.tr("已替换 {n} 处").format(n=count))
            mark(self.words, "tint", "soft")

    @Slot()
    def _show(self) -> None:
        """Say how many there are, and which of them the caret is at."""
        finder, wrong = self.finder, False
        if finder.bad is not None:
            words, wrong = reason(finder.bad, len(finder.query.words)), True
        elif not finder.query.words:
            words = ""
        elif not finder.count:
            words, wrong = self.tr("没有找到"), True
        elif finder.current is None:
            words = self.tr("共 {n} 处").format(n=finder.count)
        else:
            words = self.tr("第 {at} / {n} 处").format(at=finder.current + 1, n=finder.count)
        self.words.setText(words)
        mark(self.words, "tint", "wrong" if wrong else "soft")
        self._show_able()

    @Slot()
    def _show_able(self) -> None:
        if self.isVisible():
            able = bool(self.line.text()) and not self.finder.editor.isReadOnly()
            self.one.setEnabled(able)
            self.all.setEnabled(able)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif enter and self.line.hasFocus():
            self._step(back=back)
        elif enter and self.to.hasFocus() and self.one.isEnabled():
            self._on_one()
        else:
            super().keyPressEvent(event)


def _flowing(*widgets: QWidget) -> QWidget:
    """Return widgets side by side, all as high as the first, going on below where there is no room."""
    made = QWidget()
    policy = made.sizePolicy()
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    flow = FlowLayout(made, 10, fill=False)
    flow.setContentsMargins(0, 0, 0, 0)
    widgets[0].ensurePolished()
    for widget in widgets:
        widget.setMinimumHeight(widgets[0].sizeHint().height())
        flow.addWidget(widget)
    return made
