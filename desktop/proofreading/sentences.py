"""Where sentences begin and end: at 。！？ and line ends, with the quotation marks that close there."""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(r"[。！？!?]+[”’」』）)]*|\n")


class Sentences:
    """The sentences of one text, by place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(m.end() for m in _END.finditer(text) if m.end() < len(text))]

    def around(self, place: int) -> tuple[int, int]:
        """Return beginning and end of the sentence that a place is in, without blanks at its sides."""
        at = bisect_right(self._starts, place) - 1
        start, end = self._starts[at], self._starts[at + 1] if at + 1 < len(self._starts) else len(self._text)
        whole = self._text[start:end]
        return start + len(whole) - len(whole.lstrip()), end - len(whole) + len(whole.rstrip())
