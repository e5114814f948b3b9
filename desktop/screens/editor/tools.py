"""What a text is written with, beside keys: the formatting bar, the menus, and what other programs copied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.kit.commands import Commands
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.screens.editor.formatting import FormattingBar
from desktop.screens.editor.inserted_files import InsertedFiles
from desktop.screens.editor.pasting import Pasting
from desktop.screens.editor.remote_pictures import RemotePictures
from desktop.screens.editor.sheet import Sheet
from desktop.screens.editor.table_commands import TableCommands
from desktop.screens.editor.uploads import Uploads


class Tools:
    """Registers the commands of writing; ``bar``, and ``asking`` below the text, are to be laid out."""

    def __init__(
        self, tasks: Tasks, commands: Commands, messages: MessageBar, sheet: Sheet, uploads: Uploads,
        may_write: Callable[[], bool], window: QWidget,
    ) -> None:  # fmt: skip
        body = sheet.body
        self.remote = RemotePictures(tasks, commands, messages, body, sheet.composition, uploads, may_write, window)
        self.asking = self.remote.line
        self._pasting = Pasting(tasks, body.visual, uploads, self.remote, messages, window)
        self.files = InsertedFiles(tasks, commands, messages, body, uploads, may_write, window)
        self.bar = FormattingBar(commands, body, sheet.choose_picture, self._pasting.paste_plain, may_write)
        self._tables = TableCommands(commands, body, may_write)
