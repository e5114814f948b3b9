"""一键排版: a text as a newspaper sets it, and a list of all that this changes.

The rules look at the text of a whole line, across its marks: a quote may open in bold and close in plain words.
Code, addresses and pictures are masked before they look. A line is gone through until nothing changes any more, so
that what was tidied once stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from desktop.text.tidy_rules import ALL, ANY_LANGUAGE, BREAK, KEPT, LINE_RULES, OPAQUE, Edit, Rule, is_foreign
from desktop.text.tree import (
    Block,
    Break,
    Figure,
    Heading,
    Inline,
    Line,
    Listing,
    Paragraph,
    Plain,
    Quote,
    Run,
    Table,
    joined,
)

__all__ = ["ALL", "Change", "Path", "Rule", "Tidied", "kept_leaves", "tidy"]

#: A block by its number, then what is inside it: child of a quote; item and child of a list; row and column of a table.
Path = tuple[int, ...]

_AROUND = 8  # characters of context
_MOST_ROUNDS = 20
_SUSPICIOUS = re.compile(r"[\s!-/:;?０-９Ａ-Ｚａ-ｚ％．“”‘’＂＇…⋯。－–―─\u2028]")
_ENDINGS = "com|cn|net|org|gov|edu|info|tv|cc|io"
_ADDRESS_SIGN = re.compile(rf"[:@.](?:(?<=:)//|(?<=@)|(?<=\.)(?:{_ENDINGS})\b)")
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[!-~]+(?<![.,;:!?)'\"\]])"
    r"|(?<![A-Za-z0-9.+_-])[A-Za-z0-9.+_-]++@[A-Za-z0-9.-]+[A-Za-z0-9]"
    rf"|(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]++\.)+(?:{_ENDINGS})\b(?:/[!-~]*(?<![.,;:!?)'\"\]]))?",
)
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Change:
    """One place: `before` became `after` between `lead` and `trail`. `path` is that of the block in the text given."""

    rule: Rule
    path: Path
    before: str
    after: str
    lead: str = ""
    trail: str = ""


@dataclass(frozen=True, slots=True)
class Tidied:
    """The new blocks (those that nothing changed are the very ones given) and what was changed, in reading order."""

    blocks: tuple[Block, ...]
    changes: tuple[Change, ...]


def tidy(blocks: Sequence[Block], rules: Collection[Rule] = ALL) -> Tidied:
    """Apply the rules to all blocks but code and source."""
    work = _Work(frozenset(rules))
    return Tidied(work.blocks(blocks, ()), tuple(work.changes))


def kept_leaves(before: Sequence[Block], after: Sequence[Block]) -> Iterator[bool]:
    """Say of each block of `before` that holds no blocks, in order, whether it stands in `after`, the tidied one."""
    rest = len(after)
    taken_out = len(before) > rest
    for number, block in enumerate(before):
        blank = isinstance(block, Paragraph) and _is_blank(block.line)
        if taken_out and blank and not (number + 1 == len(before) and rest):
            yield False
            continue
        new = after[len(after) - rest]
        rest -= 1
        if isinstance(block, Quote) and isinstance(new, Quote):
            yield from kept_leaves(block.blocks, new.blocks)
        elif isinstance(block, Listing) and isinstance(new, Listing):
            for item, tidied in zip(block.items, new.items, strict=True):
                yield from kept_leaves(item, tidied)
        else:
            yield True


@dataclass(slots=True)
class _Work:
    rules: frozenset[Rule]
    changes: list[Change] = field(default_factory=list)

    def blocks(self, blocks: Sequence[Block], path: Path, *, keep_one: bool = False) -> tuple[Block, ...]:
        made: list[Block] = []
        for number, block in enumerate(blocks):
            here = (*path, number)
            alone = keep_one and not made and number + 1 == len(blocks)
            if Rule.BLANKS in self.rules and isinstance(block, Paragraph) and _is_blank(block.line) and not alone:
                self.changes.append(Change(Rule.BLANKS, here, _shown(block.line), ""))
                continue
            made.append(self._block(block, here))
        return tuple(made)

    def _block(self, block: Block, path: Path) -> Block:
        match block:
            case Paragraph(line) | Plain(line):
                made = self._line(line, path, prose=True)
                return block if made is line else replace(block, line=made)
            case Heading(_, line):
                made = self._line(line, path)
                return block if made is line else replace(block, line=made)
            case Figure(_, alt, caption):
                return self._figure(block, path, alt, caption)
            case Table(_, rows):
                cells = tuple(
                    tuple(self._line(cell, (*path, row, column)) for column, cell in enumerate(cells))
                    for row, cells in enumerate(rows)
                )
                return block if cells == rows else replace(block, rows=cells)
            case Quote(inner):
                blocks = self.blocks(inner, path, keep_one=True)
                return block if blocks == inner else replace(block, blocks=blocks)
            case Listing(_, items):
                new = tuple(self.blocks(item, (*path, number), keep_one=True) for number, item in enumerate(items))
                return block if new == items else replace(block, items=new)
        return block

    def _figure(self, figure: Figure, path: Path, *texts: str) -> Figure:
        alt, caption = (_shown(self._line((Run(text),) if text else (), path)) for text in texts)
        return figure if (alt, caption) == texts else replace(figure, alt=alt, caption=caption)

    def _line(self, line: Line, path: Path, *, prose: bool = False) -> Line:
        if not _SUSPICIOUS.search(_shown(line)):
            return line
        for _ in range(_MOST_ROUNDS):
            made = self._round(line, path, prose)
            if made == line:
                break
            line = made
        return line

    def _round(self, line: Line, path: Path, prose: bool) -> Line:
        shown, masked = _shown(line), _masked(line)
        signs, foreign = set(masked), is_foreign(masked)
        for rule, needed, edits_of in LINE_RULES:
            if rule not in self.rules or needed.isdisjoint(signs) or (foreign and rule not in ANY_LANGUAGE):
                continue
            edits = sorted(edits_of(masked, prose))
            if edits:
                self._note(rule, path, shown, edits)
                line = _applied(line, edits)
                shown, masked = _edited(shown, edits), _edited(masked, edits)
                signs, foreign = set(masked), is_foreign(masked)
        return line

    def _note(self, rule: Rule, path: Path, text: str, edits: Sequence[Edit]) -> None:
        self.changes += [
            Change(rule, path, text[start:end], new, text[max(0, start - _AROUND) : start], text[end : end + _AROUND])
            for start, end, new in edits
        ]


def _is_blank(line: Line) -> bool:
    return all(isinstance(part, Break) or (isinstance(part, Run) and not part.text.strip()) for part in line)


def _shown(line: Line) -> str:
    """The text of a line, a picture and a break as one character each."""
    return "".join(part.text if isinstance(part, Run) else "\n" if isinstance(part, Break) else OPAQUE for part in line)


def _masked(line: Line) -> str:
    """The same, with what rules must not touch masked: code, addresses, links without a word of their own."""
    pieces: list[str] = []
    for part in line:
        if isinstance(part, Run):
            names = {mark.name for mark in part.marks}
            if "code" in names:
                pieces.append(KEPT * len(part.text))
            elif "a" in names and not _WORD.search(part.text):
                pieces.append(OPAQUE * len(part.text))
            else:
                pieces.append(part.text.replace(BREAK, OPAQUE))
        else:
            pieces.append(BREAK if isinstance(part, Break) else OPAQUE)
    text = "".join(pieces)
    return _ADDRESS.sub(lambda found: KEPT * len(found[0]), text) if _ADDRESS_SIGN.search(text) else text


def _edited(text: str, edits: Sequence[Edit]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, new in edits:
        pieces += (text[at:start], new)
        at = end
    return "".join(pieces) + text[at:]


def _applied(line: Line, edits: Sequence[Edit]) -> Line:
    """Return the line with these edits, which are in order. What is new stands under the marks of what it replaces."""
    parts: list[Inline] = []
    rest = iter(edits)
    edit = next(rest, None)
    begin = 0
    for part in line:
        text = part.text if isinstance(part, Run) else BREAK
        end, at, pieces = begin + len(text), begin, []
        while edit is not None and edit[0] < end:
            start, stop, new = edit
            pieces.append(text[at - begin : start - begin])
            if stop <= end:
                pieces.append(new)
                at = stop
                edit = next(rest, None)
            else:  # it goes on in the next part
                here = end - start if len(new) == stop - start else len(new)
                pieces.append(new[:here])
                at = end
                edit = (end, stop, new[here:])
        pieces.append(text[at - begin :])
        left = "".join(pieces)
        if left:
            parts.append(replace(part, text=left) if isinstance(part, Run) and left != text else part)
        begin = end
    return joined(tuple(parts))
