"""Text as it enters through a form or a file: what no page, feed or file can hold is dropped here."""

from __future__ import annotations

import re
import unicodedata

# Control characters but tab and newline, lone surrogates, the byte order mark and the two code points that XML forbids.
_UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029|\x85")
# Overrides and isolates turn the reading direction: in a title they can disguise what a name or a file is.
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean_text(text: str) -> str:
    """Return text of several lines: line ends are newlines, composed characters (NFC), tabs kept."""
    return unicodedata.normalize("NFC", _UNKEEPABLE.sub("", _LINE_ENDS.sub("\n", text)))


def clean_line(text: str) -> str:
    """Return text of one line: line ends and tabs become spaces, direction overrides go, ends are trimmed."""
    flat = clean_text(text).replace("\n", " ").replace("\t", " ")
    return _DIRECTION.sub("", flat).strip()
