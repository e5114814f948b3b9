"""How well a typed word fits a Chinese title: by its characters, its pinyin, its initials or a mixture. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Sequence

EXACT, STARTS, HOLDS, INITIALS, SPELLED, INSIDE, SCATTERED = 1000, 900, 800, 700, 600, 500, 200
_LONGEST = 64  # characters of a title that are looked at; a palette's titles are short


def score(query: str, title: str, readings: Sequence[Sequence[str]]) -> int:
    """Return 0 for no fit, more for a better one.

    ``readings`` holds the syllables of each character of ``title``, for a Latin letter or a digit the character itself.
    """
    wanted = "".join(query.split()).lower()
    text = title.lower()
    if not wanted:
        return 1
    if wanted == text:
        return EXACT
    if text.startswith(wanted):
        return STARTS - _spare(text, wanted)
    if wanted in text:
        return HOLDS - min(99, text.index(wanted))
    initials = [{reading[:1].lower() for reading in each} for each in readings if each and not each[0].isspace()]
    if len(wanted) <= len(initials) and all(letter in heads for letter, heads in zip(wanted, initials, strict=False)):
        return INITIALS - min(99, len(initials) - len(wanted))
    start = _spelled_from(wanted, text, readings)
    if start is not None:
        return (SPELLED if start == 0 else INSIDE) - min(99, start)
    gaps = _gaps(wanted, text)
    return 0 if gaps is None else max(1, SCATTERED - gaps)


def _spare(text: str, wanted: str) -> int:
    return min(99, len(text) - len(wanted))


def _spelled_from(wanted: str, text: str, readings: Sequence[Sequence[str]]) -> int | None:
    """Return where a run of characters begins that ``wanted`` spells, each by itself, its syllable or a part of it."""
    length = min(len(text), len(readings), _LONGEST)
    for start in range(length):
        reached = {0}  # how much of the query may be used up after each character
        for at in range(start, length):
            reached = {used + n for used in reached for n in _steps(wanted, used, text[at], readings[at])}
            if len(wanted) in reached:
                return start
            if not reached:
                break
    return None


def _steps(wanted: str, used: int, character: str, readings: Sequence[str]) -> set[int]:
    steps = {
        n
        for syllable in map(str.lower, readings)
        for n in range(1, len(syllable) + 1)
        if wanted[used : used + n] == syllable[:n]
    }
    if wanted.startswith(character, used):
        steps.add(len(character))
    return steps


def _gaps(wanted: str, text: str) -> int | None:
    """Return how many characters lie between those of ``wanted`` found in order, None when one is missing."""
    at, first = -1, -1
    for character in wanted:
        at = text.find(character, at + 1)
        if at < 0:
            return None
        first = at if first < 0 else first
    return at - first + 1 - len(wanted)
