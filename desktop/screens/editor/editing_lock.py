"""Whether this window may write the draft: the lease as the person sees it, with the offer to take it over."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.domain.errors import Leased, LeaseLost
from desktop.kit.colours import Tone
from desktop.kit.confirm import ask
from desktop.kit.messages import MessageBar
from desktop.kit.sentences import sentence
from desktop.kit.tasks import Tasks
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.leasing import LeaseHolder
from desktop.screens.editor.notice import NoticeLine


class EditingLock(QObject):
    """Asks for the lease of the draft on the screen, and says who holds it otherwise.

    Signals:
        losing: somebody took the draft over; what is unsaved must be kept now.
        locked: somebody else writes the draft; nothing is to be changed here.
        unlocked: it may be written here again; it must be read anew.
    """

    losing = Signal()
    locked = Signal()
    unlocked = Signal()

    def __init__(
        self, tasks: Tasks, messages: MessageBar, notice: NoticeLine, composition: Composition, window: QWidget
    ) -> None:
        super().__init__(window)
        self._messages, self._notice, self._composition, self._window = messages, notice, composition, window
        self._waiting: Leased | LeaseLost | None = None  # is told once the word that is being composed is done
        composition.closed.connect(self._on_composed)
        self.shut = False  # somebody else holds the lease
        self._draft_id = 0
        self.lease = LeaseHolder(tasks, self)
        self.lease.refused.connect(self._on_refused)
        self.lease.lost.connect(self._on_lost)
        self.lease.taken.connect(self._on_taken)

    def take(self, draft_id: int) -> None:
        self._draft_id = draft_id
        self.lease.take(draft_id)

    def let_go(self) -> None:
        """Let others edit; nothing is held against this window any more."""
        self.lease.let_go()
        self._draft_id, self.shut, self._waiting = 0, False, None

    @Slot(object)
    def _on_refused(self, error: Leased) -> None:
        if self._composition.open:
            self._waiting = error
            return
        self._shut(sentence(error))

    @Slot(object)
    def _on_lost(self, error: LeaseLost) -> None:
        if self._composition.open:
            self._waiting = error
            return
        self.losing.emit()
        self._messages.warning(sentence(error))
        self._shut(sentence(error))

    @Slot()
    def _on_composed(self) -> None:
        error, self._waiting = self._waiting, None
        if isinstance(error, Leased):
            self._on_refused(error)
        elif error is not None:
            self._on_lost(error)

    @Slot()
    def _on_taken(self) -> None:
        if self.shut:
            self.shut = False
            self.unlocked.emit()

    def _shut(self, words: str) -> None:
        self.shut = True
        self.locked.emit()
        self._notice.say(words, Tone.WAIT, self.tr("接手"), self._take_over)

    def _take_over(self) -> None:
        text = self.tr("对方没存的文字会另存在历史里，并收到通知。请先与对方商定。")
        if self._draft_id and ask(self._window, self.tr("接手编辑这份稿件？"), text, self.tr("接手")):
            self.lease.take(self._draft_id, over=True)
