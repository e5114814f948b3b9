"""Places that words are pinned to: an exact quote and what stands around it, found again in a changed text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.text.diff import Paragraph, compare, smallest
from desktop.text.finding import Span

AROUND = 32  # characters before and behind a quote that are kept with it
MOST = 1000  # characters of a quote: of a longer place its beginning is pinned to
_PLACES = 400  # of a quote that are looked at
_HOLDS = (32, 16, 8, 4)  # characters of the surroundings by which a place is sought whose own words are others


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words of a place, what stood before and behind them, and where that was."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    at: int = 0


def anchor(text: str, start: int, end: int) -> Anchor:
    """Pin to a place of a text."""
    end = min(end, start + MOST)
    return Anchor(text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND], start)


def find(wanted: Anchor, text: str) -> Span | None:
    """Return the place by the anchor alone; where its words were changed, what stands between its surroundings."""
    if not wanted.quote:
        return None
    found = _best(wanted, text, _places(wanted.quote, text))
    return found or _between(wanted, text)


def carry(wanted: Anchor, old: str, new: str) -> Span | None:
    """Return the place in a text that was made of the one that the anchor was set in."""
    return carry_all([wanted], old, new)[0]


def carry_all(wanted: Sequence[Anchor], old: str, new: str) -> list[Span | None]:
    """The same for many, by one difference. A place is kept while most of its words stand; None: it is gone."""
    places = [find(one, old) for one in wanted]
    if old == new:
        return places
    lines = _Lines(old, new) if any(places) else None
    return [
        find(one, new) if place is None or lines is None else lines.carried(one, place)
        for one, place in zip(wanted, places, strict=True)
    ]


def carry_each(pinned: Sequence[tuple[Anchor, str]], new: str) -> list[Span | None]:
    """The same for anchors that were set in different texts; an empty text: it is not known."""
    found: dict[int, Span | None] = {}
    for text in {text for _one, text in pinned}:
        which = [number for number, (_one, its) in enumerate(pinned) if its == text]
        those = [pinned[number][0] for number in which]
        places = carry_all(those, text, new) if text else [find(one, new) for one in those]
        found |= dict(zip(which, places, strict=True))
    return [found[number] for number in range(len(pinned))]


class _Lines:
    """Where the characters of a text stand in the later one, worked out line by line when they are asked for."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._known: dict[int, dict[int, int]] = {}
        self._lines: list[tuple[int, int, Paragraph, Paragraph]] = []  # in both texts, as it was, as it is
        found = compare(old, new)
        news: list[int] = []
        at = 0
        for line in found:
            news.append(at)
            at += 0 if line.kind == "removed" else len(line.new) + 1
        moved = {line.move: (news[n], line) for n, line in enumerate(found) if line.move and line.kind == "added"}
        at = 0
        for line, there in zip(found, news, strict=True):
            if line.kind == "added":
                continue
            self._lines.append((at, *(moved[line.move] if line.move else (there, line)), line))
            at += len(line.old) + 1

    def carried(self, wanted: Anchor, place: Span) -> Span | None:
        """Return where the place is now."""
        length = place.end - place.start
        stood = self._now(place)
        if len(stood) == length and stood == list(range(stood[0], stood[0] + length)):
            return Span(stood[0], stood[0] + length)
        quote = self._old[place.start : place.end]
        now = _places(quote, self._new)
        if now:  # it stands elsewhere, unless those are words that stood there before
            taken = self._taken(quote, place)
            free = [at for at in now if _likeness(wanted, self._new, at) >= taken.get(at, 0)]
            if (found := _best(wanted, self._new, free)) is not None:
                return found
        return self._changed(stood, length)

    def _taken(self, quote: str, place: Span) -> dict[int, int]:
        """Return where equal words of other places are now, and how like their surroundings those are there."""
        made: dict[int, int] = {}
        for at in _places(quote, self._old):
            stood = self._now(Span(at, at + len(quote))) if at != place.start else []
            if len(stood) == len(quote):
                made[stood[0]] = _likeness(anchor(self._old, at, at + len(quote)), self._new, stood[0])
        return made

    def _changed(self, stood: list[int], length: int) -> Span | None:
        """Return what became of a place of which most stands."""
        if 2 * len(stood) <= length or stood != sorted(stood) or stood[-1] - stood[0] >= 4 * length + AROUND:
            return None
        return Span(stood[0], stood[-1] + 1)

    def _now(self, place: Span) -> list[int]:
        """Return where those characters of a place are now that still stand."""
        found: list[int] = []
        for number, (was, there, _line, old) in enumerate(self._lines):
            if was > place.end:
                break
            if was + len(old.old) < place.start:
                continue
            signs = self._signs(number)
            found += [there + signs[at - was] for at in range(max(was, place.start), place.end) if at - was in signs]
        return found

    def _signs(self, number: int) -> dict[int, int]:
        """Return where the characters of a line are in what became of it, the line end behind the last one."""
        if number not in self._known:
            _was, _there, line, old = self._lines[number]
            self._known[number] = _map(old.old, line)
        return self._known[number]


def _map(old: str, line: Paragraph) -> dict[int, int]:
    if line.kind == "removed":
        return {}
    made: dict[int, int] = {}
    at = there = 0
    for piece in smallest(old, line.new):
        if piece.kind == "same":
            made.update(zip(range(at, at + len(piece.text)), range(there, there + len(piece.text)), strict=True))
        at += len(piece.text) if piece.kind != "added" else 0
        there += len(piece.text) if piece.kind != "removed" else 0
    return made | {at: there}


def _places(quote: str, text: str) -> list[int]:
    """Return where the words stand, overlapping places too."""
    found: list[int] = []
    at = text.find(quote)
    while at >= 0 and len(found) < _PLACES:
        found.append(at)
        at = text.find(quote, at + 1)
    return found


def _best(wanted: Anchor, text: str, places: Sequence[int]) -> Span | None:
    """Return the place around which the text is most like that of the anchor, the nearest to it of equals."""
    if not places:
        return None

    def fitness(at: int) -> tuple[int, int]:
        return _likeness(wanted, text, at), -abs(at - wanted.at)

    at = places[0] if len(places) == 1 else max(places, key=fitness)
    return Span(at, at + len(wanted.quote))


def _likeness(wanted: Anchor, text: str, at: int) -> int:
    """Return how many characters around a place are those that stood around the quote."""
    end = at + len(wanted.quote)
    before = _common(wanted.prefix[::-1], text[max(0, at - AROUND) : at][::-1])
    return before + _common(wanted.suffix, text[end : end + AROUND])


def _between(wanted: Anchor, text: str) -> Span | None:
    """Return what stands between the surroundings of the anchor, if it is mostly the same."""
    length = len(wanted.quote)
    for many in _HOLDS:
        before, behind = wanted.prefix[-many:], wanted.suffix[:many]
        if len(before) < _HOLDS[-1] or len(behind) < _HOLDS[-1]:
            continue
        for at in _places(before, text):
            start = at + len(before)
            end = text.find(behind, start, start + 4 * length + AROUND + len(behind))
            if end > start and _mostly(wanted.quote, text[start:end]):
                return Span(start, end)
    return None


def _mostly(was: str, now: str) -> bool:
    return 2 * sum(len(piece.text) for piece in smallest(was, now) if piece.kind == "same") > len(was)


def _common(one: str, other: str) -> int:
    """Return how many characters are the same from the beginning."""
    for count, (mine, its) in enumerate(zip(one, other, strict=False)):
        if mine != its:
            return count
    return min(len(one), len(other))
