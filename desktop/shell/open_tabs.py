"""Which articles are open, which of them is on the screen, and where the person was in each.

An article that was only looked at gives its tab to the next one that is chosen; one that was written in, or was
opened in a tab of its own, keeps it. Only the article on the screen is read, and only its lease is held: of the
others nothing is kept but a title and a place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from db.domain.changes import Changes
from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.tasks import Tasks
from desktop.screens.editor.place import Place
from desktop.shell.tab_strip import TabStrip, Told

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from desktop.screens.editor.screen import ArticleScreen

REMEMBERED = 20  # closed articles that can be opened again


@dataclass(slots=True, eq=False)
class Tab:
    """One open article; without an id a draft that has no place in the record yet."""

    article_id: int | None = None
    uid: str = ""
    title: str = ""
    kept: bool = False  # the next one that is chosen does not take its place
    troubled: bool = False  # its text is not all in the record
    shut: bool = False  # somebody else writes it
    place: Place = field(default_factory=Place)
    seen: bool = False  # it was on the screen, so that its place holds


class OpenTabs(QObject):
    """Signals:
    changed: what is open, or where the person is, may be another.
    emptied: no article is on the screen any more.
    resumed: the article of last time is shown.
    """

    changed = Signal()
    emptied = Signal()
    resumed = Signal()

    def __init__(
        self, strip: TabStrip, tasks: Tasks, commands: Commands, show: Callable[[Tab], bool], parent: QObject
    ) -> None:
        """``show`` brings an article onto the screen and says whether the text of the one before is saved."""
        super().__init__(parent)
        self._strip, self._tasks, self._commands, self._bring = strip, tasks, commands, show
        self._screen: ArticleScreen | None = None
        self._closed: list[Tab] = []
        self._resting = False
        self._wanted: Tab | None = None  # was on the screen the last time
        self.tabs: list[Tab] = []
        self.current: Tab | None = None
        strip.chosen.connect(self._on_chosen)
        strip.closing.connect(self._on_closing)
        strip.dragged.connect(self._on_dragged)
        tasks.changed.connect(self._on_record_changed)
        self._add_commands()

    def follow(self, screen: ArticleScreen) -> None:
        """Hear from now on what is told of the article on the screen."""
        self._screen = screen
        screen.opened.connect(self._on_opened)
        screen.closed.connect(self._on_closed)
        screen.gone.connect(self._on_gone)
        screen.standing.changed.connect(self._on_standing)
        screen.standing.moved.connect(self.changed)

    def choose(self, article_id: int | None, *, anew: bool = False) -> None:
        """Show an article, None for a new one; ``anew``: in a tab that it keeps."""
        tab = next((tab for tab in self.tabs if tab.article_id == article_id), None)
        if article_id is None and tab is not None and tab is self.current and self._screen is not None:
            self._screen.commit_pending()  # what is written in it gets its place in the record
            tab = tab if tab.article_id is None else None
        if tab is None:
            tab = Tab(article_id, kept=anew or article_id is None)
            passing = None if tab.kept else next((tab for tab in self.tabs if not tab.kept), None)
            if passing is not None:
                self.tabs[self.tabs.index(passing)] = tab
            else:
                after = self.tabs.index(self.current) + 1 if self.current in self.tabs else len(self.tabs)
                self.tabs.insert(after, tab)
        tab.kept = tab.kept or anew
        self._show(tab)

    def put_back(self, tabs: list[Tab], current: int) -> None:
        """Take over what was open the last time; nothing is read before it is chosen."""
        self.tabs = tabs
        self._wanted = tabs[current] if 0 <= current < len(tabs) else None
        self._show_strip()

    def go_on(self) -> None:
        """Show what was on the screen the last time, once it is known which of them are still there."""
        if self.tabs:
            self._look(self._show_wanted)

    def take_down(self) -> None:
        """Take down where the person is."""
        place = self._screen.place() if self._screen is not None and self.current is not None else None
        if place is not None and self.current is not None:
            self.current.place, self.current.seen = place, True

    def rest(self) -> None:
        """Leave everything as it is: the person goes, and finds it again."""
        self.take_down()
        self._resting = True

    # Showing

    def _show(self, tab: Tab) -> None:
        self.take_down()
        before = self.current
        if before is tab and tab.article_id is not None and self._screen is not None and self._screen.place():
            self._bring(tab)  # read anew, at the same place
            return
        safe = self._bring(tab)  # the text of the one before is saved while its tab is still the current one
        self.current = tab
        tab.shut = tab.troubled = False
        if before is not None and before is not tab:
            before.troubled = before.troubled or not safe
            if before.article_id is None and not before.troubled and before in self.tabs:
                self.tabs.remove(before)  # nothing was written in it
        self._show_strip()

    def _show_strip(self) -> None:
        current = self.tabs.index(self.current) if self.current in self.tabs else -1
        self._strip.show_tabs([self._words(tab) for tab in self.tabs], current)
        for name in ("next", "previous", "reopen", "close_others"):
            self._commands.action(f"tab.{name}").setEnabled(self._commands.command(f"tab.{name}").enabled())
        self.changed.emit()

    def _words(self, tab: Tab) -> Told:
        title = tab.title or (self.tr("新稿件") if tab.article_id is None else self.tr("无标题"))
        if tab.troubled:
            return Told(f"● {title}", self.tr("{title}（没有存上，文字另存在本机）").format(title=title))
        if tab.shut:
            return Told(title, self.tr("{title}（别人正在编辑）").format(title=title), locked=True)
        return Told(title, title)

    # What the person does

    def _add_commands(self) -> None:
        several, closed = (lambda: len(self.tabs) > 1), (lambda: bool(self._closed))
        for name, title, run, keys, icon, may in (
            ("next", self.tr("下一个标签页"), partial(self._step, 1), "Ctrl+Tab", Name.RIGHT, several),
            ("previous", self.tr("上一个标签页"), partial(self._step, -1), "Ctrl+Shift+Tab", Name.LEFT, several),
            ("reopen", self.tr("重新打开刚关的稿件"), self._reopen, "Ctrl+Alt+R", Name.UNDO, closed),
            ("close_others", self.tr("关闭其他标签页"), self._close_others, "", Name.CLOSE, several),
        ):
            self._commands.add(Command(f"tab.{name}", title, run, keys, icon=icon, enabled=may))

    def _step(self, by: int) -> None:
        at = self.tabs.index(self.current) if self.current in self.tabs else -1
        self._show(self.tabs[(at + by) % len(self.tabs)])

    def _reopen(self) -> None:
        tab = self._closed.pop()
        there = next((other for other in self.tabs if other.article_id == tab.article_id), None)
        if there is None:
            self.tabs.append(tab)
        self._show(there or tab)

    def _close_others(self) -> None:
        for tab in [tab for tab in self.tabs if tab is not self.current]:
            self._forget(tab)
        self._show_strip()

    def _forget(self, tab: Tab) -> None:
        self.tabs.remove(tab)
        if tab.article_id is not None:
            self._closed = [other for other in self._closed if other.article_id != tab.article_id][-REMEMBERED:]
            self._closed.append(tab)

    @Slot(int)
    def _on_chosen(self, at: int) -> None:
        if self.tabs[at] is not self.current:
            self._show(self.tabs[at])

    @Slot(int)
    def _on_closing(self, at: int) -> None:
        tab = self.tabs[at]
        if tab is self.current and self._screen is not None:
            self._screen.close_article()
        else:
            self._forget(tab)
            self._show_strip()

    @Slot(int, int)
    def _on_dragged(self, source: int, to: int) -> None:
        self.tabs.insert(to, self.tabs.pop(source))
        self.changed.emit()

    # What the screen tells

    @Slot(int)
    def _on_opened(self, article_id: int) -> None:
        if self.current is not None:
            self.current.article_id = article_id
            self._on_standing()

    @Slot()
    def _on_standing(self) -> None:
        screen, tab = self._screen, self.current
        if screen is None or tab is None or screen.place() is None:
            return
        told = screen.standing
        now = (told.title, told.uid or tab.uid, told.troubled, told.shut, tab.kept or told.written)
        if now != (tab.title, tab.uid, tab.troubled, tab.shut, tab.kept):
            tab.title, tab.uid, tab.troubled, tab.shut, tab.kept = now
            self._show_strip()

    @Slot()
    def _on_closed(self) -> None:
        if not self._resting:
            self._go_from_current(forget=self._forget)

    @Slot()
    def _on_gone(self) -> None:
        self._go_from_current(forget=self.tabs.remove)

    def _go_from_current(self, forget: Callable[[Tab], None]) -> None:
        tab, self.current = self.current, None
        at = self.tabs.index(tab) if tab in self.tabs else -1
        if tab is not None and at >= 0:
            forget(tab)
        if self.tabs:
            self._show(self.tabs[min(max(at, 0), len(self.tabs) - 1)])
        else:
            self._show_strip()
            self.emptied.emit()

    # What the record tells

    @Slot(object)
    def _on_record_changed(self, changes: Changes) -> None:
        if {tab.article_id for tab in self.tabs if tab is not self.current} & changes.article_ids:
            self._look(self._show_strip)

    def _look(self, then: Callable[[], None]) -> None:
        """Read the titles of those that are not on the screen, and let go of what is not there any more."""
        ids = tuple(tab.article_id for tab in self.tabs if tab.article_id is not None)
        self._tasks.read(self, partial(_titles, ids), partial(self._on_looked, then))

    def _on_looked(self, then: Callable[[], None], found: dict[int, tuple[str, str]]) -> None:
        for tab in [tab for tab in self.tabs if tab is not self.current and tab.article_id is not None]:
            uid, title = found.get(tab.article_id or 0, ("", ""))
            if uid and tab.uid in ("", uid):
                tab.uid, tab.title = uid, title
            else:
                self.tabs.remove(tab)
        then()

    def _show_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if self.current is None and wanted is not None and wanted in self.tabs:
            self._show(wanted)
            self.resumed.emit()
        else:
            self._show_strip()


def _titles(ids: tuple[int, ...], connection: Connection) -> dict[int, tuple[str, str]]:
    from db.store import articles  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    return articles.titles(connection, ids)
