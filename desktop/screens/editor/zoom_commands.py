"""文稿缩放: the text larger and smaller, by keys, and by the button in the foot that tells the size."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.kit.commands import Command, Commands
from desktop.kit.zoom import Zoom

translate = QCoreApplication.translate
SIZES = ("view.zoom_in", "view.zoom_out", "view.zoom_whole")


def add_zoom_commands(commands: Commands, zoom: Zoom, shown: Callable[[], bool]) -> None:
    hint = translate("ZoomCommands", "只改屏幕上看到的大小，也可以按住 Ctrl 滚动鼠标")
    for name, title, run, keys in (
        ("in", translate("ZoomCommands", "放大文稿"), partial(zoom.step, True), "Ctrl+="),
        ("out", translate("ZoomCommands", "缩小文稿"), partial(zoom.step, False), "Ctrl+-"),
        ("whole", translate("ZoomCommands", "原来大小"), partial(zoom.set, 100), "Ctrl+0"),
    ):
        commands.add(Command(f"view.zoom_{name}", title, run, keys, ("zoom", "100%"), enabled=shown, hint=hint))


class ZoomButton(QToolButton):
    """Tells the size; pressed, it offers others."""

    def __init__(self, commands: Commands, zoom: Zoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = zoom
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("文稿缩放"))
        self.setAccessibleName(self.tr("文稿缩放"))
        self.setMaximumHeight(self.fontMetrics().height() + 4)
        menu = QMenu(self)
        menu.addActions([commands.action(name) for name in SIZES])
        self.setMenu(menu)
        zoom.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        self.setText(self.tr("{n}%").format(n=self._zoom.percent))
