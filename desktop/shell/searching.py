"""Brings the search through all drafts into the place of the list, and an article to the place that was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from desktop.kit.commands import Command, Commands
from desktop.kit.help import explain
from desktop.kit.icons import Name
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
from desktop.screens.library.screen import LibraryScreen
from desktop.shell.navigation import Navigation
from desktop.text.finding import Query
from desktop.text.hits import Hit

if TYPE_CHECKING:
    from desktop.screens.editor.screen import ArticleScreen
    from desktop.screens.library.find_panel import FindPanel


class Searching(QObject):
    """Made with the desk; the panel when it is first wanted.

    Signals:
        shown: the panel stands in the place of the list.
    """

    shown = Signal()

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, navigation: Navigation, library: LibraryScreen,
        article: Callable[[], ArticleScreen], show: Callable[[int], None], parent: QObject,
    ) -> None:  # fmt: skip
        """The panel takes the place of ``library`` in the stack; ``show`` brings an article onto the screen."""
        super().__init__(parent)
        self._tasks, self._theme, self._navigation, self._library = tasks, theme, navigation, library
        self._article, self._show = article, show
        self._panel: FindPanel | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(library)
        words = (self.tr("全部稿件里查找"), self.tr("查找所有草稿"), "find in files")
        title = self.tr("在所有稿件中查找")
        commands.add(Command("text.find_everywhere", title, self._open, "Ctrl+Shift+H", words, Name.SEARCH))

    def show_list(self) -> None:
        """Bring the list back into its place."""
        self.stack.setCurrentWidget(self._library)

    @Slot()
    def take_keyboard(self) -> None:
        """Have the keyboard at what stands in the place of the list."""
        if self._panel is not None and self._panel.isVisible():
            self._panel.rows.setFocus()
        else:
            self._library.focus_list()

    @Slot(object)
    def open(self, query: Query) -> None:
        """Look for something in all drafts."""
        panel = self._made()
        self._navigation.leave()
        self.stack.setCurrentWidget(panel)
        self.shown.emit()
        panel.open(query)

    def _open(self) -> None:
        self.open(self._article().find_bar.wanted())

    def _made(self) -> FindPanel:
        if self._panel is None:
            from desktop.screens.library.find_panel import FindPanel  # noqa: PLC0415  # seldom needed

            self._panel = FindPanel(self._tasks, self._theme)
            self._panel.setMinimumWidth(self._library.minimumWidth())
            self._panel.place_wanted.connect(self._on_place_wanted)
            self._panel.left.connect(self._on_left)
            explain(self._panel, "search")
            self.stack.addWidget(self._panel)
        return self._panel

    @Slot(int, object, object)
    def _on_place_wanted(self, article_id: int, query: Query, hit: Hit) -> None:
        self._show(article_id)
        self._article().placing.seek(query, hit)

    @Slot()
    def _on_left(self) -> None:
        place = self._library.place
        self.show_list()
        if place is not None:
            self._navigation.choose(place)
        self._library.focus_list()
