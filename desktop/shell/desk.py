"""The desk of the person who signed in: navigation, list, article, and the other workplaces."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from db.domain.people import Person, Role
from db.store.queues import Place, Queue
from desktop import paths
from desktop.kit.commands import Command, Commands
from desktop.kit.help import explain, page_of
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.palette import CommandPalette
from desktop.kit.sizes import Sizes
from desktop.kit.theme import Mode, Surface, Theme, lay
from desktop.recovery import Recovery
from desktop.screens.library.choices import of_person
from desktop.screens.library.screen import LibraryScreen
from desktop.screens.welcome.sign_in_panel import roles_of
from desktop.shell.alone import Alone
from desktop.shell.delegating import Delegating
from desktop.shell.finding import Finding
from desktop.shell.foot import Foot
from desktop.shell.navigation import Entry, Navigation, may_audit
from desktop.shell.news import News
from desktop.shell.notices import Notices
from desktop.shell.open_tabs import OpenTabs, Tab
from desktop.shell.parts import column, hint, rule, splitter
from desktop.shell.remembering import Remembering
from desktop.shell.searching import Searching
from desktop.shell.session import Session
from desktop.shell.tab_strip import TabStrip
from desktop.shell.top_bar import TopBar
from desktop.shell.warming import Warming
from desktop.shell.workplaces import Workplaces

if TYPE_CHECKING:
    from desktop.screens.editor.screen import ArticleScreen


class Desk(QWidget):
    """Made at sign-in, gone at sign-out.

    Signals:
        left: the person signs out.
        other_wanted: another newsroom is to be opened.
        mode_chosen: another look was chosen (Mode).
        language_chosen: the window is to speak another language (Language).
        restore_asked: the newsroom is to be put back to a backup (Path).
        help_wanted: a page of the help is to be shown (its name).
        ready: all that a day's work needs has been made.
    """

    left = Signal()
    other_wanted = Signal()
    mode_chosen = Signal(object)
    language_chosen = Signal(object)
    restore_asked = Signal(object)
    help_wanted = Signal(str)
    ready = Signal()

    def __init__(self, session: Session, theme: Theme, windows: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._windows = windows
        self._tasks, self._theme, self._language = session.tasks, theme, session.language
        self.commands = Commands(theme, self)
        self.messages = MessageBar(theme)
        self._recovery = Recovery(paths.user_data() / "recovery", session.uid)
        self.article: ArticleScreen | None = None
        self._add_commands()
        self.strip = TabStrip(theme)
        self.tabs = OpenTabs(self.strip, self._tasks, self.commands, self._show_tab, self)
        person_id = (self._tasks.actor.person_id if self._tasks.actor else None) or 0
        self.remembering = Remembering(windows, session.uid, person_id, self.tabs, self)
        self.navigation = Navigation(self._tasks, theme)
        self.library = LibraryScreen(self._tasks, theme, self.commands, self.messages, windows)
        explain(self.library, "library")
        self.searching = Searching(
            self._tasks, theme, self.commands, self.navigation, self.library, self._article_screen, self.open_article,
            self,
        )  # fmt: skip
        self.palette_ = CommandPalette(self.commands, theme, self)
        self.finding = Finding(self._tasks, self.navigation.places, self)
        for provider in (self.finding.find_channels, self.finding.find_people, self.finding.find_articles):
            self.palette_.add_provider(provider)
        self.notices = Notices(self._tasks, self.commands, windows, session.uid, self)
        self.top = TopBar(self.commands, theme, session.site_name, self._person(), self.notices.button)
        self.foot = Foot(self._tasks, session.store.place)
        self._build()
        self.workplaces = Workplaces(
            session, theme, self.commands, self.messages, self._stack, self._take_actions, self
        )
        self._connect()
        self._add_places()
        self._take_actions()
        self._begin()
        self.news = News(session.keeper, self._tasks, self.messages, self)
        Warming(self._tasks, self.commands.put_on_icons, self._make_ready, self)

    def keep_drafts(self) -> None:
        """Have what is unsaved saved; called before anything ends."""
        if self.article is not None:
            self.article.commit_pending()

    def keep_text(self) -> bool:
        """Write what is unsaved into a file of its own at once, waiting for nobody; say whether it is safe."""
        return self.article is None or self.article.keep_text()

    def may_leave(self) -> bool:
        """Whether nothing is unsaved that does not save itself, or it may be thrown away; asks."""
        return self.workplaces.may_leave()

    def leave(self) -> None:
        """Save what is unsaved and let others edit the article; called before the person goes."""
        self.tabs.rest()
        if self.article is not None:
            self.article.close_article()
        self.remembering.keep()

    def open_article(self, article_id: int | None) -> None:
        """Show an article in the middle, None for a new one."""
        self.tabs.choose(article_id)

    @Slot(int)
    def open_beside(self, article_id: int) -> None:
        """Show an article in a tab of its own."""
        self.tabs.choose(article_id, anew=True)

    def _show_tab(self, tab: Tab) -> bool:
        self._stack.setCurrentWidget(self._work)
        screen = self._article_screen()
        self._middle.setCurrentWidget(screen)
        safe = screen.open(tab.article_id, tab.place if tab.seen else None)
        self.library.choose(-1 if tab.article_id is None else tab.article_id)
        return safe

    def show_hits(self, query: str) -> None:
        """List what was searched for."""
        self.navigation.leave()
        self._show_list()
        self.library.show_hits(query)
        self.library.focus_list()

    @Slot(object)
    def show_person(self, person: Person) -> None:
        """List what a person had a part in."""
        self.navigation.leave()
        self._show_list()
        self.library.show_filtered(of_person(person.id, person.name))
        self.library.focus_list()

    # Making

    def _build(self) -> None:
        words = self.tr("从左边选一篇稿件，或按 Ctrl+N 新建。") if self._may_write() else self.tr("从左边选一篇稿件。")
        self._middle = QStackedWidget()
        self._middle.addWidget(hint("\n".join((words, self.tr("Ctrl+K 可以搜稿件和所有命令。")))))
        self._work = splitter(self.searching.stack, column(self.strip, self._middle), (320, 900))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._work)
        side = QWidget()
        lay(side, Surface.SIDE)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, 6, 0, 6)
        inside.addWidget(self.navigation)
        whole = splitter(side, self._stack, (208, 1220))
        Sizes(self._work, self._windows, "list")
        Sizes(whole, self._windows, "navigation")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(line := rule())
        layout.addWidget(whole, 1)
        layout.addWidget(self.messages)  # below: what is being clicked at must not move when something is said
        layout.addWidget(self.foot)
        self._around = (self.top, line, side, self.searching.stack, self.foot)

    def _connect(self) -> None:
        self.navigation.place_chosen.connect(self._on_place_chosen)
        self.navigation.workplace_chosen.connect(self._on_workplace_chosen)
        self.library.chosen.connect(self.open_article)
        self.searching.shown.connect(self._show_work)
        self.library.chosen_anew.connect(self.open_beside)
        self.tabs.emptied.connect(self._on_article_closed)
        self.tabs.resumed.connect(self._on_resumed)
        self.library.widened.connect(self.navigation.leave)
        self.finding.place_wanted.connect(self._choose)
        self.finding.person_wanted.connect(self.show_person)
        self.finding.article_wanted.connect(self.open_article)
        self.finding.hits_wanted.connect(self.show_hits)
        self.top.mode_chosen.connect(self.mode_chosen)
        self.workplaces.article_wanted.connect(self.open_article)
        self.notices.article_wanted.connect(self.open_article)
        self.workplaces.restore_asked.connect(self.restore_asked)
        self.workplaces.mode_chosen.connect(self.mode_chosen)
        self.workplaces.language_chosen.connect(partial(self._leave_by, self.language_chosen))

    def _add_commands(self) -> None:
        add = self.commands.add
        add(
            Command(
                "article.new",
                self.tr("新建稿件"),
                partial(self.open_article, None),
                "Ctrl+N",
                icon=Name.NEW,
                enabled=self._may_write,
                keywords=(self.tr("写稿"),),
            )
        )
        add(Command("list.focus", self.tr("到列表"), self._focus_list, "Ctrl+J", icon=Name.LIST))
        add(Command("list.refresh", self.tr("刷新列表与计数"), self._refresh, "F5", icon=Name.REFRESH))
        add(Command("app.publishing", self.tr("发布网站"), partial(self._go_to, "publishing"), "Alt+W", icon=Name.SITE))
        add(
            Command(
                "app.audit", self.tr("留痕"), partial(self._go_to, "audit"), icon=Name.CHECK, enabled=self._may_audit,
                keywords=(self.tr("审计"), "audit"),
            )
        )  # fmt: skip
        add(
            Command(
                "app.preferences", self.tr("设置"), partial(self._go_to, "preferences"), "Ctrl+,", icon=Name.SETTINGS
            )
        )
        for mode, title in (
            (Mode.LIGHT, self.tr("浅色主题")),
            (Mode.DARK, self.tr("深色主题")),
            (Mode.SYSTEM, self.tr("主题随系统")),
        ):
            add(Command(f"theme.{mode.value}", title, partial(self.mode_chosen.emit, mode)))
        add(
            Command(
                "app.switch_person",
                self.tr("换人登录"),
                partial(self._leave_by, self.left),
                icon=Name.PERSON,
                keywords=(self.tr("退出登录"), self.tr("注销")),
            )
        )
        other = partial(self._leave_by, self.other_wanted)
        add(Command("app.other_newsroom", self.tr("打开另一个采编部"), other, icon=Name.FOLDER))
        Delegating(self._tasks, self.commands, self.messages, self)
        keywords = (self.tr("怎么用"), self.tr("说明"), "help")
        add(Command("app.help", self.tr("帮助"), self._help, "F1", keywords, Name.HELP))
        add(Command("app.quit", self.tr("退出采编台"), self._quit, "Ctrl+Q", icon=Name.CLOSE))
        add(Command("app.palette", self.tr("搜索稿件与命令"), self._pop_up, "Ctrl+K", icon=Name.SEARCH))

    def _add_places(self) -> None:
        """Make every queue reachable by key: Alt+1 is the first in the column."""
        for number, entry in enumerate(self.navigation.places(), 1):
            if entry.place is not None:
                keys = f"Alt+{number}" if number <= 9 else ""
                self.commands.add(
                    Command(
                        f"queue.{entry.place.queue.value}",
                        self.tr("到“{name}”").format(name=entry.title),
                        partial(self._choose, entry),
                        keys,
                        icon=Name.ARTICLE,
                    )
                )

    def _take_actions(self) -> None:
        """Let the shortcuts of all commands work in this window, those of screens that came later too."""
        own = set(self.actions())
        actions = [self.commands.action(command.id) for command in self.commands]
        self.addActions([action for action in actions if action not in own])

    def _begin(self) -> None:
        """Start where the person's work is."""
        actor = self._tasks.actor
        writes = actor is not None and actor.may(Role.CONTRIBUTOR, Role.EDITOR)
        reviews = actor is not None and actor.may(Role.REVIEWER)
        first = Queue.MINE if writes else Queue.TO_REVIEW if reviews else Queue.TO_PUBLISH
        tabs, current, listed = self.remembering.found()
        if listed is None or not self.navigation.choose_once_there(*listed):
            self.navigation.choose(Place(first)) or self.navigation.choose(Place(Queue.ALL))
        self.tabs.put_back(tabs, current)
        if actor is not None and actor.person_id is not None and self._recovery.unsaved(actor.person_id):
            self._article_screen().offer_recovery(partial(self.open_article, None))

    def _make_ready(self) -> None:
        self._article_screen()
        self.tabs.go_on()
        self.ready.emit()

    def _article_screen(self) -> ArticleScreen:
        if self.article is None:
            # the editor is large, and the list is to be seen before it
            from desktop.screens.editor.screen import ArticleScreen  # noqa: PLC0415

            self.article = ArticleScreen(
                self._tasks, self._theme, self.commands, self.messages, self,
                recovery=self._recovery, windows=self._windows,
            )  # fmt: skip
            self.article.opened.connect(self.library.choose)
            self.article.stepped.connect(self.searching.take_keyboard)
            self.article.find_bar.wider_wanted.connect(self.searching.open)
            self.tabs.follow(self.article)
            self._middle.addWidget(self.article)
            Alone(self.commands, self._around, (self._stack, self._middle), self)
            self._take_actions()
        return self.article

    def _person(self) -> str:
        actor = self._tasks.actor
        if actor is None:
            return ""
        roles = roles_of(actor.roles) or self.tr("只读")
        return f"{actor.name} · {roles}"

    def _may_write(self) -> bool:
        return self._tasks.actor is not None and self._tasks.actor.may(Role.CONTRIBUTOR, Role.EDITOR)

    def _may_audit(self) -> bool:
        return may_audit(self._tasks.actor)

    # What commands do

    def _pop_up(self) -> None:
        self.finding.make_ready()
        self.palette_.pop_up()

    @Slot(object)
    def _choose(self, entry: Entry) -> None:
        if entry.place is None:
            return
        shown = self.library.place == entry.place and self.library.isVisible()
        if shown or not self.navigation.choose(entry.place):  # going there again gives up the search
            self._on_place_chosen(entry.place, entry.title)
        self.library.focus_list()

    def _go_to(self, workplace: str) -> None:
        self.navigation.choose_workplace(workplace)

    def _focus_list(self) -> None:
        self._show_list()
        self.library.focus_list()

    def _show_list(self) -> None:
        self._show_work()
        self.searching.show_list()

    @Slot()
    def _show_work(self) -> None:
        self._stack.setCurrentWidget(self._work)

    def _refresh(self) -> None:
        self.navigation.refresh()
        self.library.model.reload()

    def _leave_by(self, signal: SignalInstance, *facts: object) -> None:
        """Go, by what the window is told, unless something unsaved is to be seen to first."""
        if self.may_leave():
            signal.emit(*facts)

    def _help(self) -> None:
        self.help_wanted.emit(page_of(self.focusWidget()) or page_of(self._stack.currentWidget()) or "start")

    def _quit(self) -> None:
        self.window().close()

    @Slot(object, str)
    def _on_place_chosen(self, place: Place, title: str) -> None:
        self._show_list()
        self.library.show_place(place, title)
        self.remembering.listed(place, title)

    @Slot(str)
    def _on_workplace_chosen(self, name: str) -> None:
        self.workplaces.show(name)

    @Slot()
    def _on_resumed(self) -> None:
        if self.article is not None and self.library.rows.hasFocus():  # nobody went elsewhere meanwhile
            self.article.take_keyboard()

    @Slot()
    def _on_article_closed(self) -> None:
        self.library.let_go()
        self._middle.setCurrentIndex(0)
