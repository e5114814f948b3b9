"""Which files change: computed from the releases since the last time, never from a walk through the archive."""

from __future__ import annotations

from collections.abc import Iterable

from db.domain.site import Standing
from db.store import site
from desktop.publishing.chrome import Chrome
from desktop.publishing.record import Record
from desktop.publishing.site import month_key


def changed_keys(record: Record, chrome: Chrome, since: int) -> list[str]:
    """Return the keys that the releases after ``since`` touch, articles first. Assets are found with their articles."""
    if record.head == since:
        return []
    keys: dict[str, None] = {}
    shared: dict[str, None] = {}
    for before, now in site.released_since(record.connection, since, record.head):
        keys[f"article:{now.article_id}"] = None
        for standing in (before, now):
            if standing is not None:
                shared |= dict.fromkeys(_lists(standing, chrome, is_new=before is None))
        shared[month_key(now)] = None
    months = [key for key in shared if key.startswith("sitemap:")]
    lists = [key for key in shared if key not in months]
    return [*keys, *lists, *months, "home", "feed:0"]  # in this order what one page read of the record serves the next


def _lists(standing: Standing, chrome: Chrome, *, is_new: bool) -> Iterable[str]:
    """Yield the pages that name an article: its list page, its channel and those above, the channel's feed."""
    line = chrome.line(standing.channel_id)
    if not line:
        return
    size = int(chrome.settings["page_size"])
    number = -(-standing.channel_seq // size)
    yield f"list:{standing.channel_id}:{number}"
    if is_new and number > 1 and standing.channel_seq % size == 1:  # the page before gets its way to this one
        yield f"list:{standing.channel_id}:{number - 1}"
    yield f"channel:{standing.channel_id}"
    if len(line) > 1:
        yield f"channel:{line[-2].id}"
    yield f"feed:{standing.channel_id}"
