"""The manifest: what lies on a target and what it was made from, in parts so that one article rewrites little.

``manifest.json`` names the newsroom, theme, chrome, newest release, head of the audit chain, the files at the root and
the digest of every part; a part ``manifest/<folder>.json`` names the files of its folder. Every page of an article
names its release; theme and chrome are the same for all pages of a manifest and named by each part.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from db.domain.audit import ChainHead
from db.domain.revision import to_json
from db.domain.site import SiteFile

FORMAT = "caibian/site/1"
HEAD = "manifest.json"
ROOT = ""  # the part that is in the head itself


@dataclass(frozen=True, slots=True)
class Origin:
    """What all pages of a manifest were made from."""

    newsroom: str
    theme: str
    chrome: str
    release: int
    chain: ChainHead


def part_of(path: str) -> str:
    """Return the part that names a file: its folder, or the whole of ``static``."""
    folders = path.split("/")[:-1]
    return "/".join(folders[:1] if folders[:1] == ["static"] else folders[:3])


def part_path(part: str) -> str:
    return f"manifest/{part}.json"


def bounds(part: str) -> tuple[str, str]:
    """Return between which paths the files of a part lie, in the order of code points.

    A channel's own files begin with a letter and its months with a digit, so they are two ranges apart.
    """
    if part == "static" or "/" in part:
        return f"{part}/", f"{part}0"  # 0 comes after /
    return f"{part}/:", f"{part}0"  # : comes after 9


def part_bytes(origin: Origin, files: Iterable[SiteFile], releases: Mapping[str, str]) -> bytes:
    """Return a part. ``releases`` are the digests of the releases of article pages, by path."""
    made = {"format": FORMAT, "theme": origin.theme, "chrome": origin.chrome, "files": _entries(files, releases)}
    return to_json(made).encode()


def head_bytes(origin: Origin, root_files: Iterable[SiteFile], parts: Mapping[str, str]) -> bytes:
    """Return ``manifest.json``. ``parts`` are the digests of the parts, by name."""
    made = {
        "format": FORMAT,
        "newsroom": origin.newsroom,
        "theme": origin.theme,
        "chrome": origin.chrome,
        "release": origin.release,
        "audit": {"length": origin.chain.length, "head": origin.chain.hash},
        "files": _entries(root_files, {}),
        "parts": dict(parts),
    }
    return to_json(made).encode()


def read_head(data: bytes) -> tuple[Origin, dict[str, str]]:
    """Return what a manifest's head says: its origin and its parts. Raises ValueError when it is none of ours."""
    try:
        said: dict[str, Any] = json.loads(data)
        if said["format"] != FORMAT:
            raise ValueError(f"unknown manifest format {said['format']!r}")
        chain = ChainHead(int(said["audit"]["length"]), str(said["audit"]["head"]))
        origin = Origin(str(said["newsroom"]), str(said["theme"]), str(said["chrome"]), int(said["release"]), chain)
        return origin, {str(part): str(digest) for part, digest in said["parts"].items()}
    except (KeyError, TypeError, AttributeError) as exc:
        raise ValueError("not a manifest of ours") from exc


def listed_paths(data: bytes) -> list[str]:
    """Return the files that a head or a part names; none when it cannot be read."""
    try:
        return [str(path) for path in json.loads(data)["files"]]
    except (ValueError, KeyError, TypeError):
        return []


def listed_parts(data: bytes) -> list[str]:
    """Return the parts that a head names; none when it cannot be read."""
    try:
        return [str(part) for part in json.loads(data)["parts"]]
    except (ValueError, KeyError, TypeError):
        return []


def _entries(files: Iterable[SiteFile], releases: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    entries: dict[str, dict[str, Any]] = {}
    for file in files:
        entries[file.path] = {"sha256": file.digest, "size": file.size}
        if file.path in releases:
            entries[file.path]["release"] = releases[file.path]
    return entries
