"""The chrome: all that pages share besides the theme, the site's settings and its channel tree, as one frozen value."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any

from db.domain.channels import Channel
from db.domain.revision import to_json
from db.domain.settings import public_values
from desktop.publishing.addresses import folder_name

FORMAT = "caibian/chrome/1"


@dataclass(frozen=True, slots=True)
class Node:
    """A channel as the site shows it."""

    id: int
    parent_id: int | None
    kind: str
    name: str
    folder: str
    description: str
    keywords: str


@dataclass(frozen=True, eq=False)
class Chrome:
    """Settings and channels in the order of the navigation; a parent comes before its children."""

    settings: Mapping[str, Any]
    channels: tuple[Node, ...] = field(default=())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Chrome) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def canonical(self) -> str:
        nodes = [asdict(node) for node in self.channels]
        return to_json({"format": FORMAT, "settings": dict(self.settings), "channels": nodes})

    @cached_property
    def digest(self) -> str:
        return hashlib.sha256(self.canonical.encode()).hexdigest()

    @cached_property
    def by_id(self) -> Mapping[int, Node]:
        return {node.id: node for node in self.channels}

    def children(self, parent_id: int | None) -> tuple[Node, ...]:
        return tuple(node for node in self.channels if node.parent_id == parent_id)

    def line(self, channel_id: int) -> tuple[Node, ...]:
        """Return the channel and those above it, the topmost first; empty for a channel that is not shown."""
        found: list[Node] = []
        node = self.by_id.get(channel_id)
        while node is not None:
            found.insert(0, node)
            node = self.by_id.get(node.parent_id) if node.parent_id is not None else None
        return tuple(found)


def make(stored: Mapping[str, Any], channels: Iterable[Channel]) -> Chrome:
    """Make the chrome of what the record says now: active channels whose parents are active."""
    below: dict[int | None, list[Channel]] = {}
    for channel in channels:
        if channel.active:
            below.setdefault(channel.parent_id, []).append(channel)
    taken: set[str] = set()
    nodes: list[Node] = []

    def walk(parent_id: int | None) -> None:
        for c in sorted(below.get(parent_id, ()), key=lambda c: (c.position, c.id)):
            folder = folder_name(c.slug)
            folder = folder if folder not in taken else f"{folder}-{c.id}"
            taken.add(folder)
            nodes.append(Node(c.id, c.parent_id, str(c.kind), c.name, folder, c.description, c.keywords))
            walk(c.id)

    walk(None)
    return Chrome(public_values(stored), tuple(nodes))


def from_canonical(form: str) -> Chrome:
    """Read a kept chrome back. Raises ValueError when it is of another format."""
    data = json.loads(form)
    if data["format"] != FORMAT:
        raise ValueError(f"unknown chrome format {data['format']!r}")
    return Chrome(data["settings"], tuple(Node(**node) for node in data["channels"]))
