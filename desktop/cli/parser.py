"""Reading a command line in Chinese: the options that every command has, and what argparse says."""

from __future__ import annotations

import argparse
import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from db.domain.place import Place, address_of, is_shared

Options = argparse.Namespace  # newsroom, login, json, log_level, and the command's own

_SAYINGS = (
    (r"the following arguments are required: (.*)", r"还缺：\1"),
    (r"unrecognized arguments: (.*)", r"不认识：\1"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1 不能是 \2，可以是 \3"),
    (r"argument (.*): expected one argument", r"\1 后面要写一个值"),
    (r"argument (.*): invalid \w+ value: (.*)", r"\1 的值不对：\2"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 不能和 \2 同用"),
    (r"argument (.*?): (.*)", r"\1：\2"),
)
_LONGEST = 200  # characters of a complaint: what was typed may be anything
_LONGEST_PLACE = 4096
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def place(typed: str) -> Path:
    """Read the name of a file or a folder; for ``type=`` of an argument."""
    if not typed.strip():
        raise argparse.ArgumentTypeError("不能为空")
    if any(unicodedata.category(c) in ("Cc", "Cs") for c in typed[:_LONGEST_PLACE]):
        raise argparse.ArgumentTypeError("名称里有不能用的字符")
    if len(typed) > _LONGEST_PLACE:
        raise argparse.ArgumentTypeError("名称太长")
    if re.split(r"[.:]", Path(typed).name)[0].rstrip().lower() in _DEVICES:  # on every system: files travel
        raise argparse.ArgumentTypeError("名称是 Windows 的设备名，不能用")
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", typed):
        raise argparse.ArgumentTypeError("这里只能是本机的文件或文件夹，不能是网络地址")
    try:
        return Path(typed).expanduser()
    except RuntimeError as exc:  # ~somebody, who is nobody here
        raise argparse.ArgumentTypeError("找不到这个用户的文件夹") from exc


class Parser(argparse.ArgumentParser):
    """An argparse parser whose help and complaints are Chinese."""

    def __init__(self, **given: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **given)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        for pattern, saying in _SAYINGS:
            message = re.sub(f"^{pattern}$", saying, message, flags=re.DOTALL)
        message = shortened(message)
        self.exit(2, f"用法不对：{message}。用 {self.prog} -h 看用法。\n")


def shortened(text: str) -> str:
    """Return one line of what was typed, cut where it is long, without what a terminal would obey."""
    shown = "".join(c if c.isprintable() else "�" for c in text[: _LONGEST + 1])
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def newsroom(given: str) -> Place:
    """Return a file or the address of a shared record; a bad address is wrong use."""
    return address_of(given) if is_shared(given) else place(given)


def shared() -> argparse.ArgumentParser:
    """Return the options that are taken before the command and after it."""
    parser = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    parser.add_argument(
        "-n", "--newsroom", type=newsroom, metavar="文件或地址",
        help="编辑部的数据文件，或共享新闻库的地址 postgresql+psycopg://…；不写时用上次打开的",
    )  # fmt: skip
    parser.add_argument(
        "--as", dest="login", metavar="登录名", help="由谁来做；密码当场输入，或取自环境变量 CAIBIAN_PASSWORD"
    )
    parser.add_argument("--json", action="store_true", help="以一个 JSON 对象回答")
    levels = ("debug", "info", "warning", "error")
    parser.add_argument("--log-level", choices=levels, metavar="级别", help="记录的详细程度")
    return parser


def day(typed: str) -> date:
    """Read a day as 2026-11-01."""
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError("请写成 2026-11-01 这样的日期") from error
