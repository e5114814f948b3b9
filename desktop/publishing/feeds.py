"""What machines read: the Atom feeds, the sitemaps and robots.txt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape  # what it writes is XML too

from db.domain.site import ListRow
from desktop.publishing.pages import clean

_XML = '<?xml version="1.0" encoding="utf-8"?>\n'
_PLAIN = re.compile(r"[\w./:-]*", re.ASCII).fullmatch  # what most addresses are: nothing to escape
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def feed(title: str, home: str, page: str, path: str, rows: Iterable[ListRow]) -> bytes:
    """Return an Atom feed. ``home`` is the site's address, or empty: then addresses begin at the root."""
    entries = list(rows)
    updated = max((row.updated_at for row in entries), default="1970-01-01T00:00:00Z")
    parts = [
        _XML,
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n',
        f"<title>{_text(title)}</title>\n<id>{_identity(home, path)}</id>\n<updated>{updated}</updated>\n",
        f"<author><name>{_text(title)}</name></author>\n",
        f'<link href={_attribute(f"{home}/{page}")}/>\n<link rel="self" href={_attribute(f"{home}/{path}")}/>\n',
        *(_entry(home, row) for row in entries),
        "</feed>\n",
    ]
    return "".join(parts).encode("utf-8", "replace")


def _entry(home: str, row: ListRow) -> str:
    return (
        f"<entry>\n<title>{_text(row.title)}</title>\n<id>{_identity(home, row.address.lstrip('/'))}</id>\n"
        f"<link href={_attribute(home + row.address)}/>\n<published>{row.published_at}</published>\n"
        f"<updated>{row.updated_at}</updated>\n<summary>{_text(row.summary)}</summary>\n</entry>\n"
    )


def sitemap_index(home: str, months: Iterable[str]) -> bytes:
    listed = "".join(f"<sitemap><loc>{_text(f'{home}/sitemap-{month}.xml')}</loc></sitemap>\n" for month in months)
    return f'{_XML}<sitemapindex xmlns="{_SITEMAP}">\n{listed}</sitemapindex>\n'.encode("utf-8", "replace")


def sitemap(home: str, pages: Iterable[tuple[str, str]]) -> bytes:
    """Return the sitemap of a month: ``pages`` are addresses and the times of their last release."""
    listed = "".join(f"<url><loc>{_text(home + address)}</loc><lastmod>{at}</lastmod></url>\n" for address, at in pages)
    return f'{_XML}<urlset xmlns="{_SITEMAP}">\n{listed}</urlset>\n'.encode("utf-8", "replace")


def robots(home: str) -> bytes:
    told = f"Sitemap: {clean(home)}/sitemap.xml\n" if home else ""
    return f"User-agent: *\nDisallow: /manifest/\n{told}".encode()


def _identity(home: str, path: str) -> str:
    return _text(f"{home}/{path}") if home else _text(f"urn:caibian:{path}")


def _text(value: str) -> str:
    return value if _PLAIN(value) else escape(clean(value))


def _attribute(value: str) -> str:
    return f'"{_text(value)}"'
