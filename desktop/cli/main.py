"""The command line: which command, with what, and what became of it as an exit status."""

from __future__ import annotations

import argparse
import errno
import gc
import importlib
import json
import logging
import sys
from collections.abc import Callable, Sequence
from typing import Protocol, cast

from db.domain.errors import DeskError
from desktop.cli.display import no_display
from desktop.cli.parser import Options, Parser, shared, shortened
from desktop.cli.words import DONE, WORLD_FAILED, WRONG_USE, sentence, status

COMMANDS = {  # command -> (its module, what it does); a module is imported when its command is asked for
    "demo": ("demo", "造一个演示编辑部（如果还没有）并打开它"),
    "init": ("init", "新建一个编辑部和它的第一位管理员"),
    "render": ("render", "把 Markdown 变成发布时用的 HTML"),
    "archive": ("archive", "导入旧网站的 Markdown 文件夹，或导出"),
    "publish": ("publish", "把网站更新到最近一次签发"),
    "verify": ("verify", "核对记录、审核、留痕和网站"),
    "search": ("search", "全文检索稿件"),
    "export": ("export", "导出一篇稿件"),
    "sheet": ("sheet", "导出发稿审批单"),
    "corrections": ("corrections", "列出更正和撤稿"),
    "backup": ("backup", "备份编辑部"),
    "restore": ("restore", "从备份恢复编辑部"),
    "check": ("check", "检查数据文件是否完好"),
    "serve": ("serve", "在本机浏览器里预览生成的网站"),
}

_WHY = {
    FileNotFoundError: "找不到文件或文件夹",
    IsADirectoryError: "这是文件夹，不是文件",
    NotADirectoryError: "这不是文件夹",
    FileExistsError: "已有同名的文件",
    PermissionError: "没有权限",
}
_FAULTS = {
    errno.ENOSPC: "磁盘已满", errno.EDQUOT: "磁盘已满", errno.EROFS: "磁盘是只读的", errno.EIO: "磁盘读写出错",
    errno.ENAMETOOLONG: "名称太长", errno.EADDRINUSE: "端口已被别的程序占用", errno.EINVAL: "名称或内容不能用",
}  # fmt: skip


class Command(Protocol):
    """What a command's module has."""

    ABOUT: str

    def arguments(self, parser: argparse.ArgumentParser) -> None: ...
    def run(self, options: Options) -> int: ...


def run(given: Sequence[str]) -> int:
    """Carry out one command line; return its exit status. Failures are told in one sentence, never by a traceback."""
    for stream in (sys.stdout, sys.stderr):  # what a console or a pipe of Windows would otherwise not take
        reconfigure = cast("Callable[..., None] | None", getattr(stream, "reconfigure", None))
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        return _carry_out(given)
    except DeskError as error:
        return _tell(sentence(error), status(error))
    except KeyboardInterrupt:
        return _tell("已中断。做完的部分有效。", WORLD_FAILED)
    except BrokenPipeError:  # whoever read our answer has enough of it
        sys.stdout = None
        return WORLD_FAILED
    except OSError as error:
        where = f"（{shortened(str(error.filename))}）" if error.filename else ""
        known = next((words for kind, words in _WHY.items() if isinstance(error, kind)), "")
        why = known or _FAULTS.get(error.errno or 0) or error.strerror or str(error)
        return _tell(f"读写失败：{why}{where}", WORLD_FAILED)
    except Exception as error:
        logging.getLogger(__name__).debug("a mistake of ours", exc_info=True)  # with --log-level debug
        kind = f"{type(error).__name__}：{error}"
        return _tell(f"程序出错（{kind}）。这一步没有做成，已保存的内容完好。请带上这句话联系开发者。", WORLD_FAILED)


def _carry_out(given: Sequence[str]) -> int:
    if not all(_is_text(word) for word in given):
        return _tell("命令里有不是文字的字符，什么都没有做。", WRONG_USE)
    first = _overview().parse_args(given)
    if first.version:
        print(json.dumps({"version": _version()}) if first.json else f"采编台 {_version()}")
        return DONE
    if first.command is None:
        if said := no_display():
            return _tell(said, WORLD_FAILED)
        gc.disable()  # as all along in the window, which collects by a timer; importing it makes no litter
        # Qt is loaded by the window alone.
        bootstrap = importlib.import_module("desktop.bootstrap")
        return int(bootstrap.run(first.newsroom, False))
    if first.command not in COMMANDS:
        known = "、".join(COMMANDS)
        return _tell(f"没有“{shortened(first.command)}”这个命令。可用的命令：{known}。", WRONG_USE)
    module, title = COMMANDS[first.command]
    command = cast(Command, importlib.import_module(f"desktop.cli.{module}"))
    parser = Parser(prog=f"caibian {first.command}", description=f"{title}。{command.ABOUT}", parents=[shared()])
    command.arguments(parser)
    options = parser.parse_args(first.rest, namespace=argparse.Namespace(**_globals(first)))
    logging.basicConfig(level=options.log_level.upper(), stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
    return command.run(options)


def _is_text(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:  # bytes that the system could not read as characters
        return False
    return True


def _overview() -> Parser:
    listed = "\n".join(f"  {name:<9}{about}" for name, (_, about) in COMMANDS.items())
    parser = Parser(
        prog="caibian",
        description="采编台：写稿、审核、发布、核对。不写命令时打开窗口。",
        epilog=f"命令：\n{listed}\n\n“caibian 命令 -h”看每个命令的用法。",
        parents=[shared()],
    )
    parser.add_argument("--version", action="store_true", help="显示版本")
    parser.add_argument("command", nargs="?", metavar="命令", help="见下")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    parser.set_defaults(newsroom=None, login="", json=False, log_level="warning")
    return parser


def _globals(first: argparse.Namespace) -> dict[str, object]:
    return {name: getattr(first, name) for name in ("newsroom", "login", "json", "log_level")}


def _version() -> str:
    # Reading the installed packages costs 20 ms.
    from importlib import metadata  # noqa: PLC0415

    try:
        return metadata.version("caibian")
    except metadata.PackageNotFoundError:  # run from a checkout
        return "0.1.0"


def _tell(words: str, exit_status: int) -> int:
    print(words, file=sys.stderr)
    return exit_status
