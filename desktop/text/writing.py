"""A tree written as Markdown: the plainest form that `dialect.render` turns into just this tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.text.assets import address_text, figure_line
from desktop.text.tree import (
    Attached,
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
    trimmed,
)

#: Between two lists or quotes that would become one without it; a page shows nothing of it.
APART = "<!-- -->"

_INDENT = " " * 4
_SIGNS = {"strong": "**", "em": "*"}
_MARK_CHARACTERS = re.compile(r"[\\`*_\[]|\{(?=[:#.])")
_CELL_CHARACTERS = re.compile(r"[\\`*_\[|]|\{(?=[:#.])")
_TAG_OR_ENTITY = re.compile(r"<(?! )|&(?=[#A-Za-z]|$)")
_LINE_START = re.compile(r"#|>|[+-](?=[ -]|$)|\d+(?=\. )")
_UNDERLINE = re.compile(r"[=-]+ *$")
_FENCE = re.compile(r"~{3,} *\.?[\w#.+-]* *$")
_SIGN = re.compile(r"(?<!\\)(?:\\\\)*\*")
_RULE_OF_TABLE = re.compile(r"^(?=[^\n]*\|)[|:\- ]+$", re.MULTILINE)  # below another line it would make a table
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
            return _RULE_OF_TABLE.sub(lambda found: found[0].replace("|", r"\|"), line_text(line))
        case Heading(level, line):
            return f"{'#' * level} {text}" if (text := _heading(line)) else ""
        case Figure(source, alt, caption, credit):
            return figure_line(source, alt, caption, credit)
        case Attached(source, name, note):
            return line_text((Run(name, (Mark("a", source, note),)),))
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
    texts = [item_text(item, depth) for item in listing.items]
    for number, (item, text) in enumerate(zip(listing.items, texts, strict=True)):
        sign = "-" if listing.start is None else f"{listing.start + number}."
        lines = text.split("\n")
        if number:
            parts.append("\n\n" if stand_apart(listing.items[number - 1], item, texts[number - 1]) else "\n")
        parts.append(f"{sign} {lines[0]}".rstrip(" "))
        parts += [f"\n{_INDENT}{line}" if line else "\n" for line in lines[1:]]
    return "".join(parts)


def stand_apart(before: tuple[Block, ...], item: tuple[Block, ...], text: str) -> bool:
    """Is there a blank line between two items, of which `text` is the first one's? Words beside it are paragraphs."""
    leads = (before[0], item[0])
    if any(isinstance(lead, Plain) for lead in leads):
        return "\n\n" in text
    return "\n\n" in text or any(isinstance(lead, Paragraph) for lead in leads)


def is_close(item: tuple[Block, ...]) -> bool:
    """Is this running text and a list that follows it at once?"""
    return len(item) == 2 and isinstance(item[0], Plain) and isinstance(item[1], Listing)


def item_text(item: tuple[Block, ...], depth: int) -> str:
    """Return the blocks of an item, before they are indented.

    A list follows running text without a blank line, as a blank line makes a paragraph of the text. What cannot begin
    behind the sign of an item (code, a figure, a file, lines) stands below it, after a comment that shows nothing.
    """
    texts = list(_texts(item, depth + 1))
    if isinstance(item[0], Rule):
        texts[0] = "***"  # dashes behind a dash would be a rule in place of the item
    if isinstance(item[0], Code | Figure | Attached) or "\n" in texts[0]:
        texts.insert(0, APART)
    if is_close(item) or (len(item) == 1 and isinstance(item[0], Listing)):
        return "\n".join(texts)
    if len(item) > 1 and isinstance(item[0], Paragraph) and isinstance(item[1], Code):
        texts.insert(1, APART)
    return "\n\n".join(texts)


def _heading(line: Line) -> str:
    text = _Writer(cell=False).line(trimmed(line))
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
    title = f' "{_entities(mark.title)}"' if mark.title else ""
    return f"[{inner}]({address_text(mark.href)}{title})"


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
