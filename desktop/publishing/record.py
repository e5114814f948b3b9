"""What pages ask of the record, as of one release."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from db.domain.site import AssetFacts, ListRow, PageSource, Rendition, Standing
from db.store import site
from db.store.driver import Asked
from desktop.publishing.addresses import SQL_OFFSET, asset_path, month_bounds


@dataclass(slots=True)
class Record:
    """One consistent view of what is live at release ``head``."""

    connection: Asked
    head: int
    files: Path
    _assets: dict[str, AssetFacts | None] = field(default_factory=dict)
    _renditions: dict[str, list[Rendition]] = field(default_factory=dict)
    _newest: dict[int, tuple[int, list[ListRow]]] = field(default_factory=dict)  # channel -> how many were asked for

    def pages(self, first: int, last: int) -> Iterator[PageSource]:
        return site.pages(self.connection, self.head, first, last)

    def page(self, article_id: int) -> PageSource | None:
        return site.page(self.connection, article_id, self.head)

    def withdrawn(self, first: int, last: int) -> Iterator[Standing]:
        return site.withdrawn(self.connection, self.head, first, last)

    def standing(self, article_id: int) -> Standing | None:
        return site.standing(self.connection, article_id, self.head)

    def newest(self, channel_id: int, count: int) -> list[ListRow]:
        """Return the newest live articles of a channel; they are asked for by several pages and kept."""
        asked, rows = self._newest.get(channel_id, (0, []))
        if asked < count:
            rows = site.newest(self.connection, self.head, channel_id, count)
            self._newest[channel_id] = count, rows
        return rows[:count]

    def newest_of(self, channel_ids: Iterable[int], count: int) -> list[ListRow]:
        """Return the newest live articles of several channels, the last published first."""
        each = (site.newest_ids(self.connection, self.head, channel_id, count) for channel_id in channel_ids)
        wanted = [article_id for _, article_id in heapq.nlargest(count, chain.from_iterable(each))]
        known = {row.article_id: row for _, rows in self._newest.values() for row in rows}
        missing = [article_id for article_id in wanted if article_id not in known]
        known |= {row.article_id: row for row in site.list_rows(self.connection, self.head, missing)}
        return [known[article_id] for article_id in wanted]

    def in_range(self, channel_id: int, number: int, size: int) -> list[ListRow]:
        """Return the rows of list page ``number``, counted from the oldest."""
        return site.in_range(self.connection, self.head, channel_id, (number - 1) * size + 1, number * size)

    def last_page(self, channel_id: int, size: int) -> int:
        """Return the number of the newest list page, 0 when the channel is empty."""
        return -(-site.last_place(self.connection, self.head, channel_id) // size)

    def months(self) -> list[str]:
        return site.months(self.connection, self.head, SQL_OFFSET)

    def in_month(self, month: str) -> list[tuple[str, str]]:
        return site.in_month(self.connection, self.head, *month_bounds(month))

    def asset(self, digest: str) -> AssetFacts | None:
        if digest not in self._assets:
            self._assets[digest] = site.asset(self.connection, digest)
        return self._assets[digest]

    def renditions(self, digest: str) -> list[Rendition]:
        if digest not in self._renditions:
            self._renditions[digest] = site.renditions(self.connection, digest)
        return self._renditions[digest]

    def asset_bytes(self, digest: str) -> bytes | None:
        return site.asset_bytes(self.connection, self.files, digest)

    def asset_path(self, digest: str) -> str:
        """Return where an asset lies on the site; an asset that is not in the record gets a name all the same."""
        facts = self.asset(digest)
        return asset_path(digest, facts.media_type if facts else "")

    def small(self, digest: str) -> str:
        """Return the digest of an asset's small form, its own when there is none."""
        facts = self.asset(digest)
        return (facts.thumb if facts else "") or digest
