"""What every tab with a form has: one row to save or take back, and nothing that is lost without being asked."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from db.domain.changes import Area, Changes
from db.domain.errors import BadValue, DeskError
from db.domain.people import Role
from desktop.kit.confirm import ask
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import ButtonKind, dress, mark
from desktop.screens.preferences.form import Form

if TYPE_CHECKING:
    from db.store.unit import Unit


class EditPanel(QWidget):
    """A form over the record. Subclasses read it, fill the form and say what saving does.

    Signals:
        dirty_changed: the form holds changes that are not saved, or holds none any more (bool).
    """

    concerns = Area.NOTHING
    dirty_changed = Signal(bool)

    def __init__(
        self, tasks: Tasks, messages: MessageBar, form: Form, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._messages, self.form = tasks, messages, form
        self._dirty = self._busy = False
        self._edited_since = False  # while a change is under way
        self._said = ""
        self.save_button = QPushButton(self.tr("保存"))
        dress(self.save_button, ButtonKind.PRIMARY)
        self.save_button.clicked.connect(self._on_save)
        self.revert_button = QPushButton(self.tr("还原"))
        self.revert_button.setToolTip(self.tr("放弃没有保存的改动"))
        self.revert_button.clicked.connect(self._on_revert)
        self._note = QLabel(note)
        self._note.setWordWrap(True)
        mark(self._note, "tint", "soft")
        self.buttons = QHBoxLayout()  # a subclass adds its own between 还原 and the note
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self.save_button)
        self.buttons.addWidget(self.revert_button)
        self.buttons.addWidget(self._note, 1)
        form.edited.connect(self._on_edited)
        tasks.changed.connect(self._on_changed)

    # What subclasses say

    def refresh(self) -> None:
        """Read again what is shown; what the person changed stays."""
        raise NotImplementedError

    def save(self) -> Callable[[Unit], object]:
        """Return the work that keeps what the form holds."""
        raise NotImplementedError

    def revert(self) -> None:
        """Fill the form with what is kept."""
        raise NotImplementedError

    def saved_words(self) -> str:
        return self.tr("已保存。")

    def done(self, made: object) -> None:
        """Be told what the action gave, before the record is read again."""

    def stops_before(self) -> list[QWidget]:
        """Return where Tab stops before the form."""
        return []

    # State

    @property
    def may_change(self) -> bool:
        return self._tasks.actor is not None and self._tasks.actor.may(Role.ADMIN)

    @property
    def is_dirty(self) -> bool:
        return self._dirty

    def may_leave(self) -> bool:
        """Whether what is in the form is saved, or may be thrown away."""
        if not self._dirty:
            return True
        if not ask(self.window(), self.tr("放弃没有保存的改动？"), self.tr("这张表里的改动还没有保存。"),
                   self.tr("放弃改动"), danger=True):  # fmt: skip
            return False
        self._set_dirty(False)
        return True

    def _order_keys(self) -> None:
        """Let Tab go from above to below, also through what was made last."""
        buttons = [item.widget() for at in range(self.buttons.count()) if (item := self.buttons.itemAt(at)) is not None]
        stops = [*self.stops_before(), *self.form.stops(), *(b for b in buttons if isinstance(b, QPushButton))]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _set_dirty(self, dirty: bool) -> None:
        if dirty != self._dirty:
            self._dirty = dirty
            self.dirty_changed.emit(dirty)
        self._enable()

    def _enable(self) -> None:
        may = self.may_change
        self.form.set_read_only(not may)
        for widget in (self.save_button, self.revert_button, self._note):
            widget.setVisible(may)
        self.save_button.setEnabled(self._dirty and not self._busy)
        self.revert_button.setEnabled(self._dirty and not self._busy)

    # Changing

    def change(self, work: Callable[[Unit], object], said: str) -> None:
        """Change the record by an action and say ``said`` when it is done."""
        self._said, self._busy, self._edited_since = said, True, False
        self._enable()
        self._tasks.change(self, work, self._on_done, self._on_failed)

    @Slot()
    def _on_edited(self) -> None:
        self._edited_since = True
        self._set_dirty(True)

    @Slot()
    def _on_save(self) -> None:
        if self.form.is_sound():
            self.change(self.save(), self.saved_words())

    @Slot()
    def _on_revert(self) -> None:
        self._set_dirty(False)
        self.revert()

    def _on_done(self, made: object) -> None:
        self._busy = False
        self._set_dirty(self._edited_since)
        self.done(made)
        self._messages.success(self._said)
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._enable()
        if isinstance(error, BadValue) and self.form.blame(error):
            return
        if isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.areas & self.concerns and self.isVisible():
            self.refresh()
