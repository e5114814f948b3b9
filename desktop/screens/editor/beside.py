"""分屏: another article, or an earlier text of this one, to be read beside the one that is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from db.domain.article import Fields
from db.domain.channels import Channel
from db.domain.people import Actor
from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.pinyin import fit
from desktop.kit.tasks import Tasks, Ticket
from desktop.kit.theme import Surface, Theme, lay
from desktop.kit.times import local_time
from desktop.kit.zoom import Zoom
from desktop.screens.editor.beside_dialog import BesideDialog, Rows, Wanted
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.earlier import Earlier, read_earlier
from desktop.screens.editor.loading import Opened, read_opened
from desktop.screens.editor.preview import PreviewPanel
from desktop.screens.editor.words import revision_kinds

if TYPE_CHECKING:
    from sqlalchemy import Connection

LISTED = 30  # articles that are offered
NEWEST = 300  # articles whose titles are looked at for pinyin
Page = tuple[str, Fields, Channel | None]


class BesidePanel(QWidget):
    """A line that says what is read, and the page below it."""

    def __init__(self, tasks: Tasks, theme: Theme, commands: Commands, composition: Composition, zoom: Zoom) -> None:
        super().__init__()
        self._shown: tuple[Fields, Channel | None] = (Fields(), None)
        self.page = PreviewPanel(tasks, theme, composition, lambda: self._shown, zoom=zoom)
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self.setAccessibleName(self.tr("分屏阅读"))
        lay(self, Surface.PAPER)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 8, 4)
        row.addWidget(self._title, 1)
        for name in ("article.beside", "article.beside_close"):
            button = QToolButton()
            button.setDefaultAction(commands.action(name))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.page, 1)

    def show_page(self, page: Page) -> None:
        title, fields, channel = page
        self._title.setText(title)
        self._shown = (fields, channel)
        self.page.show_now()


class Beside(QObject):
    """Registers the commands; the panel is made when it is first wanted."""

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, composition: Composition,
        current: Callable[[], Opened | None], place: Callable[[QWidget, bool], None], zoom: Zoom, window: QWidget,
    ) -> None:  # fmt: skip
        """``place`` puts the panel beside the text (True) or takes it away."""
        super().__init__(window)
        self._tasks, self._theme, self._commands, self._composition = tasks, theme, commands, composition
        self._current, self._place, self._zoom, self._window = current, place, zoom, window
        self._panel: BesidePanel | None = None
        self._ticket: Ticket | None = None
        commands.add(
            Command(
                "article.beside", self.tr("分屏阅读…"), self._begin, "Ctrl+Alt+S", ("split",), Name.PREVIEW,
                lambda: current() is not None, self.tr("右边放另一篇或以前的一稿，边看边写"),
            )
        )  # fmt: skip
        commands.add(
            Command(
                "article.beside_close", self.tr("收起分屏"), self._leave, "Ctrl+Alt+W", enabled=self._open,
            )
        )  # fmt: skip

    def _open(self) -> bool:
        return self._panel is not None and self._panel.isVisibleTo(self._window)

    def _begin(self) -> None:
        self._composition.finish()
        dialog = BesideDialog(self._find, self._window)
        wanted: Wanted | None = dialog.picks.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        opened, actor = self._current(), self._tasks.actor
        if isinstance(wanted, Earlier) and opened is not None:
            title = self._words(wanted)
            self._tasks.read(
                self, lambda connection: read_earlier(connection, wanted),
                lambda fields: self._show((title, fields, opened.channel(fields.channel_id))),
            )  # fmt: skip
        elif isinstance(wanted, int) and actor is not None:
            self._tasks.read(self, lambda connection: read_opened(connection, wanted, actor), self._show_other)

    def _find(self, query: str, tell: Callable[[Rows], None]) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        opened, actor = self._current(), self._tasks.actor
        own = opened.article.id if opened is not None and opened.article is not None else None
        earlier = [] if query or opened is None else [Earlier.of_revision(row) for row in opened.revisions]
        rows: list[tuple[Wanted, str]] = [(text, self._words(text)) for text in earlier]
        if actor is not None:
            self._ticket = self._tasks.read(
                self, lambda connection: _articles(connection, query, actor, own), lambda found: tell([*rows, *found])
            )

    def _words(self, text: Earlier) -> str:
        words = self.tr("本稿第 {n} 稿 · {kind} · {by} · {at}")
        return words.format(n=text.n, kind=revision_kinds()[text.kind], by=text.by, at=local_time(text.at))

    def _show_other(self, other: Opened) -> None:
        number = other.article.number if other.article is not None else ""
        self._show((number, other.fields, other.channel(other.fields.channel_id)))

    def _show(self, page: Page) -> None:
        if self._panel is None:
            self._panel = BesidePanel(self._tasks, self._theme, self._commands, self._composition, self._zoom)
        self._place(self._panel, True)
        self._panel.show_page(page)
        self._commands.refresh()

    def _leave(self) -> None:
        if self._panel is not None:
            self._place(self._panel, False)
            self._commands.refresh()


def _articles(connection: Connection, query: str, actor: Actor, own: int | None) -> list[tuple[int, str]]:
    """Return id and title of the newest articles, or of those that fit a query by their words or their pinyin."""
    # SQLAlchemy stays out of start-up
    from db.store import articles, queues, search  # noqa: PLC0415
    from db.store.queues import Place, Queue  # noqa: PLC0415

    newest = queues.first(connection, Place(Queue.ALL), actor, NEWEST if query else LISTED + 1)
    found = [hit.article_id for hit in search.find(connection, query, order="best", limit=LISTED)] if query else []
    rows = articles.rows(connection, [*found, *newest])
    if query:
        worth = {i: fit(query, rows[i].title) for i in newest if i in rows}
        newest = sorted((i for i in worth if worth[i]), key=lambda i: -worth[i])
    ids = [i for i in dict.fromkeys([*found, *newest]) if i in rows and i != own][:LISTED]
    return [(i, f"{rows[i].title or rows[i].number}\n{rows[i].number}　{rows[i].channel}") for i in ids]
