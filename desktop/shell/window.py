"""The one window: the welcome until somebody signs in, then the desk; it opens, signs in, signs out and closes."""

from __future__ import annotations

import platform
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QCoreApplication, QSettings, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from shiboken6 import delete

from db.domain.errors import DeskError
from db.domain.place import Place
from desktop import paths
from desktop.kit.language import Language, speak
from desktop.kit.messages import MessageBar, sentence
from desktop.kit.tasks import Failed, Tasks
from desktop.kit.theme import Mode, Theme
from desktop.screens.welcome.found_panel import Founding
from desktop.screens.welcome.screen import WelcomeScreen
from desktop.settings import MachineSettings
from desktop.shell.connecting import Connecting, Work
from desktop.shell.helping import Helping
from desktop.shell.opening import (
    Damaged,
    Opened,
    Unfounded,
    damaged,
    found_newsroom,
    open_demo,
    open_newsroom,
    put_back,
    save_readable,
)
from desktop.shell.window_shape import WindowShape

if TYPE_CHECKING:  # the window is painted before the record is imported
    from db.domain.people import Actor, Person
    from db.store.salvage import Salvaged
    from db.store.unit import Store
    from desktop.shell.desk import Desk
    from desktop.shell.session import Session

SIZE, FRAME = QSize(1440, 900), QSize(16, 48)
ROOM = 1_000_000  # bytes; with less a newsroom cannot be worked in


class MainWindow(QMainWindow):
    """Signals:
    painted: the first picture is on the screen; slow things may be imported now.
    ready: somebody signed in, and all that a day's work needs has been made.
    mistaken: an exception that is no DeskError (Exception).
    """

    painted = Signal()
    ready = Signal()
    mistaken = Signal(object)

    def __init__(
        self, theme: Theme, settings: MachineSettings, windows: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._settings, self._windows = theme, settings, windows
        self._painted = False
        self._place: Place = Path()
        self.session: Session | None = None
        self.desk: Desk | None = None
        # threads for what comes before a store: only run() is used, which asks none
        self._early = Tasks(cast("Store", None), self)
        self.helping = Helping(theme, self)
        self._pages = QStackedWidget()
        self.welcome = self._make_welcome()
        self.setCentralWidget(self._pages)
        self.setWindowTitle(self.tr("采编台"))
        # its frame too has to fit on the screen
        self.resize(SIZE.boundedTo(self.screen().availableSize() - FRAME))
        self.restoreGeometry(cast("QByteArray", windows.value("geometry", QByteArray())))
        self._shape = WindowShape(self, windows)

    def _make_welcome(self) -> WelcomeScreen:
        welcome = WelcomeScreen(self._theme, paths.new_newsroom)
        welcome.start.picked.connect(self._on_picked)
        welcome.start.demo_wanted.connect(self.open_demo)
        welcome.found.filled.connect(self._on_founding)
        self._connecting = Connecting(welcome, self._opening, self._settings.chain_head)
        welcome.sign_in.signing_in.connect(self._on_signing_in)
        welcome.sign_in.demo_chosen.connect(self._on_demo_chosen)
        welcome.sign_in.left.connect(self._on_other_wanted)
        welcome.damaged.restoring.connect(self._on_restoring)
        welcome.damaged.salvaging.connect(self._on_salvaging)
        welcome.help_wanted.connect(self.helping.show)
        self._pages.addWidget(welcome)
        return welcome

    def expect(self) -> None:
        """Look as if a newsroom were being opened already: it will be, when the first picture is on the screen."""
        self.welcome.show_waiting(self.tr("正在打开…"))

    def open(self, path: Place) -> None:
        """Open a newsroom; what comes of it is shown. A demo person who did not leave is at the desk again at once."""
        self._opening(path, self.tr("正在打开…"), partial(open_newsroom, path, self._settings.chain_head), goes_on=True)

    @Slot()
    def open_demo(self, path: Path | None = None) -> None:
        """Open the demo, made first when it is not there."""
        path = path or paths.demo_newsroom()
        words = self.tr("正在打开演示…") if path.exists() else self.tr("正在准备演示，只需这一次…")
        self._opening(path, words, partial(open_demo, path, self._settings.chain_head), goes_on=True)

    def keep_drafts(self) -> None:
        """Have unsaved text saved."""
        if self.desk is not None:
            self.desk.keep_drafts()

    def keep_text(self) -> bool:
        """Write unsaved text into a recovery file at once, for the exception hook; say whether it is safe."""
        return self.desk is None or self.desk.keep_text()

    def end(self) -> None:
        """Close everything, in the order that loses nothing; called once, when the application quits."""
        self._close_newsroom()
        self._early.drain()

    # Opening

    def _opening(self, path: Place, words: str, work: Work, *, goes_on: bool = False) -> None:
        """Do the slow work. ``goes_on``: the demo person of last time need not sign in again."""
        self._close_newsroom()
        self._place = path
        self._pages.setCurrentWidget(self.welcome)
        back = self.welcome.panel
        self.welcome.show_waiting(words)
        self._early.run(
            self, lambda _report, _cancelled: work(), partial(self._on_opened, goes_on), partial(self._on_refused, back)
        )

    def _on_opened(self, goes_on: bool, found: Opened | Damaged | Unfounded) -> None:
        if isinstance(found, Unfounded):
            self.welcome.show_found(found.address)
            return
        if isinstance(found, Damaged):
            self.welcome.show_damaged(found.path, found.backups)
            return
        from desktop.shell.session import Session  # noqa: PLC0415  # the record is imported by now

        self.session = Session(found, self._settings, self)
        self.session.tasks.failed.connect(self._on_failed)
        self.session.keeper.damaged.connect(self._on_damaged)
        self._place = found.store.place
        self._settings.remember(self._place)
        self.setWindowTitle(self.tr("{site} — 采编台").format(site=found.site_name or self._place.stem))
        last = self._settings.last_login(self._place)
        remembered = next((p for p in found.people if p.active and p.demo and p.login == last), None)
        if goes_on and remembered is not None and not found.cut:
            self._sign_in_demo(remembered, partial(self._on_not_remembered, found))
            return
        self.welcome.show_sign_in(found.site_name, found.people, last)
        if found.cut:
            self.welcome.messages.warning(
                self.tr("留痕比本机上次见到的短，或者不是同一条：文件可能被换过。内容没动。请用 caibian verify 核对。")
            )
        if found.salvaged is not None:
            self.welcome.messages.warning(self._salvaged_words(found.salvaged))

    def _on_refused(self, back: QWidget, error: Exception) -> None:
        waiting = self.welcome.panel
        if not self._connecting.is_asked_again(self._place, error):
            self.welcome.turn_back_to(self.welcome.start if back is waiting else back)
        self._tell(error)

    # Signing in and out

    def _sign_in(self, login: str, work: Callable[[Session, str], Actor], refused: Failed) -> None:
        session = self.session
        if session is not None:
            machine = platform.node()
            session.tasks.run(
                self, lambda _report, _cancelled: work(session, machine), partial(self._on_signed_in, login), refused
            )

    def _sign_in_demo(self, person: Person, refused: Failed) -> None:
        self._sign_in(person.login, lambda session, machine: session.sign_in_demo(person.id, machine), refused)

    def _on_not_remembered(self, found: Opened, error: Exception) -> None:
        self.welcome.show_sign_in(found.site_name, found.people)
        self._tell(error)

    def _on_signed_in(self, login: str, actor: Actor) -> None:
        # slow, and here all the same: PySide makes its classes when they are named, which only one thread may do
        from desktop.shell.desk import Desk  # noqa: PLC0415

        if self.session is None or self.desk is not None:
            return
        self.session.tasks.actor = actor
        self._settings.remember(self._place, login)
        self.welcome.messages.clear()
        self._show_desk(Desk(self.session, self._theme, self._windows))

    def _show_desk(self, desk: Desk) -> None:
        self.desk = desk
        self.desk.left.connect(self._on_left)
        self.desk.ready.connect(self.ready)
        # queued: the desk is deleted at once, and must not be under way in a slot of its own
        self.desk.other_wanted.connect(self._on_other_wanted, Qt.ConnectionType.QueuedConnection)
        self.desk.mode_chosen.connect(self._on_mode_chosen)
        self.desk.help_wanted.connect(self.helping.show)
        self.desk.language_chosen.connect(self._on_language_chosen, Qt.ConnectionType.QueuedConnection)
        # queued: the desk that asks is taken down by it
        self.desk.restore_asked.connect(self._on_restore_asked, Qt.ConnectionType.QueuedConnection)
        self._pages.addWidget(self.desk)
        self._pages.setCurrentWidget(self.desk)
        self.desk.library.focus_list()
        if self.session is not None and self.session.store.read_only:
            desk.messages.warning(self._read_only_words(self.session.store), self.tr("重新打开"), self._open_again)
        if self.session is not None and self.session.behind is not None:
            desk.messages.warning(sentence(self.session.behind))

    def _leave_desk(self) -> None:
        desk, self.desk = self.desk, None
        if desk is not None:
            desk.leave()
            self._pages.setCurrentWidget(self.welcome)
            self._pages.removeWidget(desk)
            desk.deleteLater()

    def _close_newsroom(self) -> None:
        desk = self.desk
        self._leave_desk()
        if desk is not None:
            delete(desk)  # answers that land while the threads end find nobody who would ask for more
        session, self.session = self.session, None
        if session is not None:
            session.close()
            session.deleteLater()

    @Slot()
    def _on_left(self) -> None:
        """Somebody else works on: the people are read again, as they may have changed."""
        session = self.session
        if session is None:
            return
        self._leave_desk()
        from db.store import people  # noqa: PLC0415  # imported long ago

        self.welcome.show_waiting(self.tr("正在换人…"))
        session.tasks.read(self, people.everyone, partial(self._on_people, session))

    def _on_people(self, session: Session, everyone: list[Person]) -> None:
        session.tasks.actor = None
        login = self._settings.last_login(self._place)
        if any(person.demo and person.login == login for person in everyone):
            self._settings.forget(self._place)  # who leaves is not signed in by a click that nobody made
        self.welcome.show_sign_in(session.site_name, everyone, login)

    @Slot()
    def _on_other_wanted(self) -> None:
        self._close_newsroom()
        self.setWindowTitle(self.tr("采编台"))
        self.welcome.show_start()

    @Slot(object)
    def _on_restore_asked(self, backup: Path) -> None:
        """An administrator goes back to a backup: the newsroom is closed, put back, and opened again."""
        self._close_newsroom()
        self._on_restoring(backup)

    # Slots of the welcome

    @Slot(str)
    def _on_picked(self, path: str) -> None:
        self.open(Path(path))

    @Slot(object)
    def _on_founding(self, wanted: Founding) -> None:
        self._settings.remember(wanted.place, wanted.login)  # who founds it is who signs in first
        if not isinstance(wanted.place, Path):
            self._connecting.found(wanted)
            return
        given = wanted.place, wanted.site_name, wanted.login, wanted.name, wanted.password
        self._opening(wanted.place, self.tr("正在新建…"), partial(found_newsroom, *given))

    @Slot(object)
    def _on_restoring(self, backup: Path) -> None:
        if isinstance(self._place, Path):
            work = partial(put_back, self._place, backup, self._settings.chain_head)
            self._opening(self._place, self.tr("正在恢复备份…"), work)

    @Slot()
    def _on_salvaging(self) -> None:
        if isinstance(self._place, Path):
            words = self.tr("正在抢救还能读出的内容…")
            self._opening(self._place, words, partial(save_readable, self._place, self._settings.chain_head))

    @Slot(str, str)
    def _on_signing_in(self, login: str, password: str) -> None:
        self._sign_in(login, lambda session, machine: session.sign_in(login, password, machine), self._tell)

    @Slot(object)
    def _on_demo_chosen(self, person: Person) -> None:
        self._sign_in_demo(person, self._tell)

    # What is told

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self.mistaken.emit(error)
        elif self.desk is not None:
            self.desk.messages.error(error)
        else:
            self.welcome.show_error(error)

    @Slot()
    def _on_damaged(self) -> None:
        words = self.tr("数据文件有损坏。原文件不会被覆盖；可以恢复备份，也可以抢救还能读出的内容。请先停下来处理。")
        self._messages().error(words, self.tr("去处理…"), self._mend)

    def _mend(self) -> None:
        # later: the button that asks is taken down with the desk
        if isinstance(self._place, Path):
            work = partial(damaged, self._place)
            QTimer.singleShot(0, self, partial(self._opening, self._place, self.tr("正在检查…"), work))

    def _open_again(self) -> None:
        QTimer.singleShot(0, self, partial(self.open, self._place))

    def _messages(self) -> MessageBar:
        return self.desk.messages if self.desk is not None else self.welcome.messages

    def _read_only_words(self, store: Store) -> str:
        free = store.free_space()
        if free is not None and free < ROOM:
            return self.tr("磁盘已满，这个编辑部现在只能看，不能改。内容完好。请腾出空间，再重新打开。")
        return self.tr(
            "这个编辑部现在只能看，不能改：数据文件或它所在的文件夹不许写入。内容完好。请检查权限或磁盘，再重新打开。"
        )

    def _salvaged_words(self, salvaged: Salvaged) -> str:
        lost = sum(salvaged.lost.values()) + salvaged.pages
        words = self.tr("还能读出的内容已写到“{name}”：{n} 篇稿件。损坏的文件没有动。") + (
            self.tr("有 {m} 处读不出来，请对照备份核查。") if lost else self.tr("没有发现读不出来的地方。")
        )
        return words.format(name=self._place.name, n=salvaged.counts.get("article", 0), m=lost)

    @Slot(object)
    def _on_mode_chosen(self, mode: Mode) -> None:
        self._settings.set("theme", mode.value)
        self._theme.set_mode(mode)

    @Slot(object)
    def _on_language_chosen(self, language: Language) -> None:
        """Keep the choice and make the desk and the welcome anew: what stands already keeps the words that it has."""
        self._settings.set("language", language.value)
        speak(cast("QCoreApplication", QCoreApplication.instance()), language.value)
        if self.session is None or self.desk is None:
            return
        from desktop.shell.desk import Desk  # noqa: PLC0415  # imported long ago

        self._leave_desk()
        self.helping.close()
        before, self.welcome = self.welcome, self._make_welcome()
        self._pages.removeWidget(before)
        before.deleteLater()
        self._show_desk(Desk(self.session, self._theme, self._windows))
        self.setWindowTitle(self.tr("{site} — 采编台").format(site=self.session.site_name or self._place.stem))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk is not None and not self.desk.may_leave():
            event.ignore()
            return
        self.keep_drafts()
        self._shape.keep()
        super().closeEvent(event)
