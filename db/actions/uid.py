"""Time-ordered identifiers, so that articles of two offices never collide (RFC 9562, version 7)."""

from __future__ import annotations

import secrets

from db.store.clock import moment


def time_ordered(now: str) -> str:
    """Return a UUID of version 7 for a time of the record."""
    milliseconds = int(moment(now).timestamp() * 1000) & ((1 << 48) - 1)
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    form = f"{value:032x}"
    return "-".join((form[:8], form[8:12], form[12:16], form[16:20], form[20:]))
