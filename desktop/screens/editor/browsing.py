"""网页预览: the article on the screen as the real page in the real browser, following what is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from db.domain.addresses import article_address
from db.domain.article import Fields
from db.domain.channels import Channel
from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks, Ticket
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.saving import Saver, State

if TYPE_CHECKING:  # the page's engine is imported when the first page is wanted
    from desktop.publishing.preview import Text
    from desktop.publishing.preview_server import PreviewServer


class Browsing(QObject):
    """Registers the command. One server for the window, begun with the first page and gone with the window."""

    def __init__(
        self,
        tasks: Tasks,
        commands: Commands,
        messages: MessageBar,
        saver: Saver,
        page: Callable[[], tuple[Fields, Channel | None]],
        opened: Callable[[], Opened | None],
        shown: Callable[[], bool],
        screen: QWidget,
    ) -> None:
        super().__init__(screen)
        self._tasks, self._messages, self._saver, self._page, self._opened = tasks, messages, saver, page, opened
        self._server: PreviewServer | None = None
        self._ticket: Ticket | None = None
        self._text: Text | None = None  # of the article on the screen, as its page shows it
        commands.add(
            Command(
                "article.browse",
                self.tr("网页预览"),
                self.browse,
                "Shift+F9",
                (self.tr("浏览器"), "browser"),
                Name.SITE,
                enabled=shown,
                hint=self.tr("在浏览器里看这篇稿件的网页，保存后自己刷新"),
            )
        )
        saver.saved.connect(self.follow)
        saver.state_changed.connect(self._on_state_changed)

    @Slot()
    def browse(self) -> None:
        """Open the page of the article as it stands on the screen."""
        self._saver.text()  # the word that is being composed belongs to it
        self._give_up()
        self._ticket = self._tasks.read(self, _import, self._on_ready)

    def _on_ready(self, _nothing: None) -> None:
        from desktop.publishing.preview import Text  # noqa: PLC0415  # imported on a thread by now

        opened, (fields, _) = self._opened(), self._page()
        if opened is None:
            return
        if self._text is None:
            at, path = _place(opened, fields)
            self._text = Text(path, at, fields)
        article_id = opened.article.id if opened.article else None
        self._text = replace(self._text, fields=fields, article_id=article_id, lane=opened.lane)
        self._open(self._begun().show(self._text))

    @Slot()
    def follow(self) -> None:
        """Show on the page what was saved; nothing while no page of this article was opened."""
        opened = self._opened()
        if self._server is None or self._text is None or opened is None:
            return
        fields, _ = self._page()
        article_id = opened.article.id if opened.article else None
        self._text = replace(self._text, fields=fields, article_id=article_id, lane=opened.lane)
        self._server.show(self._text)

    @Slot()
    def _on_state_changed(self) -> None:
        if self._saver.state is State.SAVED:  # also when the text came from elsewhere: another person's, an earlier one
            self.follow()

    def leave(self) -> None:
        """Hear that another article comes onto the screen; the page stays as it is."""
        self._give_up()
        self._text = None

    def _give_up(self) -> None:
        """Open nothing that was asked for and is not there yet."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _begun(self) -> PreviewServer:
        if self._server is None:
            from desktop.publishing.preview_server import PreviewServer  # noqa: PLC0415  # imported on a thread by now

            self._server = PreviewServer(self._tasks.store)
            self._tasks.beside(self._server.serve, self._server.close)
            self.destroyed.connect(self._server.close)
        return self._server

    def _open(self, address: str) -> None:
        if not QDesktopServices.openUrl(QUrl(address)):
            self._messages.warning(
                self.tr("没有打开浏览器。可以复制网址，自己在浏览器里打开。"),
                self.tr("复制网址"),
                partial(QGuiApplication.clipboard().setText, address),
            )


def _place(opened: Opened, fields: Fields) -> tuple[str, str]:
    """Return when the article was published and where it lies on the site; now, and where it would, if it was not."""
    article, channel = opened.article, opened.channel(fields.channel_id)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    at = (article.published_at if article else "") or now
    number = article.number if article else "draft"
    address = (article.address if article else "") or article_address(
        channel.slug if channel else "draft", at, number, fields.slug
    )
    return at, address.lstrip("/")


def _import(_connection: object) -> None:
    import desktop.publishing.preview_server  # noqa: F401, PLC0415  # a tenth of a second that no start should take
