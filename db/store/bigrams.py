"""Text as overlapping pairs of characters, so that any substring is found in any language without a dictionary.

``青禾县 A4`` becomes ``青禾 禾县 县 a4 4 a 禾 青``: white space alone parts one run from the next; each run gives its
pairs and its last character; at the end comes every other character once. A term of the query is the phrase of its
pairs, or its one character. The lone last character stands between two runs, so that no phrase reaches across them:
what holds the term is found, and what is found holds the term.

Characters alone are there for queries of one: as a prefix (``县*``) the same query gathers thousands of pairs first.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from array import array
from functools import cache
from operator import add

_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # which form of a sign is drawn: of ❤ or of 葛


@cache
def folded_character(character: str) -> str:
    """One character as it is compared: width, form and case away; invisible ones gone; controls are white space.

    Decomposed (NFKD) and one by one: composing would make the form of a character hang on its neighbours, and a
    substring that starts between the two would be lost.
    """
    if character in "\"'":
        return chr(ord(character) + 0xFEE0)  # their full-width forms: the index and the query language use the plain
    kind = unicodedata.category(character)
    if kind in ("Cc", "Cs"):
        return " "
    if kind == "Cf" or _VARIANTS.match(character):
        return ""
    once = unicodedata.normalize("NFKD", character).casefold()
    return unicodedata.normalize("NFKD", once).translate({0x22: "＂", 0x27: "＇"})


class _Folding(dict[int, str]):
    """What `str.translate` asks of a character that it meets for the first time."""

    def __missing__(self, code: int) -> str:
        self[code] = folded_character(chr(code))
        return self[code]


_FOLDING = _Folding()
_CHANGING = re.compile("[^\u4e00-\u9fff]+")  # ideographs are compared as they are
_NUMBERS = f"utf-32-{'le' if sys.byteorder == 'little' else 'be'}"


def folded(text: str) -> str:
    """Return ``text`` as it is compared."""
    return _CHANGING.sub(lambda part: part[0].translate(_FOLDING), text)


def tokens(text: str) -> str:
    """Return what the index is given for ``text``.

    The pairs are two rows and blanks, interleaved, and the signs are numbers: loops over strings take twice the time.
    """
    runs = folded(text).split()
    first = array("I", " ".join(runs).encode(_NUMBERS))
    second = array("I", "".join(run[1:] + "  " for run in runs)[:-1].encode(_NUMBERS))
    pairs = array("I", " ".encode(_NUMBERS)) * (3 * len(first))
    pairs[::3], pairs[1::3] = first, second
    singles = set(first).difference((ord(run[-1]) for run in runs), map(ord, " "))
    return " ".join((pairs.tobytes().decode(_NUMBERS), *map(chr, singles)))


def terms(query: str) -> tuple[str, ...]:
    """Return the terms of a query as they are compared, each once."""
    return tuple(dict.fromkeys(folded(query).split()))


def match_query(query: str) -> str | None:
    """Return the FTS5 expression that finds the texts that hold every term, or None when there is no term."""
    return " AND ".join(map(_phrase, terms(query))) or None


def _phrase(term: str) -> str:
    pairs = " ".join(map(add, term, term[1:])) or term
    return f'"{pairs}"'
