"""The edit lease of the draft on the screen: taken, kept by a heartbeat, let go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.domain.errors import DeskError, Leased, LeaseLost
from db.domain.lease import HEARTBEAT_SECONDS, Lease
from desktop.kit.tasks import Tasks

if TYPE_CHECKING:
    from db.store.unit import Unit


class LeaseHolder(QObject):
    """Holds at most one edit lease.

    Signals:
        taken: the draft may be edited here.
        refused: somebody else edits it (Leased).
        lost: somebody took it over (LeaseLost).
    """

    taken = Signal()
    refused = Signal(object)
    lost = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._token = uuid4().hex
        self.draft_id = 0  # held, or asked for
        self._beat = QTimer(self, interval=HEARTBEAT_SECONDS * 1000)
        self._beat.timeout.connect(self._on_beat)

    def take(self, draft_id: int, *, over: bool = False) -> None:
        """Ask for the lease; ``over`` takes it from who holds it."""
        if self.draft_id not in (0, draft_id):
            self.let_go()
        self.draft_id = draft_id
        token = self._token

        def taking(unit: Unit) -> Lease:
            from db.actions import leases  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            return (leases.take_over if over else leases.take_edit)(unit, draft_id, token)

        self._tasks.change(self, taking, self._on_taken, partial(self._on_failed, draft_id))

    def let_go(self) -> None:
        """Let others edit; a lease that was lost already is nobody's trouble."""
        draft_id, self.draft_id, token = self.draft_id, 0, self._token
        self._beat.stop()
        if not draft_id:
            return

        def leaving(unit: Unit) -> None:
            from db.actions import leases  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            leases.let_go(unit, draft_id, token)  # also one that was only asked for: changes keep their order

        self._tasks.change(self, leaving, None, self._on_left)

    def _on_taken(self, lease: Lease) -> None:
        if lease.draft_id == self.draft_id:
            self._beat.start()
            self.taken.emit()

    def _on_left(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self._tasks.failed.emit(error)

    def _on_failed(self, draft_id: int, error: Exception) -> None:
        if draft_id != self.draft_id and isinstance(error, DeskError):
            return  # it is about an article that is not on the screen any more
        if isinstance(error, Leased):
            self._beat.stop()
            self.draft_id = 0
            self.refused.emit(error)
        elif isinstance(error, LeaseLost):
            self._on_lost(error)
        elif not isinstance(error, DeskError):  # a disk that fails is told by the saver; the next beat asks again
            self._tasks.failed.emit(error)

    def _on_lost(self, error: LeaseLost) -> None:
        draft_id, self.draft_id = self.draft_id, 0
        self._beat.stop()
        if error.holder:
            self.lost.emit(error)
        elif draft_id:  # it ran out while the machine slept, and nobody else came
            self.take(draft_id)

    @Slot()
    def _on_beat(self) -> None:
        draft_id, token = self.draft_id, self._token

        def beating(unit: Unit) -> None:
            from db.actions import leases  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            leases.beat(unit, draft_id, token)

        self._tasks.change(self, beating, None, partial(self._on_failed, draft_id))
