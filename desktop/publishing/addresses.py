"""Where things lie on the site: addresses that never change, made of names that every file system takes."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")  # no daylight saving since 1991: no time zone files needed
SQL_OFFSET = "+8 hours"

MAX_NAME = 90  # bytes; with an ending still below 100
_DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)})
_OURS = frozenset({"assets", "static", "manifest", "index", "404"})  # names at the root that no channel may take
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_OTHER = re.compile(r"[^a-z0-9]+")


def safe_name(text: str, fallback: str = "x") -> str:
    """Return ``text`` as a name of a-z, 0-9 and hyphens, at most 90 bytes; Han characters become pinyin.

    Never empty, never hidden, never a Windows device, never different by case alone. Different texts may give the same
    name: who needs unique ones compares.
    """
    name = _letters(text) or _letters(fallback) or "x"
    return f"x-{name}" if name in _DEVICES else name


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    if _HAN.search(plain):
        # pypinyin loads a dictionary of 10 MB and is needed by few names.
        from pypinyin import lazy_pinyin  # noqa: PLC0415

        plain = "-".join(lazy_pinyin(plain[:MAX_NAME]))
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return _OTHER.sub("-", ascii_only.lower()).strip("-")[:MAX_NAME].strip("-")


def folder_name(slug: str) -> str:
    """Return the folder of a channel."""
    name = safe_name(slug, "channel")
    return f"{name}-channel" if name in _OURS or name.isdigit() else name


def address(channel_slug: str, published_at: str, number: str, slug: str = "") -> str:
    """Return ``/<channel>/<yyyy>/<mm>/<slug or register number>.html``.

    The month is that of ``published_at`` (UTC) in Shanghai. A slug may be taken already in this channel and month; then
    ask again with ``slug=f"{slug}-{number}"``, which cannot be.
    """
    year, month = local(published_at).strftime("%Y %m").split()
    name = safe_name(slug, number) if slug.strip() else safe_name(number)
    if slug.endswith(f"-{number}") and not name.endswith(f"-{number}"):  # cut: the part that makes it unique stays
        name = f"{name[: MAX_NAME - len(number) - 1].rstrip('-')}-{number}"
    return f"/{folder_name(channel_slug)}/{year}/{month}/{name}.html"


def local(stamped: str) -> datetime:
    """Return a time of the record as the site shows it."""
    return datetime.fromisoformat(stamped).astimezone(SHANGHAI)


def month_of(stamped: str) -> str:
    """Return the month of a time as the site shows it: ``2026-07``."""
    return local(stamped).strftime("%Y-%m")


def month_bounds(month: str) -> tuple[str, str]:
    """Return where a month begins and where the next one does, in UTC."""
    year, number = int(month[:4]), int(month[5:])
    begins = datetime(year, number, 1, tzinfo=SHANGHAI)
    ends = datetime(year + number // 12, number % 12 + 1, 1, tzinfo=SHANGHAI)
    first, end = (moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") for moment in (begins, ends))
    return first, end


def asset_path(digest: str, media_type: str) -> str:
    """Return where an asset lies: ``assets/ab/DIGEST.jpg``."""
    return f"assets/{digest[:2]}/{digest}{ENDINGS.get(media_type, '.bin')}"


ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
    "audio/mpeg": ".mp3",
    "text/vtt": ".vtt",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "application/msword": ".doc",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
}
