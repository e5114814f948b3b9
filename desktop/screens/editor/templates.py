"""稿件模板 and 常用语 at the article: kept from what is written, put in where it is begun."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from db.domain.article import Fields
from db.domain.template import KEEPERS, Template, TemplateKind
from desktop.kit.commands import Command, Commands
from desktop.kit.confirm import ask, ask_text
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
from desktop.screens.editor.composition import Composition
from desktop.screens.editor.sheet import Sheet
from desktop.screens.editor.template_dialog import TemplateDialog
from desktop.text.clean import clean_line
from desktop.text.placeholders import fill_in

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.unit import Unit

Found = Callable[[Sequence[Template]], None]
LONGEST = 100  # characters of a name


class Templates(QObject):
    """Registers the commands."""

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar, sheet: Sheet,
        composition: Composition, may_write: Callable[[], bool], window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._tasks, self._theme, self._messages, self._sheet = tasks, theme, messages, sheet
        self._composition, self._may_write, self._window = composition, may_write, window
        article, snippet = TemplateKind.ARTICLE, TemplateKind.SNIPPET
        for command in (
            Command(
                "text.template", self.tr("套用模板"), partial(self._begin, article), "Ctrl+Alt+M", enabled=may_write,
                keywords=("template", self.tr("从模板新建")), hint=self.tr("用存下的稿件模板起一篇稿"),
            ),
            Command(
                "text.snippet", self.tr("插入常用语"), partial(self._begin, snippet), "Ctrl+Alt+E", enabled=may_write,
                keywords=("snippet",), hint=self.tr("在光标处放一段存下的常用语"),
            ),
            Command(
                "text.keep_template", self.tr("存为模板…"), partial(self._keep, article), "", ("template",),
                enabled=self._keeps, hint=self.tr("以后用这篇的样子起稿"),
            ),
            Command(
                "text.keep_snippet", self.tr("存为常用语…"), partial(self._keep, snippet), "", ("snippet",),
                enabled=self._keeps, hint=self.tr("把选中的文字存下来，随时插入"),
            ),
        ):  # fmt: skip
            commands.add(command)

    def _keeps(self) -> bool:
        actor = self._tasks.actor
        return self._may_write() and actor is not None and actor.may(*KEEPERS)

    # using one

    def _begin(self, kind: TemplateKind) -> None:
        self._composition.finish()
        self._read(kind, partial(self._choose, kind))

    def _read(self, kind: TemplateKind, done: Found, owner: QObject | None = None) -> None:
        def work(connection: Connection) -> list[Template]:
            # SQLAlchemy stays out of start-up
            from db.store import templates  # noqa: PLC0415

            return templates.every(connection, kind)

        self._tasks.read(owner or self, work, done)

    def _choose(self, kind: TemplateKind, found: Sequence[Template]) -> None:
        if self._composition.open or not self._may_write():  # who writes on is not interrupted
            return
        if not found:
            self._messages.info(
                self.tr("还没有模板。写好一篇样稿，再用“更多”里的“存为模板”存下来。")
                if kind is TemplateKind.ARTICLE
                else self.tr("还没有常用语。选中一段文字，再用“更多”里的“存为常用语”存下来。")
            )
            return
        dialog = TemplateDialog(self._theme, kind, keeps=self._keeps(), parent=self._window)
        dialog.show_templates(found)
        dialog.rename_wanted.connect(partial(self._rename, dialog))
        dialog.remove_wanted.connect(partial(self._remove, dialog))
        chosen = dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        actor = self._tasks.actor
        if chosen is not None and actor is not None and self._may_write():
            self._sheet.fill_in(fill_in(chosen.fields, date.today(), actor.name))

    def _rename(self, dialog: TemplateDialog, one: Template) -> None:
        name = self._ask_name(self.tr("改名"), one.name, dialog)
        if name and name != one.name:
            self._change(dialog, one.kind, partial(_rename, one.id, name))

    def _remove(self, dialog: TemplateDialog, one: Template) -> None:
        words = self.tr("“{name}”以后不能再用。用它写的稿件不受影响。").format(name=one.name)
        if ask(dialog, self.tr("删除？"), words, self.tr("删除"), danger=True):
            self._change(dialog, one.kind, partial(_remove, one.id))

    def _change(self, dialog: TemplateDialog, kind: TemplateKind, work: Callable[[Unit], object]) -> None:
        self._tasks.change(dialog, work, lambda _done: self._read(kind, dialog.show_templates, dialog))

    # keeping one

    def _keep(self, kind: TemplateKind) -> None:
        self._composition.finish()
        whole = kind is TemplateKind.ARTICLE
        fields = self._sheet.value() if whole else Fields(body=self._sheet.body.selected())
        if not whole and not fields.body.strip():
            self._messages.info(self.tr("先选中要存的文字，再存为常用语。"))
            return
        title = self.tr("存为模板") if whole else self.tr("存为常用语")
        name = self._ask_name(title, fields.title if whole else "", self._window)
        if name:
            said = self.tr("已存为模板“{name}”。按 Ctrl+Alt+M 套用。") if whole else self.tr(
                "已存为常用语“{name}”。按 Ctrl+Alt+E 插入。"
            )  # fmt: skip
            told = said.format(name=name)
            self._tasks.change(self, partial(_add, kind, name, fields), lambda _made: self._messages.success(told))

    def _ask_name(self, title: str, name: str, parent: QWidget) -> str:
        given = ask_text(parent, title, "", self.tr("名称"), self.tr("确定"), name[:LONGEST], limit=LONGEST)
        return clean_line(given or "")


# SQLAlchemy stays out of start-up


def _add(kind: TemplateKind, name: str, fields: Fields, unit: Unit) -> None:
    from db.actions import templates  # noqa: PLC0415

    templates.add(unit, kind, name, fields)


def _rename(template_id: int, name: str, unit: Unit) -> None:
    from db.actions import templates  # noqa: PLC0415

    templates.rename(unit, template_id, name)


def _remove(template_id: int, unit: Unit) -> None:
    from db.actions import templates  # noqa: PLC0415

    templates.remove(unit, template_id)
