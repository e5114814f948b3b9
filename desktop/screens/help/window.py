"""The help: its pages at the left, the page that is read at the right, beside the work and never over it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from desktop.kit.pictures import no_picture
from desktop.kit.theme import Surface, Theme, lay
from desktop.screens.help.pages import ORDER, html, title

PAGE = Qt.ItemDataRole.UserRole
WIDTH, HEIGHT, LIST = 920, 700, 230
ROW = 1.9  # height of a line of the list, in lines of text


class HelpWindow(QWidget):
    """A window of its own, so that the steps can be read while they are done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._theme = theme
        self._page = ""
        self._language = self.tr("zh_CN", "the folder of the help pages: zh_CN or en")
        self.setWindowTitle(self.tr("采编台帮助"))
        self.resize(WIDTH, HEIGHT)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("帮助目录"))
        self.list.viewport().setAutoFillBackground(False)
        side = QWidget()
        lay(side, Surface.SIDE)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(12, 14, 4, 14)
        inside.addWidget(self.list)
        for page in ORDER:
            item = QListWidgetItem(title(self._language, page))
            item.setData(PAGE, page)
            item.setSizeHint(QSize(0, round(self.list.fontMetrics().lineSpacing() * ROW)))
            self.list.addItem(item)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.browser = _Browser()
        self.browser.setAccessibleName(self.tr("帮助内容"))
        self.browser.anchorClicked.connect(self._on_link)
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(side)
        split.addWidget(self.browser)
        split.setStretchFactor(1, 1)
        split.setSizes([LIST, WIDTH - LIST])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self, self.close)
        theme.changed.connect(self._on_theme_changed)

    @property
    def page(self) -> str:
        return self._page

    def show_page(self, page: str) -> None:
        """Turn to a page, and come to the front."""
        self._turn_to(page if page in ORDER else ORDER[0])
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus()

    def _turn_to(self, page: str) -> None:
        self._page = page
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(ORDER.index(page))
        colours = self._theme.colours
        self.browser.document().setDefaultStyleSheet(
            f"h1, h2 {{ color: {colours.ink}; }} a {{ color: {colours.live}; }}"
            f" p, li {{ line-height: 160%; }} code {{ background: {colours.plain_soft}; }}"
        )
        self.browser.setHtml(html(self._language, page))

    @Slot()
    def _on_chosen(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._turn_to(str(item.data(PAGE)))

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        page = link.path().removesuffix(".md")
        if page in ORDER:
            self._turn_to(page)

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._page:
            self._turn_to(self._page)


class _Browser(QTextBrowser):
    """Loads nothing, from nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.document().setDocumentMargin(28)

    # Qt overrides

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return no_picture()
