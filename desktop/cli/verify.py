"""`caibian verify`: the record and every approval in it, then a site against the record."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from db.store import lookup, people, settings, site
from db.store.faults import Fault as RecordFault
from db.store.unit import Store
from db.store.verify import Verified, verify
from desktop import paths
from desktop.cli.desk import opened, say, say_json
from desktop.cli.parser import Options, place, shortened
from desktop.kit.faults import placed, told
from desktop.publishing.verify import Fault, verify_site
from desktop.settings import MachineSettings

if TYPE_CHECKING:
    from sqlalchemy import Connection

ABOUT = "先说第一处不符；有不符时退出状态为 1。不写 --site 时核对发布过的本地文件夹。"


@dataclass(frozen=True, slots=True)
class _Finding:
    """One thing that does not hold, of the record or of a site."""

    kind: str
    where: str
    words: str  # where, for a person
    site: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    is_note: bool = False


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site", metavar="文件夹", type=place, help="还要核对哪个网站")


def run(options: Options) -> int:
    machine = MachineSettings(paths.settings_file())
    with opened(options) as store:
        with store.reading() as connection:
            uid = str(settings.get(connection, "newsroom_uid"))
        record = verify(store, machine.chain_head(uid) if uid else None)
        with store.reading() as connection:
            found = [_of_record(connection, fault) for fault in record.faults]
        if not found and uid:
            machine.remember_head(uid, record.head)
        for folder in _sites(options, store):
            faults = verify_site(store, folder)
            with store.reading() as connection:
                found += [_of_site(connection, str(folder), fault) for fault in faults]
    notes, found = [f for f in found if f.is_note], [f for f in found if not f.is_note]
    if options.json:
        say_json(_answer(record, found) | {"foreign": [{"where": f.where, "site": f.site} for f in notes]})
    else:
        _say(record, found)
        for note in notes:
            say(f"{told(note.kind)}，不是本程序放的，没有核对：{note.words}")
    return 1 if found else 0


def _of_record(connection: Connection, fault: RecordFault) -> _Finding:
    article = lookup.article_of(connection, fault.table, fault.key)
    words = placed(fault.table, fault.key, fault.facts) + _named(article)
    if who := fault.facts.get("person"):
        words += f"，{people.names(connection).get(int(who), who)}"
    return _Finding(fault.kind, f"{fault.table} {fault.key}", words, "", fault.facts)


def _of_site(connection: Connection, folder: str, fault: Fault) -> _Finding:
    known = fault.facts.get("article")
    article = lookup.article_of(connection, "article", known) if known else None
    detail = f"，{fault.facts['detail']}" if fault.facts.get("detail") else ""
    words = f"{folder}：{fault.where}{detail}{_named(article)}"
    return _Finding(fault.kind, fault.where, words, folder, fault.facts, fault.is_note)


def _named(article: tuple[str, str] | None) -> str:
    return f"，{article[0]}《{shortened(article[1])}》" if article else ""


def _sites(options: Options, store: Store) -> list[Path]:
    if options.site:
        return [options.site.absolute()]
    with store.reading() as connection:
        saved = [Path(target.address) for target in site.targets(connection)]
    return [folder for folder in saved if folder.is_dir()]


def _say(record: Verified, found: list[_Finding]) -> None:
    say(
        f"留痕 {record.entries} 条，稿次 {record.revisions} 个，签发 {record.releases} 次，"
        f"另有旧站迁入 {record.migrated} 篇（没有经过本社审核）。"
    )
    if not found:
        say("全部相符。")
        return
    say(f"第一处不符：{told(found[0].kind)}（{found[0].words}）")
    for finding in found[1:]:
        say(f"另：{told(finding.kind)}（{finding.words}）")
    say(f"共 {len(found)} 处不符。")


def _answer(record: Verified, found: list[_Finding]) -> dict[str, object]:
    return {
        "ok": not found,
        "entries": record.entries,
        "revisions": record.revisions,
        "releases": record.releases,
        "migrated": record.migrated,
        "faults": [
            {"kind": f.kind, "where": f.where, "site": f.site, "facts": f.facts, "message": told(f.kind)} for f in found
        ],
    }
