"""What can be done to the article on the screen as a whole: save it, show its two sides, leave it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.kit.commands import Command, Commands
from desktop.kit.icons import Name

translate = QCoreApplication.translate


def add_commands(
    commands: Commands,
    save: Callable[[], None],
    preview: Callable[[], None],
    source: Callable[[], None],
    properties: Callable[[], None],
    steps: tuple[Callable[[], None], Callable[[], None]],
    close: Callable[[], None],
    may_write: Callable[[], bool],
    shown: Callable[[], bool],
) -> None:
    """``steps`` lead to the next change of a comparison, and to the one before."""
    titles = translate("ArticleScreen", "下一处改动"), translate("ArticleScreen", "上一处改动")
    for name, title, step, keys in zip(("next", "previous"), titles, steps, ("F7", "Shift+F7"), strict=True):
        commands.add(Command(f"compare.{name}", title, step, keys, enabled=shown))
    commands.add(
        Command(
            "article.save",
            translate("ArticleScreen", "保存"),
            save,
            "Ctrl+S",
            icon=Name.SAVE,
            enabled=may_write,
            hint=translate("ArticleScreen", "立即保存（平时自动保存）"),
        )
    )
    commands.add(
        Command(
            "article.preview",
            translate("ArticleScreen", "预览"),
            preview,
            "F9",
            icon=Name.PREVIEW,
            enabled=shown,
            hint=translate("ArticleScreen", "显示或收起预览"),
        )
    )
    commands.add(
        Command(
            "article.source",
            translate("ArticleScreen", "源码"),
            source,
            "Ctrl+/",
            icon=Name.EDIT,
            enabled=may_write,
            keywords=("markdown",),
            hint=translate("ArticleScreen", "在所见即所得和 Markdown 源码之间切换"),
        )
    )
    commands.add(
        Command(
            "article.properties",
            translate("ArticleScreen", "更多属性"),
            properties,
            "F8",
            icon=Name.TAG,
            enabled=shown,
            hint=translate("ArticleScreen", "署名、摘要、封面、附件、转载等"),
        )
    )
    commands.add(
        Command(
            "article.close", translate("ArticleScreen", "关闭稿件"), close, "Ctrl+W", icon=Name.CLOSE, enabled=shown
        )
    )
