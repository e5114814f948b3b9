"""What the text proposes for summary, keywords and address name; a person asks for it, nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.kit.confirm import ask
from desktop.kit.forms import LineField, TextField
from desktop.kit.messages import MessageBar
from desktop.kit.tags_field import split_names
from desktop.kit.tasks import Tasks, Ticket
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.sheet import Sheet
from desktop.text import measures
from desktop.text.pieces import pieces
from desktop.text.slug import propose_slug

if TYPE_CHECKING:
    from sqlalchemy import Connection

Asked = tuple[str, str, str]  # the field, the title and the text that were there


class Proposing(QObject):
    """Answers the buttons beside the fields."""

    def __init__(
        self, tasks: Tasks, messages: MessageBar, sheet: Sheet, composition: Composition, window: QWidget
    ) -> None:
        super().__init__(window)
        self._tasks, self._messages, self._sheet = tasks, messages, sheet
        self._composition, self._window = composition, window
        self._ticket: Ticket | None = None
        sheet.properties.proposal_wanted.connect(self._on_wanted)

    @Slot(str)
    def _on_wanted(self, name: str) -> None:
        self._composition.finish()
        if self._ticket is not None:
            self._ticket.cancel()
        asked = self._asked(name)
        form = self._sheet.properties
        named = {*form.correspondents.value(), *form.photographers.value(), *form.authors.value()}
        self._ticket = self._tasks.read(
            self, lambda connection: _proposed(connection, *asked, named), lambda found: self._take(asked, found)
        )

    def _asked(self, name: str) -> Asked:
        return name, self._sheet.fields.title.value(), self._sheet.body.text()

    def _take(self, asked: Asked, found: tuple[str, ...]) -> None:
        self._ticket, name = None, asked[0]
        if asked != self._asked(name) or self._composition.open:  # it is another text by now, or is becoming one
            return
        form = self._sheet.properties
        new = tuple(word for word in found if name != "keywords" or word not in form.keywords.value())
        if not any(found):
            self._messages.info(
                self.tr("先写标题，再用它的拼音作网址名。") if name == "slug" else self.tr("正文还太短，提不出来。")
            )
        elif not new:
            self._messages.info(self.tr("提出来的关键词都已经有了。"))
        elif name == "keywords":
            form.keywords.add(new)
        else:
            self._write(form.summary if name == "summary" else form.slug, new[0])

    def _write(self, field: TextField | LineField, text: str) -> None:
        """Write into an empty field; where there is something, show both and ask."""
        old = field.value()
        if old == text:
            self._messages.info(self.tr("提出来的和现在的一样。"))
            return
        words = self.tr("现在的：\n{old}\n\n换成：\n{new}").format(old=old, new=text)
        if not old or ask(self._window, self.tr("换掉现在写的？"), words, self.tr("换掉")):
            field.write(text)


def _proposed(connection: Connection, name: str, title: str, text: str, named: set[str]) -> tuple[str, ...]:
    """Runs on a worker: a long text is parsed, and keywords load a dictionary."""
    if name == "slug":
        return (propose_slug(title),)
    paragraphs = measures.paragraphs([block for piece in pieces(text) for block in piece.blocks])
    if name == "summary":
        return (measures.summary(paragraphs),)
    # SQLAlchemy stays out of start-up
    from db.store import channels, people  # noqa: PLC0415

    known = {word for channel in channels.every(connection) for word in split_names(channel.keywords)}
    people_here = {person.name for person in people.everyone(connection)}
    return tuple(measures.keywords(paragraphs, title, known=sorted(known), exclude=named | people_here))
