"""The strip of open articles above the text: titles, what is wrong with one, a way to close it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QToolButton, QWidget

from desktop.kit.icons import Name, icon
from desktop.kit.theme import Theme, mark

WIDEST, NARROWEST = 240, 160  # pixels of a tab
FEWEST = 2  # a strip with one title says nothing


@dataclass(frozen=True, slots=True)
class Told:
    """What a tab says; ``hint`` at the pointer, ``locked`` that it cannot be written in now."""

    title: str
    hint: str = ""
    locked: bool = False


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

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._told = theme, list[Told]()
        theme.changed.connect(self._on_theme_changed)
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

    def show_tabs(self, told: list[Told], current: int) -> None:
        """Show what is open; none is current with -1."""
        self._told = told
        quiet = self.blockSignals(True)
        while self.count() > len(told):
            self.removeTab(self.count() - 1)
        for at, tab in enumerate(told):
            if at == self.count():
                self.addTab("")
                self._put_on_close(at)
            shown = tab.title.replace("&", "&&")
            if self.tabText(at) != shown:
                self.setTabText(at, shown)
            self.setTabToolTip(at, tab.hint)
            if tab.locked is self.tabIcon(at).isNull():
                self.setTabIcon(at, icon(Name.LOCK, self._theme.colours) if tab.locked else QIcon())
            close = self.tabButton(at, QTabBar.ButtonPosition.RightSide)
            close.setAccessibleName(self.tr("关闭“{title}”").format(title=tab.title))
        self.setCurrentIndex(current)
        self.blockSignals(quiet)
        self.setVisible(len(told) >= FEWEST)

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

    @Slot()
    def _on_theme_changed(self) -> None:
        for at, tab in enumerate(self._told[: self.count()]):
            if tab.locked:
                self.setTabIcon(at, icon(Name.LOCK, self._theme.colours))

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and at >= 0:
            self.closing.emit(at)
            return
        super().mouseReleaseEvent(event)
