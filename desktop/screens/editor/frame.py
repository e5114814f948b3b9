"""How the parts of the article screen lie: head, text with preview, inspector, foot."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.domain.workflow import Stage
from desktop.kit.chips import Chip
from desktop.kit.commands import Commands
from desktop.kit.sizes import Sizes
from desktop.kit.theme import ButtonKind, Surface, Theme, dress, lay, mark
from desktop.kit.wording import level_name
from desktop.screens.editor.body import Body
from desktop.screens.editor.find_bar import FindBar
from desktop.screens.editor.haystack import Editor
from desktop.screens.editor.head import Head
from desktop.screens.editor.inspector import Inspector
from desktop.screens.editor.lanes import LaneSwitch
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.preview import PreviewPanel
from desktop.screens.editor.reading import ReadingPanel
from desktop.screens.editor.steps import ArticleSteps
from desktop.screens.editor.words import stage_words
from desktop.screens.editor.zoom_commands import SIZES, ZoomButton
from desktop.text.measures import reading_minutes

SEEN = (
    "article.beside",
    "text.sign",
    "article.source",
    "article.browse",
    "article.print",
    "article.pdf",
    "article.sheet",
)  # other forms that any article has
KEPT = ("text.keep_template", "text.keep_snippet")  # what is made of it for other articles
VIEWS = (
    "view.alone",
    "view.focus",
    "view.typewriter",
    "view.read_aloud",
    "view.outline",
    *SIZES,
)  # how it is shown, and read aloud
NARROW = 560  # pixels for the text: with less, text and preview side by side can neither be read


class Frame(QWidget):
    """Lays the parts out and shows what stands in head and foot.

    Signals:
        seen_changed: another of the texts may be the one that is seen.
        article_shown: head and foot tell of an article now (Opened).
        text_shown: the text itself came back in place of one to compare it with.
    """

    seen_changed = Signal()
    article_shown = Signal(object)
    text_shown = Signal()

    def __init__(
        self, theme: Theme, commands: Commands, steps: ArticleSteps, lanes: LaneSwitch, screen: QWidget,
        windows: QSettings | None = None,
    ) -> None:  # fmt: skip
        """``windows`` remembers how wide the parts are."""
        super().__init__(screen)
        self._lanes = lanes
        self._windows = windows
        self._commands, self._steps, self._screen = commands, steps, screen
        self.count = 0
        self._beside = False  # whether the preview is wanted beside what is written
        self._narrow = False
        self._split = self._alone = False  # another text stands beside this one; nothing does
        lay(self, Surface.PAPER)
        self._number = QLabel()
        mark(self._number, "tint", "soft")
        self._chip = Chip(theme)
        self._close, self._shows = QToolButton(), QToolButton()
        self._others = QToolButton()
        self._others.setText(self.tr("更多"))
        self._others.setToolTip(self.tr("这篇稿件还能做的事"))
        self._others.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._others.setMenu(self._menu)
        self._views = QMenu(self.tr("视图"), self)
        self._views.addActions([commands.action(name) for name in VIEWS])
        self.primary = QPushButton()
        dress(self.primary, ButtonKind.PRIMARY)
        self.primary.clicked.connect(self._on_primary)
        self._settle = QTimer(self, singleShot=True)
        self._settle.timeout.connect(self._on_action_changed)
        self.primary.hide()  # until it is known which step comes next
        self._state, self._counted, self._path = QLabel(), QLabel(), QLabel()
        commands.action("article.submit").changed.connect(self._on_action_changed)

    def lay_out(
        self,
        bar: QWidget,
        notice: QWidget,
        find_bar: FindBar,
        fields: QWidget,
        body: Body,
        body_error: QWidget,
        asking: QWidget,
        preview: PreviewPanel,
        reading: ReadingPanel,
        inspector: Inspector,
    ) -> None:
        """Put the parts into their places, once, and hear what they tell."""
        self._body, self._preview, self._reading = body, preview, reading
        self._beside = not body.is_visual
        body.mode_changed.connect(self.show_mode)
        preview.counted.connect(self.show_count)
        reading.left.connect(self.show_text)
        self.seen_changed.connect(find_bar.finder.follow)
        self.seen_changed.connect(inspector.outline.follow)
        self._writing = QWidget()
        column = QVBoxLayout(self._writing)
        column.setContentsMargins(16, 10, 16, 10)
        column.addWidget(fields)
        column.addWidget(body, 1)
        column.addWidget(body_error)
        column.addWidget(asking)  # below: what is being written must not move when something is asked
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self._writing)
        self._halves.addWidget(preview)
        self._halves.setSizes([560, 480])
        self._halves.installEventFilter(self)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._halves)
        self._pages.addWidget(reading)
        middle = QWidget()
        stack = QVBoxLayout(middle)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        self._column = stack
        stack.addWidget(self._head(bar))
        stack.addWidget(notice)
        stack.addWidget(find_bar)
        stack.addWidget(self._pages, 1)
        self._inspector = inspector
        self._sides = sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.addWidget(middle)
        sides.addWidget(inspector)
        sides.setStretchFactor(0, 1)
        sides.setSizes([1040, 262])
        if self._windows is not None:
            Sizes(sides, self._windows, "inspector")
            Sizes(self._halves, self._windows, "preview")
        inspector.outline.watch(self.text_seen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(sides, 1)
        layout.addWidget(self._foot())
        outer = QVBoxLayout(self._screen)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)

    def _head(self, bar: QWidget) -> QWidget:
        for button, name in ((self._close, "close"), (self._shows, "preview")):
            button.setDefaultAction(self._commands.action(f"article.{name}"))
        telling = (self._close, self._number, self._chip, self._lanes)
        return Head(telling, bar, (self._shows, self._others, self.primary))

    def _foot(self) -> QWidget:
        foot = QWidget()
        lay(foot, Surface.SIDE)
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(18)
        self._state.setAccessibleName(self.tr("保存状态"))
        row.addWidget(self._state)
        row.addWidget(self._counted)
        row.addStretch(1)
        row.addWidget(self._path)
        row.addWidget(ZoomButton(self._commands, self._body.zoom))
        for label in (self._counted, self._path):
            mark(label, "tint", "soft")
        return foot

    def show_article(self, opened: Opened) -> None:
        """Show number, stage, the primary step and the others."""
        self._number.setText(opened.article.number if opened.article else self.tr("新稿件"))
        self._chip.set(*stage_words(opened))
        self._lanes.show_article(opened)
        self._chip.setVisible(self._lanes.isHidden())  # the switch says it of both
        self._path.setText(self._path_words(opened))
        self._show_steps()
        self.article_shown.emit(opened)

    def _show_steps(self) -> None:
        first = self._steps.primary()
        self.primary.setVisible(bool(first))
        if first:
            action = self._commands.action(first)
            if self.primary.text() not in ("", action.text()):  # the second click of two was meant for the step before
                self._settle.start(QApplication.doubleClickInterval())
            self.primary.setText(action.text())
            self.primary.setToolTip(action.toolTip())
        self._on_action_changed()
        self._menu.clear()
        for command_id in self._steps.others():
            self._menu.addAction(self._commands.action(command_id))
        self._menu.addSeparator()
        self._menu.addMenu(self._views)
        for command_id in (*SEEN, *KEPT):
            self._menu.addAction(self._commands.action(command_id))

    def _path_words(self, opened: Opened) -> str:
        """Return the stages of this draft with a sign at the one where it is."""
        levels = opened.levels()
        names = [level_name(level, levels) for level in range(1, levels + 1)]
        words = [self.tr("草稿"), *(names or [self.tr("审核")]), self.tr("签发")]
        draft = opened.article.draft if opened.article else None
        at = {
            Stage.REVIEW: draft.level if draft else 0,
            Stage.APPROVED: len(words) - 1,
            Stage.SCHEDULED: len(words) - 1,
            Stage.PUBLISHED: len(words),
        }.get(opened.stage, 0)
        signs = [f"{word} ✓" if n < at else f"{word} ●" if n == at else word for n, word in enumerate(words)]
        return " → ".join(signs)

    @Slot(int)
    def show_count(self, count: int) -> None:
        self.count = count
        words = self.tr("{n} 字 · 约 {minutes} 分钟") if count else self.tr("{n} 字")
        self._counted.setText(words.format(n=f"{count:,}", minutes=reading_minutes(count)))

    @Slot(str, bool)
    def show_state(self, words: str, wrong: bool) -> None:
        self._state.setText(f"● {words}" if words else "")
        mark(self._state, "tint", "wrong" if wrong else "soft")

    def show_saving(self, shown: bool) -> None:
        """Whether what is written here is saved is told to who writes it."""
        self._state.setVisible(shown)

    @property
    def preview(self) -> PreviewPanel:
        return self._preview

    def text_seen(self) -> Editor:
        """Return the text that the person has before them: the one to write, or one to read."""
        if self._pages.currentIndex():
            return cast("ReadingPanel", self._pages.currentWidget()).browser
        return self._preview if self._writing.isHidden() else self._body.editor

    def put_above_text(self, line: QWidget) -> None:
        """Give a line its place above the text, whichever of them is seen."""
        self._column.insertWidget(self._column.count() - 1, line)

    @Slot()
    def show_text(self) -> None:
        self._pages.setCurrentIndex(0)
        self.seen_changed.emit()
        self.text_shown.emit()

    def show_reading(self) -> None:
        self._pages.setCurrentIndex(1)
        self.seen_changed.emit()

    def show_page(self, page: QWidget) -> None:
        """Show something else to read and to answer in the place of the text; it has a ``browser`` too."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.seen_changed.emit()

    def go(self, step: int) -> None:
        """Go to the next change of what is shown in the place of the text, or to the one before."""
        page = cast("ReadingPanel", self._pages.currentWidget() if self._pages.currentIndex() else self._reading)
        page.go_on() if step > 0 else page.go_back()

    def show_parts(self, *, writable: bool) -> None:
        """A text to write is seen as it will read, its source beside the preview; one to read is its preview alone."""
        self._writing.setVisible(writable)
        self._preview.setVisible(not writable or (self._beside and not self._narrow))
        self.seen_changed.emit()

    @Slot(bool)
    def show_mode(self, visual: bool) -> None:
        """Who writes the source sees the page beside it; who writes the page sees it already."""
        self._beside = not visual
        self.show_parts(writable=not self._writing.isHidden())

    def place_beside(self, panel: QWidget, shown: bool) -> None:
        """Show another text beside this one, in the place of the inspector, or that one again."""
        if shown and self._sides.indexOf(panel) < 0:
            self._sides.addWidget(panel)
            self._sides.setStretchFactor(self._sides.indexOf(panel), 1)
        panel.setVisible(shown)
        self._split = shown
        self._show_sides()
        if shown:
            half = self._sides.width() // 2
            self._sides.setSizes([half, 0, half])

    def set_alone(self, alone: bool) -> None:
        """Show the text without the inspector; a text that was put beside it stays."""
        self._alone = alone
        self._show_sides()

    def _show_sides(self) -> None:
        self._inspector.setVisible(not self._split and not self._alone)

    def toggle_preview(self) -> None:
        self._beside = self._preview.isHidden() or self._writing.isHidden()
        self._preview.setVisible(self._beside or self._writing.isHidden())

    @Slot()
    def _on_primary(self) -> None:
        first = self._steps.primary()
        if first:
            self._commands.run(first)

    @Slot()
    def _on_action_changed(self) -> None:
        self.primary.setEnabled(bool(self._steps.primary()) and not self._settle.isActive())

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the preview aside where there is no room for it beside the text, and show it again where there is."""
        if watched is self._halves and event.type() == QEvent.Type.Resize:
            narrow = cast(QResizeEvent, event).size().width() < NARROW
            if narrow is not self._narrow:
                self._narrow = narrow
                if not self._writing.isHidden():
                    self._preview.setVisible(self._beside and not narrow)
        return super().eventFilter(watched, event)
