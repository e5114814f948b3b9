"""What ``verify`` found: one thing in the record that does not hold."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold. ``kind`` is a stable word; ``table`` and ``key`` name the row."""

    kind: str
    table: str
    key: str
    facts: dict[str, str] = field(default_factory=dict)
