"""The library that knows pinyin, loaded when the first title is spelt."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

_NO_PHRASES = "PYPINYIN_NO_PHRASES"
_one_at_a_time = threading.Lock()  # the environment is the whole program's, and several workers ask


def library() -> Callable[..., list[list[str]]]:
    """Return the library without its dictionary of phrases: that takes 45 MB and half a second."""
    with _one_at_a_time:
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
