"""What is told elsewhere of the article on the screen: its title as it is typed, and whether it is safe and free."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from desktop.screens.editor.editing_lock import EditingLock
from desktop.screens.editor.saving import Saver
from desktop.screens.editor.sheet import Sheet


class Standing(QObject):
    """Signals:
    changed: one of the facts may be another.
    moved: the person is elsewhere in the text.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, sheet: Sheet, saver: Saver, lock: EditingLock, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet, self._saver, self._lock = sheet, saver, lock
        self.troubled = False  # it cannot be saved
        self.written = False  # the person wrote in it since it was opened
        sheet.edited.connect(self._on_edited)
        sheet.body.moved.connect(self.moved)
        saver.state_changed.connect(self._on_state)
        lock.locked.connect(self.changed)
        lock.unlocked.connect(self.changed)

    def begin(self) -> None:
        """Hear that another article comes."""
        self.troubled = self.written = False

    @property
    def title(self) -> str:
        return str(self._sheet.fields.title.value()).strip()

    @property
    def uid(self) -> str:
        return self._saver.target.uid

    @property
    def shut(self) -> bool:
        """Whether somebody else writes it now."""
        return self._lock.shut

    @Slot()
    def _on_edited(self) -> None:
        self.written = True
        self.changed.emit()

    @Slot(str, bool)
    def _on_state(self, _words: str, wrong: bool) -> None:
        if wrong is not self.troubled:
            self.troubled = wrong
            self.changed.emit()
