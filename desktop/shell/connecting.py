"""Shared newsrooms in the window: connecting, founding one in an empty database, asking for a password again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from db.domain.errors import StoreUnavailable
from db.domain.place import Address, Place
from desktop import secrets
from desktop.screens.welcome.found_panel import Founding
from desktop.screens.welcome.screen import WelcomeScreen
from desktop.shell.opening import Damaged, HeadOf, Opened, Unfounded, found_shared, open_newsroom, restore_shared

Work = Callable[[], Opened | Damaged | Unfounded]
Opening = Callable[[Place, str, Work], None]

_AT_THE_FORM = ("password", "refused", "no_database", "unreachable", "tls", "too_old", "encoding", "no_driver")


class Connecting(QObject):
    """Between the welcome's form and the window, which opens."""

    def __init__(self, welcome: WelcomeScreen, opening: Opening, known_head: HeadOf) -> None:
        super().__init__(welcome)
        self._welcome, self._opening, self._known_head = welcome, opening, known_head
        welcome.connecting.filled.connect(self._on_filled)
        welcome.found.restoring.connect(self._on_restoring)

    @Slot(object, bool)
    def _on_filled(self, address: Address, keep: bool) -> None:
        self._opening(address, self.tr("正在连接…"), partial(_connected, address, self._known_head, keep))

    @Slot(object, object)
    def _on_restoring(self, address: Address, backup: Path) -> None:
        work = partial(restore_shared, address, backup, self._known_head)
        self._opening(address, self.tr("正在恢复备份…"), work)

    def found(self, wanted: Founding) -> None:
        """Found a newsroom in a database that has none."""
        if isinstance(wanted.place, Address):
            given = wanted.place, wanted.site_name, wanted.login, wanted.name, wanted.password
            self._opening(wanted.place, self.tr("正在新建…"), partial(found_shared, *given))

    def is_asked_again(self, place: Place, error: Exception) -> bool:
        """Show the form again, filled, when a server was not reached or did not let in; say whether it is shown."""
        if not isinstance(place, Address) or not isinstance(error, StoreUnavailable):
            return False
        if error.reason not in _AT_THE_FORM:
            return False
        self._welcome.show_connect(place.with_password("") if error.reason == "password" else place)
        return True


def _connected(address: Address, known_head: HeadOf, keep: bool) -> Opened | Damaged | Unfounded:
    """Open it; a password that opened it is kept by the system, where that is wanted and can be."""
    found = open_newsroom(address, known_head)
    if keep:
        secrets.keep(address)
    return found
