"""Two texts as they are read, compared: no sign of Markdown; formats, pictures, cells and fields are changes too.

Every block is a line (a table's row is one, its cells parted by │), so that the one difference engine finds what became
of it; beside the pieces stand the shapes and marks of both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.text.dialect import render
from desktop.text.diff import Paragraph, compare
from desktop.text.flat import Kind, Leaf, State, flatten
from desktop.text.plain import plain_from_html
from desktop.text.reading import Unreadable, read
from desktop.text.tree import (
    Attached,
    Block,
    Break,
    Code,
    Figure,
    Heading,
    Line,
    Picture,
    Plain,
    Rule,
    Run,
    Source,
    Table,
)
from desktop.text.tree import (
    Paragraph as Words,
)

BREAK = "\u2028"  # a line break within a paragraph
CELL = " │ "
_SHORT = 6  # characters of a digest by which a picture is told from another


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a line under the same marks, by their HTML names; a link has its address behind a space."""

    start: int
    end: int
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line as it is read. ``shape`` is heading2, quote, list and so on; ``sign`` stands before it, as • or 3."""

    text: str
    shape: str = "text"
    sign: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of the difference with what it is in the old and in the new text.

    ``formatted``: the words are the same, and their format or shape is another.
    """

    paragraph: Paragraph
    old: ReadLine | None
    new: ReadLine | None
    formatted: bool = False


def compared(old: Sequence[ReadLine], new: Sequence[ReadLine]) -> list[MarkedLine]:
    """Return what became of each line, in the order in which they are read."""
    before, after = iter(old), iter(new)
    made = []
    for paragraph in compare("\n".join(line.text for line in old), "\n".join(line.text for line in new)):
        was = next(before) if paragraph.kind != "added" else None
        now = next(after) if paragraph.kind != "removed" else None
        formatted = paragraph.kind == "same" and _form(was) != _form(now)
        made.append(MarkedLine(paragraph, was, now, formatted))
    return made


def _form(line: ReadLine | None) -> tuple[str, tuple[Span, ...]] | None:
    return (line.shape, line.spans) if line is not None else None


def read_lines(markdown: str) -> list[ReadLine]:
    """Return a body as lines that are read; of a page that an open tag spoils, its words without their forms."""
    html = render(markdown)
    try:
        leaves = flatten(read(html))
    except Unreadable:
        return [ReadLine(line, "text") for line in plain_from_html(html).splitlines() if line.strip()]
    made: list[ReadLine] = []
    numbers: dict[int, int] = {}
    for leaf in leaves:
        sign = _sign(leaf, numbers)
        for at, line in enumerate(_lines(leaf.block, _around(leaf))):
            made.append(replace(line, sign=sign if at == 0 else "", text=line.text.replace("\n", " ")))
    return made


def _around(leaf: Leaf) -> str:
    kinds = {level.kind for level in leaf.path}
    return "quote" if Kind.QUOTE in kinds else "list" if kinds else "text"


def _sign(leaf: Leaf, numbers: dict[int, int]) -> str:
    """Return what stands before the first leaf of an item, its number counted on."""
    for depth in reversed(range(len(leaf.path))):
        level = leaf.path[depth]
        if level.kind is Kind.QUOTE:
            continue
        if level.state is State.GOES_ON:
            return ""
        if level.kind is Kind.BULLETED:
            return "•"
        numbers[depth] = level.start if level.state is State.OPENS else numbers.get(depth, level.start) + 1
        return f"{numbers[depth]}."
    return ""


def _lines(block: Block, around: str) -> Iterator[ReadLine]:
    match block:
        case Words(line) | Plain(line):
            yield _line(line, around)
        case Heading(level, line):
            yield _line(line, f"heading{level}")
        case Figure(source, alt, caption, credit):
            film = "." in source.removeprefix("asset:")
            words = "｜".join(part for part in (caption, credit) if part)
            said = f"〔{'视频' if film else '图片'} {_named(source)}〕{words}" + (f"〔替代文字：{alt}〕" if alt else "")
            yield ReadLine(said, "picture")
        case Attached(source, name, note):
            yield ReadLine(f"〔附件 {_named(source)}〕{name}{note}", "picture")
        case Rule():
            yield ReadLine("———", "rule")
        case Code(text) | Source(text):
            yield from (ReadLine(line, "code") for line in text.split("\n"))
        case Table(_, rows):
            for row in rows:
                yield _row(row)


def _row(cells: Sequence[Line]) -> ReadLine:
    text, spans = "", []
    for at, cell in enumerate(cells):
        made = _line(cell, "row")
        text += CELL if at else ""
        spans += [replace(span, start=span.start + len(text), end=span.end + len(text)) for span in made.spans]
        text += made.text
    return ReadLine(text, "row", "", tuple(spans))


def _line(line: Line, shape: str) -> ReadLine:
    text, spans = "", []
    for part in line:
        match part:
            case Run(words, marks):
                said = words.replace("\n", " ")
            case Break(marks):
                said = BREAK
            case Picture(source, alt, _, marks):
                said = f"〔图片 {_named(source)}〕{alt}"
        if marks:
            names = tuple(f"{mark.name} {mark.href}".strip() for mark in marks)
            spans.append(Span(len(text), len(text) + len(said), names))
        text += said
    return ReadLine(text, shape, "", tuple(spans))


def _named(source: str) -> str:
    digest = source.removeprefix("asset:")
    return f"#{digest[:_SHORT]}" if source.startswith("asset:") else source
