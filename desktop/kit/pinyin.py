"""Chinese titles as they are typed on a Latin keyboard."""

from __future__ import annotations

import os
from collections.abc import Callable

Readings = tuple[tuple[str, ...], ...]  # of each character in a title; what has none stands for itself

_NO_PHRASES = "PYPINYIN_NO_PHRASES"


def spell(title: str) -> Readings:
    """Return how each character of a title may be typed; one of several readings is found by any of them."""
    pinyin = _library()
    # errors: one entry a character, so that readings and characters stay side by side
    return tuple(tuple(readings) for readings in pinyin(title, style=0, heteronym=True, errors=list))


def _library() -> Callable[..., list[list[str]]]:
    """Return the library without its dictionary of phrases: that takes 45 MB and half a second."""
    before = os.environ.get(_NO_PHRASES)
    os.environ[_NO_PHRASES] = "true"
    try:
        from pypinyin import pinyin  # noqa: PLC0415  # slow: 0.05 s for its dictionary, wanted by the palette alone
    finally:
        if before is None:
            del os.environ[_NO_PHRASES]
        else:
            os.environ[_NO_PHRASES] = before
    return pinyin
