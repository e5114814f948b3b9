"""供稿单位: the organisations that contribute."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from db.actions import units as actions
from db.domain.changes import Area
from db.domain.people import ContributingUnit
from db.store import people
from desktop.kit.forms import LineField
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
from desktop.screens.preferences.fields import SwitchField
from desktop.screens.preferences.form import Form
from desktop.screens.preferences.records_panel import Entry, RecordsPanel

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

translate = QCoreApplication.translate


class UnitForm(Form):
    """A unit; whether it is still offered, only for one that exists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        short_hint, full_hint = self.tr("来源一栏里用的，如“县水利局”"), self.tr("不填就与简称相同")
        self.short = self.add("short_name", LineField(self.tr("简称"), short_hint, required=True, limit=100))
        self.full = self.add("full_name", LineField(self.tr("全称"), full_hint, limit=100))
        self.group = self.add("scoring_group", LineField(self.tr("考核分组"), self.tr("如“乡镇”“部门”"), limit=100))
        self.active = self.add("active", SwitchField(self.tr("在用"), self.tr("不再用的单位不出现在选单里")))

    def show_record(self, record: ContributingUnit | None, _known: object) -> None:
        self.short.set_value("" if record is None else record.short_name)
        self.full.set_value("" if record is None else record.full_name)
        self.group.set_value("" if record is None else record.scoring_group)
        self.active.set_value(record is None or record.active)
        self.active.setVisible(record is not None)


class UnitsPanel(RecordsPanel):
    """The tab."""

    concerns = Area.PEOPLE

    def __init__(self, tasks: Tasks, theme: Theme, messages: MessageBar, parent: QWidget | None = None) -> None:
        form = UnitForm()
        columns = translate("Preferences", "简称"), translate("Preferences", "考核分组")
        add, empty = translate("Preferences", "添加单位"), translate("Preferences", "还没有供稿单位。")
        super().__init__(tasks, theme, messages, form, columns, add, empty, parent)

    def read(self, connection: Connection) -> list[ContributingUnit]:
        return people.units(connection)

    def entries(self, known: list[ContributingUnit]) -> Sequence[Entry]:
        return [Entry(u.id, (u.short_name, u.scoring_group), u.active) for u in known]

    def record(self, known: list[ContributingUnit], record_id: int) -> ContributingUnit | None:
        return next((u for u in known if u.id == record_id), None)

    def title(self, record: ContributingUnit | None) -> str:
        return self.tr("新的供稿单位") if record is None else record.full_name

    def keep(self, record_id: int | None, values: dict[str, Any]) -> Callable[[Unit], object]:
        if record_id is None:
            del values["active"]
            return lambda unit: actions.add(unit, **values)
        return lambda unit: actions.change(unit, record_id, **values)
