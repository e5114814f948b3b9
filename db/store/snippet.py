"""The piece of a text around the first term that was looked for, with the places of the terms in it."""

from __future__ import annotations

from itertools import accumulate

from db.store.bigrams import folded, folded_character

Marks = tuple[tuple[int, int], ...]

BEFORE, LENGTH = 20, 90  # characters before the first term, and in all
_CHUNK = 2000


def snippet(text: str, terms: tuple[str, ...]) -> tuple[str, Marks]:
    """Return a piece of ``text`` and the (start, end) of the terms in it; its beginning when it holds none."""
    place = _first(text, terms)
    start = max(0, place - BEFORE) if place > 0 else 0
    piece = text[start : start + LENGTH]
    return piece, marks(piece, terms)


def marks(text: str, terms: tuple[str, ...]) -> Marks:
    """Return where the terms stand in ``text``, in order, overlapping ones joined."""
    parts = list(map(folded_character, text))
    clean = "".join(parts)
    origin = [at for at, part in enumerate(parts) for _ in part]
    spans = sorted((origin[at], origin[at + len(term) - 1] + 1) for term in terms for at in _places(clean, term))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _first(text: str, terms: tuple[str, ...]) -> int:
    """Return where a term stands, the first one if it can be had cheaply, or -1."""
    as_written = [at for at in (text.find(term) for term in terms) if at >= 0]
    if as_written:
        return min(as_written)
    reach = max(map(len, terms)) * 2
    for begin in range(0, len(text), _CHUNK):
        chunk = text[begin : begin + _CHUNK + reach]
        clean = folded(chunk)
        found = [at for at in (clean.find(term) for term in terms) if at >= 0]
        if found:
            ends = accumulate(len(folded_character(character)) for character in chunk)
            return begin + next(at for at, end in enumerate(ends) if end > min(found))
    return -1


def _places(clean: str, term: str) -> list[int]:
    places, at = [], clean.find(term)
    while at >= 0:
        places.append(at)
        at = clean.find(term, at + len(term))
    return places
