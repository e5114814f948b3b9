"""The strip of open articles above the text: titles, what is wrong with one, a way to close it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QToolButton, QWidget

from desktop.kit.theme import mark

WIDEST, NARROWEST = 220, 110  # pixels of a tab
FEWEST = 2  # a strip with one title says nothing


class TabStrip(QTabBar):
    """Is seen while several articles are open.

    Signals:
        chosen: the person wants this one (its place in the strip).
        closing: the person wants this one closed.
        dragged: one was put elsewhere (from, to).
    """

    chosen = Signal(int)
    closing = Signal(int)
    dragged = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("打开的稿件"))
        mark(self, "strip", "articles")
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Tab goes from one to the next wherever the keyboard is
        self.tabBarClicked.connect(self._on_clicked)
        self.tabMoved.connect(self.dragged)
        self.hide()

    def show_tabs(self, titles: list[tuple[str, str]], current: int) -> None:
        """Show titles with what is to be said of each at the pointer; none is current with -1."""
        quiet = self.blockSignals(True)
        while self.count() > len(titles):
            self.removeTab(self.count() - 1)
        for at, (title, hint) in enumerate(titles):
            if at == self.count():
                self.addTab("")
                self._put_on_close(at)
            shown = title.replace("&", "&&")
            if self.tabText(at) != shown:
                self.setTabText(at, shown)
            self.setTabToolTip(at, hint)
            close = self.tabButton(at, QTabBar.ButtonPosition.RightSide)
            close.setAccessibleName(self.tr("关闭“{title}”").format(title=title))
        self.setCurrentIndex(current)
        self.blockSignals(quiet)
        self.setVisible(len(titles) >= FEWEST)

    def _put_on_close(self, at: int) -> None:
        button = QToolButton(self)
        button.setText("✕")
        button.setToolTip(self.tr("关闭（Ctrl+W）"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark(button, "closes", "tab")
        button.clicked.connect(self._on_close)
        self.setTabButton(at, QTabBar.ButtonPosition.RightSide, button)

    @Slot()
    def _on_close(self) -> None:
        side = QTabBar.ButtonPosition.RightSide
        for at in range(self.count()):
            if self.tabButton(at, side) is self.sender():
                self.closing.emit(at)
                return

    @Slot(int)
    def _on_clicked(self, at: int) -> None:
        if at >= 0:
            self.chosen.emit(at)

    # Qt overrides

    def tabSizeHint(self, index: int) -> QSize:
        hint = super().tabSizeHint(index)
        return QSize(max(NARROWEST, min(hint.width(), WIDEST)), hint.height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(NARROWEST, super().minimumTabSizeHint(index).height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and at >= 0:
            self.closing.emit(at)
            return
        super().mouseReleaseEvent(event)
