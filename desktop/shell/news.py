"""What happened without the person at the desk, told there: schedules that went out or did not, a claim that ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from db.domain.changes import Area, Changes
from db.domain.errors import DeskError
from db.domain.workflow import Stage
from db.store import articles, leases
from desktop.kit.messages import MessageBar
from desktop.kit.sentences import sentence
from desktop.kit.tasks import Tasks

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from desktop.shell.keeper import Keeper

_Claims = Mapping[int, str]  # titles, by the article


class News(QObject):
    """Listens to the clockwork and to all changes for as long as somebody is at the desk."""

    def __init__(self, keeper: Keeper, tasks: Tasks, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._messages = tasks, messages
        self._claims: _Claims = {}
        keeper.fired.connect(self._on_fired)
        keeper.refused.connect(self._on_refused)
        keeper.published.connect(self._on_published)
        tasks.changed.connect(self._on_changed)
        self._look()

    @Slot(int)
    def _on_fired(self, count: int) -> None:
        self._messages.success(self.tr("定时稿件已签发 {n} 篇。").format(n=count))

    @Slot(str, object)
    def _on_refused(self, title: str, why: DeskError) -> None:
        words = self.tr("《{title}》没有按时发出，已放回待发布。{why}")
        self._messages.warning(words.format(title=title, why=sentence(why)))

    @Slot(str)
    def _on_published(self, folder: str) -> None:
        self._messages.success(self.tr("定时稿件已发布到“{folder}”。").format(folder=folder))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.areas & (Area.LEASES | Area.ARTICLES):
            self._look()

    def _look(self) -> None:
        actor = self._tasks.actor
        if actor is None or actor.person_id is None or not actor.levels:
            return
        me, before = actor.person_id, self._claims

        def looking(connection: Connection) -> tuple[_Claims, _Claims]:
            now = leases.claims_of(connection, me)
            gone = articles.rows(connection, [key for key in before if key not in now])
            return now, {key: row.by for key, row in gone.items() if row.stage is Stage.EDITING}

        self._tasks.read(self, looking, self._on_looked)

    def _on_looked(self, found: tuple[_Claims, _Claims]) -> None:
        """A recall beats a claim, and the claimant is told."""
        before, (self._claims, recalled) = self._claims, found
        for article_id, who in recalled.items():
            if article_id in before:
                words = self.tr("您领审的《{title}》已被{who}撤回，这次不用审了。改好后会重新送审。")
                self._messages.warning(words.format(title=before[article_id], who=who))
