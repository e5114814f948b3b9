"""What the formatting bar does to Markdown: text and selection in, text and selection out, in code points."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_BULLET = re.compile(r"[*+-] +")
_NUMBER = re.compile(r"\d+\. +")
_QUOTE = re.compile(r"> ?")
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
_PREFIX = re.compile(r"(?:#{1,6} *|[*+-] +|\d+\. +)?")


@dataclass(frozen=True, slots=True)
class Edit:
    """The text after the step, and what is selected in it."""

    text: str
    start: int
    end: int


def bold(text: str, start: int, end: int) -> Edit:
    return _marked(text, start, end, "**")


def italic(text: str, start: int, end: int) -> Edit:
    return _marked(text, start, end, "*")


def heading(text: str, start: int, end: int, level: int = 2) -> Edit:
    """小标题: level 2 or 3. A line of that level becomes a paragraph again, one of another level changes."""
    mark = "#" * level + " "
    return _lines(text, start, end, lambda line: line.startswith(mark), _PREFIX, lambda number: mark, apart=False)


def quote(text: str, start: int, end: int) -> Edit:
    return _lines(text, start, end, lambda line: bool(_QUOTE.match(line)), _QUOTE, lambda number: "> ", keep=True)


def bullets(text: str, start: int, end: int) -> Edit:
    return _lines(text, start, end, lambda line: bool(_BULLET.match(line)), _PREFIX, lambda number: "- ")


def numbers(text: str, start: int, end: int) -> Edit:
    return _lines(text, start, end, lambda line: bool(_NUMBER.match(line)), _PREFIX, lambda number: f"{number}. ")


def link(text: str, start: int, end: int, address: str = "https://") -> Edit:
    """Wraps the selection and selects the address; on a link (selected whole, or its address) takes it off."""
    for found in _LINK.finditer(text):
        if found.start() <= start and end <= found.end():
            return Edit(
                text[: found.start()] + found[1] + text[found.end() :], found.start(), found.start() + len(found[1])
            )
    words = text[start:end]
    made = f"[{words}]({address})"
    at = start + len(words) + 3
    return Edit(text[:start] + made + text[end:], at, at + len(address))


def table(text: str, start: int, end: int, rows: int = 2, columns: int = 3) -> Edit:
    """An empty table after the lines of the selection, its first heading selected."""
    heads = [f"列{number}" for number in range(1, columns + 1)]
    lines = [heads, ["---"] * columns, *([[" " * 3] * columns] * rows)]
    made = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    new, at = _inserted(text, end, made)
    return Edit(new, at + 2, at + 2 + len(heads[0]))


def rule(text: str, start: int, end: int) -> Edit:
    """A rule after the lines of the selection."""
    new, at = _inserted(text, end, "---")
    return Edit(new, at + 3, at + 3)


def _marked(text: str, start: int, end: int, mark: str) -> Edit:
    """Marks hug the words: a space inside them would leave the marks as text."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    size, chosen = len(mark), text[start:end]
    if _stars_before(text, start) == _stars_after(text, end) and _holds(_stars_before(text, start), mark):
        return Edit(text[: start - size] + chosen + text[end + size :], start - size, end - size)
    inner = min(_stars_after(chosen, 0), _stars_before(chosen, len(chosen)))
    if len(chosen) > 2 * size and _holds(inner, mark):
        return Edit(text[:start] + chosen[size:-size] + text[end:], start, end - 2 * size)
    return Edit(text[:start] + mark + chosen + mark + text[end:], start + size, end + size)


def _holds(stars: int, mark: str) -> bool:
    """`*` is italic, `**` bold, `***` both."""
    return stars in ((1, 3) if mark == "*" else (2, 3))


def _stars_before(text: str, at: int) -> int:
    return at - len(text[:at].rstrip("*"))


def _stars_after(text: str, at: int) -> int:
    return len(text) - at - len(text[at:].lstrip("*"))


def _lines(
    text: str,
    start: int,
    end: int,
    has: Callable[[str], bool],
    old: re.Pattern[str],
    mark: Callable[[int], str],
    *,
    keep: bool = False,
    apart: bool = True,
) -> Edit:
    """Puts a mark before each line of the selection that is not blank, or takes it off when all have it.

    What `old` matches gives way to the mark, unless it is to be kept beside it (a quote holds lists). With `apart`,
    blank lines part the marked lines from a paragraph that touches them: without, Python-Markdown joins the two.
    """
    first, last = _extent(text, start, end)
    lines = text[first:last].split("\n")
    filled = [line for line in lines if line.strip()] or lines[:1]
    off = all(has(line) for line in filled)
    made: list[str] = []
    number = 0
    for line in lines:
        if not line.strip() and len(filled) < len(lines):
            made.append(line)
            continue
        number += 1
        bare = old.sub("", line, count=1) if old.match(line) and (off or not keep) else line
        made.append(bare if off else mark(number) + bare)
    changed = "\n".join(made)
    before, after = text[:first], text[last:]
    if apart and not off:
        above, below = before.removesuffix("\n").rpartition("\n")[2], after.removeprefix("\n").partition("\n")[0]
        before += "\n" if lines[0].strip() and above.strip() and not has(above) else ""
        after = "\n" + after if lines[-1].strip() and below.strip() and not has(below) else after
    whole = before + changed + after
    if start == end:
        at = max(len(before), len(before) + len(changed) - (last - start))
        return Edit(whole, at, at)
    return Edit(whole, len(before), len(before) + len(changed))


def _extent(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole lines that a selection touches; a line end at its end does not touch the next line."""
    if end > start and text[end - 1] == "\n":
        end -= 1
    last = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last


def _inserted(text: str, end: int, block: str) -> tuple[str, int]:
    """The text with a block of its own after the line where the selection ends, and where the block starts."""
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    before, after = text[:last].rstrip("\n"), text[last:].lstrip("\n")
    lead = f"{before}\n\n" if before else ""
    return f"{lead}{block}\n" + (f"\n{after}" if after else ""), len(lead)
