"""一键排版 at the article: finds what is to be changed off the main thread, shows it, and does it as one step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QDialog, QWidget

from db.domain.settings import tidy_rules
from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.rich_text.replacing import replace_leaves, spare_blocks
from desktop.kit.rich_text.taking import leaves
from desktop.kit.tasks import Tasks, Ticket
from desktop.kit.theme import Theme
from desktop.screens.editor.body import Body
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.tidy_dialog import Shown, TidyDialog
from desktop.text.edits import Edit
from desktop.text.flat import Leaf
from desktop.text.tidy import Change, Rule
from desktop.text.tidying import TidyLeaves, TidySource, tidy_leaves, tidy_source

if TYPE_CHECKING:
    from sqlalchemy import Connection

_AROUND = 8  # characters shown beside an empty paragraph


class Tidying(QObject):
    """Registers the command."""

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar, body: Body,
        composition: Composition, may_write: Callable[[], bool], window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._tasks, self._theme, self._messages, self._body = tasks, theme, messages, body
        self._composition, self._window = composition, window
        self._ticket: Ticket | None = None
        commands.add(
            Command(
                "text.tidy", self.tr("一键排版"), self._begin, "Ctrl+Shift+Y", icon=Name.TIDY, enabled=may_write,
                keywords=("tidy",), hint=self.tr("段首空格、空段、标点、引号、数字等一次排好，先看再改"),
            )
        )  # fmt: skip

    def _begin(self) -> None:
        self._composition.finish()
        if self._ticket is not None:
            self._ticket.cancel()
        text = _Text(self._body)

        def look(connection: Connection) -> tuple[frozenset[Rule], TidyLeaves | TidySource]:
            # SQLAlchemy stays out of start-up
            from db.store import settings  # noqa: PLC0415

            rules = frozenset(map(Rule, tidy_rules(settings.every(connection))))
            return rules, text.tidied(rules)

        self._ticket = self._tasks.read(self, look, lambda found: self._ask(text, *found))

    def _ask(self, text: _Text, rules: Collection[Rule], found: TidyLeaves | TidySource) -> None:
        self._ticket = None
        if self._composition.open:  # who writes on is not interrupted
            return
        latest = found
        ticket: Ticket | None = None

        def find(wanted: Collection[Rule], tell: Shown) -> None:
            nonlocal ticket
            if ticket is not None:
                ticket.cancel()
            ticket = self._tasks.read(dialog, lambda _connection: text.tidied(wanted), lambda new: keep(new, tell))

        def keep(new: TidyLeaves | TidySource, tell: Shown) -> None:
            nonlocal latest
            latest = new
            tell(text.changes(new, dialog.rules()))

        dialog = TidyDialog(self._theme, rules, find, self._window)
        dialog.show_changes(text.changes(found, rules))
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen, count = dialog.rules(), dialog.model.count()
        dialog.deleteLater()
        if accepted and text.put_in(latest, chosen):
            self._messages.success(self.tr("排好了，改了 {n} 处。按 Ctrl+Z 撤回。").format(n=f"{count:,}"))
        elif accepted:
            self._messages.warning(self.tr("正文刚刚变了，没有排版。请再按一次“一键排版”。"))


class _Text:
    """The text of the mode that is seen, as it was when it was looked at."""

    def __init__(self, body: Body) -> None:
        self._body, self._visual = body, body.is_visual
        self._leaves: Sequence[Leaf] = leaves(body.visual.document()) if self._visual else ()
        self._source = "" if self._visual else body.source.text()
        self._spare = [_empty(block) for block in spare_blocks(body.visual.document())] if self._visual else []

    def tidied(self, rules: Collection[Rule]) -> TidyLeaves | TidySource:
        """Touches no widget, and may run on a worker."""
        return tidy_leaves(self._leaves, rules) if self._visual else tidy_source(self._source, rules)

    def changes(self, found: TidyLeaves | TidySource, rules: Collection[Rule]) -> list[Change]:
        return [*found.changes, *(self._spare if Rule.BLANKS in rules else ())]

    def put_in(self, found: TidyLeaves | TidySource, rules: Collection[Rule]) -> bool:
        """Change the text, if it is still the one that was looked at; say whether it was."""
        if self._body.is_visual is not self._visual or self._body.editor.isReadOnly():
            return False
        if isinstance(found, TidySource):
            return self._put_in_source(found.text)
        edit, new = self._body.visual, found.leaves
        if leaves(edit.document()) != self._leaves:
            return False
        edit.step(lambda cursor: replace_leaves(cursor, new, edit.look, empty=Rule.BLANKS in rules))
        edit.ensureCursorVisible()
        return True

    def _put_in_source(self, made: str) -> bool:
        source = self._body.source
        if source.text() != self._source:
            return False

        def step(text: str, start: int, _end: int) -> Edit:
            at = _same_letters(made, sum(map(str.isalnum, text[:start])))
            return Edit(made, at, at)

        source.apply(step)
        return True


def _empty(block: QTextBlock) -> Change:
    lead, trail = block.previous().text()[-_AROUND:], block.next().text()[:_AROUND]
    return Change(Rule.BLANKS, (), "", "", lead, trail)


def _same_letters(text: str, letters: int) -> int:
    """Return the place in a text behind so many letters and digits."""
    at = left = 0
    while left < letters and at < len(text):
        left += text[at].isalnum()
        at += 1
    return at
