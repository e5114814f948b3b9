"""通知: a quiet bell with a count; what others did to one's articles, and what waits. Nothing gets in the way.

Who works in another window is told by the system, of what was returned or waits for them, unless they want no word.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QToolButton, QWidget

from db.domain.changes import Area, Changes
from db.store import notices
from db.store.notices import Notice
from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.tasks import Tasks
from desktop.kit.theme import mark
from desktop.kit.times import local_time

SOON = 300  # milliseconds: several changes are one look
LONGEST = 24  # characters of a title in the menu
Tell = Callable[[str, str], None]


class Notices(QObject):
    """Stands behind the bell. What was seen is remembered on this machine.

    Signals:
        article_wanted: an article is to be shown (its id).
    """

    article_wanted = Signal(int)

    def __init__(
        self, tasks: Tasks, commands: Commands, windows: QSettings, newsroom: str, desk: QWidget,
        tell: Tell | None = None,
    ) -> None:  # fmt: skip
        """``tell`` is another way to tell than the system's own."""
        super().__init__(desk)
        self._tasks, self._windows, self._desk = tasks, windows, desk
        actor = tasks.actor
        self._key = f"notices/{newsroom}/{actor.person_id if actor else 0}"
        self._tell = tell or self._tell_by_system
        self._tray: QSystemTrayIcon | None = None
        self._found: list[Notice] = []
        self._told = -1  # newest that the person was told of; nothing was looked at yet
        self.button = QToolButton()
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.button)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.aboutToHide.connect(self._on_seen)
        self.button.setMenu(self._menu)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._look)
        commands.add(
            Command("app.notices", self.tr("通知"), self.button.showMenu, "Ctrl+Alt+0", icon=Name.MAIL)
        )  # fmt: skip
        commands.add(
            Command(
                "app.quiet", self.tr("勿扰：不弹系统通知"), self._on_quiet, keywords=(self.tr("免打扰"),),
                hint=self.tr("“通知”上的数字照旧"),
            )
        )  # fmt: skip
        self._commands = commands
        commands.action("app.quiet").setCheckable(True)
        commands.action("app.quiet").setChecked(self.quiet)
        tasks.changed.connect(self._on_changed)
        self._show_count()
        self._look()

    @property
    def quiet(self) -> bool:
        return str(self._windows.value("notices/quiet", "false")) == "true"

    @property
    def unseen(self) -> list[Notice]:
        return [notice for notice in self._found if notice.seq > self._seen()]

    def _seen(self) -> int:
        return int(str(self._windows.value(self._key, -1)))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.areas & (Area.ARTICLES | Area.RELEASES):
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        actor = self._tasks.actor
        if actor is not None and actor.person_id is not None:
            self._tasks.read(self, lambda connection: notices.newest(connection, actor), self._on_looked)

    def _on_looked(self, found: list[Notice]) -> None:
        self._found = found
        newest = max((notice.seq for notice in found), default=0)
        if self._seen() < 0:  # who comes for the first time is not told of what was before
            self._windows.setValue(self._key, newest)
        if self._told >= 0 and not self.quiet and not self._desk.window().isActiveWindow():
            for notice in found:
                if notice.seq > max(self._told, self._seen()) and _asks(notice):
                    self._tell(self._words(notice), notice.title)
        self._told = newest
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.unseen)
        self.button.setText(self.tr("通知 {n}").format(n=count) if count else self.tr("通知"))
        self.button.setToolTip(self.tr("{n} 条没看过的通知").format(n=count) if count else self.tr("没有新的通知"))
        self.button.setAccessibleName(self.button.toolTip())
        mark(self.button, "tint", "accent" if count else "soft")

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        seen = self._seen()
        for notice in self._found:
            title = notice.title if len(notice.title) <= LONGEST else f"{notice.title[:LONGEST]}…"
            words = self.tr("{sign}{what} · {title} · {at}").format(
                sign="● " if notice.seq > seen else "　",
                what=self._words(notice),
                title=title,
                at=local_time(notice.at),
            )
            action = self._menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(partial(self._on_chosen, notice.article_id))
        if not self._found:
            self._menu.addAction(self.tr("还没有通知")).setEnabled(False)
        self._menu.addSeparator()
        self._menu.addAction(self._commands.action("app.quiet"))

    def _on_chosen(self, article_id: int, _checked: bool = False) -> None:
        self.article_wanted.emit(article_id)

    @Slot()
    def _on_seen(self) -> None:
        self._windows.setValue(self._key, max([self._seen(), *(notice.seq for notice in self._found)]))
        self._show_count()

    def _on_quiet(self) -> None:
        self._windows.setValue("notices/quiet", "false" if self.quiet else "true")
        self._commands.action("app.quiet").setChecked(self.quiet)

    def _words(self, notice: Notice) -> str:
        by = notice.by or self.tr("程序")
        if notice.waits:
            return self.tr("{by}送来，等您审").format(by=by)
        if notice.calls and notice.verb.startswith(("annotate", "note_")):
            return self.tr("{by}在批注里叫您").format(by=by)
        return {
            "return": self.tr("{by}退回"),
            "approve": self.tr("{by}审核通过"),
            "publish": self.tr("{by}签发"),
            "withdraw": self.tr("{by}撤稿"),
            "reinstate": self.tr("{by}恢复上线"),
            "schedule_refused": self.tr("没有按时发出"),
            "take_over": self.tr("{by}接手编辑"),
            "amend": self.tr("{by}审改了，等您确认"),
            "confirm": self.tr("{by}答复了您的审改"),
            "hand_over": self.tr("{by}转交给您审"),
            "annotate": self.tr("{by}写了批注"),
            "note_reply": self.tr("{by}答复了批注"),
        }[notice.verb].format(by=by)

    def _tell_by_system(self, words: str, title: str) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(QApplication.windowIcon(), self)
            self._tray.setToolTip(self.tr("采编台"))
            self._tray.messageClicked.connect(self._on_message)
            self._tray.show()
        self._tray.showMessage(words, title)

    @Slot()
    def _on_message(self) -> None:
        window = self._desk.window()
        window.raise_()
        window.activateWindow()
        if self.unseen:
            self.article_wanted.emit(self.unseen[0].article_id)


def _asks(notice: Notice) -> bool:
    """Whether the person is to do something: that is told even while they work in another window."""
    return notice.waits or notice.calls or notice.verb in ("return", "amend")
