"""The address of an article on the site: made once, at its first release, and never changed."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")  # no daylight saving since 1991
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_SLUG = 60
RESERVED = frozenset(
    {"assets", "static", "manifest", "index", "404", "con", "prn", "aux", "nul"}
    | {f"{device}{n}" for device in ("com", "lpt") for n in range(10)}
)  # names at the site's root, and Windows devices


def good_slug(slug: str) -> bool:
    """Whether a slug is a name of a-z, 0-9 and single hyphens that every file system takes."""
    return bool(SLUG.fullmatch(slug)) and len(slug) <= MAX_SLUG and slug not in RESERVED


def article_address(channel_slug: str, published_at: str, number: str, slug: str) -> str:
    """Return ``/<channel>/<yyyy>/<mm>/<slug or register number>.html``; the month as in Shanghai."""
    there = datetime.fromisoformat(published_at).astimezone(SHANGHAI)
    name = slug if good_slug(slug) else number
    return f"/{channel_slug}/{there:%Y}/{there:%m}/{name}.html"


def local_year(moment: str) -> str:
    """Return the year of a time of the record (UTC) as it is in Shanghai: the year of the register."""
    return str(datetime.fromisoformat(moment).astimezone(SHANGHAI).year)


def local_day(moment: str) -> str:
    """Return its day there."""
    return f"{datetime.fromisoformat(moment).astimezone(SHANGHAI):%Y-%m-%d}"
