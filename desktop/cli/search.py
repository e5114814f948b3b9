"""`caibian search`: full text, newest first."""

from __future__ import annotations

import argparse

from db.store import articles, search
from desktop.cli.desk import opened, say, say_json, tell
from desktop.cli.parser import Options

_MOST = 100_000
ABOUT = "找不到时退出状态为 1。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="词", nargs="+", help="要找的词，都要出现")
    parser.add_argument("--limit", type=count, default=20, metavar="N", help="最多几篇，默认 20")
    parser.add_argument("--best", action="store_true", help="最相关的在前，而不是最新的")


def count(typed: str) -> int:
    """Read how many; for ``type=`` of an argument."""
    if not (typed.isdecimal() and typed.isascii() and 1 <= int(typed[:10]) <= _MOST):
        raise argparse.ArgumentTypeError(f"要写 1 到 {_MOST} 的整数")
    return int(typed)


def run(options: Options) -> int:
    query = " ".join(options.query)
    with opened(options) as store, store.reading() as connection:
        hits = search.find(connection, query, order="best" if options.best else "newest", limit=options.limit)
        rows = articles.rows(connection, [hit.article_id for hit in hits])
        total = search.count(connection, query)
    found = [(rows[hit.article_id], hit.snippet) for hit in hits if hit.article_id in rows]
    if options.json:
        listed = [
            {
                "article": row.number,
                "title": row.title,
                "channel": row.channel,
                "publication": row.publication,
                "stage": row.stage,
                "snippet": snippet,
            }
            for row, snippet in found
        ]
        say_json({"query": query, "total": total, "hits": listed})
    for row, snippet in [] if options.json else found:
        say(f"{row.number}  {row.title}（{row.channel}）\n    {' '.join(snippet.split())}")
    if not found:
        tell("没有找到。")
    return 0 if found else 1
