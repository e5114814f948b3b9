"""`caibian publish`: carry out what is due, and bring a folder up to the newest release."""

from __future__ import annotations

import argparse

from db.domain.errors import DeskError
from db.domain.people import PROGRAM
from db.store import site
from db.store.clock import stamp
from db.store.unit import Store
from desktop.cli.desk import Progress, opened, say, say_json, tell
from desktop.cli.parser import Options, place
from desktop.cli.words import sentence
from desktop.publishing.publish import publish_in_turn

ABOUT = "只发布签发过的稿件；到时的定时稿件先签发。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", required=True, metavar="文件夹", type=place, help="网站所在的文件夹")
    parser.add_argument("--full", action="store_true", help="重做每个文件，并与磁盘上的比较")


def run(options: Options) -> int:
    progress = Progress("正在生成")
    with opened(options) as store:
        _fire_due(store)
        done = publish_in_turn(store, options.to, full=options.full, report=progress)
    progress.end()
    answer = {
        "rendered": done.rendered,
        "uploaded": done.uploaded,
        "deleted": done.deleted,
        "unchanged": done.unchanged,
        "seconds": round(done.seconds, 3),
        "release": done.release,
    }
    if options.json:
        say_json(answer)
    else:
        say(
            f"已发布到 {options.to}：生成 {done.rendered} 个文件，写入 {done.uploaded} 个，"
            f"删除 {done.deleted} 个，未变 {done.unchanged} 个，用时 {done.seconds:.1f} 秒。"
        )
    return 0


def _fire_due(store: Store) -> None:
    with store.looking() as connection:
        if not site.is_due(connection, stamp(store.clock())):
            return
    # Most of the time nothing is due, and what could carry it out need not be loaded.
    from db.store import articles  # noqa: PLC0415
    from desktop.intake import signing  # noqa: PLC0415

    refused: list[tuple[int, DeskError]] = []
    with store.reading() as connection:
        made = signing.prepared_due(connection, store.files, stamp(store.clock()))
    with store.changing(PROGRAM) as unit:
        signing.fire_due(unit, made, lambda article_id, why: refused.append((article_id, why)))
        titles = articles.rows(unit.connection, [article_id for article_id, _ in refused])
    for article_id, why in refused:
        tell(f"《{titles[article_id].title}》没有按时发出，已放回待发布。{sentence(why)}")
