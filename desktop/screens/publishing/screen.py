"""The publishing desk: the lists at the left, the site at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from db.store.queues import Queue
from desktop.kit.buttons import CommandButton
from desktop.kit.commands import Commands
from desktop.kit.help import explain
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import ButtonKind, Surface, Theme, lay
from desktop.screens.publishing.articles_panel import ArticlesPanel
from desktop.screens.publishing.sheets import COMMAND, SheetsExport
from desktop.screens.publishing.site_panel import SitePanel


class PublishingScreen(QWidget):
    """Sign, schedule, withdraw, reinstate; then bring the site up to date.

    Signals:
        opened: the person wants to read an article (its id).
    """

    opened = Signal(int)

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.articles = ArticlesPanel(tasks, theme, commands, messages)
        self.site = SitePanel(tasks, theme, commands, messages)
        self.articles.opened.connect(self.opened)
        self.articles.page_wanted.connect(self.site.open_page)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        self.sheets = SheetsExport(tasks, commands, messages, self)
        split.addWidget(_over(self.articles, CommandButton(commands.action(COMMAND), ButtonKind.QUIET)))
        split.addWidget(self.site)
        split.setStretchFactor(0, 4)
        split.setStretchFactor(1, 5)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.setAccessibleName(self.tr("发布台"))
        explain(self, "publishing")

    def refresh(self) -> None:
        """Read everything anew: after signing in, and when the screen is come to."""
        self.articles.refresh()
        self.site.refresh()

    def show_queue(self, queue: Queue) -> None:
        """Turn to one of the four lists."""
        self.articles.show_queue(queue)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()


def _over(panel: QWidget, button: QWidget) -> QWidget:
    """Return a column with a quiet button at its foot."""
    made = QWidget()
    lay(made, Surface.LIST)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 8)
    column.addWidget(panel, 1)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
    return made
