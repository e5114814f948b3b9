"""Before a text is sent in: what it waits for is told, and what it lacks is asked for; only then it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.domain.article import Fields
from db.domain.errors import Awaiting
from db.domain.waiting import awaited_pictures
from db.domain.waiver import ALT, without_alt
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks, Ticket
from desktop.screens.editor.alts import ask_alts
from desktop.screens.editor.loading import Opened
from desktop.screens.editor.preview import PreviewPanel
from desktop.screens.editor.sheet import Sheet
from desktop.text.assets import uses

GoOn = Callable[[Mapping[str, str]], None]


class Sending(QObject):
    """``ask`` goes on, with the reasons for what stays without an alternative text, once nothing is in the way."""

    def __init__(
        self, tasks: Tasks, messages: MessageBar, sheet: Sheet, preview: PreviewPanel,
        opened: Callable[[], Opened | None], go_there: Callable[[], None], window: QWidget,
    ) -> None:  # fmt: skip
        """``go_there`` leads to the first picture that the text waits for."""
        super().__init__(window)
        self._tasks, self._messages, self._sheet, self._preview = tasks, messages, sheet, preview
        self._opened, self._go_there, self._window = opened, go_there, window
        self._ticket: Ticket | None = None

    def ask(self, go_on: GoOn) -> None:
        if self._ticket is not None:
            self._ticket.cancel()  # a second press is not a second question
        fields = self._sheet.value()
        if waits := awaited_pictures(fields):
            self._messages.error(Awaiting(waits), self.tr("去看看"), self._go_there)
            return
        opened = self._opened()
        known = {one.subject for one in opened.waivers if one.rule == ALT} if opened is not None else set()
        bare = [digest for digest in without_alt(fields) if digest not in known]
        if not bare:
            go_on({})
            return

        def reading(_connection: object) -> dict[str, str]:
            return {use.digest: use.caption for use in uses(fields.body) if not use.alt.strip()}

        self._ticket = self._tasks.read(self, reading, partial(self._on_read, go_on, fields, bare))

    def _on_read(self, go_on: GoOn, fields: Fields, bare: list[str], captions: Mapping[str, str]) -> None:
        self._ticket = None
        if self._sheet.value() != fields:  # written on meanwhile, or another text
            return
        pictures = [(digest, captions.get(digest, ""), self._preview.image(digest)) for digest in bare]
        answer = ask_alts(pictures, self._window)
        if answer is None:
            return
        alts, reasons = answer
        if alts:
            self._sheet.body.describe_bare(alts)
        go_on(reasons)
