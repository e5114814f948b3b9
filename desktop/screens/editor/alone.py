"""全屏 at the article: what stands beside the text goes; the window hides the rest when the command is checked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.kit.commands import Command, Commands
from desktop.screens.editor.frame import Frame

BESIDE = ("article.properties", "view.outline")  # what stands in the inspector


class Alone(QObject):
    """Registers the command, whose action is checked while the text is alone."""

    def __init__(
        self, commands: Commands, frame: Callable[[], Frame], shown: Callable[[], bool], window: QWidget
    ) -> None:
        super().__init__(window)
        self._frame, self._on = frame, False
        self._action = commands.add(
            Command(
                "view.alone", self.tr("全屏写稿"), self._toggle, "F11", ("fullscreen", self.tr("无干扰")),
                enabled=lambda: self._on or shown(), hint=self.tr("只留正文，按 Esc 或再按一次回来"),
            )
        )  # fmt: skip
        self._action.setCheckable(True)
        commands.ran.connect(self._on_ran)

    @Slot(str)
    def _on_ran(self, command_id: str) -> None:
        if self._on and command_id in BESIDE:
            self._toggle()

    def _toggle(self) -> None:
        self._on = not self._on
        self._frame().set_alone(self._on)
        self._action.setChecked(self._on)
