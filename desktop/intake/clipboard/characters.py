"""The characters of a clip: halves put together, and those left out that no reader can see."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x0b\x85]")
#: Controls, zero-width spaces, marks of byte order and direction; joiners stay, they make one sign of several.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]"
)
_HALF = re.compile("[\ud800-\udfff]")


def whole(text: str) -> tuple[str, int]:
    """Halves of a character put together, and how many had no other half (they became U+FFFD)."""
    if not _HALF.search(text):
        return text, 0
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return _HALF.subn("\ufffd", paired)


def cleaned(text: str) -> str:
    """One kind of line end, and nothing that cannot be seen."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
