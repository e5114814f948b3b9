"""Two people saved one draft: nothing typed is lost; both texts are merged, or one of them is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from db.domain.article import Fields
from db.domain.errors import EditConflict
from desktop.kit.messages import MessageBar
from desktop.kit.sentences import sentence
from desktop.kit.tasks import Tasks
from desktop.kit.theme import ButtonKind
from desktop.screens.editor.comparing import Comparing, Failed
from desktop.screens.editor.loading import Opened, read_opened
from desktop.screens.editor.merge_dialog import MergeDialog
from desktop.screens.editor.reading import Choice
from desktop.screens.editor.saving import Saver
from desktop.text.merging import Merged, Pick, answered, merge_fields

if TYPE_CHECKING:
    from sqlalchemy import Connection

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
        take: Callable[[Fields], None],
        failed: Failed,
        parent: QWidget,
    ) -> None:
        """``take`` puts a text on the screen as if the person had written it."""
        super().__init__(parent)
        self._take, self._window = take, parent
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

    @Slot()
    def lay_down(self) -> None:
        """Somebody takes the text over: keep what is unsaved, and hold on to it no more."""
        if not self._saver.clean:
            self._saver.keep()
            self.keep_refused()
            self._saver.begin(self._saver.target, self._text())  # what was mine is in the journal

    @Slot(object, object)
    def offer(self, error: EditConflict, _mine: Fields) -> None:
        """Read what the other person saved, and show it with mine."""
        self._messages.warning(sentence(error))
        self.keep_refused()
        actor, article_id = self._tasks.actor, self._saver.target.article_id
        if actor is None:
            return
        lane = self._saver.target.draft_id
        by, base, mine = error.by or self.tr("别人"), self._saver.known, self._text()

        def both(connection: Connection) -> tuple[Opened, Merged]:
            theirs = read_opened(connection, article_id, actor, lane)
            return theirs, merge_fields(base, mine, theirs.fields)

        def show(found: tuple[Opened, Merged]) -> None:
            theirs, merged = found
            if self._saver.target.article_id != article_id:
                return  # another one is on the screen by now; mine is kept, and offered when this one comes back
            n = len(merged.questions)
            merging = self.tr("逐处合并（{n} 处）…").format(n=n) if n else self.tr("合并两份")
            choices: list[Choice] = [
                (merging, ButtonKind.PRIMARY, partial(self._merge, merged, theirs, by)),
                (self.tr("用我的，另存新版"), None, partial(self.mine_wanted.emit, theirs.version)),
                (self.tr("用对方的"), None, partial(self.theirs_wanted.emit, theirs)),
            ]
            heading = self.tr("{who}先保存了。划线的是对方的，下划线的是我的").format(who=by)
            self._comparing.show_two(heading, theirs.fields, self._text(), choices)

        self._tasks.read(self, both, show, self._failed)

    def _merge(self, merged: Merged, theirs: Opened, by: str) -> None:
        """Put both texts together, asking where they meet, and save that over theirs, which is in the journal."""
        picks: list[Pick] = []
        if merged.questions:
            dialog = MergeDialog(merged.questions, by, theirs.channel_name, self._window)
            accepted, picks = dialog.exec() == QDialog.DialogCode.Accepted, dialog.picks()
            dialog.deleteLater()
            if not accepted:
                return
        self._take(answered(merged, picks))
        self.mine_wanted.emit(theirs.version)
        self._messages.success(self.tr("两份已合并。对方那一份和我原来的一份都在历史里。"))
