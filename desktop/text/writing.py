"""A tree written as Markdown: the plainest form that `dialect.render` turns into just this tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape

from desktop.text.assets import figure_line
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
    Rule,
    Run,
    Source,
    Table,
    joined,
    trimmed,
)

#: Between two lists or quotes that would become one without it; a page shows nothing of it.
APART = "<!-- -->"

_INDENT = " " * 4
_SIGNS = {"strong": "**", "em": "*"}
_MARK_CHARACTERS = re.compile(r"[\\`*_\[]")
_CELL_CHARACTERS = re.compile(r"[\\`*_\[|]")
_TAG_OR_ENTITY = re.compile(r"<(?! )|&(?=[#A-Za-z]|$)")
_LINE_START = re.compile(r"#|>|[+-](?=[ -]|$)|\d+(?=\. )")
_UNDERLINE = re.compile(r"[=-]+ *$")
_FENCE = re.compile(r"~{3,} *\.?[\w#.+-]* *$")
_SIGN = re.compile(r"(?<!\\)(?:\\\\)*\*")
_ONE_EMPHASIS = re.compile(r"\*(?:[^*\\]|\\.)+\*")
_TICKS = re.compile("`+")


def write(blocks: Sequence[Block]) -> str:
    """Return the Markdown of these blocks, without a line end after the last."""
    return "\n\n".join(_texts(blocks, 0))


def _texts(blocks: Sequence[Block], depth: int) -> Iterator[str]:
    """Yield each block's text, with what keeps two neighbours of a kind from becoming one. Empty ones say nothing."""
    before: Block | None = None
    for block in blocks:
        text = _block(block, depth)
        if not text:
            continue
        if before is not None and would_meet(before, block, depth):
            yield APART
        yield text
        before = block


def would_meet(before: Block, block: Block, depth: int = 0) -> bool:
    """Would Markdown carry the second into the first?"""
    match before, block:
        case Quote(), Quote():
            return True
        case Listing(start), Listing(other):
            return (start is None) == (other is None)
        case Listing() | Code(), Code():
            return depth > 0
        case Listing(), Source(text):
            return text.startswith(_INDENT)
    return False


def _block(block: Block, depth: int) -> str:
    match block:
        case Paragraph(line) | Plain(line):
            return line_text(line)
        case Heading(level, line):
            return f"{'#' * level} {text}" if (text := _heading(line)) else ""
        case Figure(source, alt, caption, credit):
            return figure_line(source, alt, caption, credit)
        case Rule():
            return "---"
        case Code(text):
            return _fenced(text) if not depth else _indented(text)
        case Table():
            return _table(block)
        case Quote(blocks):
            return _prefixed("\n\n".join(_texts(blocks, depth + 1)), "> ")
        case Listing():
            return _listing(block, depth)
        case Source(text):
            return text


def _listing(listing: Listing, depth: int) -> str:
    parts: list[str] = []
    texts = [_item(item, depth) for item in listing.items]
    for number, (item, text) in enumerate(zip(listing.items, texts, strict=True)):
        sign = "-" if listing.start is None else f"{listing.start + number}."
        lines = text.split("\n")
        if number:
            parts.append("\n\n" if "\n\n" in texts[number - 1] or _is_apart(item) else "\n")
        parts.append(f"{sign} {lines[0]}".rstrip(" "))
        parts += [f"\n{_INDENT}{line}" if line else "\n" for line in lines[1:]]
    return "".join(parts)


def _is_apart(item: tuple[Block, ...]) -> bool:
    return bool(item) and isinstance(item[0], Paragraph)


def _item(item: tuple[Block, ...], depth: int) -> str:
    """Blocks of an item; a list follows running text without a blank line, as a blank line makes it a paragraph."""
    texts = list(_texts(item, depth + 1))
    if len(texts) == 2 and isinstance(item[0], Plain) and isinstance(item[1], Listing):
        return "\n".join(texts)
    if len(item) > 1 and isinstance(item[0], Paragraph) and isinstance(item[1], Code):
        texts.insert(1, APART)
    return "\n\n".join(texts)


def settle(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks as Markdown can say them: nothing empty, and lists whose items stand apart or do not.

    In Markdown a blank line between two items, or within one, makes paragraphs of the words that they begin with.
    """
    return tuple(settled for block in blocks if (settled := _settled(block)) is not None)


def _settled(block: Block) -> Block | None:
    match block:
        case Paragraph(line) | Plain(line) | Heading(_, line):
            return replace(block, line=line) if (line := settled_line(line)) else None
        case Quote(blocks):
            return Quote(inner) if (inner := settle(blocks)) else None
        case Listing(start, items):
            kept = tuple(inner for item in items if (inner := settle(item)))
            return Listing(start, _settled_items(kept)) if kept else None
        case Table(aligns, rows):
            cells = tuple(tuple(settled_line(cell) for cell in row) for row in rows)
            return Table(aligns, cells if len(cells) > 1 else (*cells, ((),) * len(aligns)))
        case Code(text):
            lines = (line if line.strip() else "" for line in text.split("\n"))
            return Code(text) if (text := "\n".join(lines).strip("\n").rstrip()) else None
        case Source(text):
            return block if text.strip() else None
    return block


def settled_line(line: Line) -> Line:
    """Return running text as Markdown can say it: no space where a line or code begins or ends, and code innermost."""
    made: list[Inline] = []
    begun = 0
    for part in (*(part for given in line for part in _settled_part(given)), None):
        if isinstance(part, Break) or part is None:
            made[begun:] = trimmed(tuple(made[begun:]))
            begun = len(made) + 1
        if part is not None:
            made.append(part)
    return joined(trimmed(tuple(made)))


def _settled_part(part: Inline) -> Iterator[Inline]:
    if not any(mark.name == "code" for mark in part.marks):
        yield part
        return
    others = tuple(mark for mark in part.marks if mark.name != "code")
    linked = any(mark.name == "a" for mark in others)
    if not isinstance(part, Run) or not (text := part.text.strip()) or (linked and "]" in text):
        yield replace(part, marks=others)
        return
    start = part.text.index(text)
    yield Run(part.text[:start], others)
    yield Run(text, (*others, Mark("code")))
    yield Run(part.text[start + len(text) :], others)


def _settled_items(items: tuple[tuple[Block, ...], ...]) -> tuple[tuple[Block, ...], ...]:
    while True:
        roomy = ["\n\n" in _item(item, 1) for item in items]
        apart = [roomy[n] or _is_apart(items[n + 1]) for n in range(len(items) - 1)]
        loose = [roomy[n] or True in apart[max(0, n - 1) : n + 1] for n in range(len(items))]
        made = tuple(_led(item, paragraph) for item, paragraph in zip(items, loose, strict=True))
        if made == items:
            return made
        items = made


def _led(item: tuple[Block, ...], paragraph: bool) -> tuple[Block, ...]:
    if isinstance(item[0], Plain | Paragraph):
        return ((Paragraph if paragraph else Plain)(item[0].line), *item[1:])
    return item


def _heading(line: Line) -> str:
    text = line_text(line)
    return f"{text[:-1]}\\#" if text.endswith("#") else text  # signs at the end would close the heading


def _prefixed(text: str, sign: str) -> str:
    return "\n".join(sign + line if line else sign.rstrip() for line in text.split("\n"))


def _fenced(text: str) -> str:
    longest = max((len(run[0]) for run in re.finditer("^`{3,}", text, re.MULTILINE)), default=2)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _indented(text: str) -> str:
    return "\n".join(f"{_INDENT}{line}" if line else "" for line in text.split("\n"))


def _table(table: Table) -> str:
    head, *body = [[line_text(cell, cell=True) for cell in row] for row in table.rows]
    body = body or [[""] * len(head)]
    dashes = [{"left": ":--", "center": ":-:", "right": "--:"}.get(align, "---") for align in table.aligns]
    rows = [head, dashes, *body]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in rows)


# Running text


def line_text(line: Line, *, cell: bool = False) -> str:
    """Return the Markdown of running text, on one line."""
    made = _Writer(cell).line(trimmed(line))
    return made if cell else _safe_start(made)


class _Writer:
    """Writes the parts of a line; in a cell what divides cells is escaped too."""

    def __init__(self, cell: bool) -> None:
        self._signs = _CELL_CHARACTERS if cell else _MARK_CHARACTERS
        self._linked = False

    def line(self, line: Sequence[Inline], depth: int = 0) -> str:
        """Write neighbours under the same mark within one pair of signs."""
        made = ""
        at = 0
        while at < len(line):
            marks = line[at].marks
            if len(marks) <= depth:
                made += self._part(line[at])
                at += 1
                continue
            mark, end = marks[depth], at
            while end < len(line) and len(line[end].marks) > depth and line[end].marks[depth] == mark:
                end += 1
            marked = self._marked(mark, line[at:end], depth + 1, after_sign=made.endswith("*"))
            if made.endswith("!") and marked.startswith("["):  # together they would be a picture
                made = f"{made[:-1]}\\!"
            made += marked
            at = end
        return made

    def _part(self, part: Inline) -> str:
        match part:
            case Run(text):
                return self._escaped(text)
            case Break():
                return "<br>"
            case Picture(source, alt, title):
                return figure_line(source, alt, title)

    def _escaped(self, text: str) -> str:
        text = _TAG_OR_ENTITY.sub(lambda sign: "&lt;" if sign[0] == "<" else "&amp;", text)
        text = self._signs.sub(r"\\\g<0>", text)
        return text.replace("]", "&#93;") if self._linked else text

    def _marked(self, mark: Mark, inside: Sequence[Inline], depth: int, *, after_sign: bool) -> str:
        """Signs where they cannot be misread, HTML's own tags elsewhere."""
        if mark.name == "code":
            return _code("".join(part.text for part in inside if isinstance(part, Run)))
        if mark.name == "a":
            self._linked = True
        inner = self.line(inside, depth)
        if mark.name == "a":
            self._linked = False
            return _link(mark, inner)
        sign, stars = _SIGNS.get(mark.name, ""), _SIGN.findall(inner)
        both = mark.name == "strong" and _ONE_EMPHASIS.fullmatch(inner)
        if sign and not after_sign and inner == inner.strip() and (both or not stars):
            return f"{sign}{inner}{sign}"
        return f"<{mark.name}>{inner}</{mark.name}>"


def _code(text: str) -> str:
    ticks = "`" * (max((len(run[0]) for run in _TICKS.finditer(text)), default=0) + 1)
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{room}{text}{room}{ticks}"


def _link(mark: Mark, inner: str) -> str:
    address = mark.href.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    if unescape(address) != address:  # `&timestamp=` begins like an entity
        address = address.replace("&", "&amp;")
    title = f' "{_entities(mark.title)}"' if mark.title else ""
    return f"[{inner}]({address}{title})"


def _entities(text: str) -> str:
    return re.sub(r"[\\`*_\[\]<>&\"'()!|]", lambda sign: f"&#{ord(sign[0])};", " ".join(text.split()))


def _safe_start(text: str) -> str:
    """Keep the beginning of a line from being read as a heading, quote, list, rule or fence."""
    if _UNDERLINE.match(text) or _FENCE.match(text):
        return f"&#{ord(text[0])};{text[1:]}"
    if start := _LINE_START.match(text):
        at = start.end() if start[0][0].isdigit() else 0
        return f"{text[:at]}\\{text[at:]}"
    return text
