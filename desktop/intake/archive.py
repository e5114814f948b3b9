"""An old site's Markdown folder, read into articles to migrate; what cannot be read is told file by file."""

from __future__ import annotations

import codecs
import hashlib
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

from db.actions.archive import Migrated
from db.actions.assets import NewAsset
from db.actions.write import refuse_bad
from db.domain.addresses import SHANGHAI
from db.domain.article import MAX_BODY, MAX_LINE, Fields, Words
from db.domain.channels import Channel
from db.domain.errors import BadValue
from db.domain.release import Rendered
from db.domain.revision import canonical, digest
from db.store.bigrams import tokens
from desktop.intake.attachments import read_attachment
from desktop.intake.pictures import read_picture
from desktop.text.addresses import is_file, is_film, read_address
from desktop.text.clean import clean_line, clean_text
from desktop.text.count import count
from desktop.text.dialect import RENDERER, render
from desktop.text.encodings import decoded
from desktop.text.excerpt import excerpt
from desktop.text.plain import plain_from_html

KEYS = ("title", "date", "channel", "source", "correspondents", "editors", "reviewers", "keywords", "summary")
PICTURES = "assets"  # the folder of an export that holds them, named by digest
ENDINGS = frozenset({".md", ".markdown"})
_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?)(?:^|\n)\1[ \t]*(?:\n|$)", re.DOTALL)
_PICTURE = re.compile(  # written as Markdown, its address in <> or bare, or as HTML
    r"""(!\[[^\]\n]*\]\(\s*)(?:<([^<>\n]+)>|((?:[^()\s<>]|\([^()\s]*\))+))"""
    r"""|(<img\b[^<>]*?\bsrc\s*=\s*)(?:"([^"<>]+)"|'([^'<>]+)'|([^\s"'<>]+))""",
    re.IGNORECASE,
)
_SHOWN = re.compile(r'<img\b[^<>]* src="(?!asset:)([^"]*)"')
_DIGEST = re.compile(r"asset:([0-9a-f]{64})")
_FILE = re.compile(r"asset:([0-9a-f]{64})\.([a-z0-9]+)")
_DATE_LINE = re.compile(r"^date[ \t]*[:=](.*)$", re.MULTILINE)
_GLIMPSE = 4096  # bytes
_UNDATED = "9999"
_LIST = re.compile(r"[,，、;；\s]+")
_DATE = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
    r"(?:[T\s]*(\d{1,2})[:：时](\d{1,2})分?(?:[:：]?(\d{1,2})秒?)?)?"
)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that was not taken in. ``reason`` is a stable word, ``detail`` what was found.

    Reasons: unreadable, encoding, no_front, front, title, date, future, channel, body, too_long, picture.
    """

    path: Path
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """An article to migrate, with the pictures of it that were not told before."""

    article: Migrated
    pictures: tuple[NewAsset, ...]


class _RefusedError(Exception):
    def __init__(self, reason: str, detail: object = "") -> None:
        self.reason, self.detail = reason, str(detail)[:100]


def files(folder: Path) -> list[Path]:
    """Return the Markdown files of a folder and those below, in the order of their names; hidden ones not."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file())
    return sorted(path for path in found if not any(p.startswith(".") for p in path.relative_to(folder).parts))


def oldest_first(paths: Sequence[Path]) -> list[Path]:
    """Return the files by their dates: the site's lists count from the oldest. Those without one come last."""
    return sorted(paths, key=lambda path: (_glimpsed(path), path))


def _glimpsed(path: Path) -> str:
    """Return the date that a file begins with, without reading the rest of it."""
    try:
        with path.open("rb") as file:
            start = file.read(_GLIMPSE)
        wide = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        text = start.decode("utf-16" if wide else "utf-8", "replace")
        if "\ufffd" in text[:-4] and not wide:
            text = start.decode("gb18030", "replace")
        found = _DATE_LINE.search(text)
        return _time(found[1].strip().strip("\"'")) if found else _UNDATED
    except (OSError, _RefusedError):
        return _UNDATED


class Reader:
    """Reads the files of one folder. ``known`` are the digests of the pictures that the record has already."""

    def __init__(self, folder: Path, channels: Sequence[Channel], known: Collection[str], now: str) -> None:
        self.folder = folder.resolve()
        self.now = now  # UTC: later dates are not believed
        self._channels: dict[str, int] = {}
        for channel in reversed(channels):  # the first of two that share a name is meant
            self._channels[channel.name] = self._channels[channel.slug] = channel.id
        self._pictures: dict[Path, str] = {}
        self._known = set(known)

    def read(self, paths: Sequence[Path]) -> Iterator[Read | Unread]:
        """Yield an article, or why there is none, for each file."""
        for path in paths:
            try:
                yield self._article(path)
            except _RefusedError as refused:
                yield Unread(path, refused.reason, refused.detail)

    def _article(self, path: Path) -> Read:
        head, body = _parted(_text(path))
        if isinstance(head.get("title"), list):
            raise _RefusedError("front", f"title: {head['title']}")
        title = _line(head, "title")
        if not title:
            raise _RefusedError("title")
        name = _line(head, "channel") or path.parent.name
        if name not in self._channels:
            raise _RefusedError("channel", name)
        published_at = _time(head.get("date"))
        if published_at >= self.now:
            raise _RefusedError("future", head.get("date"))
        if not body.strip():
            raise _RefusedError("body")
        if len(body) > MAX_BODY:
            raise _RefusedError("too_long", "body")
        body, pictures = self._with_pictures(path, clean_text(body).strip("\n") + "\n")
        fields = Fields(
            channel_id=self._channels[name],
            title=title,
            body=body,
            summary=clean_text(_text_of(head, "summary")).strip(),
            keywords=_names(head, "keywords"),
            source=_line(head, "source"),
            correspondents=_names(head, "correspondents"),
        )
        try:
            refuse_bad(fields)
        except BadValue as exc:
            raise _RefusedError("too_long", exc.field) from exc
        html = render(body)
        if lost := _SHOWN.search(html):  # written in a way that we do not follow: the page would show a hole
            raise _RefusedError("picture", lost[1])
        plain = plain_from_html(html)
        made = Rendered(digest(canonical(fields)), RENDERER, html, excerpt(plain))
        quoted = _names(head, "editors"), _names(head, "reviewers")
        words = Words(plain, count(plain))
        return Read(Migrated(fields, words, tokens(plain), published_at, *quoted, made), pictures)

    def _with_pictures(self, path: Path, body: str) -> tuple[str, tuple[NewAsset, ...]]:
        """Name the folder's own pictures by their digests; those on other sites stay where they are."""
        taken: list[NewAsset] = []

        def named(found: re.Match[str]) -> str:
            address = read_address(next(filter(None, found.group(2, 3, 5, 6, 7))))
            if address.lower().startswith(("http://", "https://")) or is_film(address):
                return found[0]
            asset = f"asset:{self._digest(path, address, taken)}"
            return f"{found[1]}{asset}" if found[1] else f'{found[4]}"{asset}"'

        body = _PICTURE.sub(named, body)
        return _FILE.sub(lambda found: self._file(path, found, taken), body), tuple(taken)

    def _file(self, path: Path, found: re.Match[str], taken: list[NewAsset]) -> str:
        """Return where a film or an attachment of an export lies in the record."""
        if not is_file(found[0]) or found[1] in self._known:
            return found[0]
        place = self._place(path, f"asset:{found[1]}")
        if place not in self._pictures:
            try:
                made = read_attachment(place)
            except (BadValue, OSError) as exc:
                raise _RefusedError("picture", found[0]) from exc
            self._pictures[place] = hashlib.sha256(made.data).hexdigest()
            self._known.add(self._pictures[place])
            taken.append(made)
        return f"asset:{self._pictures[place]}.{found[2]}"

    def _digest(self, path: Path, address: str, taken: list[NewAsset]) -> str:
        named = address.removeprefix("asset:")
        if named in self._known:
            return named
        place = self._place(path, address)
        if place not in self._pictures:
            try:
                made = read_picture(place.read_bytes(), place.name)
            except (BadValue, OSError) as exc:
                raise _RefusedError("picture", address) from exc
            self._pictures[place] = hashlib.sha256(made.data).hexdigest()
            self._known.add(self._pictures[place])
            taken.append(made)
        return self._pictures[place]

    def _place(self, path: Path, address: str) -> Path:
        """Return the file of a picture; one outside of the folder is none of ours."""
        if asset := _DIGEST.fullmatch(address):
            tries = sorted((self.folder / PICTURES).glob(f"{asset[1]}.*"))
        else:
            start = self.folder if address.startswith("/") else path.parent
            written = (address, re.split("[?#]", address)[0])  # old sites add a version to the name
            tries = [start / unquote(name).replace("\\", "/").lstrip("/") for name in written]
        for found in tries:
            try:
                place = found.resolve()
                if place.is_relative_to(self.folder) and place.is_file():
                    return place
            except (OSError, ValueError):  # no name of a file at all: too long, a NUL
                continue
        raise _RefusedError("picture", address)


def _text(path: Path) -> str:
    try:
        return decoded(path.read_bytes())
    except UnicodeError as exc:
        raise _RefusedError("encoding") from exc
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
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, ValueError) as exc:
        raise _RefusedError("front", _wrong_line(found[2], exc)) from exc
    if not isinstance(head, dict):
        raise _RefusedError("front", head)
    return head, text[found.end() :]


def _yaml(text: str) -> Any:
    if "&" in text and "*" in text:  # a few aliases of aliases would fill the memory
        for token in yaml.scan(text, Loader=_LOADER):
            if isinstance(token, yaml.AliasToken):
                raise yaml.YAMLError
    return yaml.load(text, Loader=_LOADER)


_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # words as they stand: no numbers, dates, yes and no
_NOTHING = frozenset({"~", "null", "Null", "NULL"})


def _wrong_line(text: str, error: Exception) -> str:
    """Return the line that could not be read, as its author knows it; empty when the reader did not say."""
    is_open = "quoted" in str(getattr(error, "context", ""))  # told at the end of the text, begun here
    mark = getattr(error, "context_mark" if is_open else "problem_mark", None)
    said = re.search(r"at line (\d+)", str(error))
    number = mark.line if mark else int(said[1]) - 1 if said else -1
    lines = text.splitlines()
    return lines[number].strip() if 0 <= number < len(lines) else ""


def _words(head: Mapping[str, Any], key: str) -> list[str]:
    """Return one value, or those of a list. Raises when there are others inside of them."""
    value = head.get(key)
    parts = value if isinstance(value, list) else [value]
    if any(isinstance(part, (list, dict)) for part in parts):
        raise _RefusedError("front", f"{key}: {value}")
    return [str(part) for part in parts if part is not None and part not in _NOTHING]


def _text_of(head: Mapping[str, Any], key: str) -> str:
    return " ".join(_words(head, key))


def _line(head: Mapping[str, Any], key: str) -> str:
    text = clean_line(" ".join(_text_of(head, key).split()))
    if len(text) > MAX_LINE:
        raise _RefusedError("too_long", key)
    return text


def _names(head: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list, or names in one line."""
    found = _words(head, key)
    parts = found if isinstance(head.get(key), list) else _LIST.split(" ".join(found))
    return tuple(dict.fromkeys(name for part in parts if (name := clean_line(part))))


def _time(value: object) -> str:
    """Return the time in UTC. A day alone is its noon: no zone moves it to another day."""
    try:
        if isinstance(value, datetime):
            moment = value
        elif isinstance(value, date):
            moment = datetime(value.year, value.month, value.day, 12)
        else:
            moment = _spelled("" if value is None else str(value).strip())
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=SHANGHAI)  # the wall clock of the old site
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError) as exc:
        raise _RefusedError("date", "" if value is None else value) from exc
    if moment.year < 1990:  # before there were such sites: a date that some program made up
        raise _RefusedError("date", value)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _spelled(text: str) -> datetime:
    found = _DATE.fullmatch(text)
    if not found:
        return datetime.fromisoformat(text.replace(" +", "+"))
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in found.groups())
    return datetime(year, month, day, hour, minute, second) if found[4] else datetime(year, month, day, 12)
