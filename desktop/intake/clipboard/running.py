"""Running text as it is met in HTML, put together to lines: white space, soft breaks and indents made sense of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.text.tree import (
    Block,
    Break,
    Code,
    Figure,
    Heading,
    Inline,
    Line,
    Listing,
    Mark,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Run,
    Table,
    joined,
    trimmed,
)

SPACE = " \t\n\r\f\xa0"
_HAN = "\u2e80-\u2fdf\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe10-\ufe4f\uff01-\uff60\U00020000-\U000323af—…“”‘’·"
_IS_HAN = re.compile(f"[{_HAN}]")
_CUT = re.compile(f"(?<=[{_HAN}])[ \t\r\f]*\n[ \t\n\r\f]*(?=[{_HAN}])")  # where a program broke its lines of HTML
_GAP = re.compile(r"[ \t\n\r\f\xa0]{2,}|[\t\n\r\f\xa0]")
_INDENT = re.compile(r"[ \t\n\r\f]*(?:[\u3000\u2003]\s*[\u3000\u2003]|\xa0{2,})")


class Running:
    """Gathers the text between two block ends.

    In a `heading` a line break is only where the title was cut. Two breaks, or one with an indent behind it, begin a
    paragraph: so old pages and people who type in spaces write them.
    """

    def __init__(self, *, heading: bool = False) -> None:
        self._heading = heading
        self._lines: list[list[Inline]] = [[]]
        self._small: set[str] = set()
        self._waiting = ""  # white space that counts only if text follows
        self._last = ""  # the last character of the line

    def text(self, words: str, marks: tuple[Mark, ...]) -> None:
        begun = words.lstrip(SPACE)
        core = begun.rstrip(SPACE)
        before, behind = words[: len(words) - len(begun)], begun[len(core) :]
        parts = self._lines[-1]
        if parts and isinstance(parts[-1], Break) and _INDENT.match(words) and core.strip():
            self._next()
            parts = self._lines[-1]
        if not self._last:
            core = core.lstrip()
        if not core:
            self._wait(words)
            return
        self._wait(before)
        if self._waiting and self._last:
            self._gap(core[0], marks)
        if "\n" in core:
            core = _CUT.sub("", core)
        parts.append(Run(_GAP.sub(" ", core), marks))
        self._waiting, self._last = "", core[-1]
        self._wait(behind)

    def _wait(self, space: str) -> None:
        if space and self._waiting != " ":
            self._waiting = "\n" if "\n" in space and "\xa0" not in space else " "

    def _gap(self, following: str, marks: tuple[Mark, ...]) -> None:
        if self._waiting == "\n" and _IS_HAN.match(self._last) and _IS_HAN.match(following):
            return
        parts = self._lines[-1]
        shared: list[Mark] = []
        for mark, other in zip(parts[-1].marks, marks, strict=False):
            if mark != other:
                break
            shared.append(mark)
        parts.append(Run(" ", tuple(shared)))

    def line_break(self) -> None:
        if self._heading:
            self._waiting = self._waiting or "\n"
            return
        self._waiting = self._last = ""
        parts = self._lines[-1]
        if parts and isinstance(parts[-1], Break):
            self._next()
        elif parts:
            parts.append(Break())

    def picture(self, picture: Picture, *, small: bool) -> None:
        if self._waiting and self._last:
            self._gap("", picture.marks)
        if small:
            self._small.add(picture.source)
        self._lines[-1].append(picture)
        self._waiting, self._last = "", "\ufffc"

    def _next(self) -> None:
        if isinstance(self._lines[-1][-1], Break):
            self._lines[-1].pop()
        self._lines.append([])
        self._waiting = self._last = ""

    def take(self) -> list[Block]:
        """Paragraphs and figures of what was gathered; empty ones are none."""
        lines, self._lines = self._lines, [[]]
        self._waiting = self._last = ""
        made: list[Block] = []
        for parts in lines:
            if parts:
                made += self._blocks(parts)
        return made

    def _blocks(self, parts: list[Inline]) -> Iterator[Block]:
        """Pictures alone on a line or at an end of it are figures; those among words, and small ones, stay there."""
        if not any(isinstance(part, Picture) for part in parts):
            yield from _paragraph(parts)
            return
        gathered: list[Inline] = []
        for part in (*parts, None):
            last = gathered[-1] if gathered else None
            if isinstance(part, Picture) and part.source not in self._small and not _has_words(gathered):
                yield Figure(part.source, part.alt)
            elif part is None or isinstance(part, Break):
                ended = part
                figures: list[Picture] = []
                while gathered and isinstance(last := gathered[-1], Picture) and last.source not in self._small:
                    figures.append(last)
                    gathered.pop()
                if figures or ended is None:
                    yield from _paragraph(gathered)
                    gathered = []
                    yield from (Figure(figure.source, figure.alt) for figure in reversed(figures))
                elif gathered:
                    gathered.append(ended)
            else:
                gathered.append(part)


def _paragraph(parts: list[Inline]) -> Iterator[Block]:
    line = trimmed(joined(tuple(parts)))
    if len(line) == 1 and isinstance(line[0], Picture):
        yield Figure(line[0].source, line[0].alt)
    elif line:
        yield Paragraph(line)


def _has_words(line: list[Inline]) -> bool:
    return any(isinstance(part, Picture) or (isinstance(part, Run) and part.text.strip()) for part in line)


def without_strong(line: Line) -> Line:
    strong = Mark("strong")
    return joined(tuple(replace(part, marks=tuple(mark for mark in part.marks if mark != strong)) for part in line))


def flat(blocks: Iterable[Block]) -> Line:
    """Any blocks as one line, for a cell: what stood on lines of its own is divided by breaks."""
    made: list[Inline] = []
    for line in _lines(blocks):
        if line:
            made += [Break(), *line] if made else line
    return tuple(made)


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Paragraph(line) | Plain(line) | Heading(_, line):
                yield line
            case Figure(source, alt, caption):
                yield (Picture(source, alt),)
                yield (Run(caption),) if caption else ()
            case Quote(inner):
                yield from _lines(inner)
            case Code(text):
                yield from ((Run(line),) for line in text.split("\n"))
            case Listing(start, items):
                for number, item in enumerate(items):
                    sign = "• " if start is None else f"{start + number}. "
                    yield (Run(sign), *flat(item))
            case Table(_, rows):
                for row in rows:
                    yield _row(row)


def _row(row: tuple[Line, ...]) -> Line:
    made: list[Inline] = []
    for cell in row:
        if cell:
            made += [Run(" "), *cell] if made else cell
    return tuple(made)
