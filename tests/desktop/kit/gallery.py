"""Draw every part of the kit with Chinese text: python tests/desktop/kit/gallery.py light|dark out.png."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QSplitter,
    QTabWidget,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

sys.path.insert(0, str(Path(__file__).parents[3]))

from desktop.kit.chips import Chip
from desktop.kit.colours import Tone
from desktop.kit.commands import Command, Commands
from desktop.kit.confirm import ConfirmDialog, TextDialog
from desktop.kit.difference import show_difference
from desktop.kit.exception_hook import ReportDialog
from desktop.kit.forms import ChoiceField, DateField, LineField, TagsField, TextField
from desktop.kit.icons import Name
from desktop.kit.list_delegate import Line, ListDelegate
from desktop.kit.messages import MessageBar
from desktop.kit.paged_model import ROW_ROLE
from desktop.kit.palette import CommandPalette
from desktop.kit.row_list import RowList
from desktop.kit.theme import ButtonKind, Mode, Surface, Theme, dress, lay
from desktop.text.diff import compare

LINES = (
    Line("青禾县：三项举措让老旧小区“焕新”", "草稿", Tone.PLAIN, ("乡镇动态", "1,284 字"), "刚刚"),
    Line("清河镇图书馆延时开放首月接待读者9316人次", "复审中", Tone.WAIT, ("要闻", "周敏"), "10:42"),
    Line("早稻机插秧全面铺开 农技员田间“点单”服务", "退回", Tone.RETURNED, ("乡镇动态", "2 条批注"), "09:15"),
    Line("全县中小学校园阅读季启动", "已通过", Tone.OK, ("要闻", "定时 明天 08:00"), "昨天"),
    Line("桃溪村：一条步道串起四个湾组", "已发布", Tone.LIVE, ("乡镇动态", "阅读 1,024"), "11-20"),
    None,
)
OLD = "今年以来，聚焦供水、停车、照明“四件小事”，比去年同期9316户增长8.9%。\n形成清单并张榜公示。\n这一段要删去。"
NEW = (
    "今年以来，聚焦供水、停车、照明“三件小事”，比去年同期9316户增长6.9%。\n"
    "形成清单，在小区公告栏公示七日。\n新加的一段。"
)


def nothing() -> None:
    pass


def commands_of(theme: Theme) -> Commands:
    commands = Commands(theme)
    commands.add(Command("new", "新建稿件", nothing, "Ctrl+N", icon=Name.NEW))
    commands.add(Command("submit", "送审", nothing, "Ctrl+Return", icon=Name.SUBMIT))
    commands.add(Command("recall", "撤回送审", nothing, icon=Name.RECALL, enabled=lambda: False))
    for mark, title in (
        (Name.BOLD, "加粗"),
        (Name.QUOTE, "引用"),
        (Name.LIST, "列表"),
        (Name.TABLE, "表格"),
        (Name.PICTURE, "图片"),
        (Name.LINK, "链接"),
        (Name.HISTORY, "历史"),
    ):
        commands.add(Command(title, title, nothing, icon=mark))
    commands.put_on_icons()
    return commands


def list_of(theme: Theme) -> RowList:
    view = RowList(theme)
    model = QStandardItemModel(view)
    for line in LINES:
        item = QStandardItem()
        item.setData(line, ROW_ROLE)
        model.appendRow(item)
    view.setItemDelegate(ListDelegate(theme, lambda row: row, view))
    view.setModel(model)
    view.setCurrentIndex(model.index(0, 0))
    return view


def row(*widgets: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return layout


def buttons() -> QHBoxLayout:
    made = [QPushButton("退回修改")]
    for kind, text in (
        (ButtonKind.PRIMARY, "送审"),
        (ButtonKind.APPROVE, "通过"),
        (ButtonKind.DANGER, "弃稿"),
        (ButtonKind.QUIET, "忽略并说明"),
    ):
        button = QPushButton(text)
        dress(button, kind)
        made.append(button)
    off = QPushButton("送审")
    dress(off, ButtonKind.PRIMARY)
    off.setEnabled(False)
    return row(*made, off)


def middle(theme: Theme, commands: Commands) -> QWidget:
    panel = QWidget()
    lay(panel, Surface.PAPER)
    layout = QVBoxLayout(panel)
    tools = []
    for command in list(commands)[3:]:
        tool = QToolButton()
        tool.setDefaultAction(commands.action(command.id))
        tools.append(tool)
    layout.addLayout(row(*tools))
    layout.addLayout(buttons())
    layout.addLayout(
        row(
            *(
                Chip(theme, text, tone)
                for tone, text in zip(Tone, ("草稿", "已通过", "复审中", "退回", "已发布"), strict=True)
            )
        )
    )
    progress = QProgressBar()
    progress.setRange(0, 100)
    progress.setValue(40)
    progress.setTextVisible(False)
    layout.addWidget(QLabel("正在发布：第 412 页，共 1,024 页"))
    layout.addWidget(progress)
    layout.addLayout(row(QCheckBox("事实、数据已核对"), QSpinBox()))
    reader = QTextBrowser()
    reader.setHtml(show_difference(compare(OLD, NEW), theme.colours))
    layout.addWidget(reader, 1)
    return panel


def form() -> QWidget:
    panel = QWidget()
    lay(panel, Surface.LIST)
    layout = QVBoxLayout(panel)
    layout.setSpacing(12)
    title = LineField("标题", required=True, limit=20)
    title.set_value("清河镇图书馆延时开放首月接待读者9316人次")
    channel = ChoiceField("栏目", [(1, "要闻"), (2, "乡镇动态")], required=True)
    channel.set_value(2)
    names = TagsField("通讯员", hint="用顿号、逗号或空格分开")
    names.set_value(("陈立", "王芳", "欧阳青禾"))
    day = DateField("事件日期")
    day.set_value("2026-11-23")
    opinion = TextField("审核意见", hint="退回时必填", placeholder="写给编辑看的意见")
    source = LineField("来源", placeholder="如：县住建局")
    for field in (title, channel, names, day, source, opinion):
        layout.addWidget(field)
    layout.addStretch(1)
    return panel


def window_of(theme: Theme, commands: Commands) -> QWidget:
    window = QWidget()
    window.resize(1440, 900)
    bar = MessageBar(theme)
    bar.success("已送审，等待初审。", "撤销", nothing)
    bar.warning("磁盘只剩 120 MB，请尽快腾出空间。")
    bar.error("您打开之后，周敏保存过这份稿件。两份文字都还在，没有互相覆盖。请对照后合并。", "对照", nothing)
    tabs = QTabWidget()
    tabs.addTab(form(), "属性")
    tabs.addTab(QWidget(), "校对 2")
    tabs.addTab(QWidget(), "批注 1")
    split = QSplitter()
    for part in (list_of(theme), middle(theme, commands), tabs):
        split.addWidget(part)
    split.setSizes([260, 740, 440])
    split.setHandleWidth(1)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(bar)
    layout.addWidget(split, 1)
    return window


def more(theme: Theme, commands: Commands, window: QWidget) -> list[QWidget]:
    palette = CommandPalette(commands, theme, window)
    palette.pop_up("送")
    what = "读者将看不到它，已有链接会显示“已撤稿”。可以随时恢复。"
    confirm = ConfirmDialog("撤下这篇稿件？", what, "撤稿", danger=True)
    text = TextDialog("退回给林晓", "退回后由编辑修改，再从初审开始。", "退回意见", "退回")
    text.accept()
    report = ReportDialog(True)
    report.add("采编台 0.1.0\n\nTraceback (most recent call last):\n  …\nValueError: 坏了")
    empty = RowList(theme)
    empty.setModel(QStandardItemModel(empty))
    empty.set_empty_text("这里还没有稿件。\n按 Ctrl+N 新建一篇，或从来稿箱收一篇。")
    empty.resize(320, 200)
    return [palette, confirm, text, report, empty]


def main(mode: str, out: str) -> None:
    app = QApplication([])
    theme = Theme(Mode(mode))
    theme.apply(app)
    commands = commands_of(theme)
    window = window_of(theme, commands)
    window.show()
    others = more(theme, commands, window)
    for widget in others:
        widget.show()

    def picture() -> None:
        window.grab().save(out)
        for number, widget in enumerate(others, 1):
            widget.grab().save(str(Path(out).with_suffix(f".{number}.png")))
        app.quit()

    QTimer.singleShot(600, picture)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
