"""The formatting bar: each step a command with its shortcut."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.screens.editor.body import BodyEdit
from desktop.text import edits

translate = QCoreApplication.translate
NARROWEST = 28  # an icon and its room: a window that is too small cuts the bar off, and squeezes nothing to less


def formatting_bar(
    commands: Commands, body: BodyEdit, picture: Callable[[], None], enabled: Callable[[], bool]
) -> QWidget:
    """Register the steps and return their buttons in a row."""
    steps = (
        ("heading", translate("FormattingBar", "小标题"), edits.heading, "Ctrl+2", Name.HEADING),
        ("bold", translate("FormattingBar", "加粗"), edits.bold, "Ctrl+B", Name.BOLD),
        ("italic", translate("FormattingBar", "斜体"), edits.italic, "Ctrl+I", Name.ITALIC),
        ("quote", translate("FormattingBar", "引用"), edits.quote, "Ctrl+Shift+.", Name.QUOTE),
        ("bullets", translate("FormattingBar", "列表"), edits.bullets, "Ctrl+Shift+8", Name.LIST),
        ("numbers", translate("FormattingBar", "编号"), edits.numbers, "Ctrl+Shift+7", Name.NUMBERED),
        ("table", translate("FormattingBar", "表格"), edits.table, "Ctrl+Alt+B", Name.TABLE),
        ("rule", translate("FormattingBar", "分隔线"), edits.rule, "Ctrl+Alt+H", Name.RULE),
        ("link", translate("FormattingBar", "链接"), edits.link, "Ctrl+Alt+K", Name.LINK),
    )
    bar = QWidget()
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    made = [
        Command(f"text.{name}", title, partial(body.apply, step), shortcut, icon=picture_of, enabled=enabled)
        for name, title, step, shortcut, picture_of in steps
    ]
    made.append(
        Command(
            "text.picture",
            translate("FormattingBar", "图片"),
            picture,
            "Ctrl+Shift+P",
            icon=Name.PICTURE,
            enabled=enabled,
            hint=translate("FormattingBar", "插入图片文件"),
        )
    )
    for command in made:
        button = QToolButton()
        button.setDefaultAction(commands.add(command))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonFollowStyle)
        button.setAccessibleName(command.title)
        button.setMinimumWidth(NARROWEST)
        row.addWidget(button)
    return bar
