"""The formatting bar: each step a command with its shortcut, for both modes, showing what holds at the caret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name
from desktop.kit.rich_text.keys import insert_rule
from desktop.kit.rich_text.looks import Look, place_of
from desktop.kit.rich_text.steps import has_mark, inner_list, set_mark, toggle_heading, toggle_list, toggle_quote
from desktop.kit.rich_text.tables import insert_table
from desktop.screens.editor.body import Body
from desktop.screens.editor.linking import link_step
from desktop.screens.editor.source_edit import Step
from desktop.text import edits
from desktop.text.flat import Kind
from desktop.text.tree import Mark

translate = QCoreApplication.translate
FILES = ("picture", "video", "attachment")
NARROWEST = 28  # an icon and its room: a window that is too small cuts the bar off, and squeezes nothing to less
VisualStep = Callable[[QTextCursor, Look], object]


@dataclass(frozen=True, slots=True)
class Formatting:
    """One step of the bar in both modes; ``holds`` says whether it is in force at a cursor."""

    name: str
    title: str
    shortcut: str
    icon: Name
    source: Step
    visual: VisualStep
    holds: Callable[[QTextCursor], bool] | None = None
    in_menu: bool = False


def _steps() -> tuple[Formatting, ...]:
    return (
        Formatting(
            "heading", translate("FormattingBar", "小标题"), "Ctrl+2", Name.HEADING, edits.heading,
            partial(_heading, level=2), partial(_is_heading, level=2), in_menu=True,
        ),
        Formatting(
            "subheading", translate("FormattingBar", "次级小标题"), "Ctrl+3", Name.SUBHEADING,
            partial(edits.heading, level=3), partial(_heading, level=3), partial(_is_heading, level=3), in_menu=True,
        ),
        Formatting(
            "bold", translate("FormattingBar", "加粗"), "Ctrl+B", Name.BOLD, edits.bold,
            partial(_mark, name="strong"), lambda cursor: has_mark(cursor, "strong"),
        ),
        Formatting(
            "italic", translate("FormattingBar", "斜体"), "Ctrl+I", Name.ITALIC, edits.italic,
            partial(_mark, name="em"), lambda cursor: has_mark(cursor, "em"),
        ),
        Formatting(
            "quote", translate("FormattingBar", "引用"), "Ctrl+Shift+.", Name.QUOTE, edits.quote, toggle_quote,
            _is_quote, in_menu=True,
        ),
        Formatting(
            "bullets", translate("FormattingBar", "列表"), "Ctrl+Shift+8", Name.LIST, edits.bullets,
            partial(_list, kind=Kind.BULLETED), partial(_is_list, kind=Kind.BULLETED), in_menu=True,
        ),
        Formatting(
            "numbers", translate("FormattingBar", "编号"), "Ctrl+Shift+7", Name.NUMBERED, edits.numbers,
            partial(_list, kind=Kind.NUMBERED), partial(_is_list, kind=Kind.NUMBERED), in_menu=True,
        ),
        Formatting(
            "table", translate("FormattingBar", "表格"), "Ctrl+Alt+B", Name.TABLE, edits.table,
            lambda cursor, look: insert_table(cursor, 3, 3, look), in_menu=True,
        ),
        Formatting(
            "rule", translate("FormattingBar", "分隔线"), "Ctrl+Alt+H", Name.RULE, edits.rule, insert_rule, in_menu=True
        ),
        Formatting(
            "link", translate("FormattingBar", "链接"), "Ctrl+Alt+K", Name.LINK, edits.link, link_step,
            lambda cursor: has_mark(cursor, "a"),
        ),
    )  # fmt: skip


def _heading(cursor: QTextCursor, look: Look, level: int) -> None:
    toggle_heading(cursor, level, look)


def _is_heading(cursor: QTextCursor, level: int) -> bool:
    return cursor.blockFormat().headingLevel() == level


def _mark(cursor: QTextCursor, look: Look, name: str) -> None:
    set_mark(cursor, Mark(name), not has_mark(cursor, name), look)


def _list(cursor: QTextCursor, look: Look, kind: Kind) -> None:
    toggle_list(cursor, kind, look)


def _is_list(cursor: QTextCursor, kind: Kind) -> bool:
    return inner_list(place_of(cursor.blockFormat())) is kind


def _is_quote(cursor: QTextCursor) -> bool:
    return any(level.kind is Kind.QUOTE for level in place_of(cursor.blockFormat()))


class FormattingBar(QWidget):
    """Registers the steps and shows their buttons in a row."""

    def __init__(
        self, commands: Commands, body: Body, picture: Callable[[], None], paste_plain: Callable[[], None],
        enabled: Callable[[], bool],
    ) -> None:  # fmt: skip
        super().__init__()
        self._commands, self._body, self._steps = commands, body, _steps()
        for step in self._steps:
            action = commands.add(
                Command(
                    f"text.{step.name}", step.title, partial(self._take, step), step.shortcut, icon=step.icon,
                    enabled=enabled,
                )
            )  # fmt: skip
            action.setCheckable(step.holds is not None)
        commands.add(
            Command(
                "text.picture", translate("FormattingBar", "图片"), picture, "Ctrl+Shift+P", icon=Name.PICTURE,
                enabled=enabled, hint=translate("FormattingBar", "插入图片文件"),
            )
        )  # fmt: skip
        commands.add(
            Command(
                "text.figure", translate("FormattingBar", "图片说明…"), body.describe_picture, "Ctrl+Shift+I",
                enabled=lambda: enabled() and body.picture_here() is not None,
                hint=translate("FormattingBar", "光标处图片的图说、署名和替代文字"),
            )
        )  # fmt: skip
        commands.add(
            Command(
                "text.paste_plain", translate("FormattingBar", "粘贴为纯文本"), paste_plain, "Ctrl+Shift+V",
                enabled=lambda: enabled() and body.is_visual,
                hint=translate("FormattingBar", "只要文字，不要原来的格式"),
            )
        )  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for name in (*(step.name for step in self._steps), "picture"):
            button = QToolButton()
            button.setDefaultAction(commands.action(f"text.{name}"))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonFollowStyle)
            button.setAccessibleName(commands.action(f"text.{name}").text())
            button.setMinimumWidth(NARROWEST)
            row.addWidget(button)
        files = QMenu(button)  # the other things that come from files, behind the arrow of the last button
        for name in FILES:
            files.addAction(commands.action(f"text.{name}"))
        button.setMenu(files)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        body.moved.connect(self._show_state)
        body.visual.menu_wanted.connect(self._on_menu_wanted)

    def _take(self, step: Formatting) -> None:
        if not self._body.is_visual:
            self._body.source.apply(step.source)
        elif step.name in ("bold", "italic") and not self._body.visual.textCursor().hasSelection():
            self._type_on("strong" if step.name == "bold" else "em")
        else:
            look = self._body.visual.look
            self._body.visual.step(lambda cursor: step.visual(cursor, look))
        self._show_state()

    def _type_on(self, name: str) -> None:
        """With nothing selected, what is typed next has the mark, or has it no more."""
        edit = self._body.visual
        if not edit.isReadOnly():
            edit.type_with(Mark(name), not has_mark(edit.textCursor(), name))
            edit.setFocus()

    @Slot()
    def _show_state(self) -> None:
        """Show the buttons of what holds at the caret as pressed."""
        cursor = self._body.visual.textCursor() if self._body.is_visual else None
        for step in self._steps:
            if step.holds is not None:
                self._commands.action(f"text.{step.name}").setChecked(cursor is not None and step.holds(cursor))

    @Slot()
    def _on_menu_wanted(self) -> None:
        """At the beginning of a paragraph: choose what it shall be; who does not choose has typed the sign."""
        edit = self._body.visual
        menu = QMenu(edit)
        for step in self._steps:
            if step.in_menu:
                menu.addAction(self._commands.action(f"text.{step.name}"))
        for name in (*FILES, "snippet", "sign"):
            menu.addAction(self._commands.action(f"text.{name}"))
        chosen = menu.exec(edit.viewport().mapToGlobal(edit.cursorRect().bottomLeft()))
        menu.deleteLater()
        if chosen is None:
            edit.insertPlainText("/")
