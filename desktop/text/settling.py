"""A tree as Markdown can say it: what someone made in an editor, brought into the form that reads back as the same.

Nothing that a reader sees as a word is lost. What goes is space at the ends of lines, what is empty, marks within the
same mark, and the difference between running text and paragraphs where a blank line of Markdown decides it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape, unescape

from desktop.text.addresses import is_file, is_film, is_link, is_relative, read_address
from desktop.text.source import UNSEEN, normal
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
    Run,
    Source,
    Table,
    joined,
    trimmed,
)
from desktop.text.writing import is_close, item_text, stand_apart

_ASSET = re.compile(r"asset:[0-9A-Za-z_-]{1,128}")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[0-9A-Za-z]+);")
_SPACE = re.compile("[\t\n\r\x85\u2028\u2029]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ODD = re.compile("|".join(sign.pattern for sign in (_SPACE, _SURROGATE, UNSEEN)))
_BLANK_BELOW = re.compile("\n\n(?! {4})")
_SEVERAL_BLANK = re.compile("\n{3,}")
_BEFORE_BLANK = re.compile(r" +(?=\n\n)")


def settle(blocks: Sequence[Block], *, nested: bool = False) -> tuple[Block, ...]:
    """Return the blocks as Markdown can say them; `nested` within a quote."""
    return _paragraphs(_all_settled(blocks, nested))


def _all_settled(blocks: Sequence[Block], nested: bool) -> tuple[Block, ...]:
    return tuple(settled for block in blocks if (settled := _settled(block, nested)) is not None)


def _settled(block: Block, nested: bool) -> Block | None:
    match block:
        case Paragraph(line):
            return _paragraph(settled_line(line))
        case Plain(line) | Heading(_, line):
            return replace(block, line=line) if (line := settled_line(line)) else None
        case Figure(source, alt, caption, credit):
            if not _is_ours(source := _address(source)):
                return _paragraph(settled_line((Picture(source, alt),)))
            return Figure(source, _words(alt), _words(caption), _words(credit))
        case Attached(source, name, note):
            return _paragraph(settled_line((Run(name if name.strip() else "附件", (Mark("a", source, note),)),)))
        case Quote(blocks):
            return Quote(inner) if (inner := settle(blocks, nested=True)) else None
        case Listing(start, items):
            settled = (_all_settled(item, nested=True) for item in items)
            full = tuple(tuple(map(_in_item, inner)) for inner in settled if inner)
            return Listing(start, _settled_items(full)) if full else None
        case Table(aligns, rows):
            cells = tuple(tuple(settled_line(cell) for cell in row) for row in rows)
            return Table(aligns, cells if len(cells) > 1 else (*cells, ((),) * len(aligns)))
        case Code(text):
            return Code(text) if (text := _code(text, nested)) else None
        case Source(text):
            return block if text.strip() else None
    return block


def _paragraph(line: Line) -> Block | None:
    """Return the paragraph of a settled line; a picture or file of ours that stands alone in it is a block."""
    match line:
        case ():
            return None
        case (Picture(source, alt, title, ()),):
            caption, _, credit = title.partition("｜")
            return Figure(source, alt, _words(caption), _words(credit))
        case (Run(text, (Mark("a", source, note),)),) if is_file(source):
            return Attached(source, text, note)
    return Paragraph(line)


def _paragraphs(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Running text without a paragraph is only at the beginning of a list item."""
    made = (_paragraph(block.line) if isinstance(block, Plain) else block for block in blocks)
    return tuple(block for block in made if block is not None)


def _in_item(block: Block) -> Block:
    """In a list one empty line of code is all that Markdown keeps of several."""
    match block:
        case Code(text):
            return Code(_SEVERAL_BLANK.sub("\n\n", text))
        case Quote(inner):
            return Quote(tuple(map(_in_item, inner)))
    return block


def _code(text: str, nested: bool) -> str:
    """Return code without empty lines around it; indented code keeps no space before an empty line either."""
    text = normal(text)
    text = "\n".join(line if line.strip() else "" for line in text.split("\n")).strip("\n").rstrip()
    return _BEFORE_BLANK.sub("", text) if nested else text


def _settled_items(items: tuple[tuple[Block, ...], ...]) -> tuple[tuple[Block, ...], ...]:
    """A blank line between two items, or within one, makes paragraphs of the words that they begin with.

    One further down does not: within an item of a list that follows the words at once.
    """
    while True:
        texts = [item_text(item, 1) for item in items]
        apart = [stand_apart(items[n], items[n + 1], texts[n]) for n in range(len(items) - 1)]
        roomy = [
            bool(_BLANK_BELOW.search(text)) if is_close(item) else "\n\n" in text
            for item, text in zip(items, texts, strict=True)
        ]
        loose = [roomy[n] or True in apart[max(0, n - 1) : n + 1] for n in range(len(items))]
        made = tuple(_led(item, paragraph) for item, paragraph in zip(items, loose, strict=True))
        if made == items:
            return made
        items = made


def _led(item: tuple[Block, ...], paragraph: bool) -> tuple[Block, ...]:
    first, *others = item
    if paragraph and isinstance(first, Plain):
        return _paragraphs(item)
    if not paragraph and isinstance(first, Paragraph):
        first = Plain(first.line)
    return (first, *_paragraphs(tuple(others)))


# Running text


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
    marks = _settled_marks(part.marks)
    others = tuple(mark for mark in marks if mark.name != "code")
    linked = any(mark.name == "a" for mark in others)
    if isinstance(part, Run) and _ODD.search(part.text):
        part = replace(part, text=_SURROGATE.sub("\ufffd", UNSEEN.sub("", _SPACE.sub(" ", part.text))))
    if not part.marks and not isinstance(part, Picture):
        yield part
        return
    if isinstance(part, Picture):
        part = Picture(_address(part.source), _words(part.alt), _words(part.title), part.marks)
    if isinstance(part, Picture) and not _is_ours(part.source):
        links = not linked and is_link(part.source) and part.source
        yield Run(part.alt or part.source, (*others, Mark("a", part.source)) if links else others)
    elif marks == others or not isinstance(part, Run) or not (text := part.text.strip()) or (linked and "]" in text):
        yield replace(part, marks=others)
    else:
        start = part.text.index(text)
        yield Run(part.text[:start], others)
        yield Run(text, (*others, Mark("code")))
        yield Run(part.text[start + len(text) :], others)


def _settled_marks(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Each mark once, and links only where a page may lead."""
    found: dict[str, Mark] = {}
    for mark in marks:
        if mark.name == "a":
            address = _address(mark.href)
            mark = Mark("a", address, _words(mark.title))
            if not is_link(address) and not is_file(address):
                continue
        found.setdefault(mark.name, mark)
    return tuple(found.values())


def _words(text: str) -> str:
    return " ".join(normal(text).split())


def _address(address: str) -> str:
    """Return an address without what `read_address` overlooks; what looks like an entity in it is one everywhere."""
    return read_address(escape(_ENTITY.sub(lambda sign: unescape(sign[0]), address), quote=False))


def _is_ours(source: str) -> bool:
    return bool(_ASSET.fullmatch(source)) or is_film(source) or is_relative(source)
