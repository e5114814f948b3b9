"""What the palette finds beside commands: channels, people and articles, by their characters, pinyin or initials."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.domain.article import ArticleRow
from db.domain.people import PROGRAM, Actor, Person
from db.store import articles, people, queues, search
from db.store.queues import Place, Queue
from desktop.kit.palette_model import Answer, PaletteItem
from desktop.kit.pinyin import Readings, fit, spell
from desktop.kit.tasks import Tasks
from desktop.screens.library.lines import chip
from desktop.screens.welcome.sign_in_panel import roles_of
from desktop.shell.navigation import Entry

if TYPE_CHECKING:
    from sqlalchemy import Connection

FOUND = 8  # articles that the palette names
NEWEST = 300  # articles whose titles are looked at for pinyin; the full text has none


class Finding(QObject):
    """Providers of the palette, see PaletteModel.add_provider.

    Signals:
        place_wanted: a channel's line of the navigation (Entry).
        person_wanted: the articles of a person are to be listed (Person).
        article_wanted: an article is to be opened (its id).
        hits_wanted: all that is found is to be listed (the query).
    """

    place_wanted = Signal(object)
    person_wanted = Signal(object)
    article_wanted = Signal(int)
    hits_wanted = Signal(str)

    def __init__(self, tasks: Tasks, places: Callable[[], list[Entry]], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._places = tasks, places

    def make_ready(self) -> None:
        """Load the dictionary of readings, so that it is there at the first key."""
        self._tasks.read(self, lambda _connection: spell(""), _keep)

    def find_channels(self, query: str, answer: Answer) -> None:
        entries = [entry for entry in self._places() if entry.place and entry.place.queue is Queue.CHANNEL]
        ranked = [(fit(query, entry.title), entry) for entry in entries]
        answer(
            [
                PaletteItem(entry.title, partial(self.place_wanted.emit, entry), self.tr("栏目"), worth=worth)
                for worth, entry in ranked
                if worth > 0
            ]
        )

    def find_people(self, query: str, answer: Answer) -> None:
        self._tasks.read(self, partial(_people, query), partial(self._on_people, answer))

    def find_articles(self, query: str, answer: Answer) -> None:
        actor = self._tasks.actor or PROGRAM
        self._tasks.read(self, partial(_articles, query, actor), partial(self._on_articles, query, answer))

    def _on_people(self, answer: Answer, found: Sequence[tuple[int, Person]]) -> None:
        answer(
            [
                PaletteItem(
                    person.name,
                    partial(self.person_wanted.emit, person),
                    self.tr("人员 · {roles}").format(roles=roles_of(person.roles))
                    if person.active
                    else self.tr("已停用"),
                    worth=worth,
                )
                for worth, person in found
            ]
        )

    def _on_articles(self, query: str, answer: Answer, both: tuple[Sequence[tuple[int, ArticleRow]], bool]) -> None:
        found, in_text = both
        items = [
            PaletteItem(
                row.title or row.number, partial(self.article_wanted.emit, row.article_id), chip(row)[0], worth=worth
            )
            for worth, row in found
        ]
        if in_text:
            every = self.tr("在列表里看“{query}”的全部结果").format(query=query)
            items.append(PaletteItem(every, partial(self.hits_wanted.emit, query)))
        answer(items)


def _keep(_readings: Readings) -> None:
    """Nothing to do: what was read is kept where it was read."""


def _people(query: str, connection: Connection) -> list[tuple[int, Person]]:
    ranked = [
        (max(fit(query, person.name), fit(query, person.login)), person) for person in people.everyone(connection)
    ]
    return [pair for pair in ranked if pair[0] > 0]


def _articles(query: str, actor: Actor, connection: Connection) -> tuple[list[tuple[int, ArticleRow]], bool]:
    """Return articles with their worth, of the newest titles and of the full text, and whether the text holds any."""
    found = [hit.article_id for hit in search.find(connection, query, order="best", limit=FOUND)]
    newest = queues.first(connection, Place(Queue.ALL), actor, NEWEST) if query.isascii() else []
    rows = articles.rows(connection, [*found, *newest])
    spelled = sorted(((fit(query, rows[i].title), i) for i in newest if i in rows), reverse=True)
    ids = [*(i for worth, i in spelled[:FOUND] if worth > 0), *found]
    return [(max(1, fit(query, rows[i].title)), rows[i]) for i in dict.fromkeys(ids) if i in rows], bool(found)
