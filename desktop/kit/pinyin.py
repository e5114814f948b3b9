"""Chinese titles as they are typed on a Latin keyboard."""

from __future__ import annotations

from functools import cache

from desktop.kit.matching import score
from desktop.text.pinyin import library

Readings = tuple[tuple[str, ...], ...]  # of each character in a title; what has none stands for itself


def spell(title: str) -> Readings:
    """Return how each character of a title may be typed; one of several readings is found by any of them."""
    pinyin = library()
    # errors: one entry a character, so that readings and characters stay side by side
    return tuple(tuple(readings) for readings in pinyin(title, style=0, heteronym=True, errors=list))


def fit(query: str, title: str) -> int:
    """Return how well what is typed fits a name or a title, 0 where it does not; its readings are kept."""
    return score(query, title, _spelled(title))


_spelled = cache(spell)
