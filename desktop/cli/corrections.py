"""`caibian corrections`: 更正和撤稿台账, of all days or of some, of all kinds or of one."""

from __future__ import annotations

import argparse
from datetime import datetime

from db.domain.addresses import SHANGHAI
from db.domain.release import ReleaseKind, WithdrawReason
from db.store import corrections
from db.store.clock import days
from db.store.corrections import Correction
from desktop.cli.desk import opened, say, say_json
from desktop.cli.parser import Options, day

ABOUT = "每行一条：日期、登记号、更正还是撤稿、类别、标题、原因、签发人；有更正说明的写在下一行。最近的在前。"
KINDS = {
    "错别字": WithdrawReason.TYPO, "事实错误": WithdrawReason.FACT, "来源要求": WithdrawReason.SOURCE,
    "其他": WithdrawReason.OTHER,
}  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", type=day, metavar="日期", help="从哪天起，如 2026-11-01")
    parser.add_argument("--to", dest="last", type=day, metavar="日期", help="到哪天止，含这一天")
    parser.add_argument("--kind", metavar="类别", choices=KINDS, help="错别字、事实错误、来源要求或其他")


def run(options: Options) -> int:
    since = days(options.first, options.first)[0] if options.first else ""
    until = days(options.last, options.last)[1] if options.last else ""
    with opened(options) as store, store.reading() as connection:
        found = corrections.between(connection, since, until, KINDS[options.kind] if options.kind else "")
    if options.json:
        say_json({"corrections": [_facts(one) for one in found]})
    else:
        for one in found:
            say(_line(one))
        changed = sum(one.after is not None for one in found)
        say(f"更正 {changed} 次，撤稿 {len(found) - changed} 次。")
    return 0


def _line(one: Correction) -> str:
    date = datetime.fromisoformat(one.at).astimezone(SHANGHAI)
    kind = next(word for word, reason in KINDS.items() if reason is one.reason_kind)
    what = "更正" if one.kind is ReleaseKind.PUBLISH else "撤稿"
    line = f"{date:%Y-%m-%d}  {one.number}  {what}  {kind}  《{one.title}》  {one.reason}  {one.by}"
    return f"{line}\n            更正说明：{one.note}" if one.note else line


def _facts(one: Correction) -> dict[str, object]:
    def text(revision: tuple[int, str] | None) -> dict[str, object] | None:
        return {"revision": revision[0], "digest": revision[1]} if revision else None

    return {
        "at": one.at, "number": one.number, "title": one.title, "kind": one.kind, "reason_kind": one.reason_kind,
        "reason": one.reason, "note": one.note, "by": one.by, "before": text(one.before), "after": text(one.after),
    }  # fmt: skip
