"""The preferences of the newsroom: six tabs, changed by administrators, open to all for reading."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from db.domain.people import Role
from desktop.kit.colours import Tone
from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme, mark
from desktop.screens.preferences.backups_panel import BackupsPanel
from desktop.screens.preferences.channels_panel import ChannelsPanel
from desktop.screens.preferences.people_panel import PeoplePanel
from desktop.screens.preferences.schemes_panel import SchemesPanel
from desktop.screens.preferences.settings_panel import SettingsPanel
from desktop.screens.preferences.units_panel import UnitsPanel


class PreferencesScreen(QWidget):
    """人员, 供稿单位, 栏目, 审核流程, 网站设置, 备份.

    Signals:
        restore_asked: the person wants to go back to this backup (Path); the shell closes the newsroom and does it.
    """

    restore_asked = Signal(object)

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.people = PeoplePanel(tasks, theme, messages)
        self.units = UnitsPanel(tasks, theme, messages)
        self.channels = ChannelsPanel(tasks, theme, messages)
        self.schemes = SchemesPanel(tasks, theme, messages)
        self.settings = SettingsPanel(tasks, messages)
        self.backups = BackupsPanel(tasks, messages)
        self.backups.restore_asked.connect(self.restore_asked)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.people, self.tr("人员"))
        self.tabs.addTab(self.units, self.tr("供稿单位"))
        self.tabs.addTab(self.channels, self.tr("栏目"))
        self.tabs.addTab(self.schemes, self.tr("审核流程"))
        self.tabs.addTab(self.settings, self.tr("网站设置"))
        self.tabs.addTab(self.backups, self.tr("备份"))
        self.tabs.currentChanged.connect(self._on_tab)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._read_only())
        layout.addWidget(self.tabs, 1)
        self.setAccessibleName(self.tr("设置"))
        commands.add(Command("newsroom.backup", self.tr("现在备份"), self.backups.make, "", ("backup",), Name.BACKUP,
                             self.backups.may_make, self.tr("给整个数据做一份备份")))  # fmt: skip

    def refresh(self) -> None:
        """Read the tab in sight anew: after signing in, and when the screen is come to."""
        actor = self._tasks.actor
        self.note.setHidden(actor is not None and actor.may(Role.ADMIN))
        self.tabs.currentWidget().refresh()  # type: ignore[attr-defined]

    def _read_only(self) -> QWidget:
        self.note = QFrame()
        mark(self.note, "tone", Tone.LIVE.value)
        words = QLabel(self.tr("您可以查看这里的内容。要改动请找管理员。"))
        words.setWordWrap(True)
        row = QHBoxLayout(self.note)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(words)
        return self.note

    @Slot()
    def _on_tab(self) -> None:
        self.refresh()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
