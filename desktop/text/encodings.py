"""Bytes of a text file of unknown make as text: BOM, UTF-8, else GB18030, as Chinese Windows programs write."""

from __future__ import annotations

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decoded(data: bytes) -> str:
    """Return the text, with plain line ends. Raises UnicodeDecodeError (a ValueError) when it is in none of these."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    try:
        text = data.decode(marked or "utf-8")
    except UnicodeDecodeError:
        if marked:
            raise
        text = data.decode("gb18030")
    if "\0" in text:
        raise UnicodeDecodeError("utf-8", data[:20], data.find(b"\0"), data.find(b"\0") + 1, "a NUL: no text file")
    return text.replace("\r\n", "\n").replace("\r", "\n")
