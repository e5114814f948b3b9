"""Work off the main thread: readers, one writer, one thread for long work; answers come to the main thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from shiboken6 import isValid

from db.domain.changes import Changes
from db.domain.errors import Cancelled, StoreUnavailable

if TYPE_CHECKING:  # the first window is painted before SQLAlchemy is imported
    from sqlalchemy import Connection

    from db.domain.people import Actor
    from db.store.unit import Store, Unit

T = TypeVar("T")
Report = Callable[[int, int, str], None]
Failed = Callable[[Exception], None]

READERS = 3
TURN = 0.2  # seconds after which it is asked again whether there is time
log = logging.getLogger(__name__)


def within(work: Callable[[], T], left: Callable[[], float]) -> T:
    """Wait on a worker for what nobody can stop, such as asking where a name leads, no longer than there is time.

    ``left`` tells the seconds, and raises once there are none; what is still asked then ends by itself, unheard.
    """
    found: list[T] = []
    wrong: list[Exception] = []
    done = threading.Event()

    def working() -> None:
        try:
            found.append(work())
        except Exception as error:  # noqa: BLE001  # it is raised where the answer is waited for
            wrong.append(error)
        done.set()

    threading.Thread(target=working, name="within", daemon=True).start()
    while not done.wait(min(TURN, left())):
        pass
    if wrong:
        raise wrong[0]
    return found[0]


class Ticket:
    """One piece of work under way. Cancelling means: its answer no longer matters; long work is asked to stop."""

    __slots__ = ("_cancelled",)

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        self._cancelled.set()


class _Job:
    """What travels to a worker and back.

    A worker holds the job alone, never what is in it, and the main thread empties it on landing: so the last reference
    to a widget in a closure is dropped on the main thread.
    """

    def __init__(
        self,
        owner: QObject,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Failed | None,
        *,
        writes: bool = False,
    ) -> None:
        self.ticket = Ticket()
        self.owner: QObject | None = owner
        self.work: Callable[[], Any] | None = work
        self.done = done
        self.failed = failed
        self.writes = writes
        self.value: Any = None
        self.changes: Changes | None = None
        self.error: Exception | None = None
        self.progress: Report | None = None
        self.news: tuple[int, int, str] | None = None
        self.lock = threading.Lock()

    def execute(self) -> None:
        """Run on a worker. A cancelled read is not even begun; a change asked for is always made."""
        if self.ticket.cancelled and not self.writes:
            return
        try:
            if self.work is not None:
                self.value = self.work()
        except Exception as error:  # noqa: BLE001  # every exception is somebody's: it is handed on when the job lands
            self.error = error

    def wanted(self) -> bool:
        return not self.ticket.cancelled and self.owner is not None and isValid(self.owner)

    def empty(self) -> None:
        self.owner = self.work = self.done = self.failed = self.progress = self.value = self.error = None


class Tasks(QObject):
    """The only place where threads are made.

    Signals:
        changed: a change was committed, here or by another program (Changes).
        failed: work raised and nobody else took the exception (Exception).
        busy: how many changes wait or are under way (int).
    """

    changed = Signal(object)
    failed = Signal(object)
    busy = Signal(int)
    _told = Signal(object)
    _landed = Signal(object)
    _progressed = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.actor: Actor | None = None  # set on signing in; every change is made in the name of who asked for it
        self._store = store
        self._writing = 0
        self._long: set[Ticket] = set()
        self._beside: list[tuple[threading.Thread, Callable[[], None]]] = []
        self._drained = False  # only changes are taken yet
        self._ended = False  # nothing is
        self._readers = ThreadPoolExecutor(READERS, "reader")
        self._writer = ThreadPoolExecutor(1, "writer")
        self._runner = ThreadPoolExecutor(1, "runner")
        self._told.connect(self.changed)  # told from a worker it waits for the main thread's loop
        self._landed.connect(self._on_landed, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def store(self) -> Store:
        """The open newsroom, for long work that takes its transactions itself."""
        return self._store

    def read(
        self, owner: QObject, work: Callable[[Connection], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> Ticket:
        """Run ``work`` on a reader thread; hand its value to ``done`` here."""
        store = self._store

        def reading() -> T:
            with store.reading() as connection:
                return work(connection)

        return self._send(self._readers, _Job(owner, reading, done, failed))

    def change(
        self,
        owner: QObject,
        work: Callable[[Unit], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> Ticket:
        """Run ``work`` in one transaction on the writer thread, then tell every screen, then ``done``."""
        store, actor = self._store, self.actor

        def changing() -> T:
            with store.changing(actor) as unit:  # type: ignore[arg-type]  # nobody signed in: the actions refuse
                value = work(unit)
            job.changes = unit.changes  # only now: the transaction is committed
            return value

        job = _Job(owner, changing, done, failed, writes=True)
        self._count(1)
        return self._send(self._writer, job)

    def run(
        self,
        owner: QObject,
        work: Callable[[Report, Callable[[], bool]], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        progress: Report | None = None,
    ) -> Ticket:
        """Run long ``work(report, cancelled)`` on its own thread, one after another, outside any transaction.

        ``report(done, total, words)`` reaches ``progress`` here; a slow screen gets the newest report only.
        """

        def report(count: int, total: int, words: str) -> None:
            with job.lock:
                first, job.news = job.news is None, (count, total, words)
            if first and isValid(self):
                self._progressed.emit(job)

        job = _Job(owner, lambda: work(report, lambda: job.ticket.cancelled), done, failed)
        job.progress = progress
        self._long.add(job.ticket)
        return self._send(self._runner, job)

    def beside(self, work: Callable[[], None], stop: Callable[[], None]) -> None:
        """Run ``work`` on a thread of its own, as a server does, until ``stop`` ends it: at latest when this drains."""
        if self._drained:
            stop()
            return
        self._beside = [(thread, end) for thread, end in self._beside if thread.is_alive()]
        thread = threading.Thread(target=work, name="beside", daemon=True)
        self._beside.append((thread, stop))
        thread.start()

    def announce(self, changes: Changes) -> None:
        """Tell every screen of a change that was not made by ``change``; may be called from long work."""
        if changes:
            self._told.emit(changes)

    def drain(self) -> None:
        """Finish the changes, give up the rest, deliver what landed; called once, when the newsroom is closed."""
        self._drained = True
        for ticket in self._long:
            ticket.cancel()
        for _, stop in self._beside:
            stop()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._runner.shutdown(wait=True, cancel_futures=True)
        for thread, _ in self._beside:
            thread.join()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)  # an answer may ask for a last change
        self._writer.shutdown(wait=True)
        self._ended = True
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def _send(self, pool: ThreadPoolExecutor, job: _Job) -> Ticket:
        ticket = job.ticket
        if self._ended and job.writes:  # who asked must know: a text is kept elsewhere
            job.error = StoreUnavailable("closing", str(self._store.place))
            self._on_landed(job)
        elif self._drained and not job.writes:
            ticket.cancel()  # a late timer may still ask; there is nobody left to answer
        else:
            pool.submit(self._execute, job)
        return ticket

    def _execute(self, job: _Job) -> None:
        job.execute()
        if isValid(self):
            self._landed.emit(job)

    def _count(self, step: int) -> None:
        self._writing += step
        self.busy.emit(self._writing)

    @Slot(object)
    def _on_landed(self, job: _Job) -> None:
        self._long.discard(job.ticket)
        if job.changes:
            self.changed.emit(job.changes)  # committed: the screens must know, whoever still waits
        try:
            if job.error is not None:
                self._hand_on(job, job.error)
            elif job.done is not None and job.wanted():
                job.done(job.value)
        finally:
            if job.writes:
                self._count(-1)
            job.empty()

    def _hand_on(self, job: _Job, error: Exception) -> None:
        """Give an exception to who asked, else to all: one is never lost."""
        if isinstance(error, Cancelled):
            return
        if job.ticket.cancelled and not job.writes:
            log.info("cancelled work ended with an error", exc_info=error)
        elif job.failed is not None and job.wanted():
            job.failed(error)
        else:
            self.failed.emit(error)

    @Slot(object)
    def _on_progressed(self, job: _Job) -> None:
        with job.lock:
            news, job.news = job.news, None
        if news is not None and job.progress is not None and job.wanted():
            job.progress(*news)
