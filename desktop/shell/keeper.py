"""What runs by the clock while a newsroom is open: other programs' changes, due schedules, backups."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.domain.changes import Area, Changes
from db.domain.errors import DeskError
from db.domain.people import PROGRAM
from db.store import articles, backups, check, queues, site
from db.store.clock import stamp
from db.store.queues import Place, Queue
from desktop.intake import signing
from desktop.kit.tasks import Report, Tasks
from desktop.paths import backups_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Store, Unit

_Fired = tuple[list[int], list[tuple[str, DeskError]]]  # articles that went out, titles that did not and why

WATCH, SCHEDULES, BACKUPS = 1500, 20_000, 300_000  # milliseconds
LOOK = 5000  # after opening, once: is the file whole?
FIRST_BACKUP = 30_000  # after opening: what was written in the last minutes of the last time has none yet


class Keeper(QObject):
    """Timers over one open newsroom; nothing of it runs on the main thread.

    Signals:
        fired: scheduled articles went out in the record (how many).
        refused: what was due did not go out (its title, and the DeskError that says why).
        published: they are on the saved target now (the folder).
        backed_up: a backup was made (its path).
        damaged: the file is not whole.
    """

    fired = Signal(int)
    refused = Signal(str, object)
    published = Signal(str)
    backed_up = Signal(str)
    damaged = Signal()

    def __init__(self, store: Store, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._tasks = store, tasks
        self._version: int | None = None
        self._asking: set[str] = set()  # what is under way and not asked again
        self._timers = [self._timer(LOOK, self.look, once=True)]
        if not store.read_only:  # else nothing is due, and who could write is not known
            self._timers += [
                self._timer(WATCH, self.watch),
                self._timer(SCHEDULES, self.fire_due),
            ]
            if not store.is_shared:  # whose keeper makes the backups
                self._timers += [
                    self._timer(BACKUPS, self.back_up),
                    self._timer(FIRST_BACKUP, self.back_up, once=True),
                ]
            self.watch()

    def stop(self) -> None:
        """Begin nothing more."""
        for timer in self._timers:
            timer.stop()

    @Slot()
    def watch(self) -> None:
        """Look whether somebody committed; the screens cannot know what, so they ask for all again."""
        if self._begin("watch"):
            self._tasks.read(self, self._read_version, self._on_version, self._ended("watch"))

    @Slot()
    def fire_due(self) -> None:
        """Let what is due go out. Asked of the readers first: most of the time nothing is scheduled."""
        if self._begin("fire"):
            store = self._store
            self._tasks.read(self, lambda c: _scheduled(c, store), self._on_scheduled, self._ended("fire"))

    @Slot()
    def back_up(self) -> None:
        """Make a backup when one is due."""
        if self._begin("backup"):
            store = self._store
            self._tasks.run(
                self, lambda _report, _cancelled: _backed_up(store), self._on_backed_up, self._ended("backup")
            )

    @Slot()
    def look(self) -> None:
        """Read all tables once, as a file that was closed well is opened unread."""
        if self._begin("look"):
            store = self._store
            self._tasks.run(
                self, lambda _report, cancelled: check.look(store, cancelled), self._on_looked, self._ended("look")
            )

    def _timer(self, interval: int, due: Callable[[], None], *, once: bool = False) -> QTimer:
        timer = QTimer(self, interval=interval, singleShot=once)
        timer.timeout.connect(due)
        timer.start()
        return timer

    def _begin(self, work: str) -> bool:
        if work in self._asking:
            return False
        self._asking.add(work)
        return True

    def _ended(self, work: str) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            self._asking.discard(work)
            self._tasks.failed.emit(error)

        return failed

    def _read_version(self, _connection: Connection) -> int:
        return self._store.data_version()

    def _on_version(self, version: int) -> None:
        self._asking.discard("watch")
        before, self._version = self._version, version
        if before is not None and before != version:
            self._tasks.announce(Changes(Area.EVERYTHING))

    def _on_scheduled(self, made: signing.Made | None) -> None:
        if made is not None:
            self._tasks.change(self, partial(_fire, made), self._on_fired, self._ended("fire"))
        else:
            self._asking.discard("fire")

    def _on_fired(self, fired: _Fired) -> None:
        self._asking.discard("fire")
        article_ids, refused = fired
        for title, why in refused:
            self.refused.emit(title, why)
        if article_ids:
            self.fired.emit(len(article_ids))
            store = self._store
            self._tasks.run(self, lambda report, cancelled: _publish(store, report, cancelled), self._on_published)

    def _on_published(self, folder: str) -> None:
        if folder:
            self._tasks.announce(Changes(Area.SITE))
            self.published.emit(folder)

    def _on_looked(self, whole: bool) -> None:
        self._asking.discard("look")
        if not whole:
            self.damaged.emit()

    def _on_backed_up(self, path: Path | None) -> None:
        self._asking.discard("backup")
        if path is not None:
            self.backed_up.emit(str(path))


def _scheduled(connection: Connection, store: Store) -> signing.Made | None:
    """Return what was made for what is due now; None when nothing is scheduled at all."""
    if not queues.size(connection, Place(Queue.SCHEDULED), PROGRAM):
        return None
    return signing.prepared_due(connection, store.files, stamp(store.clock()))


def _fire(made: signing.Made, unit: Unit) -> _Fired:
    unit.actor = PROGRAM  # whoever is signed in here has nothing to do with it
    refused: list[tuple[str, DeskError]] = []

    def tell(article_id: int, why: DeskError) -> None:
        refused.append((articles.rows(unit.connection, [article_id])[article_id].title, why))

    return signing.fire_due(unit, made, tell), refused


def _backed_up(store: Store) -> Path | None:
    folder = backups_of(store.path)
    if not backups.due(store, folder):
        return None
    made = backups.make(store, folder)
    backups.thin(folder)
    return made


def _publish(store: Store, report: Report, cancelled: Callable[[], bool]) -> str:
    """Bring the folder that was published to last up to date; nothing when there is none on this machine."""
    from desktop.publishing.publish import publish_in_turn  # noqa: PLC0415  # Jinja2 and the theme: seldom needed

    with store.reading() as connection:
        known = sorted(site.targets(connection), key=lambda target: target.published_at, reverse=True)
    folder = next((Path(target.address) for target in known if Path(target.address).is_dir()), None)
    if folder is None:
        return ""
    publish_in_turn(store, folder, report=report, cancelled=cancelled)
    return str(folder)
