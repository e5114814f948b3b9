"""Quotes paired by nesting: which of them open, which close, and which of “ ‘ stands inside which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

_DOUBLE = re.compile('["＂“”]')
_SINGLE = re.compile("(?<![A-Za-z0-9])['＇‘’]|['＇‘’](?![A-Za-z0-9])")  # between letters it is an apostrophe
_STRAIGHT = frozenset("\"＂'＇")
_OPENING = frozenset("“‘")
_PAIRS = {"double": "“”", "single": "‘’"}
_NOT_AFTER_OPENING = frozenset("，。、；：！？）》】,;:!?)\u2028")
_NOT_BEFORE_CLOSING = frozenset("（《【(")


def pair_quotes(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what should stand where. A kind of quote that cannot be paired with certainty is left as it is."""
    doubles = [found.start() for found in _DOUBLE.finditer(text)]
    singles = [found.start() for found in _SINGLE.finditer(text)]
    opens: dict[int, bool] = {}
    kinds: dict[int, str] = {}
    for kind, places in (("double", doubles), ("single", singles)):
        reopened = len(places) % 2 == 1 and text[places[0]] == "“" and not text[: places[0]].strip()
        if reopened:  # a quotation of several paragraphs opens again at each and closes at the last alone
            places = places[1:]
        for place, opening in zip(places, _roles(text, places) or (), strict=False):
            opens[place], kinds[place] = opening, kind
    for place, kind in _nested(opens, kinds).items():
        sign = _PAIRS[kind][0 if opens[place] else 1]
        if text[place] != sign:
            yield place, place + 1, sign


def _roles(text: str, places: Sequence[int]) -> list[bool] | None:
    """Say of each quote whether it opens; None when there are two ways to read them, or none.

    Group by group: what is nested as it is written stays so, else one opens and the next one closes.
    """
    partner = _partners(text, places)
    written = [partner.get(number, -1) > number for number in range(len(places))]
    faults = _counted(not _stands_well(text, *each) for each in zip(places, written, strict=True))
    straight = _counted(text[place] in _STRAIGHT for place in places)
    even = [_stands_well(text, place, number % 2 == 0) for number, place in enumerate(places)]
    odd = [_stands_well(text, place, number % 2 == 1) for number, place in enumerate(places)]
    roles: list[bool] = []
    while (at := len(roles)) < len(places):
        end = partner.get(at, at)
        turns = odd if at % 2 else even
        if end > at + 1 and faults[end + 1] == faults[at]:
            if straight[end + 1] > straight[at] and all(turns[at : end + 1]):
                return None
            roles.extend(written[at : end + 1])
        elif at + 1 < len(places) and turns[at] and turns[at + 1]:
            roles.extend((True, False))
        else:
            return None
    return roles


def _counted(flags: Iterable[bool]) -> list[int]:
    """How many are true before each place, and in all."""
    return list(accumulate(flags, initial=0))


def _partners(text: str, places: Sequence[int]) -> dict[int, int]:
    """Return which belong together as they are written; a straight one closes a straight one, if it can."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for number, place in enumerate(places):
        straight = text[place] in _STRAIGHT
        closes = bool(opened) and text[places[opened[-1]]] in _STRAIGHT if straight else text[place] not in _OPENING
        if not closes:
            opened.append(number)
        elif opened:
            first = opened.pop()
            found[first], found[number] = number, first
    return found


def _stands_well(text: str, place: int, opening: bool) -> bool:
    if opening:
        return place + 1 < len(text) and text[place + 1] not in _NOT_AFTER_OPENING
    return place > 0 and text[place - 1] not in _NOT_BEFORE_CLOSING


def _nested(opens: dict[int, bool], kinds: dict[int, str]) -> dict[int, str]:
    """Return the kinds so that none stands directly inside its own; as they are when they cross."""
    made: dict[int, str] = {}
    stack: list[tuple[str, str]] = []  # as written, as it should be
    for place in sorted(kinds):
        kind = kinds[place]
        if opens[place]:
            proper = kind
            if stack and stack[-1][1] == kind:
                proper = "single" if kind == "double" else "double"
            stack.append((kind, proper))
            made[place] = proper
        elif stack and stack[-1][0] == kind:
            made[place] = stack.pop()[1]
        else:
            return kinds
    return kinds if stack else made
