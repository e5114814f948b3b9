"""`caibian export`: one article as Markdown with front matter, or as a page that needs nothing else."""

from __future__ import annotations

import argparse
import base64
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from db.domain.article import Fields, asset_digests
from db.domain.errors import NotFound
from db.domain.release import Attribution
from db.store import articles, assets, channels, history, lookup
from db.store.durable import write_durably
from desktop.cli.desk import opened, refuse_database, say, say_json
from desktop.cli.parser import Options, place
from desktop.text.dialect import render

if TYPE_CHECKING:
    from sqlalchemy import Connection

ABOUT = "线上的稿件导出线上的那一稿，其余的导出在编的文字。"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="稿件", help="登记号（如 2026-00123）或编号")
    parser.add_argument("--format", choices=("md", "html"), default="md", metavar="md|html", help="格式，默认 md")
    parser.add_argument("-o", "--output", type=place, metavar="文件", help="写到文件；不写时写到标准输出")


def run(options: Options) -> int:
    to = options.output.absolute() if options.output else None
    with opened(options) as store, store.reading() as connection:
        if to:
            refuse_database(to, store)
        found = shown(connection, lookup.article_id(connection, options.article))
        text = markdown(found) if options.format == "md" else page(found, _pictures(connection, found, store.files))
    if to and to.exists() and not to.is_file():  # a device or a pipe; a folder is told
        to.write_text(text, encoding="utf-8", newline="\n")
    elif to:
        write_durably(to, text.encode())
    if options.json:
        kept = {"file": str(options.output)} if options.output else {"text": text}
        say_json({"article": found.number, "format": options.format, **kept})
    elif options.output:
        say(f"已导出 {found.number} 到 {options.output}。")
    else:
        say(text.rstrip("\n"))
    return 0


@dataclass(frozen=True, slots=True)
class Shown:
    """An article as it goes out of the house: the live revision, or the working text where none is live."""

    number: str
    channel: str
    slug: str  # of the channel
    fields: Fields
    published_at: str  # UTC, empty when it was not published
    names: Attribution


def shown(connection: Connection, article_id: int) -> Shown:
    """Return an article for exporting. Raises NotFound."""
    article = articles.get(connection, article_id)
    number = articles.rows(connection, [article_id])[article_id].number
    releases = history.releases(connection, article_id)
    names = releases[-1].attribution if releases else Attribution()
    if article.live_revision_id is not None:
        fields = history.get_revision(connection, article.live_revision_id).fields
    elif article.draft:
        fields = article.draft.fields
    else:
        raise NotFound("article")
    channel = channels.get(connection, fields.channel_id) if fields.channel_id else None
    named = (channel.name, channel.slug) if channel else ("", "")
    return Shown(number, *named, fields, article.published_at, names)


def markdown(found: Shown) -> str:
    """Return front matter and body as `archive import` reads them."""
    fields, names = found.fields, found.names
    head: dict[str, Any] = {
        "title": fields.title,
        "date": found.published_at,
        "channel": found.channel,
        "source": fields.source,
        "correspondents": list(fields.correspondents),
        "editors": list(names.editors),
        "reviewers": list(names.reviewers),
        "keywords": list(fields.keywords),
        "summary": fields.summary,
    }
    front = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n{fields.body.strip(chr(10))}\n"


def page(found: Shown, pictures: dict[str, str]) -> str:
    """Return the article as one HTML file; ``pictures`` are the data addresses of its pictures, by digest."""
    fields = found.fields
    body = render(fields.body)
    for digest, address in pictures.items():
        body = re.sub(rf"asset:{digest}(?:\.[a-z0-9]+)?", address, body)
    lines = [
        f"<p>{escape(fields.shoulder)}</p>" if fields.shoulder else "",
        f"<h1>{escape(fields.title)}</h1>",
        f"<p>{escape(fields.subtitle)}</p>" if fields.subtitle else "",
        f"<p>来源：{escape(fields.source)}</p>" if fields.source else "",
        body,
    ]
    inside = "\n".join(line for line in lines if line)
    title = escape(fields.title)
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>\n'
        f"<body>\n<article>\n{inside.strip()}\n</article>\n</body>\n</html>\n"
    )


def _pictures(connection: Connection, found: Shown, files: Path) -> dict[str, str]:
    made = {}
    for digest in asset_digests(found.fields):
        if f"asset:{digest}" in found.fields.body:
            data = base64.b64encode(assets.data(connection, digest, files)).decode()
            made[digest] = f"data:{assets.get(connection, digest).media_type};base64,{data}"
    return made
