"""审核流程: how many levels, who may take each, and the options of small offices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from db.actions import channels as actions
from db.domain.changes import Area
from db.domain.channels import MAX_HOURS, Scheme
from db.domain.people import Person, Role
from db.store import channels, people
from desktop.kit.forms import ChoiceField, LineField, TextField
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
from desktop.kit.wording import level_name, listed
from desktop.screens.preferences.fields import ChecksField, NumberField, SwitchField
from desktop.screens.preferences.form import Form
from desktop.screens.preferences.records_panel import Entry, RecordsPanel

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

translate = QCoreApplication.translate

LEVELS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Known:
    """What the tab reads."""

    schemes: list[Scheme]
    people: list[Person]


class SchemeForm(Form):
    """A scheme; as many lists of reviewers as it has levels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self.add("name", LineField(self.tr("名称"), required=True, limit=100))
        options = [
            (1, self.tr("一级：审核")), (2, self.tr("两级：初审、终审")), (3, self.tr("三级：初审、复审、终审")),
        ]  # fmt: skip
        self.levels = self.add("levels", ChoiceField(self.tr("审级"), options, required=True))
        hint = self.tr("一个都不选，就是有这一级权限的审核都可以")
        self.reviewers = [self.add(f"reviewers{n}", ChecksField(f"{n}", (), hint)) for n in LEVELS]
        hint = self.tr("从送到这一级算起；快到时和超时时，在列表和审核栏里写明")
        self.hours = [
            self.add(f"hours{n}", NumberField(f"{n}", hint, smallest=0, largest=MAX_HOURS, none_text=self.tr("不限")))
            for n in LEVELS
        ]
        hint = self.tr("不选时，退回的稿件改好后从第一级重新审")
        self.resume = self.add("resume_at_return", SwitchField(self.tr("退回的稿件改好后，回到退回它的那一级"), hint))
        hint = self.tr("至少两级才能选")
        self.signs = self.add("writer_signs", SwitchField(self.tr("编辑送审时的签字算第一级"), hint))
        hint = self.tr("选了的审级，核对单里还有没核对的事实就不能通过。一级都不选，核对单仍可以用")
        self.facts = self.add("fact_levels", ChecksField(self.tr("本级须核对全部事实"), (), hint))
        hint = self.tr("写过的人也要审、一人要审两级时，在这里写明理由；每次用到都会记下。不写就是不允许")
        self.exemption = self.add("exemption", TextField(self.tr("人手不够时的例外"), hint, limit=500, lines=2))
        hint = self.tr("不选时，通过之前只提醒还有几条批注没有解决")
        self.notes = self.add("notes_block", SwitchField(self.tr("批注都解决了才能通过"), hint))
        self.active = self.add("active", SwitchField(self.tr("在用"), self.tr("不再用的流程，栏目里选不到")))
        self.levels.edited.connect(self._on_levels)

    def show_record(self, record: Scheme | None, known: Known) -> None:
        self.name.set_value("" if record is None else record.name)
        self.levels.set_value(1 if record is None else record.levels)
        for level, field in zip(LEVELS, self.reviewers, strict=True):
            listed = record.reviewers[level - 1] if record and level <= record.levels else frozenset()
            may = [p for p in known.people if Role.REVIEWER in p.roles and level in p.levels]
            field.set_options([(p.id, p.name) for p in may if p.active or p.id in listed])
            field.set_value(listed)
        for level, hours in zip(LEVELS, self.hours, strict=True):
            hours.set_value(record.hours[level - 1] or None if record and level <= record.levels else None)
        self.resume.set_value(record is not None and record.resume_at_return)
        self._on_levels()
        self.facts.set_value(frozenset() if record is None else record.fact_levels)
        self.signs.set_value(record is not None and record.writer_signs)
        self.exemption.set_value("" if record is None else record.exemption)
        self.notes.set_value(record is not None and record.notes_block)
        self.active.set_value(record is None or record.active)
        self.active.setVisible(record is not None)

    def values(self) -> dict[str, Any]:
        found = super().values()
        lists = [found.pop(f"reviewers{n}") for n in LEVELS]
        found["reviewers"] = lists[: found["levels"]]
        hours = [found.pop(f"hours{n}") or 0 for n in LEVELS]
        found["hours"] = hours[: found["levels"]]
        found["writer_signs"] = found["writer_signs"] and found["levels"] > 1
        found["fact_levels"] = frozenset(level for level in found["fact_levels"] if level <= found["levels"])
        return found

    @Slot()
    def _on_levels(self) -> None:
        levels = self.levels.value()
        for level, field in zip(LEVELS, self.reviewers, strict=True):
            field.setVisible(level <= levels)
            if level <= levels:
                words = self.tr("{level}的审核人") if levels > 1 else self.tr("审核人")
                field.set_label(words.format(level=level_name(level, levels)))
        self.facts.set_options([(level, level_name(level, levels)) for level in LEVELS if level <= levels])
        for level, hours in zip(LEVELS, self.hours, strict=True):
            hours.setVisible(level <= levels)
            if level <= levels:
                hours.set_label(self.tr("{level}时限（小时）").format(level=level_name(level, levels)))
        self.signs.setVisible(levels > 1)


class SchemesPanel(RecordsPanel):
    """The tab."""

    concerns = Area.CHANNELS | Area.PEOPLE

    def __init__(self, tasks: Tasks, theme: Theme, messages: MessageBar, parent: QWidget | None = None) -> None:
        form = SchemeForm()
        columns = translate("Preferences", "流程"), translate("Preferences", "审级")
        add, empty = translate("Preferences", "添加流程"), translate("Preferences", "还没有审核流程。")
        super().__init__(tasks, theme, messages, form, columns, add, empty, parent)

    def read(self, connection: Connection) -> Known:
        return Known(channels.schemes(connection), people.everyone(connection))

    def entries(self, known: Known) -> Sequence[Entry]:
        return [Entry(s.id, (s.name, self._levels(s)), s.active) for s in known.schemes]

    def _levels(self, scheme: Scheme) -> str:
        return listed(level_name(level, scheme.levels) for level in range(1, scheme.levels + 1))

    def record(self, known: Known, record_id: int) -> Scheme | None:
        return next((s for s in known.schemes if s.id == record_id), None)

    def title(self, record: Scheme | None) -> str:
        return self.tr("新的审核流程") if record is None else record.name

    def keep(self, record_id: int | None, values: dict[str, Any]) -> Callable[[Unit], object]:
        if record_id is None:
            del values["active"]
            return lambda unit: actions.add_scheme(unit, **values)
        return lambda unit: actions.change_scheme(unit, record_id, **values)
