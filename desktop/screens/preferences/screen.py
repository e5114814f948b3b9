"""The preferences: seven tabs of the newsroom, changed by administrators and read by all, and one of this machine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from db.domain.people import Role
from desktop.kit.colours import Tone
from desktop.kit.commands import Command, Commands
from desktop.kit.help import explain, page_of
from desktop.kit.icons import Name
from desktop.kit.language import Language
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme, mark
from desktop.screens.preferences.backups_panel import BackupsPanel
from desktop.screens.preferences.channels_panel import ChannelsPanel
from desktop.screens.preferences.edit_panel import EditPanel
from desktop.screens.preferences.machine_panel import MachinePanel
from desktop.screens.preferences.people_panel import PeoplePanel
from desktop.screens.preferences.schemes_panel import SchemesPanel
from desktop.screens.preferences.settings_panel import WRITING, SettingsPanel
from desktop.screens.preferences.units_panel import UnitsPanel


class PreferencesScreen(QWidget):
    """人员, 供稿单位, 栏目, 审核流程, 写稿, 网站设置, 备份, 本机.

    Signals:
        restore_asked: the person wants to go back to this backup (Path); the shell closes the newsroom and does it.
        language_chosen: the window is to speak another language (Language).
        mode_chosen: another look was chosen (Mode).
    """

    restore_asked = Signal(object)
    language_chosen = Signal(object)
    mode_chosen = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        theme: Theme,
        commands: Commands,
        messages: MessageBar,
        parent: QWidget | None = None,
        *,
        language: Language = Language.SYSTEM,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.people = PeoplePanel(tasks, theme, messages)
        self.units = UnitsPanel(tasks, theme, messages)
        self.channels = ChannelsPanel(tasks, theme, messages)
        self.schemes = SchemesPanel(tasks, theme, messages)
        self.writing = SettingsPanel(tasks, messages, WRITING)
        self.settings = SettingsPanel(tasks, messages)
        self.backups = BackupsPanel(tasks, messages)
        self.backups.restore_asked.connect(self._on_restore_asked)
        self.machine = MachinePanel(theme, language)
        self.machine.language_chosen.connect(self.language_chosen)
        self.machine.mode_chosen.connect(self.mode_chosen)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("设置"))
        self.tabs.addTab(self.people, self.tr("人员"))
        self.tabs.addTab(self.units, self.tr("供稿单位"))
        self.tabs.addTab(self.channels, self.tr("栏目"))
        self.tabs.addTab(self.schemes, self.tr("审核流程"))
        self.tabs.addTab(self.writing, self.tr("写稿"))
        self.tabs.addTab(self.settings, self.tr("网站设置"))
        self.tabs.addTab(self.backups, self.tr("备份"))
        self.tabs.addTab(self.machine, self.tr("本机"))
        for tab, page in (
            (self.people, "people"), (self.units, "people"), (self.channels, "channels"), (self.schemes, "channels"),
            (self.writing, "editing"), (self.settings, "website"), (self.backups, "backups"), (self.machine, "machine"),
        ):  # fmt: skip
            explain(tab, page)
        self._titles = [self.tabs.tabText(at) for at in range(self.tabs.count())]
        for panel in self._edited():
            panel.dirty_changed.connect(self._on_dirty)
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
        mine = self.tabs.currentWidget() is self.machine
        self.note.setHidden(mine or (actor is not None and actor.may(Role.ADMIN)))
        explain(self, page_of(self.tabs.currentWidget()))
        self.tabs.currentWidget().refresh()  # type: ignore[attr-defined]

    def may_leave(self) -> bool:
        """Whether every tab is saved, or what it holds may be thrown away; asks, with the tab in sight."""
        for panel in self._edited():
            if panel.is_dirty:
                self.tabs.setCurrentWidget(panel)
                if not panel.may_leave():
                    return False
        return True

    def _edited(self) -> tuple[EditPanel, ...]:
        return self.people, self.units, self.channels, self.schemes, self.writing, self.settings

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
    def _on_dirty(self) -> None:
        """A tab that holds something unsaved says so, also while another is in sight."""
        for panel in self._edited():
            at = self.tabs.indexOf(panel)
            title = self._titles[at]
            self.tabs.setTabText(at, self.tr("{title} ●").format(title=title) if panel.is_dirty else title)
            self.tabs.setTabToolTip(at, self.tr("有没有保存的改动") if panel.is_dirty else "")

    @Slot(object)
    def _on_restore_asked(self, backup: Path) -> None:
        if self.may_leave():
            self.restore_asked.emit(backup)

    @Slot()
    def _on_tab(self) -> None:
        self.refresh()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
