"""A text as blocks and runs: what the visual editor shows, between the published HTML and the Markdown it is kept as.

Containers (quotes and lists) hold blocks; paragraphs, headings and cells hold runs. Marks of a run stand from the
outermost in. A list item either holds running text (`Plain`, with lists behind it) or paragraphs, as HTML has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Mark:
    """Emphasis, a link (`a`, with its address), or another inline element by its HTML name."""

    name: str
    href: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text under the same marks. A line end in it is one of the source that readers see as a space."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Break:
    """A line break within a paragraph or cell."""

    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture among words."""

    source: str
    alt: str = ""
    title: str = ""
    marks: tuple[Mark, ...] = ()


Inline = Run | Break | Picture
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line


@dataclass(frozen=True, slots=True)
class Plain:
    """Text that stands in a list item without a paragraph around it."""

    line: Line


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture or film with 图说 and credit.

    `source` is as in Markdown, `asset:DIGEST` for a picture of the record and `asset:DIGEST.mp4` for a film of it.
    """

    source: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of the record for readers to take along: `source` is `asset:DIGEST.pdf`, `note` kind and size in words."""

    source: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    pass


@dataclass(frozen=True, slots=True)
class Code:
    """Lines shown as they are typed, without the last line end."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length, the first of them the header; `aligns` holds "", left, center or right a column."""

    aligns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `start` is the first number, None where it is bulleted."""

    start: int | None
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Markdown that is kept as it was written, because what it says cannot be shown otherwise; only at the top."""

    text: str


Block = Paragraph | Plain | Heading | Figure | Attached | Rule | Code | Table | Quote | Listing | Source


def joined(line: Iterator[Inline] | Line) -> Line:
    """Put neighbouring runs under the same marks together, and leave empty ones out."""
    made: list[Inline] = []
    full = (part for part in line if not isinstance(part, Run) or part.text)
    for (kind, marks), group in groupby(full, lambda part: (type(part), part.marks)):
        if kind is Run:
            made.append(Run("".join(part.text for part in group if isinstance(part, Run)), marks))
        else:
            made.extend(group)
    return tuple(made)


def trimmed(line: Line) -> Line:
    """Leave out the space at the beginning and the end, where Markdown cannot say it."""
    if not line or not any(isinstance(end, Break) or _is_spaced(end) for end in (line[0], line[-1])):
        return line
    parts = list(line)
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while parts and not isinstance(part := parts[at], Picture):
            if isinstance(part, Run) and (text := strip(part.text)):
                if text != part.text:  # most need no new one
                    parts[at] = replace(part, text=text)
                break
            del parts[at]
    return tuple(parts)


def _is_spaced(part: Inline) -> bool:
    return isinstance(part, Run) and (not part.text or part.text != part.text.strip())


def words_of(line: Line) -> str:
    """The text of a line, a line break as a line end."""
    return "".join(
        part.text if isinstance(part, Run) else "\n" if isinstance(part, Break) else part.alt for part in line
    )
