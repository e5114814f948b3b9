"""栏目: the tree of channels, their kinds, names in addresses, review schemes and order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from db.actions import channels as actions
from db.domain.changes import Area
from db.domain.channels import Channel, Scheme
from db.store import channels
from desktop.kit.forms import ChoiceField, LineField, TextField
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
from desktop.screens.preferences.fields import NumberField, SwitchField
from desktop.screens.preferences.form import Form
from desktop.screens.preferences.records_panel import Entry, RecordsPanel
from desktop.screens.preferences.words import kinds

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Known:
    """What the tab reads. ``channels`` is the tree, each node after the one above it."""

    channels: list[Channel]
    schemes: list[Scheme]


class ChannelForm(Form):
    """A channel; its name in addresses only for a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self.add("name", LineField(self.tr("名称"), required=True, limit=100))
        self.kind = self.add("kind", ChoiceField(self.tr("类型"), kinds(), required=True))
        hint = self.tr("网址里用的名字：小写字母、数字和短横，以后不能改")
        self.slug = self.add("slug", LineField(self.tr("网址名"), hint, required=True, limit=60))
        self.parent_id = self.add("parent_id", ChoiceField(self.tr("上级栏目")))
        self.scheme_id = self.add("scheme_id", ChoiceField(self.tr("审核流程"), required=True))
        hint = self.tr("最多隔多少天应有新稿")
        self.deadline = self.add("deadline_days", NumberField(
            self.tr("更新期限（天）"), hint, smallest=0, largest=3650, none_text=self.tr("不限")))  # fmt: skip
        self.description = self.add("description", TextField(self.tr("说明"), limit=300, lines=2))
        self.keywords = self.add("keywords", LineField(self.tr("关键词"), limit=300))
        self.active = self.add("active", SwitchField(self.tr("在用"), self.tr("不再用的栏目不收新稿")))

    def show_record(self, record: Channel | None, known: Known) -> None:
        new = record is None
        below = _below(known.channels, record.id) if record else set()
        self.parent_id.set_options([(None, self.tr("（顶层）"))] + [
            (c.id, c.name) for c in known.channels if c.id not in below])  # fmt: skip
        self.scheme_id.set_options([
            (s.id, s.name) for s in known.schemes if s.active or (record is not None and s.id == record.scheme_id)
        ])  # fmt: skip
        first = known.schemes[0].id if known.schemes else None
        self.name.set_value("" if record is None else record.name)
        self.kind.set_value(kinds()[0][0] if record is None else record.kind)
        self.slug.set_value("" if record is None else record.slug)
        self.slug.setVisible(new)
        self.parent_id.set_value(None if record is None else record.parent_id)
        self.scheme_id.set_value(first if record is None else record.scheme_id)
        self.deadline.set_value(None if record is None else record.deadline_days)
        self.description.set_value("" if record is None else record.description)
        self.keywords.set_value("" if record is None else record.keywords)
        self.active.set_value(record is None or record.active)
        self.active.setVisible(not new)


class ChannelsPanel(RecordsPanel):
    """The tab."""

    concerns = Area.CHANNELS

    def __init__(self, tasks: Tasks, theme: Theme, messages: MessageBar, parent: QWidget | None = None) -> None:
        form = ChannelForm()
        columns = translate("Preferences", "栏目"), translate("Preferences", "类型")
        add, empty = translate("Preferences", "添加栏目"), translate("Preferences", "还没有栏目。")
        super().__init__(tasks, theme, messages, form, columns, add, empty, parent)
        self.up_button = QPushButton(self.tr("上移"))
        self.up_button.setToolTip(self.tr("在同级栏目里往前一位"))
        self.up_button.clicked.connect(self._on_up)
        self.down_button = QPushButton(self.tr("下移"))
        self.down_button.setToolTip(self.tr("在同级栏目里往后一位"))
        self.down_button.clicked.connect(self._on_down)
        for button in (self.up_button, self.down_button):
            self.under.addWidget(button)

    def read(self, connection: Connection) -> Known:
        return Known(_tree(channels.every(connection)), channels.schemes(connection))

    def entries(self, known: Known) -> Sequence[Entry]:
        named = dict(kinds())
        return [Entry(c.id, (c.name, named[c.kind]), c.active, c.parent_id) for c in known.channels]

    def record(self, known: Known, record_id: int) -> Channel | None:
        return next((c for c in known.channels if c.id == record_id), None)

    def title(self, record: Channel | None) -> str:
        if record is None:
            return self.tr("新的栏目")
        return self.tr("{name}（网址名 {slug}）").format(name=record.name, slug=record.slug)

    def keep(self, record_id: int | None, values: dict[str, Any]) -> Callable[[Unit], object]:
        if record_id is None:
            del values["active"]
            return lambda unit: actions.add(unit, **values)
        record = self.record(self._known, record_id)
        del values["slug"]
        position = record.position if record else 0
        return lambda unit: actions.change(unit, record_id, position=position, **values)

    def enable(self, record: Channel | None) -> None:
        siblings = _siblings(self._known.channels, record) if record else []
        at = siblings.index(record) if record else 0
        may = self.may_change
        for button, possible in ((self.up_button, at > 0), (self.down_button, at + 1 < len(siblings))):
            button.setVisible(may)
            button.setEnabled(possible)

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        record = self.record(self._known, self._id) if self._id is not None else None
        if record is not None and self.may_leave():
            said = self.tr("《{name}》换了位置。").format(name=record.name)
            self.change(partial(_move, record.id, by), said)


def _move(channel_id: int, by: int, unit: Unit) -> None:
    """Change places with a sibling; all of them are numbered anew, so that no two have one number."""
    every = channels.every(unit.connection)
    record = next(c for c in every if c.id == channel_id)
    order = _siblings(every, record)
    at = order.index(record)
    if not 0 <= at + by < len(order):
        return
    order[at], order[at + by] = order[at + by], order[at]
    places = sorted(c.position for c in order)
    if len(set(places)) < len(places):
        places = list(range(1, len(order) + 1))
    for c, position in zip(order, places, strict=True):
        if c.position != position:
            actions.change(
                unit, c.id, kind=c.kind, name=c.name, scheme_id=c.scheme_id, position=position, active=c.active,
                parent_id=c.parent_id, deadline_days=c.deadline_days, description=c.description, keywords=c.keywords,
            )  # fmt: skip


def _siblings(every: Sequence[Channel], record: Channel) -> list[Channel]:
    return [c for c in every if c.parent_id == record.parent_id]


def _tree(every: Sequence[Channel], parent_id: int | None = None) -> list[Channel]:
    found = []
    for c in every:
        if c.parent_id == parent_id:
            found += [c, *_tree(every, c.id)]
    return found


def _below(every: Sequence[Channel], channel_id: int) -> set[int]:
    """Return the channel and all under it: none of them can be above it."""
    found = {channel_id}
    for c in every:  # each stands after the one above it
        if c.parent_id in found:
            found.add(c.id)
    return found
