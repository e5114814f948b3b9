"""Moving the blocks at the caret up and down by keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.rich_text.moving import move_step
from desktop.screens.editor.body import Body
from desktop.screens.editor.composition import Composition

translate = QCoreApplication.translate


class BlockCommands:
    """Registers the commands."""

    def __init__(self, commands: Commands, body: Body, composition: Composition, may_write: Callable[[], bool]) -> None:
        self._body, self._composition = body, composition
        words = (
            ("up", translate("BlockCommands", "上移这一段"), "Alt+Shift+Up", Name.UP, False),
            ("down", translate("BlockCommands", "下移这一段"), "Alt+Shift+Down", Name.DOWN, True),
        )
        for name, title, shortcut, icon, down in words:
            commands.add(
                Command(
                    f"text.move_{name}", title, partial(self._move, down), shortcut, icon=icon,
                    enabled=lambda: may_write() and body.is_visual,
                    hint=translate("BlockCommands", "连同选中的各段；列表项和表格整个移动"),
                )
            )  # fmt: skip

    def _move(self, down: bool) -> None:
        edit = self._body.visual
        if self._composition.open:
            return
        edit.step(lambda cursor: move_step(cursor, edit.look, down=down))
        edit.ensureCursorVisible()
