"""Asks for 图说 and credit of pictures that came into the text: offered beside the work, asked one by one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.rich_text.edit import FoundThing
from desktop.kit.rich_text.looks import Shape
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.figure_dialog import ask_words
from desktop.screens.editor.sheet import Sheet
from desktop.text.addresses import is_kept_picture


class Captioning(QObject):
    """Hears of every picture that was taken in, whichever way it came; registers the command."""

    def __init__(
        self, commands: Commands, messages: MessageBar, sheet: Sheet, composition: Composition,
        may_write: Callable[[], bool], window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._messages, self._body, self._composition, self._may_write = messages, sheet.body, composition, may_write
        self._came: set[str] = set()  # sources of pictures whose words were not asked for yet
        commands.add(
            Command(
                "text.captions", self.tr("逐张补图说…"), self._ask_all, icon=Name.PICTURE,
                enabled=lambda: may_write() and sheet.body.is_visual,
                hint=self.tr("给正文里还没有图说和署名的图片一张一张补上"), keywords=("tushuo", "caption"),
            )
        )  # fmt: skip
        sheet.picture_taken.connect(self._on_taken)

    @Slot(str)
    def _on_taken(self, digest: str) -> None:
        """Offer to write the words; several pictures make one offer, and nothing takes the keyboard away."""
        source = f"asset:{digest}"
        if not any(found.facts[0] == source for found in self._bare()):
            return  # a cover, or one that brought its words
        self._came.add(source)
        self._messages.info(self.tr("图片放进来了，还没有图说和署名。"), self.tr("填图说"), self._ask_new)

    def _ask_new(self) -> None:
        came, self._came = self._came, set()
        self._ask([found for found in self._bare() if found.facts[0] in came])

    def _ask_all(self) -> None:
        found = self._bare()
        if not found:
            self._messages.info(self.tr("正文里的图片都有图说或署名了。"))
        self._ask(found)

    def _ask(self, pictures: list[FoundThing]) -> None:
        """Ask picture by picture until the person thinks better of it."""
        edit = self._body.visual
        for found in pictures:
            if self._composition.open or not self._may_write() or edit.thing_at(found.position) != found:
                return
            cursor = QTextCursor(edit.document())
            cursor.setPosition(found.position)
            edit.setTextCursor(cursor)
            edit.ensureCursorVisible()  # the picture that is asked about is seen
            words = ask_words(self._body, found.facts[1], "", "")
            if words is None:
                return
            if edit.thing_at(found.position) == found:
                edit.describe(found, (found.facts[0], *words))

    def _bare(self) -> list[FoundThing]:
        """Return the pictures of the text that have neither 图说 nor credit."""
        if not self._body.is_visual:
            return []
        return [
            found for found in self._body.visual.things()
            if found.shape is Shape.FIGURE and is_kept_picture(found.facts[0]) and not any(found.facts[2:4])
        ]  # fmt: skip
