"""Puts other words into the blocks of a document where they stand: what stays is not touched, nor is the caret."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from desktop.kit.rich_text.building import insert_line
from desktop.kit.rich_text.looks import LINE, OBJECT, Key, Look, Shape, each_thing, marks_of, shape_of
from desktop.kit.rich_text.steps import one_step
from desktop.kit.rich_text.taking import line_of, places, table_of
from desktop.text.flat import Leaf, Path, goes_on, written
from desktop.text.tree import Break, Figure, Heading, Inline, Line, Paragraph, Plain, Run, Table, joined

_Move = QTextCursor.MoveMode
Signs = list[tuple[str, Inline]]  # each character, and what it stands in


def replace_leaves(cursor: QTextCursor, new: Sequence[Leaf | None], look: Look, *, empty: bool = False) -> None:
    """Let each leaf of the document say what the one of the same number in `new` says; None takes it out.

    With `empty` the paragraphs that say nothing are taken out too, where the document can do without. It is one step
    for undo, and the cursor stays between the letters where it was.
    """
    document = cursor.document()
    rest = iter(new)
    work = [(old, next(rest) if old is not None else None, _begin(place)) for old, place in places(document)]
    at = _Caret(cursor)
    with one_step(cursor):
        for old, leaf, place in reversed(work):  # what stands before keeps its place
            if isinstance(place, QTextTable):
                _change_table(place, old, leaf, look)
                continue
            block = document.findBlock(place)
            if old is not None and leaf is not None:
                _change_block(block, old, leaf, look)
            elif old is not None:
                _clear(block)
                _take_out(block, look)
            elif empty:
                _take_out(block, look)
        cursor.setPosition(at.position())


def spare_blocks(document: QTextDocument) -> list[QTextBlock]:
    """Return the empty paragraphs that can be taken out."""
    return [
        place for leaf, place in places(document) if leaf is None and isinstance(place, QTextBlock) and _spare(place)
    ]


def _begin(place: QTextBlock | QTextTable) -> int | QTextTable:
    return place if isinstance(place, QTextTable) else place.position()


def _beside(block: QTextBlock) -> bool:
    """Is this a block of running text, a picture or the like, and not one of a table?"""
    return block.isValid() and QTextCursor(block).currentTable() is None


def _spare(block: QTextBlock) -> bool:
    """The last paragraph behind a picture, and the one that Qt wants beside a table, stay."""
    if block.text() or shape_of(block.blockFormat()) not in (Shape.PARAGRAPH, Shape.PLAIN):
        return False
    after, before = block.next(), block.previous()
    if after.isValid():
        return _beside(after) and QTextCursor(block).currentTable() is None
    return _beside(before) and shape_of(before.blockFormat()) not in (Shape.FIGURE, Shape.RULE)


def _take_out(block: QTextBlock, look: Look) -> None:
    if not _spare(block):
        return
    cursor = QTextCursor(block)
    after, before = block.next(), block.previous()
    kept = after if after.isValid() else before
    form, letters = kept.blockFormat(), kept.charFormat()
    if after.isValid():
        cursor.setPosition(after.position(), _Move.KeepAnchor)
    else:
        cursor.setPosition(block.position() - 1, _Move.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setBlockFormat(form)
    cursor.setBlockCharFormat(letters)


def _clear(block: QTextBlock) -> None:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _Move.KeepAnchor)
    cursor.removeSelectedText()


def _change_block(block: QTextBlock, old: Leaf, new: Leaf, look: Look) -> None:
    if old.path != new.path:
        _move(block, new.path)
    match old.block, new.block:
        case (one, other) if one == other:
            return
        case Figure(), Figure(source, alt, caption, credit):
            _describe(block, (source, alt, caption, credit), look)
        case Paragraph(), Figure(source, alt, caption, credit):
            _draw(block, new.path, (source, alt, caption, credit), look)
        case (Paragraph() | Plain() | Heading(), Paragraph(line) | Plain(line) | Heading(_, line)):
            form = block.blockFormat()
            _change_line(block, line_of(block), line, look, shape_of(form), form.headingLevel())


def _move(block: QTextBlock, path: Path) -> None:
    form = block.blockFormat()
    form.setProperty(Key.PATH, written(path))
    QTextCursor(block).setBlockFormat(form)


def _describe(block: QTextBlock, facts: tuple[str, ...], look: Look) -> None:
    for position, shape, _old in each_thing(block):
        cursor = QTextCursor(block)
        cursor.setPosition(position)
        cursor.setPosition(position + 1, _Move.KeepAnchor)
        cursor.setCharFormat(look.thing(shape, facts, marks_of(cursor.charFormat())))
        return


def _draw(block: QTextBlock, path: Path, facts: tuple[str, ...], look: Look) -> None:
    """Let a picture stand where a paragraph stood; behind the last one there is always a place to write."""
    _clear(block)
    cursor = QTextCursor(block)
    cursor.setBlockFormat(look.block(Shape.FIGURE, path))
    cursor.insertText(OBJECT, look.thing(Shape.FIGURE, facts))
    if not block.next().isValid():
        cursor.insertBlock(look.block(Shape.PARAGRAPH, goes_on(path)), look.letters())


def _change_table(table: QTextTable, old: Leaf | None, new: Leaf | None, look: Look) -> None:
    if old is None or new is None or not isinstance(new.block, Table):
        return
    if old.path != new.path:
        form = table.format()
        form.setProperty(Key.PATH, written(new.path))
        table.setFormat(form)
    if old.block == new.block:
        return
    before = table_of(table)
    for row, cells in enumerate(new.block.rows):
        for column, line in enumerate(cells):
            if line != before.rows[row][column]:
                cell = table.cellAt(row, column)
                first, last = cell.firstCursorPosition(), cell.lastCursorPosition()
                if first.block() != last.block():
                    first.setPosition(last.position(), _Move.KeepAnchor)
                    first.removeSelectedText()
                _change_line(first.block(), line_of(first.block()), line, look, head=row == 0)


def _change_line(
    block: QTextBlock, old: Line, new: Line, look: Look, shape: Shape = Shape.PARAGRAPH, level: int = 0, *,
    head: bool = False,
) -> None:  # fmt: skip
    """Write only what lies between the letters at both ends that are the same."""
    one, other = _signs(old), _signs(new)
    if _units(one) != block.length() - 1:  # it holds what the tree does not know
        _clear(block)
        one = []
    start = _same(one, other)
    end = min(_same(one[::-1], other[::-1]), len(one) - start, len(other) - start)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + _units(one[:start]))
    cursor.setPosition(block.position() + _units(one[: len(one) - end]), _Move.KeepAnchor)
    cursor.removeSelectedText()
    insert_line(
        cursor, joined(tuple(part for _, part in other[start : len(other) - end])), look, shape, level, head=head
    )


def _signs(line: Line) -> Signs:
    made: Signs = []
    for part in line:
        if isinstance(part, Run):
            made += ((letter, Run(letter, part.marks)) for letter in part.text)
        else:
            made.append((LINE if isinstance(part, Break) else OBJECT, part))
    return made


def _same(one: Signs, other: Signs) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _units(signs: Signs) -> int:
    """Return the length as Qt counts it, in UTF-16."""
    return sum(2 if letter > "\uffff" else 1 for letter, _ in signs)


class _Caret:
    """Where a cursor is, by the letters and digits before it: signs and spaces may come and go."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._follows = QTextCursor(cursor)
        self._follows.clearSelection()
        self._block = QTextCursor(cursor.block())  # its beginning, wherever that goes
        text, before = cursor.block().text(), _head(cursor.block().text(), cursor.positionInBlock())
        self._at_end = before == text
        self._whole, self._letters = _letters(text), _letters(before)
        self._signs = sum(1 for _ in takewhile(_is_sign, reversed(before)))

    def position(self) -> int:
        block = self._block.block()
        text = block.text()
        if _letters(text) != self._whole:
            return self._follows.position()
        if self._at_end:
            return block.position() + block.length() - 1
        at = left = 0
        while left < self._letters:
            left += text[at].isalnum()
            at += 1
        at += min(self._signs, sum(1 for _ in takewhile(_is_sign, text[at:])))
        return block.position() + len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def _head(text: str, units: int) -> str:
    """Return the beginning of a text that is so long in UTF-16."""
    return text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "surrogatepass")


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _is_sign(letter: str) -> bool:
    return not letter.isalnum() and not letter.isspace()
