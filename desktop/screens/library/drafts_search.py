"""Looks for a query in all drafts in work, page by page, so that the first places are there at once."""

from __future__ import annotations

from array import array
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.store import drafts
from desktop.kit.tasks import Tasks, Ticket
from desktop.screens.library.hits_model import FoundArticle
from desktop.text.finding import BadPattern, Query, find
from desktop.text.hits import hits

if TYPE_CHECKING:
    from sqlalchemy import Connection

FIRST_PAGE, PAGE = 50, 500  # drafts
MOST = 2_000  # places that are listed in all

Page = list[FoundArticle] | BadPattern


class DraftsSearch(QObject):
    """One search at a time; another query ends the one before.

    Signals:
        found: articles with places, changed last first (list of FoundArticle).
        ended: all was looked through, or so much found that no more is listed.
        failed: the pattern cannot be used (BadPattern).
    """

    found = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._ticket: Ticket | None = None
        self._ids: array[int] = array("q")
        self._done = 0
        self.places = self.articles = 0
        self.under_way = self.full = False

    @property
    def looked_through(self) -> int:
        """How many drafts were looked through."""
        return min(self._done, len(self._ids))

    def begin(self, query: Query) -> None:
        self.stop()
        self._done = self.places = self.articles = 0
        self.full = False
        try:
            find("", query)
        except BadPattern as error:
            self.failed.emit(error)
            return
        self.under_way = True
        self._ticket = self._tasks.read(self, drafts.in_work, partial(self._on_listed, query))

    def stop(self) -> None:
        self.under_way = False
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _on_listed(self, query: Query, ids: array[int]) -> None:
        self._ids = ids
        self._next(query)

    def _next(self, query: Query) -> None:
        if self._done >= len(self._ids) or self.full:
            self.under_way = False
            self.ended.emit()
            return
        wanted = self._ids[self._done : self._done + (PAGE if self._done else FIRST_PAGE)]
        self._done += len(wanted)
        self._ticket = self._tasks.read(self, partial(_page, wanted, query), partial(self._on_page, query))

    def _on_page(self, query: Query, page: Page) -> None:
        if isinstance(page, BadPattern):
            self.under_way = False
            self.failed.emit(page)
            return
        listed: list[FoundArticle] = []
        for found in page:
            room = MOST - self.places
            self.full = room < len(found.hits)
            if not room:
                break
            listed.append(replace(found, hits=found.hits[:room]))
            self.places += len(listed[-1].hits)
            self.articles += 1
        self.found.emit(listed)
        self._next(query)


def _page(wanted: array[int], query: Query, connection: Connection) -> Page:
    try:
        return [found for text in drafts.texts(connection, wanted) if (found := _found(text, query)) is not None]
    except BadPattern as error:
        return error


def _found(text: drafts.DraftText, query: Query) -> FoundArticle | None:
    places = hits(text.heads, query, MOST + 1, head=True)
    places += hits(text.plain, query, MOST + 1 - len(places))
    return FoundArticle(text.row, tuple(places)) if places else None
