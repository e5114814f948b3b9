"""What stands beside a text: 流程, 批注, 历史, 属性, 大纲, 核对单, and at its bottom the review."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from desktop.kit.theme import Surface, Theme, lay, mark
from desktop.screens.editor.facts_panel import FactsPanel
from desktop.screens.editor.flow_panel import FlowPanel
from desktop.screens.editor.history_panel import HistoryPanel
from desktop.screens.editor.ledger import Ledger
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.notes_panel import NotesPanel
from desktop.screens.editor.outline import OutlinePanel
from desktop.screens.editor.properties_panel import PropertiesPanel
from desktop.screens.editor.review_panel import ReviewPanel


class Inspector(QWidget):
    """The right-hand side of the article screen.

    Signals:
        article_shown: what is known of an article is shown here (Opened).
    """

    article_shown = Signal(object)

    def __init__(
        self, theme: Theme, history: HistoryPanel, properties: PropertiesPanel, review: ReviewPanel,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        lay(self, Surface.LIST)
        self._flow, self._facts = FlowPanel(theme), FactsPanel()
        self._history, self._properties, self._review = history, properties, review
        self.ledger: Ledger | None = None
        self._scroll = _scrolling(properties, self._facts)
        self._tabs = QTabWidget()
        self._tabs.setAccessibleName(self.tr("流程、批注、历史、属性、大纲、核对单"))
        mark(self._tabs, "strip", "inspector")
        self._tabs.setUsesScrollButtons(False)  # all of them are seen, however narrow it is made
        self._tabs.addTab(self._flow, self.tr("流程"))
        self.notes = NotesPanel(theme)
        self._tabs.addTab(self.notes, self.tr("批注"))
        self._tabs.addTab(history, self.tr("历史"))
        self._tabs.addTab(self._scroll, self.tr("属性"))
        self.outline = OutlinePanel()
        self._tabs.addTab(self.outline, self.tr("大纲"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(review)

    def take_ledger(self, ledger: Ledger) -> None:
        """Have the facts of the text that waits as a page, and their counts beside the decision."""
        self.ledger = ledger
        page = self._tabs.addTab(ledger.panel, self.tr("核对单"))
        self._tabs.setTabVisible(page, False)
        ledger.wanted.connect(self._on_ledger_wanted)
        ledger.counted.connect(self._review.show_facts)

    @Slot()
    def _on_ledger_wanted(self) -> None:
        if self.ledger is not None:
            self._tabs.setCurrentWidget(self.ledger.panel)

    def show_article(self, opened: Opened, count: int) -> None:
        """Show what happened to an article so far."""
        if self.ledger is not None:
            self._tabs.setTabVisible(self._tabs.indexOf(self.ledger.panel), self.ledger.show_article(opened))
        self._flow.show_article(opened)
        self._history.show_article(opened)
        self._facts.show_article(opened, count)
        self.article_shown.emit(opened)

    def show_count(self, count: int) -> None:
        self._facts.show_count(count)

    def side(self) -> int:
        """Return which of its pages is seen."""
        return self._tabs.currentIndex()

    def show_side(self, side: int) -> None:
        self._tabs.setCurrentIndex(side)

    def show_notes(self) -> None:
        """Bring the notes forward."""
        self._tabs.setCurrentWidget(self.notes)

    def count_notes(self, count: int) -> None:
        """Say in the tab how many wait."""
        title = self.tr("批注 {n}").format(n=count) if count else self.tr("批注")
        self._tabs.setTabText(self._tabs.indexOf(self.notes), title)

    def show_outline(self) -> None:
        """Bring the headings forward, at the section of the caret."""
        self._tabs.setCurrentWidget(self.outline)
        self.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_properties(self, field: QWidget | None = None) -> None:
        """Bring the form forward, at one of its fields or at the first."""
        self._tabs.setCurrentWidget(self._scroll)
        target = field or self._properties.first()
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(target)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        return QSize(max(240, self._tabs.tabBar().minimumSizeHint().width()), super().minimumSizeHint().height())


def _scrolling(*panels: QWidget) -> QScrollArea:
    inside = QWidget()
    lay(inside, Surface.LIST)
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    for panel in panels:
        column.addWidget(panel)
    column.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area
