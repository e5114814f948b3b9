"""Saving without being asked: a second after the last key, and at latest two after the first it lies on the disk."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QTimer, Signal, Slot

from db.domain.addresses import SHANGHAI
from db.domain.article import Fields, Saved, Words
from db.domain.errors import BadValue, DeskError, EditConflict, StoreUnavailable
from db.domain.workflow import Purpose
from desktop.kit.sentences import sentence
from desktop.kit.tasks import Tasks
from desktop.recovery import RecoveredText, Recovery
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.loading import Opened

if TYPE_CHECKING:
    from db.store.unit import Unit

PAUSE = 1000  # milliseconds after the last key
LATEST = 1500  # after the first key that is not saved
SLOW = 500  # a save that takes longer hangs, and the text goes into a recovery file: two seconds after that key
RETRY = 5000
log = logging.getLogger(__name__)


class State(Enum):
    """How the text on the screen stands to the record."""

    SAVED = "saved"
    DIRTY = "dirty"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Target:
    """What a save goes to; all 0 and empty for a draft that was never saved."""

    article_id: int | None = None
    draft_id: int = 0
    version: int = 0
    uid: str = ""
    key: str = ""  # of its recovery file; another than the uid for a correction
    amending: bool = False  # it is written into a text under review


def target_of(opened: Opened, fields: Fields) -> tuple[Target, Fields, str]:
    """Return what ``Saver.begin`` is to be told of an article whose text is shown."""
    article = opened.article
    draft = article.draft if article else None
    if article is None or draft is None:
        return Target(), fields, ""
    key = recovery_key(article.uid, draft.id, draft.purpose)
    at = Target(article.id, draft.id, opened.version, article.uid, key, opened.amending > 0)
    return at, fields, draft.changed_at


def recovery_key(uid: str, draft_id: int, purpose: Purpose) -> str:
    """Return what the recovery file of a lane is called: a correction's is never taken for that of the other lane."""
    return f"{uid}-correction-{draft_id}" if purpose is Purpose.CORRECTION else uid


class Saver(QObject):
    """Keeps one text saved.

    Signals:
        state_changed: the words to show (str), whether something is wrong (bool).
        saved: the record answered (Saved).
        conflict: someone else saved in between (EditConflict, the refused Fields).
        refused: the record does not take the text any more, as when its stage moved on (DeskError, Fields).
    """

    state_changed = Signal(str, bool)
    saved = Signal(object)
    conflict = Signal(object, object)
    refused = Signal(object, object)
    _settled = Signal()

    def __init__(
        self,
        tasks: Tasks,
        recovery: Recovery,
        composition: Composition,
        text: Callable[[], Fields],
        parent: QObject | None = None,
        *,
        timer: Callable[[QObject], QTimer] = QTimer,
    ) -> None:
        """``timer`` makes the timers; a test hands in such as follow a clock of its own."""
        super().__init__(parent)
        self._tasks, self._recovery, self._composition, self._text = tasks, recovery, composition, text
        self.target = Target()
        self.state = State.SAVED
        self._last = Fields()  # as the record has it
        self._at = ""
        self._turn = 0  # answers for a text that is no longer open are not for us
        self._key = ""
        self._held = False  # a conflict waits for an answer
        self._then: list[Callable[[], None]] = []
        self._overdue = False  # a save waits for the word that is being composed
        self._aside: Fields | None = None  # as the recovery file has it
        self._pause, self._latest, self._retry = (self._timer(timer(self), ms) for ms in (PAUSE, LATEST, RETRY))
        self._slow = self._timer(timer(self), SLOW)
        composition.closed.connect(self._on_composed)

    def _timer(self, made: QTimer, milliseconds: int) -> QTimer:
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(self._on_due)
        return made

    def begin(self, target: Target, fields: Fields, at: str = "") -> None:
        """Keep another text from now on; what was unsaved of the one before is the caller's to commit first."""
        self._stop()
        self._turn += 1
        self._then.clear()
        self._held = False
        self._aside = None
        self.target, self._last = target, fields
        self._key = target.key or target.uid or f"new-{uuid4().hex}"
        self._at = _clock(at)
        self._tell(State.SAVED)

    def text(self) -> Fields:
        """Return the text as it stands on the screen, with the word that an input method still composed."""
        self._composition.finish()
        return self._text()

    @property
    def known(self) -> Fields:
        """The text as this program last saw it in the record: what two later texts grew from."""
        return self._last

    @property
    def clean(self) -> bool:
        return self.state is State.SAVED and not self._held

    def touch(self) -> None:
        """Hear that the person edited something."""
        self._pause.start()
        if self._held:
            return
        if self.state is not State.SAVING:
            self._tell(State.DIRTY)
        if not self._latest.isActive():
            self._latest.start()

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save now if there is something to save; ``then`` follows once all is in the record."""
        if then is not None:
            self._then.append(then)
        if self.state is State.SAVING:
            return
        self._stop()
        fields = self._text()
        if fields == self._last:
            self._tell(State.SAVED)
            self._follow()
            return
        self._tell(State.SAVING)
        self._slow.start()
        self._count_words(fields)

    def wait(self, milliseconds: int) -> bool:
        """Save and wait shortly; what cannot be saved in time goes to a recovery file. Say whether all is saved."""
        self._composition.finish()
        if self._held:
            self.keep()
            return False
        self.save()
        deadline = QDeadlineTimer(milliseconds)
        loop = QEventLoop()
        self._settled.connect(loop.quit)
        QTimer.singleShot(milliseconds, loop, loop.quit)
        while self.state is State.SAVING and not deadline.hasExpired():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if self.state is not State.SAVED or self._text() != self._last:
            self.keep()
            return False
        return True

    def keep(self) -> bool:
        """Write the text into a recovery file if the record does not have it; say whether it lies safe."""
        fields = self._text()
        if fields in (self._last, self._aside):
            return True
        text = RecoveredText(
            self._key,
            self._person(),
            self.target.article_id,
            self.target.version,
            datetime.now(UTC).isoformat(timespec="milliseconds"),
            fields,
        )
        try:
            self._recovery.put(text)
        except OSError as problem:
            log.warning("no recovery file could be written: %s", problem)
            return False
        self._aside = fields
        return True

    def dropping(self) -> Callable[[], None]:
        """Return what forgets the recovery file of this text, for who has put it elsewhere in the meantime."""
        return partial(self._recovery.drop, self._key, self._person())

    def _person(self) -> int:
        return (self._tasks.actor.person_id if self._tasks.actor else None) or 0

    @Slot(int)
    def resume(self, version: int) -> None:
        """Save over what the person has seen, after a conflict."""
        self._held = False
        self.target = replace(self.target, version=version)
        self.save()

    @Slot()
    def _on_due(self) -> None:
        if self._composition.open:  # who composes word after word is saved between two of them
            self._overdue = True
        elif self._held:  # the question which text is to stand is not answered yet
            self.keep()
        elif self.state is State.SAVING:  # asked again when it has ended
            self._latest.start()
            if not self._slow.isActive():  # it hangs: what is written is kept aside until it ends
                words = self.tr("未保存（保存很慢，{safe}）").format(safe=self._kept_words())
                self.state_changed.emit(words, True)
                self._slow.start()
        else:
            self.save()

    @Slot()
    def _on_composed(self) -> None:
        if self._overdue and not self._composition.open:
            self._overdue = False
            self._on_due()

    def _count_words(self, fields: Fields) -> None:
        turn = self._turn

        def counting(_connection: object) -> Words:
            # Python-Markdown stays out of start-up
            from desktop.text.words import words  # noqa: PLC0415

            return words(fields.body)

        def counted(made: Words) -> None:
            if turn == self._turn:
                self._send(fields, made)

        self._tasks.read(self, counting, counted, self._failing(fields, turn))

    def _send(self, fields: Fields, made: Words) -> None:
        target, turn = self.target, self._turn

        def saving(unit: Unit) -> Saved:
            from db.actions import amend, write  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            if target.amending:
                return amend.save(unit, target.draft_id, fields, target.version)
            if not target.draft_id:
                return write.start(unit, fields, made)
            return write.save(unit, target.draft_id, fields, made, target.version)

        def done(answer: Saved) -> None:
            if turn == self._turn:
                self._on_saved(answer, fields)

        self._tasks.change(self, saving, done, self._failing(fields, turn))

    def _on_saved(self, answer: Saved, fields: Fields) -> None:
        self._recovery.drop(self._key, self._person())
        self._aside = None
        self._slow.stop()
        self.target = replace(
            self.target, article_id=answer.article_id, draft_id=answer.draft_id, version=answer.version
        )
        self._last, self._at = fields, _clock(answer.at)
        self.state = State.SAVED
        self.saved.emit(answer)
        if self._text() == fields:
            self._stop()
            self._tell(State.SAVED)
            self._follow()
        elif self._then:  # somebody waits for the newest text
            self.save()
        else:
            self._tell(State.DIRTY)
        self._settled.emit()

    def name(self, uid: str) -> None:
        """Learn the article's uid, once it has one."""
        if uid and not self.target.uid:
            self.target = replace(self.target, uid=uid)
            self._key = uid

    def _failing(self, fields: Fields, turn: int) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._on_failed(error, fields)

        return failed

    def _on_failed(self, error: Exception, fields: Fields) -> None:
        self._then.clear()
        self._stop()
        safe = self._kept_words()
        why = (
            _reason(error)
            if isinstance(error, StoreUnavailable)
            else (sentence(error) if isinstance(error, DeskError) else self.tr("程序出错"))
        )
        self.state = State.FAILED
        self.state_changed.emit(self.tr("未保存（{why}，{safe}）").format(why=why.rstrip("。."), safe=safe), True)
        if isinstance(error, EditConflict):
            self._held = True
            self.conflict.emit(error, fields)
        elif isinstance(error, StoreUnavailable):
            self._retry.start()
        elif isinstance(error, DeskError):
            if not isinstance(error, BadValue):  # a value is mended in its field and saved with the next key
                self._held = True
            self.refused.emit(error, fields)
        else:
            self._tasks.failed.emit(error)
        self._settled.emit()

    def _kept_words(self) -> str:
        """Keep the text aside, and say whether that was done."""
        return self.tr("文字已另存在本机") if self.keep() else self.tr("请复制文字另存")

    def _follow(self) -> None:
        then, self._then = self._then, []
        for step in then:
            step()

    def _stop(self) -> None:
        self._overdue = False
        for timer in (self._pause, self._latest, self._retry, self._slow):
            timer.stop()

    def _tell(self, state: State) -> None:
        self.state = state
        words = {
            State.SAVED: self.tr("已保存 {at}").format(at=self._at) if self._at else "",
            State.DIRTY: self.tr("未保存（正在输入）"),
            State.SAVING: self.tr("保存中"),
            State.FAILED: "",
        }
        self.state_changed.emit(words[state], False)


def _reason(error: StoreUnavailable) -> str:
    return re.split("[，,;；。.]", sentence(error), maxsplit=1)[0]


def _clock(utc: str) -> str:
    """Return the time of day of a time of the record, with the day where that is not today."""
    try:
        moment = datetime.fromisoformat(utc).astimezone(SHANGHAI)
    except ValueError:
        return ""
    today = moment.date() == datetime.now(SHANGHAI).date()
    return moment.strftime("%H:%M:%S" if today else "%m-%d %H:%M")
