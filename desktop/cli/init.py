"""`caibian init`: an empty newsroom with its first administrator."""

from __future__ import annotations

import argparse
from contextlib import closing

from db.actions import newsroom
from db.domain.errors import BadValue
from db.domain.people import PROGRAM
from db.domain.place import Address, Place
from db.store import people
from db.store.place import refuse_network_share
from db.store.unit import Store
from db.store.upgrade import schema_number, upgrade
from desktop import paths
from desktop.cli.desk import newsroom_place, password, say, say_json
from desktop.cli.parser import Options
from desktop.settings import MachineSettings

ABOUT = "密码当场输入，或取自环境变量 CAIBIAN_PASSWORD。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site-name", required=True, metavar="名称", help="网站名称")
    parser.add_argument("--admin", required=True, metavar="登录名", help="第一位管理员的登录名")
    parser.add_argument("--name", default="", metavar="姓名", help="管理员的姓名；不写时同登录名")


def run(options: Options) -> int:
    place = newsroom_place(options) if options.newsroom else paths.new_newsroom(options.site_name)
    if isinstance(place, Address):
        return _in_database(place, options)
    path = place
    if path.exists():
        raise BadValue("file", "taken", str(path))
    secret = password(f"{options.admin} 的密码：")
    path.parent.mkdir(parents=True, exist_ok=True)
    refuse_network_share(path)
    store = Store(path)
    founded = False
    try:
        upgrade(store)
        with store.changing(PROGRAM) as unit:
            newsroom.found(unit, options.site_name, options.admin, options.name or options.admin, secret)
        founded = True
    finally:
        store.close()
        if not founded:
            path.unlink(missing_ok=True)
    if not options.newsroom:  # there nobody would look for it: the next command finds it
        MachineSettings(paths.settings_file()).remember(path)
    return _answer(path, options)


def _in_database(address: Address, options: Options) -> int:
    """Found a newsroom in a database that has none; one transaction makes the tables, another all that is in it."""
    with closing(Store(address)) as store:
        if schema_number(store) and _is_founded(store):
            raise BadValue("database", "taken", address.database)
        secret = password(f"{options.admin} 的密码：")
        upgrade(store)
        with store.changing(PROGRAM) as unit:
            newsroom.found(unit, options.site_name, options.admin, options.name or options.admin, secret)
    return _answer(address, options)


def _is_founded(store: Store) -> bool:
    with store.reading() as connection:
        return bool(people.everyone(connection))


def _answer(place: Place, options: Options) -> int:
    if options.json:
        say_json({"newsroom": str(place), "admin": options.admin})
    else:
        say(f"已新建：{place}")
    return 0
