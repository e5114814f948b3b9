"""From the record's values to what a template is given."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from db.domain.site import ListRow, PageSource, Standing
from desktop.publishing.addresses import local
from desktop.publishing.pictures import cover, with_pictures
from desktop.publishing.record import Record

_ASSET = re.compile(r'(src|href)="asset:([0-9a-f]{64})(\.[a-z0-9]+)?"')
_CONTROLS = {c: None for c in (*range(9), 11, 12, *range(14, 32), 127, *range(0xFFFE, 0x10000))} | {13: " ", 10: " "}


def clean(text: str) -> str:
    """Return one line that HTML and XML can hold."""
    return text if text.isprintable() else text.translate(_CONTROLS)


def article(source: PageSource, record: Record, root: str) -> dict[str, Any]:
    """Return the values of an article's page. They depend on its release alone."""
    fields, names = source.fields, source.attribution
    published = local(source.standing.published_at)
    authors = _names(names.authors)
    return {
        "title": clean(fields.title),
        "shoulder": clean(fields.shoulder),
        "subtitle": clean(fields.subtitle),
        "summary": clean(fields.summary or source.excerpt),
        "keywords": [clean(word) for word in fields.keywords],
        "published": published.isoformat(" ", "minutes")[:16],
        "published_words": f"{published.year}年{published.month:02}月{published.day:02}日 {published:%H:%M}",
        "published_iso": published.isoformat(),
        "body": Markup(body(with_pictures(source, record, root), record, root)),
        "attribution": _attribution(source),
        "information": _titled(("信息来源", names.information_source), ("作者", authors)),
        "authors": authors,
        "source_name": clean(names.source),
        "policy": _policy(source, published.date().isoformat()),
        "video": _video(source, record, root),
        "attachments": [(clean(a.name) or "附件", root + record.asset_path(a.digest)) for a in fields.attachments],
        "reprint": _reprint(source),
        "image": record.asset_path(fields.cover) if fields.cover else "",
        "notes": notes(source.standing),
    }


def notes(standing: Standing) -> list[tuple[str, str]]:
    """Return the day and the words of each 更正说明 of a page."""
    return [(local(at).date().isoformat(), clean(words)) for at, words in json.loads(standing.notes)]


def carried(source: PageSource, record: Record) -> set[str]:
    """Return the digests of all that an article brings to the site, the small forms for lists too."""
    covers = {source.fields.cover, source.fields.video.poster} - {""}
    return set(source.assets) | {record.small(digest) for digest in covers}


def body(html: str, record: Record, root: str) -> str:
    """Return the article's HTML with the addresses of its pictures, films and files, and the sizes of pictures."""
    if "asset:" not in html:
        return html

    def placed(found: re.Match[str]) -> str:
        attribute, digest, ending = found.groups()
        address = f'{attribute}="{root}{record.asset_path(digest)}"'
        facts = record.asset(digest)
        if attribute == "href" or ending or facts is None or not facts.width:
            return address
        return f'{address} width="{facts.width}" height="{facts.height}" loading="lazy"'

    return _ASSET.sub(placed, html)


def rows(found: Iterable[ListRow], record: Record, root: str) -> list[dict[str, Any]]:
    """Return the values of articles in a list."""
    return [_row(row, record, root) for row in found]


def _row(row: ListRow, record: Record, root: str) -> dict[str, Any]:
    published = local(row.published_at)
    return {
        "title": clean(row.title),
        "summary": clean(row.summary),
        "source": clean(row.source),
        "address": root + row.address.lstrip("/"),
        "date": published.date().isoformat(),
        "day": published.date().isoformat()[5:],
        "channel_id": row.channel_id,
        "cover": cover(row, record, root),
        "number": clean(row.number),
        "issuer": clean(row.issuer),
        "made_on": clean(row.made_on),
        "validity": clean(row.validity),
        "duration": clean(row.duration),
    }


def _attribution(source: PageSource) -> list[str]:
    names = source.attribution
    return _titled(
        ("来源", names.source),
        ("通讯员", _names(names.correspondents)),
        ("摄影", _names(names.photographers)),
        ("编辑", _names(names.editors)),
        ("审核", _names(names.reviewers)),
    )


def _titled(*pairs: tuple[str, str]) -> list[str]:
    """Return ``来源：县水利局`` for every pair that says something."""
    return [f"{title}：{clean(value)}" for title, value in pairs if value]


def _names(names: Iterable[str]) -> str:
    return " ".join(clean(name) for name in names)


def _policy(source: PageSource, published: str) -> list[tuple[str, str]]:
    policy = source.fields.policy
    made = (
        ("发文字号", policy.number),
        ("发文机关", policy.issuer),
        ("成文日期", policy.made_on),
        ("发布日期", published),
        ("效力状态", policy.validity),
    )
    return [(title, clean(value)) for title, value in made if value]


def _reprint(source: PageSource) -> dict[str, str] | None:
    reprint = source.fields.reprint
    if not (reprint.title or reprint.author or reprint.source):
        return None
    return {name: clean(getattr(reprint, name)) for name in ("title", "author", "source", "url")}


def _video(source: PageSource, record: Record, root: str) -> dict[str, str] | None:
    video = source.fields.video
    if not video.address:
        return None
    asset = re.fullmatch(r"asset:([0-9a-f]{64})", video.address)
    captions = (a.digest for a in source.fields.attachments if record.asset_path(a.digest).endswith(".vtt"))
    spoken = next(captions, "")  # the first attachment that is a captions file
    return {
        "own": root + record.asset_path(asset[1]) if asset else "",
        "address": "" if asset else clean(video.address),
        "poster": root + record.asset_path(video.poster) if video.poster else "",
        "duration": clean(video.duration),
        "captions": root + record.asset_path(spoken) if spoken else "",
    }
