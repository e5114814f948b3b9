"""One open newsroom: its store, its threads, its clockwork; ended in the one order that loses nothing."""

from __future__ import annotations

import logging
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from db.actions import people
from db.domain.audit import ChainHead
from db.domain.errors import StoreUnavailable
from db.domain.people import Actor
from db.store import trail
from db.store.check import mark_clean
from desktop.kit.language import Language
from desktop.kit.tasks import Tasks
from desktop.settings import MachineSettings
from desktop.shell.keeper import Keeper
from desktop.shell.opening import Opened

log = logging.getLogger(__name__)


class Session(QObject):
    """What lives from opening a newsroom to closing it, whoever signs in.

    In one that can only be read nobody has a role: so every step is off, by the table that all screens ask.
    """

    def __init__(self, opened: Opened, settings: MachineSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = opened.store
        self.uid = opened.uid
        self.site_name = opened.site_name
        self.behind = opened.behind
        self.tasks = Tasks(opened.store, self)
        self.keeper = Keeper(opened.store, self.tasks, self)
        self.keeper.damaged.connect(self._on_damaged)
        self._whole = True
        self._settings = settings

    @property
    def language(self) -> Language:
        """Return the language that was chosen for this machine's window."""
        chosen = str(self._settings.get("language"))
        return Language(chosen) if chosen in set(Language) else Language.SYSTEM

    def sign_in(self, login: str, password: str, machine: str) -> Actor:
        """Return who signed in; for the runner's thread, as the password is dear to prove."""
        return self._as_allowed(people.sign_in(self.store, login, password, machine))

    def sign_in_demo(self, person_id: int, machine: str) -> Actor:
        return self._as_allowed(people.sign_in_demo(self.store, person_id, machine))

    def known_head(self) -> ChainHead | None:
        """Return the end of the chain as this machine saw it the last time that the newsroom was left."""
        return self._settings.chain_head(self.uid) if self.uid else None

    def close(self) -> None:
        """Finish the changes under way, note the end of the chain, close the file, note that it ended well.

        What cannot be noted is left: the disk may be full, the file moved away.
        """
        self.keeper.stop()
        self.tasks.drain()
        try:
            head = self._head()
            if self.uid and head.length:
                self._settings.remember_head(self.uid, head)
        except StoreUnavailable:
            log.warning("the end of the chain cannot be read", exc_info=True)
        self.store.close()
        if self._whole and not self.store.read_only and not self.store.is_shared:
            try:
                mark_clean(self.store.path)
            except OSError:
                log.warning("a clean end cannot be noted", exc_info=True)

    def _as_allowed(self, actor: Actor) -> Actor:
        return replace(actor, roles=frozenset(), levels=frozenset()) if self.store.read_only else actor

    def _head(self) -> ChainHead:
        with self.store.reading() as connection:
            return trail.head(connection)

    @Slot()
    def _on_damaged(self) -> None:
        self._whole = False
