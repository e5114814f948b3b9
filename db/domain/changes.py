"""What a change touched, told to every screen after the commit."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Flag, auto


class Area(Flag):
    """Parts of the record that screens show."""

    NOTHING = 0
    ARTICLES = auto()
    LEASES = auto()
    PEOPLE = auto()
    CHANNELS = auto()
    SETTINGS = auto()
    RELEASES = auto()
    SITE = auto()
    TICKS = auto()
    EVERYTHING = ARTICLES | LEASES | PEOPLE | CHANNELS | SETTINGS | RELEASES | SITE | TICKS


@dataclass(frozen=True, slots=True)
class Changes:
    """Areas and articles that one committed transaction touched."""

    areas: Area = Area.NOTHING
    article_ids: frozenset[int] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return self.areas is not Area.NOTHING
