"""The card in the middle of an empty window: choose, found or mend a newsroom, and sign in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from db.domain.errors import DeskError
from db.domain.people import Person
from db.domain.place import Address
from desktop.kit.help import explain, page_of
from desktop.kit.messages import MessageBar
from desktop.kit.theme import Surface, Theme, lay
from desktop.screens.welcome.connect_panel import ConnectPanel
from desktop.screens.welcome.damaged_panel import DamagedPanel
from desktop.screens.welcome.found_panel import FoundPanel
from desktop.screens.welcome.page import heading
from desktop.screens.welcome.sign_in_panel import SignInPanel
from desktop.screens.welcome.start_panel import StartPanel

if TYPE_CHECKING:  # the record is imported after the first paint
    from db.store.backups import Backup

WIDTH = 520
PATIENCE = 700  # milliseconds; what is sooner done needs no bar that moves


class WelcomeScreen(QWidget):
    """Its panels ask; the window does. Connect to the panels' own signals.

    Signals:
        help_wanted: a page of the help is to be shown (its name).
    """

    help_wanted = Signal(str)

    def __init__(self, theme: Theme, place_for: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.messages = MessageBar(theme)
        self.start, self.found = StartPanel(), FoundPanel(place_for)
        self.sign_in, self.damaged = SignInPanel(), DamagedPanel()
        self.connecting = ConnectPanel()
        for panel, page in (
            (self.start, "welcome"), (self.found, "welcome"), (self.sign_in, "sign-in"), (self.damaged, "recovery"),
            (self.connecting, "shared"),
        ):  # fmt: skip
            explain(panel, page)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self, self._help)
        self._waiting = QWidget()
        self._doing = heading("")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("正在进行"))
        kept = self._bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(kept)
        self._long = QTimer(self, singleShot=True, interval=PATIENCE)
        self._long.timeout.connect(self._bar.show)
        column = QVBoxLayout(self._waiting)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._doing)
        column.addWidget(self._bar)
        self._panels = (self.start, self._waiting, self.found, self.connecting, self.sign_in, self.damaged)
        self.panel: QWidget = self.start  # the one that is shown
        self.start.founding.connect(self.show_found)
        self.found.left.connect(self.show_start)
        self.start.connecting.connect(self.show_connect)
        self.connecting.left.connect(self.show_start)
        self.damaged.left.connect(self.show_start)
        lay(self, Surface.SIDE)
        self._build()
        self._turn_to(self.start)

    def show_start(self) -> None:
        """Offer 新建, 打开 and 演示."""
        self._turn_to(self.start)
        self.start.found_button.setFocus()

    @Slot()
    def show_found(self, address: Address | None = None) -> None:
        """Ask what it takes to found a newsroom: in a file, or in the database at ``address``."""
        self._turn_to(self.found)
        self.found.start(address)

    @Slot()
    def show_connect(self, address: Address | None = None) -> None:
        """Ask where a shared newsroom is; of one that is known, for the password."""
        self._turn_to(self.connecting)
        if address is None:
            self.connecting.start()
        else:
            self.connecting.show_address(address)

    def show_waiting(self, doing: str) -> None:
        """Say what is being done, as when a file is opened."""
        self._doing.setText(doing)
        self._bar.hide()
        self._long.start()
        self._turn_to(self._waiting)

    def show_sign_in(self, site_name: str, people: Sequence[Person], last_login: str = "") -> None:
        self._turn_to(self.sign_in)
        self.sign_in.show_people(site_name, people, last_login)

    def show_damaged(self, path: Path, backups: Sequence[Backup]) -> None:
        self._turn_to(self.damaged)
        self.damaged.show_backups(path, backups)

    def show_error(self, problem: DeskError | str) -> None:
        """Say what went wrong above the panel that is shown."""
        self.messages.error(problem)

    def turn_back_to(self, panel: QWidget) -> None:
        """Show a panel as it was left, as after a refusal."""
        self._turn_to(panel)

    def _turn_to(self, panel: QWidget) -> None:
        self.messages.clear()
        self.panel = panel
        for other in self._panels:  # not a stack, which is as high as its highest page
            other.setVisible(other is panel)

    def _help(self) -> None:
        self.help_wanted.emit(page_of(self.panel) or "welcome")

    def _build(self) -> None:
        card = QFrame()
        lay(card, Surface.CARD)
        card.setFixedWidth(WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(36, 32, 36, 32)
        for panel in self._panels:
            inside.addWidget(panel)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.messages)
        layout.addStretch(2)
        layout.addLayout(middle)
        layout.addStretch(3)
