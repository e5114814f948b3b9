"""转交: a draft under review goes to another who may take it at its level."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from db.domain.people import Actor
from db.domain.workflow import Step
from desktop.kit.commands import Command, Commands
from desktop.kit.confirm import ConfirmDialog
from desktop.kit.forms import ChoiceField
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.steps import ArticleSteps, command_id

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Handing(QObject):
    """Asks to whom, and hands over."""

    def __init__(
        self, tasks: Tasks, commands: Commands, messages: MessageBar, steps: ArticleSteps,
        opened: Callable[[], Opened | None], window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._tasks, self._messages, self._steps = tasks, messages, steps
        self._opened, self._window = opened, window
        may = partial(steps.may, Step.HAND_OVER)
        commands.add(
            Command(
                command_id(Step.HAND_OVER), self.tr("转交…"), self._ask, "Ctrl+Shift+J", icon=Name.PERSON, enabled=may,
                hint=self.tr("请本级的另一位审核人来审"),
            )
        )  # fmt: skip

    def _ask(self) -> None:
        opened = self._opened()
        draft = opened.article.draft if opened and opened.article else None
        if draft is not None:
            draft_id = draft.id
            self._tasks.read(self, lambda c: _able(c, draft_id), partial(self._choose, draft_id), self._steps.failed)

    def _choose(self, draft_id: int, able: list[Actor]) -> None:
        me = self._tasks.actor.person_id if self._tasks.actor else None
        others = [(one.person_id, one.name) for one in able if one.person_id != me]
        if not others:
            self._messages.warning(self.tr("没有别人可以审这一级，不能转交。可以放下，或请管理员安排。"))
            return
        dialog = ConfirmDialog(
            self.tr("转交给谁？"), self.tr("由对方领审，记入流程。"), self.tr("转交"), parent=self._window
        )
        field = ChoiceField(self.tr("审核人"), others)
        field.set_value(others[0][0])
        dialog.inside.addWidget(field)
        field.setFocus()
        accepted, chosen = dialog.exec() == QDialog.DialogCode.Accepted, field.value()
        dialog.deleteLater()
        if accepted:
            self.hand_over(draft_id, chosen, dict(others)[chosen])

    def hand_over(self, draft_id: int, person_id: int, name: str) -> None:
        from db.actions import review  # noqa: PLC0415  # SQLAlchemy stays out of start-up

        said = self.tr("已转交{name}。").format(name=name)
        self._steps.take(lambda unit: review.hand_over(unit, draft_id, person_id), said)


def _able(connection: Connection, draft_id: int) -> list[Actor]:
    from db.store import articles  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    return articles.able_to_review(connection, draft_id)
