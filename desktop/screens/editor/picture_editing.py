"""Editing the picture at the caret: the changed one takes its place in the text, and as the cover."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.messages import MessageBar
from desktop.kit.rich_text.edit import FoundThing
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.picture_dialog import PictureDialog
from desktop.screens.editor.sheet import Sheet
from desktop.text.addresses import is_kept_picture

OWN = "asset:"


class PictureEditing(QObject):
    """Registers the command, and puts it into the menu of the right button where there is a picture."""

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar, sheet: Sheet,
        composition: Composition, may_write: Callable[[], bool], window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._tasks, self._theme, self._commands, self._messages = tasks, theme, commands, messages
        self._sheet, self._composition, self._window = sheet, composition, window
        commands.add(
            Command(
                "text.edit_picture", self.tr("编辑图片…"), self._begin, "Ctrl+Alt+X", icon=Name.PICTURE,
                enabled=lambda: may_write() and self._here() is not None,
                hint=self.tr("裁剪、旋转、打马赛克、缩小光标处的图片"),
                keywords=("caijian", "xuanzhuan", "masaike", "crop", "mosaic"),
            )
        )  # fmt: skip
        sheet.body.visual.menu_opened.connect(self._add_to)
        sheet.body.editing_wanted.connect(self._edit)

    def _here(self) -> FoundThing | None:
        """Return the picture at the caret, if the record has it: films and pictures of the web are not edited."""
        found = self._sheet.body.picture_here()
        return found if found is not None and is_kept_picture(found.facts[0]) else None

    def _begin(self) -> None:
        found = self._here()
        if found is not None:
            self._edit(found)

    @Slot(object)
    def _edit(self, found: FoundThing) -> None:
        if self._composition.open:
            return
        old = found.facts[0].removeprefix(OWN)
        dialog = PictureDialog(self._tasks, self._theme, old, self._window)
        accepted, new = dialog.exec() == QDialog.DialogCode.Accepted, dialog.digest
        dialog.deleteLater()
        if accepted and new and new != old:
            self._replace(found, old, new)

    def _replace(self, found: FoundThing, old: str, new: str) -> None:
        """Put the new picture in the place of the old one; its words stay. What still shows the old one is told."""
        edit = self._sheet.body.visual
        now = edit.thing_at(found.position)
        if edit.isReadOnly() or now is None or now.facts != found.facts:
            self._messages.warning(self.tr("正文刚刚变了，图片没有换。改好的图片没有放进正文，请再编辑一次。"))
            return
        edit.describe(now, (OWN + new, *now.facts[1:]))
        for field in (self._sheet.properties.cover, self._sheet.properties.poster):
            if field.value() == old:  # else what was masked would still stand on the front page
                field.choose(new)
        left = self._count(OWN + old)
        if left:
            self._messages.warning(self.tr("正文里还有 {n} 处用着没改过的这张图。").format(n=left))
        edit.setFocus()

    def _count(self, source: str) -> int:
        return sum(found.facts[:1] == (source,) for found in self._sheet.body.visual.things())

    @Slot(object)
    def _add_to(self, menu: QMenu) -> None:
        if self._here() is not None:
            self._commands.refresh()
            menu.addSeparator()
            menu.addAction(self._commands.action("text.edit_picture"))
