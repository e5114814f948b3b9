"""The audit screen: the chain at the left, newest first; one entry, whole, at the right."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from db.domain.audit import ChainHead
from db.domain.changes import Changes
from db.domain.errors import DeskError
from db.store import audit_log
from db.store.audit_log import AuditFilters, AuditRow
from db.store.durable import write_durably
from desktop.kit.buttons import CommandButton
from desktop.kit.commands import Command, Commands
from desktop.kit.faults import placed, told
from desktop.kit.file_dialogs import ask_new_file
from desktop.kit.help import explain
from desktop.kit.icons import Name
from desktop.kit.list_delegate import ListDelegate
from desktop.kit.messages import MessageBar
from desktop.kit.paged_model import PagedModel
from desktop.kit.row_list import RowList
from desktop.kit.tasks import Tasks
from desktop.kit.theme import ButtonKind, Surface, Theme, lay, mark, scaled
from desktop.kit.times import local_day_time
from desktop.screens.audit.export import as_lines, as_table
from desktop.screens.audit.filters import FiltersPanel
from desktop.screens.audit.words import fact_name, facts_of, groups, line, word_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store.verify import Verified


_READ = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
)


class AuditScreen(QWidget):
    """To read by everybody who edits, reviews, publishes or looks after the newsroom; nothing here changes anything.

    Signals:
        opened: the person wants to read an article (its id).
    """

    opened = Signal(int)

    def __init__(
        self, tasks: Tasks, theme: Theme, commands: Commands, messages: MessageBar, parent: QWidget | None = None,
        *, known_head: Callable[[], ChainHead | None],
    ) -> None:  # fmt: skip
        """``known_head``: the chain's end as this machine saw it last."""
        super().__init__(parent)
        self._tasks, self._messages, self._known_head = tasks, messages, known_head
        self._checking = False
        self.model = PagedModel(tasks, lambda row: line(row).spoken(), self)
        self.list = RowList(theme)
        self.list.setAccessibleName(self.tr("留痕"))
        self.list.setItemDelegate(ListDelegate(theme, line, self.list))
        self.list.set_empty_text(self.tr("没有符合条件的留痕。"))
        self.list.setModel(self.model)
        self.filters = FiltersPanel(tasks)
        self.filters.edited.connect(self.refresh)
        self.count = QLabel()
        mark(self.count, "tint", "soft")
        self.model.counted.connect(self._on_counted)
        self.model.modelReset.connect(self._show_entry)
        self.list.selectionModel().currentChanged.connect(self._show_entry)
        self.model.dataChanged.connect(self._show_entry)
        self.list.activated.connect(self._on_activated)
        self.list.doubleClicked.connect(self._on_activated)
        self._commands = commands
        self.entry = QLabel()
        self.entry.setTextFormat(Qt.TextFormat.RichText)
        self.entry.setTextInteractionFlags(_READ)
        self.entry.setWordWrap(True)
        self.entry.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.entry.setContentsMargins(24, 16, 24, 16)
        self.entry.setAccessibleName(self.tr("这一条的内容"))
        self.entry.linkActivated.connect(self._on_link)
        self._add_commands()
        self._build()
        explain(self, "audit")

    def _add_commands(self) -> None:
        self._commands.add(
            Command(
                "audit.verify", self.tr("核对全部记录"), self.verify, icon=Name.CHECK, keywords=("verify",),
                enabled=lambda: not self._checking,
                hint=self.tr("把留痕、每次审核、每次签发和数据库的规则从头核对一遍"),
            )
        )  # fmt: skip
        self._commands.add(Command("audit.export", self.tr("导出留痕…"), self.export, icon=Name.EXPORT))

    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        for part, share in ((self._chain_side(), 4), (self._entry_side(), 5)):
            split.addWidget(part)
            split.setStretchFactor(split.count() - 1, share)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _chain_side(self) -> QWidget:
        title = QLabel(self.tr("留痕"))
        title.setFont(scaled(self.font(), 1.2, bold=True))
        head = QHBoxLayout()
        head.addWidget(title)
        head.addWidget(self.count, 1)
        above = QVBoxLayout()
        above.setContentsMargins(14, 12, 14, 8)
        above.setSpacing(8)
        above.addLayout(head)
        above.addWidget(self.filters)
        made = QWidget()
        lay(made, Surface.LIST)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        return made

    def _entry_side(self) -> QWidget:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 12, 24, 4)
        buttons.addStretch(1)
        buttons.addWidget(CommandButton(self._commands.action("audit.export")))
        buttons.addWidget(CommandButton(self._commands.action("audit.verify"), ButtonKind.PRIMARY))
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setFrameShape(QScrollArea.Shape.NoFrame)
        page.setWidget(self.entry)
        made = QWidget()
        for part in (self.entry, page, made):
            lay(part, Surface.PAPER)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(buttons)
        column.addWidget(page, 1)
        return made

    @Slot()
    def refresh(self) -> None:
        """Read the chain anew as it is filtered."""
        chosen = self.filters.value()
        self.model.load(
            lambda connection: (audit_log.first(connection, chosen), None),
            lambda connection: audit_log.ids(connection, chosen),
            audit_log.rows,
            _none_of_mine,
        )

    # What is shown

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self.count.setText(self.tr("{n} 条").format(n=f"{count:,}"))

    @Slot()
    def _show_entry(self) -> None:
        row: AuditRow | None = self.model.row(self.list.currentIndex().row())
        self.entry.setText(self._entry(row) if row is not None else self.tr("从左边选一条。"))

    def _entry(self, row: AuditRow) -> str:
        entry = row.entry
        told = [
            (self.tr("序号"), str(entry.seq)),
            (self.tr("时间"), local_day_time(entry.at)),
            (self.tr("谁"), entry.person or self.tr("程序")),
            (self.tr("做了什么"), word_of(entry.verb)),
        ]
        rows = [_row(label, escape(words)) for label, words in told]
        if row.number:
            link = f'<a href="article">{escape(row.number)}</a> {escape(row.title)}'
            rows.append(_row(self.tr("稿件"), link))
        facts = ((name, value) for name, value in facts_of(row).items() if value not in ("", None))
        rows += [_row(escape(fact_name(name)), escape(_plain(value))) for name, value in facts]
        rows.append(_row(self.tr("前一条的摘要"), f"<small>{entry.previous}</small>"))
        rows.append(_row(self.tr("这一条的摘要"), f"<small>{entry.hash}</small>"))
        return f'<table cellspacing="0" cellpadding="5">{"".join(rows)}</table>'

    def _on_activated(self) -> None:
        row: AuditRow | None = self.model.row(self.list.currentIndex().row())
        if row is not None and row.entry.article_id and row.number:
            self.opened.emit(row.entry.article_id)

    @Slot(str)
    def _on_link(self, _address: str) -> None:
        self._on_activated()

    # Checking

    def verify(self) -> None:
        """Check the whole record while the window lives on, and say what does not hold."""
        from db.store.verify import verify  # noqa: PLC0415  # seldom needed

        store, known = self._tasks.store, self._known_head()
        self._checking = True
        self._commands.refresh()
        self._messages.info(self.tr("正在核对全部记录…"))
        self._tasks.run(self, lambda _report, _cancelled: verify(store, known), self._on_verified, self._on_unverified)

    def _on_verified(self, found: Verified) -> None:
        self._checking = False
        self._commands.refresh()
        if not found.faults:
            words = self.tr("全部相符：留痕 {n} 条，稿次 {m} 个，签发 {k} 次。数据库的规则也都在。")
            self._messages.success(words.format(n=found.entries, m=found.revisions, k=found.releases))
            return
        fault = found.faults[0]
        where = placed(fault.table, fault.key, fault.facts)
        words = self.tr(
            "有 {n} 处不符，内容没有动。第一处：{what}（{where}）。请先备份；用 caibian verify 可以看全部。"
        )
        self._messages.error(words.format(n=len(found.faults), what=told(fault.kind), where=where))

    def _on_unverified(self, error: Exception) -> None:
        self._checking = False
        self._commands.refresh()
        self._failed(error)

    # Exporting

    def export(self) -> None:
        """Ask for a place and write there what is listed, oldest first."""
        kinds = self.tr("表格 (*.csv);;逐条原文 (*.jsonl)")
        path = ask_new_file(self, self.tr("导出留痕"), kinds, self.tr("留痕") + ".csv")
        if path is not None:
            heads = (
                self.tr("序号"), self.tr("时间"), self.tr("谁"), self.tr("做了什么"), self.tr("登记号"),
                self.tr("标题"), self.tr("内容"), self.tr("前一条的摘要"), self.tr("这一条的摘要"),
            )  # fmt: skip
            chosen, words = (
                self.filters.value(),
                {verb: word for group in groups().values() for verb, word in group.items()},
            )
            self._tasks.read(
                self, partial(_write, path, chosen, heads, words), partial(self._on_written, path), self._failed
            )

    def _on_written(self, path: Path, count: int) -> None:
        self._messages.success(self.tr("已导出 {n} 条留痕到 {name}。").format(n=f"{count:,}", name=path.name))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self._messages.error(self.tr("没有写成：那里不许写，或者磁盘满了。请换一个位置。"))
        elif isinstance(error, DeskError):
            self._messages.error(error)
        else:
            self._tasks.failed.emit(error)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.filters.read()
        self.refresh()


def _none_of_mine(_changes: Changes) -> frozenset[int] | None:
    return None  # what is read stays as it is; it is read anew when the screen is come to, or by F5


def _write(
    path: Path, chosen: AuditFilters, heads: tuple[str, ...], words: dict[str, str], connection: Connection
) -> int:
    seqs: Sequence[int] = sorted(audit_log.ids(connection, chosen))
    rows = (row for at in range(0, len(seqs), 500) for row in audit_log.rows(connection, seqs[at : at + 500]).values())
    in_order = sorted(rows, key=lambda row: row.entry.seq)
    write_durably(path, as_lines(in_order) if path.suffix == ".jsonl" else as_table(in_order, heads, words))
    return len(in_order)


def _row(label: str, words: str) -> str:
    return f'<tr><td style="white-space: nowrap;"><b>{label}</b></td><td>{words}</td></tr>'


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
