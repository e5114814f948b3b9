"""Markdown source as lines: normal form, fences, and the top-level blocks that can be rendered apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

#: A reference definition speaks to the whole text, so such a text is not divided. Past this size it is:
#: a megabyte of definitions must not make rendering slow.
UNDIVIDED = 60_000
#: A paragraph without a blank line is cut here: Python-Markdown's time grows with the square of its lines.
MOST_LINES = 400

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85]")
#: Characters that no text keeps.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_BLANK = re.compile("^[ \u3000\xa0]+$", re.MULTILINE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_FENCE = re.compile(r"(?P<fence>~{3,}|`{3,}) *\.?(?P<lang>[\w#.+-]*) *$")
REFERENCE = re.compile(r"^[ >]*(?:(?:[*+-]|\d+\.) +)*\[[^\[\]]*\]:", re.MULTILINE)
_ITEM = re.compile(r" {0,3}(?:[*+-]|\d+\.) ")
_ANY_ITEM = re.compile(r"^ {0,3}(?:[*+-]|\d+\.) ", re.MULTILINE)
_QUOTE = re.compile(r" {0,3}>")
_ANY_QUOTE = re.compile(r"^ {0,3}>", re.MULTILINE)
_DELIMITER_ROW = re.compile(r"[|:\- ]*\|[|:\- ]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines `first` to `last` (counted from 0, `last` not included) of the normal form."""

    first: int
    last: int
    source: str


@dataclass(frozen=True, slots=True)
class Fence:
    """Lines of a closed fenced code block, both fences included."""

    first: int
    last: int
    language: str


def normal(text: str) -> str:
    """One kind of line end, tabs as spaces, blank lines empty, no control characters, no lone surrogates."""
    text = UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    return _BLANK.sub("", _SURROGATE.sub("\ufffd", text).expandtabs(4))


def fences(lines: list[str]) -> list[Fence]:
    """The closed fences. An opened one that nothing closes is ordinary text, as Python-Markdown has it."""
    closers: defaultdict[str, list[int]] = defaultdict(list)
    openers: list[tuple[int, str, str]] = []
    for number, line in enumerate(lines):
        if line.startswith(("```", "~~~")) and (match := _FENCE.match(line)):
            openers.append((number, match["fence"], match["lang"]))
            if line.rstrip(" ") == match["fence"]:
                closers[match["fence"]].append(number)
    found: list[Fence] = []
    after = 0
    for number, fence, language in openers:
        if number < after:
            continue
        ends = closers[fence]
        nearest = bisect_left(ends, number + 1)
        if nearest < len(ends):
            after = ends[nearest] + 1
            found.append(Fence(number, after, language))
    return found


def divide(text: str, *, defined: bool = True) -> list[Block]:
    """The top-level blocks of a text in normal form; rendering them apart renders the text.

    A text with definitions is one block, as they speak to all of it; it is cut none the less where `defined` is false.
    """
    if not text.strip():
        return []
    lines = text.split("\n")
    if defined and len(text) <= UNDIVIDED and "]:" in text and REFERENCE.search(text):
        return [Block(0, len(lines), text)]
    found: list[Block] = []
    for chunk, fenced in _chunks(lines):
        if not fenced and found and _continues(found[-1], chunk):
            found[-1] = Block(found[-1].first, chunk.last, "\n".join(lines[found[-1].first : chunk.last]))
        else:
            found.append(chunk)
    return found


def _chunks(lines: list[str]) -> list[tuple[Block, bool]]:
    """Runs of lines between blank lines and fences, with whether each is a fence."""
    fenced = {fence.first: fence.last for fence in fences(lines)}
    found: list[tuple[Block, bool]] = []
    first = number = 0

    def close(last: int) -> None:
        if first < last:
            found.append((Block(first, last, "\n".join(lines[first:last])), False))

    while number < len(lines):
        if number in fenced:
            close(number)
            first = fenced[number]
            found.append((Block(number, first, "\n".join(lines[number:first])), True))
            number = first
            continue
        if not lines[number].strip(" "):
            close(number)
            first = number + 1
        elif number - first >= MOST_LINES and not _DELIMITER_ROW.match(lines[first + 1]):
            close(number)
            first = number
        number += 1
    close(number)
    return found


def _continues(before: Block, chunk: Block) -> bool:
    """Would Python-Markdown carry this chunk into what stands before it? When in doubt, yes."""
    if chunk.last - before.first > 2 * MOST_LINES:
        return False
    source = chunk.source
    if source.startswith("    "):
        return True
    if _ITEM.match(source):
        return bool(_ANY_ITEM.search(before.source))
    return bool(_QUOTE.match(source) and _ANY_QUOTE.search(before.source))
