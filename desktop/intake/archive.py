"""An old site's Markdown folder, read into articles to migrate; what cannot be read is told file by file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import yaml

from db.actions.archive import Migrated
from db.domain.article import MAX_BODY, MAX_LINE, Fields
from db.domain.channels import Channel
from db.domain.revision import canonical, digest
from desktop.text.encodings import decoded
from desktop.text.words import rendered, words

KEYS = ("title", "date", "channel", "source", "correspondents", "editors", "reviewers", "keywords", "summary")
ENDINGS = frozenset({".md", ".markdown"})
_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?)(?:^|\n)\1[ \t]*(?:\n|$)", re.DOTALL)
_LIST = re.compile(r"[,，、;；\s]+")
_SHANGHAI = timezone(timedelta(hours=8))  # times without a zone are the old site's wall clock
_DATE = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that was not taken in. ``reason`` is a stable word, ``detail`` what was found.

    Reasons: unreadable, encoding, no_front, front, title, date, future, channel, body, too_long.
    """

    path: Path
    reason: str
    detail: str = ""


class _RefusedError(Exception):
    def __init__(self, reason: str, detail: object = "") -> None:
        self.reason, self.detail = reason, str(detail)[:100]


def files(folder: Path) -> list[Path]:
    """Return the Markdown files of a folder and those below, in the order of their names; hidden ones not."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file())
    return sorted(path for path in found if not any(p.startswith(".") for p in path.relative_to(folder).parts))


def read(paths: Sequence[Path], channels: Sequence[Channel], now: str) -> Iterator[Migrated | Unread]:
    """Yield an article, or why there is none, for each file. ``now`` (UTC) bounds the dates that can be believed."""
    by_name: dict[str, int] = {}
    for channel in reversed(channels):  # the first of two that share a name is meant
        by_name[channel.name] = by_name[channel.slug] = channel.id
    for path in paths:
        try:
            yield _article(path, by_name, now)
        except _RefusedError as refused:
            yield Unread(path, refused.reason, refused.detail)


def _article(path: Path, channels: Mapping[str, int], now: str) -> Migrated:
    head, body = _parted(_text(path))
    title = _line(head, "title")
    if not title:
        raise _RefusedError("title")
    name = _line(head, "channel") or path.parent.name
    if name not in channels:
        raise _RefusedError("channel", name)
    published_at = _time(head.get("date"))
    if published_at >= now:
        raise _RefusedError("future", head.get("date"))
    if not body.strip():
        raise _RefusedError("body")
    if len(body) > MAX_BODY:
        raise _RefusedError("too_long", "body")
    fields = Fields(
        channel_id=channels[name],
        title=title,
        body=body.strip("\n") + "\n",
        summary=str(head.get("summary") or "").strip(),
        keywords=_names(head, "keywords"),
        source=_line(head, "source"),
        correspondents=_names(head, "correspondents"),
    )
    made = rendered(digest(canonical(fields)), fields.body)
    return Migrated(fields, words(fields.body), published_at, _names(head, "editors"), _names(head, "reviewers"), made)


def _text(path: Path) -> str:
    try:
        return decoded(path.read_bytes())
    except UnicodeError as exc:
        raise _RefusedError("encoding", exc.reason if isinstance(exc, UnicodeDecodeError) else exc) from exc
    except OSError as exc:
        raise _RefusedError("unreadable", exc.strerror) from exc


def _parted(text: str) -> tuple[dict[str, Any], str]:
    """Part the front matter (``---`` YAML, ``+++`` TOML) from the body."""
    text = text.lstrip("\ufeff\n")
    found = _FRONT.match(text)
    if not found:
        raise _RefusedError("no_front")
    try:
        head = _yaml(found[2]) if found[1] == "---" else tomllib.loads(found[2])
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError, RecursionError) as exc:
        raise _RefusedError("front", str(exc).splitlines()[0]) from exc
    if not isinstance(head, dict):
        raise _RefusedError("front", head)
    return head, text[found.end() :]


def _yaml(text: str) -> Any:
    if "&" in text and "*" in text:  # a few aliases of aliases would fill the memory
        for token in yaml.scan(text, Loader=_LOADER):
            if isinstance(token, yaml.AliasToken):
                raise ValueError("YAML aliases are not read")
    return yaml.load(text, Loader=_LOADER)


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _line(head: Mapping[str, Any], key: str) -> str:
    value = head.get(key)
    text = " ".join(str("" if value is None else value).split())
    if len(text) > MAX_LINE:
        raise _RefusedError("too_long", key)
    return text


def _names(head: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list, or names in one line."""
    value = head.get(key)
    parts = value if isinstance(value, list) else _LIST.split(str(value or ""))
    return tuple(dict.fromkeys(name for part in parts if part is not None and (name := str(part).strip())))


def _time(value: object) -> str:
    """Return the time in UTC. A day alone is its noon: no zone moves it to another day."""
    try:
        if isinstance(value, datetime):
            moment = value
        elif isinstance(value, date):
            moment = datetime(value.year, value.month, value.day, 12)
        else:
            moment = _spelled(str(value or "").strip())
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=_SHANGHAI)
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError) as exc:
        raise _RefusedError("date", "" if value is None else value) from exc
    if moment.year < 1990:  # before there were such sites: a date that some program made up
        raise _RefusedError("date", value)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _spelled(text: str) -> datetime:
    found = _DATE.fullmatch(text)
    if not found:
        return datetime.fromisoformat(text)
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in found.groups())
    return datetime(year, month, day, hour, minute, second) if found[4] else datetime(year, month, day, 12)
