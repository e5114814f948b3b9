"""网站设置: every key that the newsroom declares, group by group."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from db.actions import newsroom as actions
from db.domain.changes import Area, Changes
from db.domain.errors import DeskError
from db.domain.people import Role
from db.domain.settings import BY_NAME, SETTINGS, Setting, SettingKind, fitting
from db.store import settings
from desktop.kit.forms import ChoiceField, LineField, TextField
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import ButtonKind, Surface, dress, lay, scaled
from desktop.publishing.publish import THEMES
from desktop.screens.preferences.fields import NumberField, SwitchField
from desktop.screens.preferences.form import Form
from desktop.screens.preferences.words import setting_groups, setting_titles

if TYPE_CHECKING:
    from db.store.unit import Unit

_SCHEMES = ("http://", "https://")


class SettingsForm(Form):
    """One field a key; what has no group is not for people to set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles, groups = setting_titles(), setting_groups()
        for group, members in groupby((s for s in SETTINGS if s.group), lambda s: s.group):
            title = QLabel(groups[group])
            title.setFont(scaled(self.font(), 1.07, bold=True))
            title.setContentsMargins(0, 10, 0, 0)
            self.column.addWidget(title)
            for setting in members:
                self.add(setting.name, self._field(setting, titles[setting.name]))

    def _field(self, setting: Setting, title: str) -> Any:
        if setting.name == "theme":  # a name that is no theme would stop the site
            names = sorted(path.name for path in THEMES.iterdir() if (path / "theme.toml").is_file())
            return ChoiceField(title, [(n, self.tr("默认") if n == setting.default else n) for n in names])
        match setting.kind:
            case SettingKind.TEXT:
                return TextField(title, limit=2000)
            case SettingKind.NUMBER:
                words = self.tr("{smallest} 到 {largest}").format(smallest=setting.smallest, largest=setting.largest)
                return NumberField(title, words, smallest=setting.smallest, largest=setting.largest)
            case SettingKind.SWITCH:
                return SwitchField(title)
            case SettingKind.ADDRESS:
                return LineField(title, placeholder="https://www.example.com")
        return LineField(title)

    def show_record(self, record: dict[str, Any], _known: object) -> None:
        for name, field in self.fields.items():
            field.set_value(fitting(BY_NAME[name], record.get(name)))  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in super().values().items() if value is not None}

    def is_sound(self) -> bool:
        if not super().is_sound():
            return False
        for name, field in self.fields.items():
            value = field.value()  # type: ignore[attr-defined]
            if BY_NAME[name].kind is SettingKind.ADDRESS and value and not value.startswith(_SCHEMES):
                field.show_error(self.tr("网址要以 http:// 或 https:// 开头。"))
                field.setFocus()
                return False
        return True


class SettingsPanel(QWidget):
    """The tab."""

    def __init__(self, tasks: Tasks, messages: MessageBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._messages = tasks, messages
        self._dirty = False
        self.form = SettingsForm()
        self.form.setMaximumWidth(680)
        self.form.edited.connect(self._on_edited)
        note = QLabel(self.tr("改了这里，下次更新网站时所有网页都会重做。"))
        note.setWordWrap(True)
        self.save_button = QPushButton(self.tr("保存"))
        dress(self.save_button, ButtonKind.PRIMARY)
        self.save_button.clicked.connect(self._on_save)
        inside = QWidget()
        lay(inside, Surface.PAPER)
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 12, 28, 22)
        column.addWidget(self.form)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        row = QHBoxLayout()
        row.setContentsMargins(28, 10, 28, 10)
        row.setSpacing(12)
        row.addWidget(self.save_button)
        row.addWidget(note, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addLayout(row)
        tasks.changed.connect(self._on_changed)

    def refresh(self) -> None:
        self._tasks.read(self, settings.every, self._on_read)

    def _on_read(self, stored: dict[str, Any]) -> None:
        if not self._dirty:
            self.form.show_record(stored, None)
        self._enable()

    def _enable(self) -> None:
        may = self._tasks.actor is not None and self._tasks.actor.may(Role.ADMIN)
        self.form.setEnabled(may)
        self.save_button.setVisible(may)
        self.save_button.setEnabled(self._dirty)

    @Slot()
    def _on_edited(self) -> None:
        self._dirty = True
        self._enable()

    @Slot()
    def _on_save(self) -> None:
        if self.form.is_sound():
            values = self.form.values()

            def work(unit: Unit) -> None:
                actions.set_settings(unit, values)

            self.save_button.setEnabled(False)
            self._tasks.change(self, work, self._on_saved, self._on_failed)

    def _on_saved(self, _none: object) -> None:
        self._dirty = False
        self._messages.success(self.tr("已保存。更新网站后读者就能看到。"))
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._enable()
        if isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.areas & Area.SETTINGS and self.isVisible():
            self.refresh()
