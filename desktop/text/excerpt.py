"""The opening of a text for lists and for search engines."""

from __future__ import annotations

import regex

_CLUSTER = regex.compile(r"\X")
_SENTENCE_END = regex.compile(r"[。！？!?…][”’」』）)】]*|\.(?=\s|$)")


def excerpt(plain: str, limit: int = 120) -> str:
    """At most `limit` characters on one line, up to the end of a sentence where one ends past the middle."""
    text = " ".join(plain[: limit * 40].split())
    ends = [cluster.end() for _, cluster in zip(range(limit + 1), _CLUSTER.finditer(text), strict=False)]
    if len(ends) <= limit:
        return text
    if limit < 1:
        return ""
    room = text[: ends[limit - 1]]
    sentences = [end.end() for end in _SENTENCE_END.finditer(room) if end.end() * 2 >= len(room)]
    if sentences:
        return room[: sentences[-1]].rstrip()
    return text[: ends[limit - 2]].rstrip() + "…" if limit > 1 else "…"
