"""The library that knows pinyin, loaded when the first title is spelt."""

from __future__ import annotations

import os
from collections.abc import Callable

_NO_PHRASES = "PYPINYIN_NO_PHRASES"


def library() -> Callable[..., list[list[str]]]:
    """Return the library without its dictionary of phrases: that takes 45 MB and half a second."""
    before = os.environ.get(_NO_PHRASES)
    os.environ[_NO_PHRASES] = "true"
    try:
        from pypinyin import pinyin  # noqa: PLC0415  # slow: 0.05 s for its dictionary, wanted by few
    finally:
        if before is None:
            del os.environ[_NO_PHRASES]
        else:
            os.environ[_NO_PHRASES] = before
    return pinyin
