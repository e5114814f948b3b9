"""代审安排: who reviews in whose place while they are away, from the person's own menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from db.domain.addresses import SHANGHAI
from db.domain.delegation import Delegation
from db.domain.errors import DeskError
from db.domain.people import Person, Role
from db.store.clock import days, stamp
from desktop.kit.commands import Command, Commands
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.date_field import DateField
from desktop.kit.forms import ChoiceField, LineField
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import mark

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person filled in: whose levels, who takes them, the first and the last day (UTC), and why."""

    person_id: int
    to_id: int
    since: str
    until: str
    reason: str


def begins(day: str) -> str:
    """Return when a day of the newsroom's calendar begins, in UTC."""
    first = date.fromisoformat(day)
    return days(first, first)[0]


def ends(day: str) -> str:
    """Return when it is over."""
    return begins((date.fromisoformat(day) + timedelta(days=1)).isoformat())


class DelegationDialog(ConfirmDialog):
    """What is arranged, each to be ended, and a new one to fill in."""

    def __init__(
        self,
        me: int | None,
        every: bool,
        people: Sequence[Person],
        given: Sequence[Delegation],
        end: Callable[[int], None],
        parent: QWidget | None = None,
    ) -> None:
        """``every``: for anybody's levels, not one's own alone; ``end`` is called with a delegation's id."""
        text = self.tr("离开期间，审级由另一位审核人代审，审核记录写明谁代谁。起止两天都算在内，到期自动失效。")
        super().__init__(self.tr("代审安排"), text, self.tr("安排代审"), parent=parent)
        self._end = end
        for one in given:
            self.inside.addLayout(self._row(one))
        able = [person for person in people if person.active and Role.REVIEWER in person.roles]
        names = [(person.id, person.name) for person in able]
        self.whose = ChoiceField(self.tr("谁离开"), names if every else [one for one in names if one[0] == me])
        self.whose.set_value(me if any(one[0] == me for one in names) else None)
        self.whose.setVisible(every)
        self.to = ChoiceField(self.tr("代审人"), [(None, self.tr("请选择")), *names], required=True)
        self.since = DateField(self.tr("从哪天"), required=True)
        self.until = DateField(self.tr("到哪天"), required=True)
        self.since.set_value(datetime.now(SHANGHAI).date().isoformat())
        self.reason = LineField(self.tr("原因"), self.tr("记入留痕"), limit=200)
        for field in (self.whose, self.to, self.since, self.until, self.reason):
            self.inside.addWidget(field)
        self.to.setFocus()

    def _row(self, one: Delegation) -> QHBoxLayout:
        days = (_day(one.since), _day(one.until, -1))
        words = self.tr("{to} 代 {name}，{since} 到 {until}").format(
            to=one.to_name, name=one.name, since=days[0], until=days[1]
        )
        label, button = QLabel(words), QPushButton(self.tr("结束"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        mark(label, "tint", "soft")
        button.setAccessibleName(self.tr("结束：{words}").format(words=words))
        button.clicked.connect(partial(self._on_ended, one.id, label, button))
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(button)
        return row

    def _on_ended(self, delegation_id: int, label: QLabel, button: QPushButton) -> None:
        button.hide()
        label.setText(self.tr("{words}（已结束）").format(words=label.text()))
        self._end(delegation_id)

    def wanted(self) -> Wanted:
        whose, to = self.whose.value() or 0, self.to.value() or 0
        return Wanted(whose, to, begins(self.since.value()), ends(self.until.value()), self.reason.value())

    # Qt overrides

    @Slot()
    def accept(self) -> None:
        if not self.whose.value():
            self.whose.show_error(self.tr("请选谁离开。"))
            return
        if not self.to.value() or self.to.value() == self.whose.value():
            self.to.show_error(self.tr("请选另一位审核人。"))
            return
        for field in (self.since, self.until):
            if not field.value():
                field.show_error(self.tr("请写日期。"))
                field.setFocus()
                return
        if self.until.value() < self.since.value():
            self.until.show_error(self.tr("不能早于开始的那天。"))
            return
        super().accept()


class Delegating(QObject):
    """Reads what is arranged, asks, and records it."""

    def __init__(self, tasks: Tasks, commands: Commands, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._tasks, self._messages, self._window = tasks, messages, window
        words = (self.tr("代理"), self.tr("外出"), self.tr("请假"))
        commands.add(
            Command(
                "app.delegate", self.tr("代审安排…"), self._open, keywords=words, icon=Name.PEOPLE, enabled=self._may
            )
        )

    def _may(self) -> bool:
        actor = self._tasks.actor
        return actor is not None and actor.may(Role.REVIEWER, Role.ADMIN)

    def _open(self) -> None:
        self._tasks.read(self, _read, self._ask)

    def _ask(self, found: tuple[list[Person], list[Delegation]]) -> None:
        actor = self._tasks.actor
        if actor is None:
            return
        people, given = found
        every, now = actor.may(Role.ADMIN), stamp(self._tasks.store.clock())
        mine = [
            one
            for one in given
            if not one.ended and one.until > now and (every or actor.person_id in (one.person_id, one.to_id))
        ]
        dialog = DelegationDialog(actor.person_id, every, people, mine, self._end, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        wanted = dialog.wanted() if accepted else None
        dialog.deleteLater()
        if wanted is not None:
            self._record(wanted)

    def _record(self, wanted: Wanted) -> None:
        def recording(unit: Unit) -> int:
            from db.actions import delegations  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            given = (wanted.person_id, wanted.to_id, wanted.since, wanted.until, wanted.reason)
            return delegations.delegate(unit, *given)

        self._tasks.change(self, recording, lambda _id: self._messages.success(self.tr("代审已安排。")), self._failed)

    def _end(self, delegation_id: int) -> None:
        def ending(unit: Unit) -> None:
            from db.actions import delegations  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            delegations.end(unit, delegation_id)

        self._tasks.change(self, ending, lambda _n: self._messages.success(self.tr("代审已结束。")), self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)


def _read(connection: Connection) -> tuple[list[Person], list[Delegation]]:
    from db.store import delegations, people  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    return people.everyone(connection), delegations.every(connection)


def _day(utc: str, seconds: int = 0) -> str:
    moment = datetime.fromisoformat(utc) + timedelta(seconds=seconds)
    return moment.astimezone(SHANGHAI).date().isoformat()
