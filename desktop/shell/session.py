"""One open newsroom: its store, its threads, its clockwork; ended in the one order that loses nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from db.actions import people
from db.domain.audit import ChainHead
from db.domain.people import Actor
from db.store import trail
from db.store.check import mark_clean
from desktop.kit.language import Language
from desktop.kit.tasks import Tasks
from desktop.settings import MachineSettings
from desktop.shell.keeper import Keeper
from desktop.shell.opening import Opened


class Session(QObject):
    """What lives from opening a newsroom to closing it, whoever signs in."""

    def __init__(self, opened: Opened, settings: MachineSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = opened.store
        self.uid = opened.uid
        self.site_name = opened.site_name
        self.tasks = Tasks(opened.store, self)
        self.keeper = Keeper(opened.store, self.tasks, self)
        self._settings = settings

    @property
    def language(self) -> Language:
        """Return the language that was chosen for this machine's window."""
        chosen = str(self._settings.get("language"))
        return Language(chosen) if chosen in set(Language) else Language.SYSTEM

    def sign_in(self, login: str, password: str, machine: str) -> Actor:
        """Return who signed in; for the runner's thread, as the password is dear to prove."""
        return people.sign_in(self.store, login, password, machine)

    def sign_in_demo(self, person_id: int, machine: str) -> Actor:
        return people.sign_in_demo(self.store, person_id, machine)

    def close(self) -> None:
        """Finish the changes under way, note the end of the chain, close the file, note that it ended well."""
        self.keeper.stop()
        self.tasks.drain()
        head = self._head()
        if self.uid and head.length:
            self._settings.remember_head(self.uid, head)
        self.store.close()
        mark_clean(self.store.path)

    def _head(self) -> ChainHead:
        with self.store.reading() as connection:
            return trail.head(connection)
