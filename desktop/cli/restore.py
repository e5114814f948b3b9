"""`caibian restore`: put a backup in the newsroom's place; what was there is kept beside it."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from db.domain.errors import NotAllowed
from db.domain.people import Role
from db.store import site
from db.store.restore import refuse_foreign, restore
from db.store.unit import Store
from desktop import paths
from desktop.cli.desk import newsroom_path, say, say_json, sign_in, tell
from desktop.cli.parser import Options, place
from desktop.settings import MachineSettings

ABOUT = "要由管理员来做（--as）；原来的数据文件保留在旁边，可以再换回来。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="文件", type=place, help="备份文件")


def run(options: Options) -> int:
    backup = options.file.absolute()
    path = newsroom_path(options)
    refuse_foreign(backup)
    # Where the newsroom is lost or damaged, the backup's own administrator answers for it.
    asked = path if path.exists() and _readable(path) else backup
    with closing(Store(asked)) as store:
        actor = sign_in(store, options)
    if not actor.may(Role.ADMIN):
        raise NotAllowed("restore")
    kept = restore(path, backup)
    _note_head(path)
    if options.json:
        say_json({"newsroom": str(path), "kept": str(kept) if kept else None})
    else:
        say(f"已恢复：{path}" + (f"\n原来的保留在：{kept}" if kept else ""))
    return 0


def _note_head(path: Path) -> None:
    """Know the chain by its end in the backup from now on: an administrator wanted what came after to be gone."""
    machine = MachineSettings(paths.settings_file())
    with closing(Store(path)) as store, store.looking() as connection:
        uid, head = str(site.settings(connection).get("newsroom_uid", "")), site.chain(connection)
    before = machine.chain_head(uid) if uid else None
    if uid:
        machine.remember_head(uid, head)
    if before is not None and before.length > head.length:
        tell(f"留痕由 {before.length} 条回到 {head.length} 条：备份之后的改动都在保留的文件里。")


def _readable(path: Path) -> bool:
    # Reading all of the file is asked for here alone.
    from db.store.check import quick  # noqa: PLC0415

    return quick(path)
