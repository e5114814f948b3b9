"""Where things lie on the site: names that every file system takes, months as Shanghai counts them."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime

from db.domain.addresses import RESERVED, SHANGHAI

SQL_OFFSET = "+8 hours"  # Shanghai, as SQLite says it
MAX_NAME = 90  # bytes; with an ending still below 100

_OTHER = re.compile(r"[^a-z0-9]+")


def folder_name(slug: str) -> str:
    """Return the folder of a channel: the slug itself when it is a good one, else the nearest name that is.

    Never empty, hidden, a Windows device, a name of ours, a year, or different from another by case alone.
    """
    plain = unicodedata.normalize("NFKD", slug).encode("ascii", "ignore").decode()
    name = _OTHER.sub("-", plain.lower()).strip("-")[:MAX_NAME].strip("-") or "channel"
    return f"{name}-channel" if name in RESERVED or name.isdigit() else name


def is_inside(path: str) -> bool:
    """Whether a path that was read somewhere stays in the site, and out of what is hidden there."""
    parts = path.split("/")
    return not any(part in ("", "..") or part.startswith(".") for part in parts) and not set(path) & _UNSAFE


_UNSAFE = set('\\:?*"<>|') | {chr(n) for n in range(32)}


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
