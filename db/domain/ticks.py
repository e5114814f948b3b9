"""事实核对: a reviewer ticked a fact of the text that waits; what was checked stays so while the text says the same."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

MAX_NOTE = 200  # characters
MAX_KEY = 64


@dataclass(frozen=True, slots=True)
class Tick:
    """The last word on one fact at one level: checked, or not any more. ``note`` says by what source."""

    key: str
    level: int
    ticked: bool
    note: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class FactSheet:
    """The facts of a revision by their keys, as whoever reads its text found them."""

    digest: str
    keys: tuple[str, ...]

    def open(self, ticks: Mapping[str, Tick]) -> tuple[str, ...]:
        """Return the keys that nobody has ticked, in their order."""
        return tuple(key for key in self.keys if key not in ticks or not ticks[key].ticked)


def levels_in(written: str) -> frozenset[int]:
    """Read the levels at which a scheme has every fact checked."""
    return frozenset(int(level) for level in written.split(",") if level)


def levels_as_text(levels: Collection[int]) -> str:
    return ",".join(str(level) for level in sorted(set(levels)))
