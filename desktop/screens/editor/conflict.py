"""Two people saved one draft: nothing typed is lost, and the person chooses between both texts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from db.domain.article import Fields
from db.domain.errors import EditConflict
from desktop.kit.messages import MessageBar
from desktop.kit.sentences import sentence
from desktop.kit.tasks import Tasks
from desktop.kit.theme import ButtonKind
from desktop.screens.editor.comparing import Comparing, Failed
from desktop.screens.editor.loading import Opened, read_opened
from desktop.screens.editor.reading import Choice
from desktop.screens.editor.saving import Saver

if TYPE_CHECKING:
    from db.store.unit import Unit


class Conflicts(QObject):
    """Keeps the text that was refused, and offers both.

    Signals:
        mine_wanted: save mine over what the other person saved (its version: int).
        theirs_wanted: show what the other person saved (Opened).
    """

    mine_wanted = Signal(int)
    theirs_wanted = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        messages: MessageBar,
        saver: Saver,
        comparing: Comparing,
        text: Callable[[], Fields],
        failed: Failed,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._messages, self._saver = tasks, messages, saver
        self._comparing, self._text, self._failed = comparing, text, failed

    def keep_refused(self) -> None:
        """Put what cannot be saved into the journal of the draft."""
        target, fields, drop = self._saver.target, self._text(), self._saver.dropping()
        if not target.draft_id:
            self._saver.keep()
            return

        def keeping(unit: Unit) -> None:
            from db.actions import write  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            write.keep_refused(unit, target.draft_id, fields, target.version)

        self._tasks.change(self, keeping, lambda _none: drop(), self._failed)

    @Slot(object, object)
    def offer(self, error: EditConflict, _mine: Fields) -> None:
        """Read what the other person saved, and show it with mine."""
        self._messages.warning(sentence(error))
        self.keep_refused()
        actor, article_id = self._tasks.actor, self._saver.target.article_id
        if actor is None:
            return
        by = error.by or self.tr("别人")

        def show(theirs: Opened) -> None:
            choices: list[Choice] = [
                (self.tr("用我的，另存新版"), ButtonKind.PRIMARY, partial(self.mine_wanted.emit, theirs.version)),
                (self.tr("用对方的"), None, partial(self.theirs_wanted.emit, theirs)),
            ]
            heading = self.tr("{who}先保存了。划线的是对方的，下划线的是我的").format(who=by)
            self._comparing.show_two(heading, theirs.fields, self._text(), choices)

        self._tasks.read(self, lambda c: read_opened(c, article_id, actor), show, self._failed)
