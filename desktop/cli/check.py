"""`caibian check`: is the newsroom's file whole? With ``--repair``, save what it still holds."""

from __future__ import annotations

import argparse
from pathlib import Path

from db.domain.errors import BadValue, StoreUnavailable
from db.store.check import Problem, check
from desktop.cli.desk import newsroom_path, opened, say, say_json, tell
from desktop.cli.parser import Options

ABOUT = "有问题时退出状态为 1。"
_KINDS = {"damaged": "文件损坏", "dangling": "引用落空", "lost": "素材丢失", "changed": "与摘要不符"}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="把还能读出的写成一个新文件，放在旁边；原文件不动")


def run(options: Options) -> int:
    problems = _problems(options)
    answer: dict[str, object] = {
        "ok": not problems,
        "problems": [{"kind": p.kind, "table": p.table, "key": p.key, "detail": p.detail} for p in problems],
    }
    if not options.json:
        for problem in problems:
            say(f"{_KINDS.get(problem.kind, problem.kind)}：{problem.table} {problem.key} {problem.detail}".rstrip())
        say("完好。" if not problems else f"共 {len(problems)} 处问题。")
    if options.repair:
        path = newsroom_path(options)  # told at once where there is no file
    if options.repair and problems:
        answer["repaired"] = _repair(path)
    if options.json:
        say_json(answer)
    return 1 if problems else 0


def _problems(options: Options) -> list[Problem]:
    try:
        with opened(options) as store:
            return check(store)
    except StoreUnavailable as error:
        if error.reason != "damaged":
            raise
        return [Problem("damaged", detail=error.detail)]


def _repair(path: Path) -> str:
    # Reading a file page by page is needed by a damaged one alone.
    from db.store.salvage import salvage  # noqa: PLC0415

    to = path.with_name(f"{path.stem}-repaired{path.suffix}")
    if to.exists():
        raise BadValue("file", "taken", str(to))
    salvage(path, to)
    tell(f"还能读出的已写到：{to}（原文件没有动）。请看过之后再用 caibian restore 换上。")
    return str(to)
