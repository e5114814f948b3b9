"""Pictures of a page in the widths and formats that its release carries: the browser takes what fits."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from db.domain.site import ListRow, PageSource, Rendition
from desktop.publishing.record import Record

COLUMN = 760  # pixels: the widest that a text is set
_MARGINS = 80
THUMB = 480  # pixels of the longer side of the small form

_IMAGE = re.compile(r'<img((?: [a-z-]+="[^"]*")*?) src="asset:([0-9a-f]{64})"((?: [a-z-]+="[^"]*")*) ?/?>')


def with_pictures(source: PageSource, record: Record, root: str) -> str:
    """Return the article's HTML with its pictures as ``<picture>``; those of which the release has no forms stay."""
    if source.standing.renditions == "{}" or "<img" not in source.html:
        return source.html
    released: dict[str, list[str]] = json.loads(source.standing.renditions)
    count = 0

    def placed(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        before, digest, after = found.groups()
        facts, carried = record.asset(digest), released.get(digest, ())
        forms = [form for form in record.renditions(digest) if form.digest in carried]
        if facts is None or not forms:
            return found[0]
        widest = min(facts.width, COLUMN)
        sizes = f'sizes="(min-width: {widest + _MARGINS}px) {widest}px, 100vw"'
        webp = [form for form in forms if form.media_type == "image/webp"]
        plain = [form for form in forms if form.media_type == facts.media_type and form.width < facts.width]
        kept = Rendition(digest, facts.media_type, facts.width, facts.height)
        lazy = ' loading="lazy"' if count > 1 else ""  # the first is seen at once
        image = (
            f'<img{before} src="{root}{record.asset_path(digest)}"{_srcset([*plain, kept], sizes, record, root)}{after}'
            f' width="{facts.width}" height="{facts.height}"{lazy} decoding="async">'
        )
        if not webp:
            return image
        return f'<picture><source type="image/webp"{_srcset(webp, sizes, record, root)}>{image}</picture>'

    return _IMAGE.sub(placed, source.html)


def cover(row: ListRow, record: Record, root: str) -> dict[str, Any] | None:
    """Return what a list shows of an article's picture: its small form, the wider ones of its release, its measures."""
    if not row.cover:
        return None
    facts, small = record.asset(row.cover), record.small(row.cover)
    made: dict[str, Any] = {"src": root + record.asset_path(small), "srcset": "", "width": 0, "height": 0}
    if facts is None or not facts.width or small == row.cover:
        return made
    part = min(1.0, THUMB / max(facts.width, facts.height))
    made["width"], made["height"] = max(1, round(facts.width * part)), max(1, round(facts.height * part))
    wider = [
        form
        for form in record.renditions(row.cover)
        if form.media_type == facts.media_type and form.digest in row.carried and form.width > made["width"]
    ]
    if wider:
        forms = [Rendition(small, facts.media_type, made["width"], made["height"]), *wider]
        made["srcset"] = ", ".join(f"{root}{record.asset_path(form.digest)} {form.width}w" for form in forms)
    return made


def _srcset(forms: Sequence[Rendition], sizes: str, record: Record, root: str) -> str:
    each = ", ".join(f"{root}{record.asset_path(form.digest)} {form.width}w" for form in forms)
    return f' srcset="{each}" {sizes}'
