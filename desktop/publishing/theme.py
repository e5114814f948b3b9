"""A theme: a folder of templates and static files, frozen as one value and known by one digest."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from db.domain.errors import BadValue
from db.domain.revision import to_json

FORMAT = 1  # what templates are given; a theme names the format that it was written for
TEMPLATES = (
    "head.html", "foot.html", "article.html", "tombstone.html", "list.html", "channel.html", "home.html",
    "map.html", "help.html", "submit.html", "404.html",
)  # fmt: skip
_LARGEST = 20 * 2**20

_Stamp = tuple[str, int, int]  # name in the theme, size, time of the last change


@dataclass(frozen=True, eq=False)
class Theme:
    """Path -> bytes: ``theme.toml``, ``templates/…``, ``static/…`` and ``root/…`` (copied to the root of the site)."""

    files: Mapping[str, bytes]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Theme) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def digest(self) -> str:
        made = hashlib.sha256()
        for path in sorted(self.files):
            for part in (path.encode(), self.files[path]):
                made.update(len(part).to_bytes(8, "big") + part)
        return made.hexdigest()

    def templates(self) -> Mapping[str, str]:
        return {name: data.decode() for name, data in self.below("templates/").items()}

    def below(self, folder: str) -> Mapping[str, bytes]:
        """Return the files under ``folder`` by their names in it."""
        return {path.removeprefix(folder): data for path, data in self.files.items() if path.startswith(folder)}


def load(folder: Path) -> Theme:
    """Read a theme from its folder; hidden files are left out, links out of the folder are refused.

    Raises BadValue when the folder holds no theme of this format.
    """
    root = folder.resolve()
    return _read(root, tuple(_stamps(root, "") if root.is_dir() else ()))


def _stamps(folder: Path, below: str) -> Iterator[_Stamp]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _stamps(Path(entry), f"{below}{entry.name}/")
            elif entry.is_file():
                about = entry.stat()
                yield f"{below}{entry.name}", about.st_size, about.st_mtime_ns


@lru_cache(maxsize=2)
def _read(root: Path, stamps: tuple[_Stamp, ...]) -> Theme:
    """Read the files; kept while none of them changes, so that publishing again in the same program is quick."""
    if sum(size for _, size, _ in stamps) > _LARGEST:
        raise BadValue("theme", "too_large", root.name)
    for name, *_ in stamps:
        if not (root / name).resolve().is_relative_to(root):
            raise BadValue("theme", "format", name)
    return checked(Theme({name: (root / name).read_bytes() for name, *_ in stamps}))


def checked(theme: Theme) -> Theme:
    """Return ``theme`` when it is whole. Raises BadValue naming what is missing or cannot be read."""
    try:
        about = tomllib.loads(theme.files["theme.toml"].decode())
        theme.templates()
    except (KeyError, ValueError) as exc:
        raise BadValue("theme", "format", "theme.toml") from exc
    if about.get("format") != FORMAT:
        raise BadValue("theme", "format", str(about.get("format", "")))
    for name in TEMPLATES:
        if f"templates/{name}" not in theme.files:
            raise BadValue("theme", "empty", name)
    return theme


def to_kept(theme: Theme) -> str:
    """Return the theme as it is kept in the record: JSON, path -> base64."""
    return to_json({path: base64.b64encode(data).decode() for path, data in theme.files.items()})


def from_kept(kept: str) -> Theme:
    return Theme({path: base64.b64decode(data) for path, data in json.loads(kept).items()})
