"""Commands that show the article in another way and change nothing in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.screens.editor.inspector import Inspector

translate = QCoreApplication.translate


def add_view_commands(commands: Commands, inspector: Inspector, shown: Callable[[], bool]) -> None:
    commands.add(
        Command(
            "view.outline", translate("ViewCommands", "大纲"), inspector.show_outline, "Ctrl+Alt+G", ("outline",),
            Name.LIST, shown, translate("ViewCommands", "列出小标题，点一下就到"),
        )
    )  # fmt: skip
