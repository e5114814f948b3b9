"""`caibian sheet`: the review sheet of an article as a PDF, or those of all that was published on some days."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from db.domain.errors import BadValue
from db.domain.sheet import ReviewSheet
from db.store import lookup
from db.store import sheet as sheets
from db.store.clock import days, stamp
from db.store.durable import write_durably
from db.store.unit import Store
from desktop.cli.desk import Progress, opened, refuse_database, say, say_json
from desktop.cli.parser import Options, day, place

if TYPE_CHECKING:
    from sqlalchemy import Connection

ABOUT = "写稿件时导出这一篇；写 --from 和 --to 时，把这些天首次发布的每篇导出到文件夹，文件名是登记号。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", nargs="?", metavar="稿件", help="登记号（如 2026-00123）或编号")
    parser.add_argument("--from", dest="first", type=day, metavar="日期", help="从哪天起，如 2026-11-01")
    parser.add_argument("--to", dest="last", type=day, metavar="日期", help="到哪天止，含这一天")
    parser.add_argument("-o", "--output", type=place, metavar="文件", required=True, help="写到这个 PDF，或这个文件夹")


def run(options: Options) -> int:
    to: Path = options.output.absolute()
    if bool(options.article) == bool(options.first and options.last):
        raise BadValue("sheet", "which")
    with opened(options) as store:
        if options.article:
            refuse_database(to, store)
        else:
            to.mkdir(parents=True, exist_ok=True)
        with store.reading() as connection:
            wanted = _wanted(connection, options)
        written = [
            _write(sheet, to if options.article else to / f"{sheet.number}.pdf") for sheet in _read(store, wanted)
        ]
    if options.json:
        say_json({"files": [str(path) for path in written]})
    elif options.article:
        say(f"审批单已写到 {options.output}。")
    else:
        say(f"{len(written)} 份审批单已写到 {options.output}。")
    return 0


def _wanted(connection: Connection, options: Options) -> list[int]:
    if options.article:
        return [lookup.article_id(connection, options.article)]
    return sheets.published(connection, *days(options.first, options.last))


def _read(store: Store, wanted: list[int]) -> Iterator[ReviewSheet]:
    progress = Progress("审批单")
    for done, article_id in enumerate(wanted, 1):
        with store.reading() as connection:
            yield sheets.of_article(connection, article_id, stamp(store.clock()))
        progress(done, len(wanted))
    progress.end()


def _write(sheet: ReviewSheet, to: Path) -> Path:
    # Qt is needed by no other command that has no window
    from desktop.kit.paper import made_at_once  # noqa: PLC0415
    from desktop.kit.review_sheet import content  # noqa: PLC0415

    write_durably(to, made_at_once(content(sheet)))
    return to
