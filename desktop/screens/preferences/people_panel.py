"""人员: who works here, in which roles; retiring, reviving, a new password."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from db.actions import people as actions
from db.domain.changes import Area
from db.domain.people import ContributingUnit, Person, Role
from db.store import people
from desktop.kit.confirm import ConfirmDialog, ask
from desktop.kit.forms import LineField
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
from desktop.screens.preferences.fields import ChecksField
from desktop.screens.preferences.form import Form
from desktop.screens.preferences.records_panel import Entry, RecordsPanel
from desktop.screens.preferences.words import levels, roles, roles_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Known:
    """What the tab reads."""

    people: list[Person]
    units: list[ContributingUnit]


class PersonForm(Form):
    """A person; login and first password only for a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = self.tr("小写字母、数字、点、下划线或短横，以后不能改")
        self.login = self.add("login", LineField(self.tr("登录名"), hint, required=True, limit=40))
        self.name = self.add("name", LineField(self.tr("姓名"), self.tr("署名用"), required=True, limit=40))
        hint = self.tr("至少 8 个字符，当面告诉本人")
        self.password = self.add("password", LineField(self.tr("初始密码"), hint, required=True, secret=True))
        self.roles = self.add("roles", ChecksField(self.tr("角色"), roles(), required=True))
        self.levels = self.add("levels", ChecksField(self.tr("可以审哪几级"), levels(), required=True))
        self.units = self.add("unit_ids", ChecksField(self.tr("供稿单位"), (), self.tr("通讯员所在的单位，可以不选")))
        self.roles.edited.connect(self._on_roles)

    def show_record(self, record: Person | None, known: Known) -> None:
        new = record is None
        self.units.set_options([(u.id, u.short_name) for u in known.units if u.active or (
            record is not None and u.id in record.unit_ids)])  # fmt: skip
        self.login.set_value("" if record is None else record.login)
        self.login.setVisible(new)
        self.password.set_value("")
        self.password.setVisible(new)
        self.name.set_value("" if record is None else record.name)
        self.roles.set_value(frozenset({Role.EDITOR}) if record is None else record.roles)
        self.levels.set_value(frozenset() if record is None else record.levels)
        self.units.set_value(frozenset() if record is None else record.unit_ids)
        self._on_roles()

    def values(self) -> dict[str, Any]:
        found = super().values()
        if Role.REVIEWER not in found["roles"]:
            found["levels"] = frozenset()
        return found

    @Slot()
    def _on_roles(self) -> None:
        self.levels.setVisible(Role.REVIEWER in self.roles.value())


class PeoplePanel(RecordsPanel):
    """The tab."""

    concerns = Area.PEOPLE

    def __init__(self, tasks: Tasks, theme: Theme, messages: MessageBar, parent: QWidget | None = None) -> None:
        form = PersonForm()
        columns = translate("Preferences", "姓名"), translate("Preferences", "角色")
        add, empty = translate("Preferences", "添加人员"), translate("Preferences", "请在左边选一位。")
        super().__init__(tasks, theme, messages, form, columns, add, empty, parent)
        self.retire_button = QPushButton(self.tr("停用"))
        self.retire_button.setToolTip(self.tr("不能再登录，做过的事仍记在名下"))
        self.retire_button.clicked.connect(self._on_retire)
        self.revive_button = QPushButton(self.tr("重新启用"))
        self.revive_button.clicked.connect(self._on_revive)
        self.password_button = QPushButton(self.tr("重设密码…"))
        self.password_button.clicked.connect(self._on_password)
        for button in (self.password_button, self.retire_button, self.revive_button):
            self.add_button_below(button)

    def read(self, connection: Connection) -> Known:
        return Known(people.everyone(connection), people.units(connection))

    def entries(self, known: Known) -> Sequence[Entry]:
        return [Entry(p.id, (p.name, roles_of(p)), p.active) for p in known.people]

    def record(self, known: Known, record_id: int) -> Person | None:
        return next((p for p in known.people if p.id == record_id), None)

    def title(self, record: Person | None) -> str:
        if record is None:
            return self.tr("新的人员")
        return self.tr("{name}（{login}）").format(name=record.name, login=record.login)

    def keep(self, record_id: int | None, values: dict[str, Any]) -> Callable[[Unit], object]:
        if record_id is None:
            return lambda unit: actions.add(unit, **values)
        kept = {name: values[name] for name in ("name", "roles", "levels", "unit_ids")}
        return lambda unit: actions.change(unit, record_id, **kept)

    def enable(self, record: Person | None) -> None:
        self.retire_button.setVisible(record is not None and record.active)
        self.revive_button.setVisible(record is not None and not record.active)
        self.password_button.setVisible(record is not None)

    def _chosen(self) -> Person | None:
        return self.record(self._known, self._id) if self._id is not None else None

    @Slot()
    def _on_retire(self) -> None:
        person = self._chosen()
        if person is None or not self.may_leave():
            return
        words = self.tr("{name}不能再登录，手上领的稿件回到待审。做过的事仍记在名下，可以随时重新启用。")
        if ask(self.window(), self.tr("停用{name}？").format(name=person.name), words.format(name=person.name),
               self.tr("停用"), danger=True):  # fmt: skip
            said = self.tr("已停用{name}。").format(name=person.name)
            self.change(partial(_retire, person.id), said)

    @Slot()
    def _on_revive(self) -> None:
        person = self._chosen()
        if person is not None and self.may_leave():
            self.change(partial(_revive, person.id), self.tr("{name}可以登录了。").format(name=person.name))

    @Slot()
    def _on_password(self) -> None:
        person = self._chosen()
        if person is None:
            return
        dialog = PasswordDialog(self.tr("给{name}一个新密码").format(name=person.name), self.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            work = partial(_reset, person.id, dialog.field.value())
            self.change(work, self.tr("已重设{name}的密码，请当面告诉本人。").format(name=person.name))
        dialog.deleteLater()


class PasswordDialog(ConfirmDialog):
    """A new password, typed twice."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, "", title, parent=parent)
        self.accept_button.setText(self.tr("重设密码"))
        self.field = LineField(self.tr("新密码"), self.tr("至少 8 个字符"), required=True, secret=True)
        self.again = LineField(self.tr("再输一次"), required=True, secret=True)
        self.inside.addWidget(self.field)
        self.inside.addWidget(self.again)
        self.field.setFocus()

    # Qt overrides

    @Slot()
    def accept(self) -> None:
        if len(self.field.value()) < actions.SHORTEST:
            self.field.show_error(self.tr("密码至少 {n} 个字符。").format(n=actions.SHORTEST))
            self.field.setFocus()
        elif self.field.value() != self.again.value():
            self.again.show_error(self.tr("两次输入的不一样。"))
            self.again.setFocus()
        else:
            super().accept()


def _retire(person_id: int, unit: Unit) -> None:
    actions.retire(unit, person_id)


def _revive(person_id: int, unit: Unit) -> None:
    actions.revive(unit, person_id)


def _reset(person_id: int, password: str, unit: Unit) -> None:
    actions.reset_password(unit, person_id, password)
