"""Which passages would take Python-Markdown more than linear time."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"[\[\]]")
_TICKS = re.compile("`+")
_ANY_MARK = re.compile(r"[\\`*_\[<&!]")


def is_dear(text: str) -> bool:
    """Is this passage dear to parse? Texts that people write are not, however many marks they have."""
    size = len(text)
    if size < 200:
        return False
    marks = len(_ANY_MARK.findall(text))
    if marks < 20:
        return False
    return marks * size > 4_000_000 or _scanned(text) > 30 * size


def _scanned(text: str) -> int:
    """How many characters are looked at one by one for the partner of a bracket or of backticks."""
    size, steps = len(text), 0
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            steps += bracket.start() - opened.pop()
    steps += sum(size - at for at in opened)
    next_run: dict[int, int] = {}
    for ticks in reversed(list(_TICKS.finditer(text))):
        length = ticks.end() - ticks.start()
        steps += next_run.get(length, size) - ticks.start()
        next_run[length] = ticks.start()
    at = text.find("](")
    while at >= 0:
        end = text.find(")", at)
        quoted = end < 0 or '"' in text[at:end] or "'" in text[at:end]
        steps += size - at if quoted else end - at
        at = text.find("](", at + 2)
    return steps
