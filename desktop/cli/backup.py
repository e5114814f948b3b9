"""`caibian backup`: a proved copy of the newsroom while it is in use."""

from __future__ import annotations

import argparse

from db.domain.errors import BadValue
from db.store.backup import copy_newsroom
from desktop.cli.desk import opened, say, say_json
from desktop.cli.parser import Options, place

ABOUT = "可以在编辑部打开着的时候做；大文件一并备份。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="文件", type=place, help="备份写到哪里")


def run(options: Options) -> int:
    to = options.file.expanduser().absolute()
    with opened(options) as store:
        if to == store.path or to.is_dir():
            raise BadValue("file", "taken", str(to))
        copy_newsroom(store, to)
    size = to.stat().st_size
    if options.json:
        say_json({"file": str(to), "size": size})
    else:
        say(f"已备份到 {to}（{size / 1_000_000:.1f} MB），并已检查。")
    return 0
