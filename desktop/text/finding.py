"""查找与替换 in one text: places in code points, and what stands there afterwards.

Linear for words. A regular expression of a person may be hostile, so that it is given a time: `regex`, and not `re`,
can be stopped.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import regex

MOST_WORDS = 1_000  # characters of a query
MOST_TEXT = 5_000_000  # characters that all replacements together may have
MOST_PARTS = 100_000  # of a regular expression with its repeats written out: 30 MB
SECONDS = 0.5

#: Whether a place is not within a Latin word or a number; between Han every place is such.
_EDGE = r"(?:(?<![\p{Latin}\p{Nd}_])|(?![\p{Latin}\p{Nd}_]))"
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_TEMPLATE = regex.compile(r"\\([1-9]\d?)|\$([1-9]\d?|0|&)|\\g<(\w+)>|\$\{(\w+)\}|\\([\\nt$])|\$(\$)", regex.ASCII)
_NARROWED = regex.compile("[\uff01-\uff5e\u3000]")
_RECURSION = regex.compile(r"\(\?(?:R|[+-]?\d|&|P>)")
_COUNT = regex.compile(r"\{(\d+)", regex.ASCII)
_CONTROL = {"n": "\n", "t": "\t"}


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. Without `case` A is a; with `width` Ａ is A, （ is (; `whole` is about Latin words."""

    words: str
    whole: bool = False
    pattern: bool = False  # `words` is a regular expression
    case: bool = False
    width: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """From the first code point to behind the last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Replacement(Span):
    """What is to stand there."""

    text: str


@dataclass(eq=False)
class BadPattern(Exception):
    """A regular expression, or what is to replace it, cannot be used."""

    reason: str  # syntax; group (what replaces names one that is not there); slow (stopped); too_large
    detail: str = ""  # in the library's English
    at: int | None = None  # where in the query


def find(text: str, query: Query, *, seconds: float = SECONDS) -> list[Span]:
    """Return all places in order; none overlaps another, none is empty. Raises BadPattern."""
    if not query.words:
        return []
    return [Span(*found.span()) for found in _matches(text, query, _compiled(query), seconds)]


def replacements(text: str, query: Query, to: str, *, seconds: float = SECONDS) -> list[Replacement]:
    r"""Return what replacing all would do.

    Words are replaced by `to` as it is. With a regular expression `\1`, `$1`, `\g<name>` and `${name}` are its groups,
    `$&` and `$0` all that was found, `\n` and `\t` a line end and a tab, `$$` and `\\` the signs. Raises BadPattern.
    """
    if not query.words:
        return []
    compiled = _compiled(query)
    template = _template(compiled, to) if query.pattern else [to]
    made: list[Replacement] = []
    size = 0
    for found in _matches(text, query, compiled, seconds):
        new = _filled(text, found, template)
        size += len(new)
        if size > MOST_TEXT:
            raise BadPattern("too_large")
        made.append(Replacement(found.start(), found.end(), new))
    return made


def replaced(text: str, changes: Sequence[Replacement]) -> str:
    """Return the text with these replacements, which are in order."""
    pieces: list[str] = []
    at = 0
    for change in changes:
        pieces += (text[at : change.start], change.text)
        at = change.end
    return "".join(pieces) + text[at:]


def step(spans: Sequence[Span], at: int, *, back: bool = False) -> int | None:
    """Return the number of the place at or behind `at`, or of the last one before it; past the end it goes round."""
    if not spans:
        return None
    number = bisect_left(spans, at, key=lambda span: span.start)
    return (number - 1 if back else number) % len(spans)


def _matches(text: str, query: Query, compiled: regex.Pattern[str], seconds: float) -> Iterator[regex.Match[str]]:
    looked_through = text.translate(_NARROW) if query.width else text
    found = compiled.finditer(looked_through, timeout=seconds)
    if compiled.flags & regex.REVERSE:
        found = iter(sorted(_in_time(found, seconds), key=regex.Match.start))
    end = 0
    for match in _in_time(found, seconds):
        if end <= match.start() < match.end():
            end = match.end()
            yield match


def _in_time(found: Iterator[regex.Match[str]], seconds: float) -> Iterator[regex.Match[str]]:
    deadline = time.thread_time() + seconds
    try:
        for number, match in enumerate(found, 1):
            yield match
            if number % 256 == 0 and time.thread_time() > deadline:
                raise BadPattern("slow")
    except TimeoutError as error:
        raise BadPattern("slow") from error
    except MemoryError as error:
        raise BadPattern("too_large") from error


def _compiled(query: Query) -> regex.Pattern[str]:
    words = _NARROWED.sub(_narrow(query.pattern), query.words) if query.width else query.words
    if len(words) > MOST_WORDS:
        raise BadPattern("too_large")
    flags = regex.MULTILINE | (0 if query.case else regex.IGNORECASE)
    if not query.pattern:
        edge = _EDGE if query.whole else ""
        return regex.compile(f"{edge}{regex.escape(words)}{edge}", flags)
    _refuse_dear(words)
    try:
        compiled = regex.compile(words, flags)
        if query.whole:  # the line end ends a comment that the pattern may end with
            end = "\n" if compiled.flags & regex.VERBOSE else ""
            compiled = regex.compile(f"{_EDGE}(?:{words}{end}){_EDGE}", flags | compiled.flags & regex.VERBOSE)
    except regex.error as error:
        raise BadPattern("syntax", error.msg, None if query.width else error.pos) from error
    except (RecursionError, MemoryError, OverflowError) as error:
        raise BadPattern("too_large") from error
    return compiled


def _narrow(pattern: bool) -> Callable[[regex.Match[str]], str]:
    """A wide sign stands for itself, and the narrow one may be one of the signs of a pattern."""
    return lambda found: regex.escape(found[0].translate(_NARROW)) if pattern else found[0].translate(_NARROW)


def _refuse_dear(pattern: str) -> None:
    """Repeats are written out when a pattern is compiled: 99,999,999 of them take all memory, before any time is up."""
    if _RECURSION.search(pattern):
        raise BadPattern("syntax", "recursion")
    size = len(pattern)
    for count in _COUNT.findall(pattern):
        size *= max(1, int(count[:9]))
        if size > MOST_PARTS:
            raise BadPattern("too_large")


def _template(compiled: regex.Pattern[str], to: str) -> list[str | int]:
    """Return the words and the numbers of groups that `to` is made of."""
    made: list[str | int] = []
    at = 0
    for found in _TEMPLATE.finditer(to):
        made.append(to[at : found.start()])
        at = found.end()
        number, name, control = found[1] or found[2], found[3] or found[4], found[5]
        if control:
            made.append(_CONTROL.get(control, control))
        elif found[6]:
            made.append("$")
        elif number and number != "&" and int(number) > compiled.groups >= int(number[0]):
            made += (int(number[0]), number[1:])  # $10 where there is one group only
        else:
            made.append(_group(compiled, name or number.replace("&", "0"), found.start()))
    made.append(to[at:])
    return made


def _group(compiled: regex.Pattern[str], name: str, at: int) -> int:
    number = int(name) if name.isdecimal() else compiled.groupindex.get(name, -1)
    if 0 <= number <= compiled.groups:
        return number
    raise BadPattern("group", name, at)


def _filled(text: str, found: regex.Match[str], template: Sequence[str | int]) -> str:
    """Groups are taken from the text itself, which may be wider than what was looked through."""
    return "".join(
        part if isinstance(part, str) else text[slice(*found.span(part))] if found.start(part) >= 0 else ""
        for part in template
    )
