"""`caibian restore`: put a backup in the newsroom's place; what was there is kept beside it."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from db.domain.errors import NotAllowed
from db.domain.people import Role
from db.domain.place import Address, Place
from db.store import site
from db.store.restore import refuse_foreign, restore
from db.store.unit import Store
from desktop import paths
from desktop.cli.desk import newsroom_place, say, say_json, sign_in, tell
from desktop.cli.parser import Options, place
from desktop.settings import MachineSettings

ABOUT = "要由管理员来做（--as）；原来的数据文件保留在旁边，可以再换回来。恢复到服务器上时，那里的数据库要是空的。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="文件", type=place, help="备份文件")


def run(options: Options) -> int:
    backup = options.file.absolute()
    path = newsroom_place(options)
    refuse_foreign(backup)
    if isinstance(path, Address):
        return _into_database(path, backup, options)
    # Where the newsroom is lost or damaged, the backup's own administrator answers for it.
    asked = path if path.exists() and _readable(path) else backup
    _administrator_of(asked, options)
    return _answer(path, restore(path, backup), options)


def _into_database(address: Address, backup: Path, options: Options) -> int:
    """Put a backup into a database that has no newsroom in it."""
    # As with the store's own upgrade: a file does without it.
    from db.store.carrying import carry_in  # noqa: PLC0415

    _administrator_of(backup, options)
    with closing(Store(address)) as store:
        carry_in(backup, store)
    return _answer(address, None, options)


def _administrator_of(place: Path, options: Options) -> None:
    with closing(Store(place)) as store:
        actor = sign_in(store, options)
    if not actor.may(Role.ADMIN):
        raise NotAllowed("restore")


def _answer(place: Place, kept: Path | None, options: Options) -> int:
    _note_head(place)
    if options.json:
        say_json({"newsroom": str(place), "kept": str(kept) if kept else None})
    else:
        say(f"已恢复：{place}" + (f"\n原来的保留在：{kept}" if kept else ""))
    return 0


def _note_head(path: Place) -> None:
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
