"""The site as a map of keys to files: each key is made from as little of the record as possible.

Keys: ``article:12``, ``list:CHANNEL:N`` (counted from the oldest page), ``channel:ID``, ``home``, ``feed:ID`` (0: all
channels), ``sitemap``, ``sitemap:2026-07``, ``page:map``, ``static:NAME``, ``root:NAME``, ``asset:DIGEST``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from db.domain.errors import AssetLost, StoreUnavailable
from db.domain.site import ListRow, PageSource, Standing
from db.store.site import carrier
from desktop.publishing import feeds, pages
from desktop.publishing.addresses import is_inside, month_of
from desktop.publishing.chrome import Chrome
from desktop.publishing.record import Record
from desktop.publishing.render import renderer, site_address, static_folder
from desktop.publishing.theme import Theme

PLAIN_PAGES = ("map", "help", "submit", "404")  # keys page:NAME, made by the template of the same name
_CHILD_ROWS = 6  # newest articles of a channel below, on the page of the one above


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site in memory."""

    path: str
    source: str
    data: bytes


class Site:
    """Makes the files of a site from the record, a theme and a chrome; the same bytes every time."""

    def __init__(self, record: Record, theme: Theme, chrome: Chrome) -> None:
        self.record = record
        self.theme = theme
        self.chrome = chrome
        self._renderer = renderer(theme, chrome)
        self._home = site_address(chrome)
        self._static = static_folder(theme)

    def file(self, key: str) -> File | None:
        """Return the file that ``key`` makes now; None when it makes none (an empty month, a channel not shown)."""
        kind, _, rest = key.partition(":")
        match kind:
            case "article":
                return self._article(int(rest))
            case "list":
                channel, _, number = rest.partition(":")
                return self._list(int(channel), int(number))
            case "channel":
                return self._channel(int(rest))
            case "home":
                return self._page("home", "index.html", "home.html", None, self._home_values())
            case "feed":
                return self._feed(int(rest))
            case "sitemap":
                return self._sitemap(rest)
            case "page":
                return self._plain(rest)
            case "static" | "root":
                return self._copied(kind, rest)
            case "asset":
                return self._asset(rest)
        raise ValueError(f"unknown key {key!r}")

    def shared_keys(self) -> Iterator[str]:
        """Yield the keys of all that is no article, asset or list page: what is few whatever the archive holds."""
        yield from (f"static:{name}" for name in sorted(self.theme.below("static/")))
        yield from (f"root:{name}" for name in sorted(self.theme.below("root/")))
        yield from (f"page:{name}" for name in (*PLAIN_PAGES, "robots"))
        for node in self.chrome.channels:
            yield f"channel:{node.id}"
            yield f"feed:{node.id}"
        yield from ("feed:0", "sitemap", "home")

    def list_keys(self) -> Iterator[str]:
        """Yield the keys of every list page and every month's sitemap."""
        size = int(self.chrome.settings["page_size"])
        for node in self.chrome.channels:
            yield from (f"list:{node.id}:{n}" for n in range(1, self.record.last_page(node.id, size) + 1))
        yield from (f"sitemap:{month}" for month in self.record.months())

    def articles(self, first: int = 1, last: int | None = None) -> Iterator[tuple[Standing, PageSource | None]]:
        """Yield the articles whose newest release lies between two, in order; those withdrawn without their text."""
        last = self.record.head if last is None else last
        for source in self.record.pages(first, last):
            yield source.standing, source
        for standing in self.record.withdrawn(first, last):
            yield standing, None

    def article_file(self, standing: Standing, source: PageSource | None) -> File:
        """Return an article's page, or the tombstone of one that was withdrawn."""
        path, key = standing.address.lstrip("/"), f"article:{standing.article_id}"
        if not is_inside(path):
            raise StoreUnavailable("damaged", standing.address, "address")
        if source is None:
            return self._page(key, path, "tombstone.html", None, {"notes": pages.notes(standing)})
        if hashlib.sha256(source.html.encode()).hexdigest() != standing.html_digest:
            raise StoreUnavailable("damaged", standing.address, "rendered")
        root = "../" * path.count("/")
        node = self.chrome.by_id.get(standing.channel_id)
        values = pages.article(source, self.record, root) | {"kind": node.kind if node else "news", "siblings": ()}
        return self._page(key, path, "article.html", standing.channel_id, values)

    def _article(self, article_id: int) -> File | None:
        standing = self.record.standing(article_id)
        if standing is None:
            return None
        return self.article_file(standing, self.record.page(article_id) if standing.live else None)

    def _list(self, channel_id: int, number: int) -> File | None:
        node = self.chrome.by_id.get(channel_id)
        size = int(self.chrome.settings["page_size"])
        last = self.record.last_page(channel_id, size) if node else 0
        if node is None or not 1 <= number <= last:
            return None
        found = self.record.in_range(channel_id, number, size)
        values = {
            "rows": pages.rows(found, self.record, "../"),
            "number": number,
            "newer": number + 1 if number < last else 0,
            "older": number - 1,
        }
        path = f"{node.folder}/list-{number}.html"
        return self._page(f"list:{channel_id}:{number}", path, "list.html", node.id, values)

    def _channel(self, channel_id: int) -> File | None:
        node = self.chrome.by_id.get(channel_id)
        if node is None:
            return None
        size = int(self.chrome.settings["page_size"])
        found = self.record.newest(channel_id, size)
        below = [
            (child, pages.rows(self.record.newest(child.id, _CHILD_ROWS), self.record, "../"))
            for child in self.chrome.children(channel_id)
        ]
        values = {
            "rows": pages.rows(found, self.record, "../"),
            "below": below,
            "last": self.record.last_page(channel_id, size),
        }
        if node.kind == "page" and (single := self._single(found)):
            return self._page(f"channel:{channel_id}", f"{node.folder}/index.html", "article.html", node.id, single)
        return self._page(f"channel:{channel_id}", f"{node.folder}/index.html", "channel.html", node.id, values)

    def _single(self, found: list[ListRow]) -> dict[str, Any] | None:
        """Return the values of the article that a 单页 channel shows in full, its newest, and the way to the others."""
        source = self.record.page(found[0].article_id) if found else None
        if source is None:
            return None
        others = pages.rows(found, self.record, "../") if len(found) > 1 else ()
        return pages.article(source, self.record, "../") | {"kind": "page", "siblings": others}

    def _home_values(self) -> dict[str, Any]:
        count = int(self.chrome.settings["home_latest"])
        pictures = int(self.chrome.settings["home_pictures"])
        newest = {
            node.id: self.record.newest(node.id, count + 1 + pictures)
            for node in self.chrome.channels
            if node.kind != "page"
        }
        news = (newest[node.id] for node in self.chrome.channels if node.kind == "news" and newest[node.id])
        lead = next((rows[0] for rows in news), None)
        pictured = sorted(
            (row for rows in newest.values() for row in rows if row.cover and row is not lead),
            key=lambda row: (row.published_at, row.article_id),
        )
        shown = {row.cover: row for row in pictured}  # a picture once, with the newest that carries it
        if lead:
            shown.pop(lead.cover, None)
        latest = sorted(shown.values(), key=lambda row: (row.published_at, row.article_id), reverse=True)
        blocks = [
            (node, pages.rows([row for row in newest[node.id] if row is not lead][:count], self.record, ""))
            for node in self.chrome.channels
            if newest.get(node.id)
        ]
        return {
            "lead": pages.rows([lead], self.record, "")[0] if lead else None,
            "pictures": pages.rows(latest[:pictures], self.record, ""),
            "blocks": [(node, rows) for node, rows in blocks if rows],
        }

    def _feed(self, channel_id: int) -> File | None:
        size = int(self.chrome.settings["feed_size"])
        name = str(self.chrome.settings["site_name"])
        if channel_id == 0:
            newest = self.record.newest_of((node.id for node in self.chrome.channels), size)
            return File("feed.xml", "feed:0", feeds.feed(name, self._home, "index.html", "feed.xml", newest))
        node = self.chrome.by_id.get(channel_id)
        if node is None:
            return None
        path, rows = f"{node.folder}/feed.xml", self.record.newest(channel_id, size)
        made = feeds.feed(f"{node.name} - {name}", self._home, f"{node.folder}/index.html", path, rows)
        return File(path, f"feed:{channel_id}", made)

    def _sitemap(self, month: str) -> File | None:
        if not month:
            return File("sitemap.xml", "sitemap", feeds.sitemap_index(self._home, self.record.months()))
        found = self.record.in_month(month)
        return File(f"sitemap-{month}.xml", f"sitemap:{month}", feeds.sitemap(self._home, found)) if found else None

    def _plain(self, name: str) -> File:
        if name == "robots":
            return File("robots.txt", "page:robots", feeds.robots(self._home))
        return self._page(f"page:{name}", f"{name}.html", f"{name}.html", None, {})

    def _copied(self, kind: str, name: str) -> File | None:
        data = self.theme.files.get(f"{kind}/{name}")
        folder = self._static if kind == "static" else ""
        return None if data is None else File(f"{folder}{name}", f"{kind}:{name}", data)

    def _asset(self, digest: str) -> File:
        data = self.record.asset_bytes(digest)
        if data is None or hashlib.sha256(data).hexdigest() != digest:
            title, name = carrier(self.record.connection, self.record.head, digest)
            raise AssetLost("damaged", f"asset:{digest}", "asset", title, name)
        return File(self.record.asset_path(digest), f"asset:{digest}", data)

    def _page(self, key: str, path: str, template: str, channel_id: int | None, values: dict[str, Any]) -> File:
        return File(path, key, self._renderer.page(template, path, channel_id, values))


def month_key(standing: Standing) -> str:
    return f"sitemap:{month_of(standing.published_at)}"
