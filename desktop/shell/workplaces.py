"""The workplaces beside the articles: publishing, audit, preferences; each is made when it is first come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.kit.commands import Commands
from desktop.kit.messages import MessageBar
from desktop.kit.theme import Theme
from desktop.shell.session import Session

if TYPE_CHECKING:
    from desktop.screens.audit.screen import AuditScreen
    from desktop.screens.preferences.screen import PreferencesScreen
    from desktop.screens.publishing.screen import PublishingScreen


class Workplaces(QObject):
    """Signals:
    article_wanted: an article is to be shown (its id).
    restore_asked, mode_chosen, language_chosen: as of PreferencesScreen.
    """

    article_wanted = Signal(int)
    restore_asked = Signal(object)
    mode_chosen = Signal(object)
    language_chosen = Signal(object)

    def __init__(
        self, session: Session, theme: Theme, commands: Commands, messages: MessageBar, stack: QStackedWidget,
        made: Callable[[], None], desk: QWidget,
    ) -> None:  # fmt: skip
        """``made`` is called when a workplace has added its commands."""
        super().__init__(desk)
        self._session, self._stack, self._made = session, stack, made
        self._parts = (session.tasks, theme, commands, messages, desk)
        self.publishing: PublishingScreen | None = None
        self.audit: AuditScreen | None = None
        self.preferences: PreferencesScreen | None = None

    def show(self, name: str) -> None:
        """Bring a workplace to the front and have it read what is new."""
        made: dict[str, Callable[[], PublishingScreen | AuditScreen | PreferencesScreen]] = {
            "publishing": self._publishing, "audit": self._audit, "preferences": self._preferences,
        }  # fmt: skip
        screen = made[name]()
        self._stack.setCurrentWidget(screen)
        screen.refresh()

    def may_leave(self) -> bool:
        """Whether nothing is unsaved that does not save itself, or it may be thrown away; asks."""
        return self.preferences is None or self.preferences.may_leave()

    def _publishing(self) -> PublishingScreen:
        if self.publishing is None:
            from desktop.screens.publishing.screen import PublishingScreen  # noqa: PLC0415  # brings Jinja2

            self.publishing = PublishingScreen(*self._parts)
            self.publishing.opened.connect(self.article_wanted)
            self._add(self.publishing)
        return self.publishing

    def _audit(self) -> AuditScreen:
        if self.audit is None:
            from desktop.screens.audit.screen import AuditScreen  # noqa: PLC0415  # seldom needed

            self.audit = AuditScreen(*self._parts, known_head=self._session.known_head)
            self.audit.opened.connect(self.article_wanted)
            self._add(self.audit)
        return self.audit

    def _preferences(self) -> PreferencesScreen:
        if self.preferences is None:
            from desktop.screens.preferences.screen import PreferencesScreen  # noqa: PLC0415  # seldom needed

            self.preferences = PreferencesScreen(*self._parts, language=self._session.language)
            self.preferences.restore_asked.connect(self.restore_asked)
            self.preferences.mode_chosen.connect(self.mode_chosen)
            self.preferences.language_chosen.connect(self.language_chosen)
            self._add(self.preferences)
        return self.preferences

    def _add(self, screen: QWidget) -> None:
        self._stack.addWidget(screen)
        self._made()
