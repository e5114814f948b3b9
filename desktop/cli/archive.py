"""`caibian archive import DIR` and `archive export DIR`: an old site's Markdown files in, our articles out."""

from __future__ import annotations

import argparse
import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING

from db.actions.archive import migrate
from db.actions.assets import add
from db.domain.article import asset_digests
from db.domain.errors import BadValue, NotAllowed
from db.domain.people import Actor, Role
from db.store import assets, channels, lookup
from db.store.clock import stamp
from db.store.unit import Store
from desktop.cli.desk import Progress, opened, say, say_json, sign_in, tell
from desktop.cli.export import Shown, markdown, shown
from desktop.cli.parser import Options, place
from desktop.intake.archive import PICTURES, Read, Reader, Unread, files, oldest_first
from desktop.intake.crew import read_all

if TYPE_CHECKING:
    from sqlalchemy import Connection

ABOUT = "导入要由管理员来做（--as）；有文件没能导入时退出状态为 1，再次导入不会重复。"

ORIGINALS = "originals"  # the folder of what is exported when asked

_REASONS = {
    "unreadable": "读不出文件", "encoding": "文字编码认不出", "no_front": "开头没有 --- 或 +++ 的栏位",
    "front": "开头的栏位写法不对", "title": "没有标题", "date": "日期缺少或不对", "future": "日期在将来",
    "channel": "没有这个栏目", "body": "没有正文", "too_long": "太长",
    "picture": "找不到图片，或不是可用的图片",
}  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("direction", choices=("import", "export"), metavar="import|export", help="导入或导出")
    parser.add_argument("folder", metavar="文件夹", type=place, help="Markdown 文件所在的文件夹")
    parser.add_argument("--originals", action="store_true", help="导出时把保留的原图也写出来（没有裁剪和遮盖的画面）")


def run(options: Options) -> int:
    with opened(options) as store:
        if options.direction == "export":
            return _export(store, options)
        actor = sign_in(store, options)
        if not actor.may(Role.ADMIN):
            raise NotAllowed("archive_import")
        return _import(store, actor, options)


def _import(store: Store, actor: Actor, options: Options) -> int:
    folder: Path = options.folder
    if not folder.is_dir():
        raise BadValue("folder", "unknown", str(folder))
    with store.reading() as connection:
        known = channels.every(connection), lookup.assets(connection)
    paths = oldest_first(files(folder))
    progress = Progress("已读")
    unread: list[Unread] = []
    taken = same = done = 0
    reader = Reader(folder, *known, stamp(store.clock()))
    for batch in read_all(reader, paths):  # a transaction each: what was taken in stays when somebody pulls the plug
        found = [item for item in batch if isinstance(item, Read)]
        unread += [item for item in batch if isinstance(item, Unread)]
        with store.changing(actor) as unit:
            for picture in (picture for item in found for picture in item.pictures):
                add(unit, picture)
            answers = migrate(unit, [item.article for item in found])
        taken += sum(answer.article_id is not None for answer in answers)
        same += sum(answer.article_id is None for answer in answers)
        done += len(batch)
        progress(done, len(paths))
    progress.end()
    if options.json:
        listed = [{"file": str(u.path), "reason": u.reason, "detail": u.detail} for u in unread]
        say_json({"files": len(paths), "imported": taken, "already_here": same, "unread": listed})
    else:
        for item in unread:
            detail = f"（{item.detail}）" if item.detail else ""
            tell(f"没有导入 {item.path}：{_REASONS[item.reason]}{detail}")
        say(f"共 {len(paths)} 个文件：导入 {taken} 篇，已有 {same} 篇，没能导入 {len(unread)} 个。")
    return 1 if unread else 0


def _export(store: Store, options: Options) -> int:
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadValue("folder", "taken", str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    with store.reading() as connection:
        for article_id, number in lookup.live(connection):
            article = shown(connection, article_id)
            place = folder / article.slug / f"{number}.md"
            place.parent.mkdir(exist_ok=True)
            place.write_text(markdown(article), encoding="utf-8", newline="\n")
            _export_pictures(connection, article, folder / PICTURES, store)
            if options.originals:
                _export_originals(connection, article, folder / ORIGINALS, store)
            written += 1
    if options.json:
        say_json({"folder": str(folder), "exported": written})
    else:
        say(f"已导出 {written} 篇到 {folder}。")
    return 0


def _export_pictures(connection: Connection, article: Shown, folder: Path, store: Store) -> None:
    """Write the pictures that a text names as ``asset:DIGEST``, each under its digest."""
    for digest in asset_digests(article.fields):
        _write(connection, folder, digest, digest, assets.get(connection, digest).media_type, store)


def _export_originals(connection: Connection, article: Shown, folder: Path, store: Store) -> None:
    """Write what the pictures were made from, each under the digest of the picture."""
    for digest in asset_digests(article.fields):
        known = assets.original(connection, digest)
        if known is not None:
            _write(connection, folder, digest, known.digest, known.media_type, store)


def _write(connection: Connection, folder: Path, name: str, digest: str, media_type: str, store: Store) -> None:
    folder.mkdir(exist_ok=True)
    place = folder / f"{name}{mimetypes.guess_extension(media_type) or ''}"
    if not place.exists():
        place.write_bytes(assets.data(connection, digest, store.files))
