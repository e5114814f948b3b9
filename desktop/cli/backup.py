"""`caibian backup`: a proved copy of the newsroom while it is in use."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from db.domain.errors import BadValue
from db.store import site
from db.store.backup import copy_newsroom
from db.store.restore import refuse_foreign
from db.store.unit import Store
from desktop.cli.desk import opened, say, say_json
from desktop.cli.parser import Options, place

ABOUT = "可以在编辑部打开着的时候做；大文件一并备份。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="文件", type=place, help="备份写到哪里")


def run(options: Options) -> int:
    to = options.file.absolute()
    with opened(options) as store:
        if to.exists() and not _is_earlier_backup(to, store):
            raise BadValue("file", "taken", str(to))
        copy_newsroom(store, to)
    size = to.stat().st_size
    if options.json:
        say_json({"file": str(to), "size": size})
    else:
        say(f"已备份到 {to}（{size / 1_000_000:.1f} MB），并已检查。")
    return 0


def _is_earlier_backup(to: Path, store: Store) -> bool:
    """Whether the file is a copy of this newsroom, which a newer one may replace. Raises for another program's file."""
    if not to.is_file() or (not store.is_shared and to.samefile(store.path)):
        return False
    refuse_foreign(to)
    with closing(Store(to, read_only=True)) as earlier:
        return _uid(earlier) == _uid(store)


def _uid(store: Store) -> str:
    with store.looking() as connection:
        return str(site.settings(connection).get("newsroom_uid", ""))
