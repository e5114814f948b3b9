"""网站设置 and 写稿: every key that the newsroom declares, group by group."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from db.actions import newsroom as actions
from db.domain.changes import Area
from db.domain.settings import BY_NAME, KEEP_ORIGINALS, SETTINGS, Setting, SettingKind, fitting
from db.store import settings
from desktop.kit.forms import ChoiceField, LineField, TextField
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Surface, lay, scaled
from desktop.kit.wording import setting_titles
from desktop.publishing.publish import THEMES
from desktop.screens.preferences.edit_panel import EditPanel
from desktop.screens.preferences.fields import NumberField, SwitchField
from desktop.screens.preferences.form import Form
from desktop.screens.preferences.words import setting_groups

if TYPE_CHECKING:
    from db.store.unit import Unit

translate = QCoreApplication.translate
_SCHEMES = ("http://", "https://")
SITE = ("site", "lists", "foot", "submissions")
WRITING = ("pictures", "tidy")


class SettingsForm(Form):
    """One field a key; what has no group is not for people to set."""

    def __init__(self, shown: Collection[str], parent: QWidget | None = None) -> None:
        """``shown`` names the groups."""
        super().__init__(parent)
        titles, groups = setting_titles(), setting_groups()
        for group, members in groupby((s for s in SETTINGS if s.group in shown), lambda s: s.group):
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
                return SwitchField(title, self._why(setting))
            case SettingKind.ADDRESS:
                return LineField(title, placeholder="https://www.example.com")
        return LineField(title)

    def _why(self, setting: Setting) -> str:
        if setting.name != KEEP_ORIGINALS:
            return ""
        return self.tr(
            "缩小或裁剪前的画面留在采编库里，编辑图片时能从它重新裁剪；从不上网站，拍摄地点等信息照样去掉。"
            "平时不开：裁掉的画面里可能有不该留的人和物，库也会大几倍。"
        )

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


class SettingsPanel(EditPanel):
    """A tab: of what is seen on the site, or of how articles are written."""

    concerns = Area.SETTINGS

    def __init__(
        self, tasks: Tasks, messages: MessageBar, groups: Collection[str] = SITE, parent: QWidget | None = None
    ) -> None:
        form = SettingsForm(groups)
        self._of_site = groups == SITE
        note = translate("Preferences", "改了这里，下次更新网站时所有网页都会重做。") if self._of_site else ""
        super().__init__(tasks, messages, form, note, parent)
        self._stored: dict[str, Any] = {}
        form.setMaximumWidth(680)
        inside = QWidget()
        lay(inside, Surface.PAPER)
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 12, 28, 22)
        column.addWidget(form)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        self.buttons.setContentsMargins(28, 10, 28, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addLayout(self.buttons)

    def refresh(self) -> None:
        self._tasks.read(self, settings.every, self._on_read)

    def _on_read(self, stored: dict[str, Any]) -> None:
        self._stored = stored
        if not self._dirty:
            self.revert()
        self._enable()

    def save(self) -> Callable[[Unit], object]:
        values = self.form.values()
        return lambda unit: actions.set_settings(unit, values)

    def revert(self) -> None:
        self.form.show_record(self._stored, None)

    def saved_words(self) -> str:
        return self.tr("已保存。更新网站后读者就能看到。") if self._of_site else super().saved_words()
