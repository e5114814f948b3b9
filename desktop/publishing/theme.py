"""A theme: a folder of templates and static files, frozen as one value and known by one digest."""

from __future__ import annotations

import base64
import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from db.domain.errors import BadValue
from db.domain.revision import to_json

FORMAT = 1  # what templates are given; a theme names the format that it was written for
TEMPLATES = (
    "head.html", "foot.html", "article.html", "tombstone.html", "list.html", "channel.html", "home.html",
    "map.html", "help.html", "submit.html", "404.html",
)  # fmt: skip
_LARGEST = 20 * 2**20


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
    files: dict[str, bytes] = {}
    size = 0
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if any(part.startswith(".") for part in name.split("/")) or not path.is_file():
            continue
        if not path.resolve().is_relative_to(root):
            raise BadValue("theme", "format", name)
        files[name] = path.read_bytes()
        size += len(files[name])
        if size > _LARGEST:
            raise BadValue("theme", "too_large", name)
    return checked(Theme(files))


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
