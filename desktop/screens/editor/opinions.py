"""常用意见: what a newsroom's reviewers say again and again, put into the opinion, kept from it, removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from db.domain.article import Fields
from db.domain.errors import DeskError
from db.domain.template import Template, TemplateKind, keepers
from desktop.kit.commands import Command, Commands
from desktop.kit.confirm import ask
from desktop.kit.forms import TextField
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.text.clean import clean_line

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

LONGEST = 40  # characters of an opinion that stand in the menu


class Opinions(QObject):
    """A button beside the opinion, and its command."""

    def __init__(
        self, tasks: Tasks, commands: Commands, messages: MessageBar, field: TextField, window: QWidget
    ) -> None:
        super().__init__(window)
        self._tasks, self._messages, self._field, self._window = tasks, messages, field, window
        self._found: Sequence[Template] = ()
        self.menu = QMenu(window)
        self._button = QToolButton()
        action = commands.add(
            Command(
                "review.opinions", self.tr("常用意见"), self._open, "Ctrl+Alt+4", ("opinion", "yijian"),
                enabled=field.isVisible, hint=self.tr("挑一条写过的意见，或把这一条存下来"),
            )
        )  # fmt: skip
        self._button.setDefaultAction(action)
        field.put_beside(self._button)

    def _open(self) -> None:
        self._read(self._show)

    def _read(self, done: Callable[[Sequence[Template]], None]) -> None:
        def work(connection: Connection) -> list[Template]:
            from db.store import templates  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            return templates.every(connection, TemplateKind.OPINION)

        self._tasks.read(self, work, done)

    def _show(self, found: Sequence[Template]) -> None:
        """Open the menu at the button."""
        if not self._field.isVisible():
            return
        self._fill(found)
        self.menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _fill(self, found: Sequence[Template]) -> None:
        self._found = found
        self.menu.clear()
        for one in found:
            self.menu.addAction(_plain(one.name), partial(self._put, one)).setToolTip(one.fields.body)
        if not found:
            self.menu.addAction(self.tr("还没有常用意见")).setEnabled(False)
        actor = self._tasks.actor
        if actor is None or not actor.may(*keepers(TemplateKind.OPINION)):
            return
        self.menu.addSeparator()
        keep = self.menu.addAction(self.tr("把写好的意见存下来"), self._keep)
        keep.setEnabled(bool(self._field.value()) and not self._field.problem())
        if found:
            away = self.menu.addMenu(self.tr("删除"))
            for one in found:
                away.addAction(_plain(one.name), partial(self._remove, one))

    def _put(self, one: Template) -> None:
        """Add it to what is written."""
        before = self._field.value()
        self._field.write(f"{before}\n{one.fields.body}" if before else one.fields.body)
        self._field.setFocus()

    @Slot()
    def _keep(self) -> None:
        words = self._field.value()
        name = clean_line(words)
        name = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"

        def keeping(unit: Unit) -> int:
            from db.actions import templates  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            return templates.add(unit, TemplateKind.OPINION, name, Fields(body=words))

        said = self.tr("已存为常用意见，大家审稿时都能用。")
        self._tasks.change(self, keeping, lambda _made: self._messages.success(said), self._on_refused)

    def _remove(self, one: Template) -> None:
        words = self.tr("“{name}”以后挑不到。已经写下的审核意见不受影响。").format(name=one.name)
        if not ask(self._window, self.tr("删除这条常用意见？"), words, self.tr("删除"), danger=True):
            return

        def removing(unit: Unit) -> None:
            from db.actions import templates  # noqa: PLC0415  # SQLAlchemy stays out of start-up

            templates.remove(unit, one.id)

        said = self.tr("已删除这条常用意见。")
        self._tasks.change(self, removing, lambda _done: self._messages.success(said), self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)


def _plain(words: str) -> str:
    """Return words for a menu, in which & would be a key."""
    return words.replace("&", "&&")
