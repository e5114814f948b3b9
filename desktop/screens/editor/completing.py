"""What the newsroom wrote before, offered in the fields of an article: units, people, keywords."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QLineEdit

from desktop.kit.completion import Spelt, spelt
from desktop.kit.tasks import Tasks
from desktop.screens.editor.sheet import Sheet

if TYPE_CHECKING:
    from sqlalchemy import Connection

FRESH = 60.0  # seconds that what was read is offered before it is read again

Known = tuple[list[Spelt], list[Spelt], list[Spelt]]  # organisations, people, keywords


class Completing(QObject):
    """Reads the words when a field that uses them gets the keyboard."""

    def __init__(self, tasks: Tasks, sheet: Sheet, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._read_at = -FRESH
        head, more = sheet.fields, sheet.properties
        self._organisations = (head.source, more.information_source, more.policy_issuer, more.reprint_source)
        self._people = (more.correspondents, more.photographers, more.authors)
        self._keywords = (more.keywords,)
        for field in (*self._organisations, *self._people, *self._keywords):
            for line in field.findChildren(QLineEdit):
                line.installEventFilter(self)

    def _freshen(self) -> None:
        if time.monotonic() - self._read_at >= FRESH:
            self._read_at = time.monotonic()
            self._tasks.read(self, _read, self._offer)

    @Slot(object)
    def _offer(self, known: Known) -> None:
        organisations, people, keywords = known
        for line in self._organisations:
            line.offer(organisations)
        for names in self._people:
            names.offer(people)
        for words in self._keywords:
            words.offer(keywords)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._freshen()
        return super().eventFilter(watched, event)


def _read(connection: Connection) -> Known:
    from db.store import vocabulary  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    known = vocabulary.read(connection)
    return spelt(known.organisations), spelt(known.people), spelt(known.keywords)
