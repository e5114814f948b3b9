"""The characters of a clip: halves put together, and those left out that no reader can see."""

from __future__ import annotations

import re

from desktop.intake.clipboard.limits import MOST_UNBROKEN

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x0b\x85]")
#: Controls, zero-width spaces, marks of byte order and direction; joiners stay, they make one sign of several.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]"
)
#: A line can be broken at a space and beside a letter of Han, kana or Hangul.
_TIED = "[^ \t\n\u3000\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af]"
_UNBROKEN = re.compile(f"({_TIED}{{{MOST_UNBROKEN}}}){_TIED}+")
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


def within(text: str, room: int) -> str:
    """The first `room` characters of a text, and no more of one unbroken run than can be laid out."""
    return _UNBROKEN.sub(r"\1", text)[:room] if len(text) > min(room, MOST_UNBROKEN) else text
