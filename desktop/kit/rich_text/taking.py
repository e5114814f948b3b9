"""Takes the tree out of a document again; what did not change since the last time is not read twice."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QTextBlock, QTextBlockUserData, QTextCharFormat, QTextDocument, QTextFrame, QTextTable

from desktop.kit.rich_text.looks import LINE, OBJECT, Shape, each_thing, facts_of, marks_of, place_of, shape_of
from desktop.text.flat import Leaf, gather
from desktop.text.pieces import Piece, piece_of, put_together
from desktop.text.tree import (
    Attached,
    Block,
    Break,
    Code,
    Figure,
    Heading,
    Inline,
    Line,
    Mark,
    Paragraph,
    Picture,
    Plain,
    Rule,
    Run,
    Source,
    Table,
    joined,
)

_REMEMBERED = 4000  # blocks whose Markdown is kept
_SHAPES: dict[Shape, type[Paragraph | Plain]] = {Shape.PARAGRAPH: Paragraph, Shape.PLAIN: Plain}


class Taker(QObject):
    """Knows the Markdown of blocks that were written before, so that what nobody touched stays as it was written."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._known: OrderedDict[Block, Piece] = OrderedDict()
        self._runs: dict[Block, Piece] = {}  # several blocks written as one, by the first
        document.documentLayout()  # without one a document does not tell what changes
        document.contentsChange.connect(self._on_contents_change)

    def forget(self) -> None:
        """Another text is going to be shown."""
        self._known.clear()
        self._runs.clear()

    def learn(self, pieces: Iterable[Piece]) -> None:
        """Keep how these blocks were written."""
        for piece in pieces:
            if len(piece.blocks) == 1:
                self._remember(piece.blocks[0], piece)
            elif piece.blocks:
                self._runs[piece.blocks[0]] = piece

    def markdown(self) -> str:
        blocks, made, at = blocks_of(self._document), list[Piece](), 0
        while at < len(blocks):
            run = self._runs.get(blocks[at]) if self._runs else None
            if run is not None and tuple(blocks[at : at + len(run.blocks)]) == tuple(run.blocks):
                made.append(run)
                at += len(run.blocks)
            else:
                made.append(self._piece(blocks[at]))
                at += 1
        return put_together(made)

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        """What was read from these blocks is no longer what they say."""
        block = self._document.findBlock(position)
        while block.isValid() and block.position() <= position + added:
            taken = block.userData()
            if isinstance(taken, _Taken):
                taken.good = False
            block = block.next()

    def _piece(self, block: Block) -> Piece:
        known = self._known.get(block)
        if known is None:
            known = piece_of([block])
            self._remember(block, known)
        else:
            self._known.move_to_end(block)
        return known

    def _remember(self, block: Block, piece: Piece) -> None:
        self._known[block] = piece
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)


class _Taken(QTextBlockUserData):
    """What was read from a block, good until the block changes."""

    def __init__(self, leaf: Leaf | None) -> None:
        super().__init__()
        self.leaf, self.good = leaf, True


def leaves(document: QTextDocument) -> list[Leaf]:
    """Return what the document shows, without its empty paragraphs."""
    return [leaf for leaf, _ in places(document) if leaf is not None]


def places(document: QTextDocument) -> Iterator[tuple[Leaf | None, QTextBlock | QTextTable]]:
    """Yield what the document shows and where; None for an empty paragraph."""
    return _within(document.rootFrame())


def _within(frame: QTextFrame) -> Iterator[tuple[Leaf | None, QTextBlock | QTextTable]]:
    at = frame.begin()
    while not at.atEnd():
        inner = at.currentFrame()
        if isinstance(inner, QTextTable):
            yield Leaf(place_of(inner.format()), table_of(inner)), inner
        elif inner is not None:
            yield from _within(inner)
        else:
            block = at.currentBlock()
            yield _leaf(block), block
        at += 1


def _leaf(block: QTextBlock) -> Leaf | None:
    taken = block.userData()
    if isinstance(taken, _Taken) and taken.good:
        return taken.leaf
    made = leaf_of(block)
    block.setUserData(_Taken(made))
    return made


def leaf_of(block: QTextBlock) -> Leaf | None:
    """Read a block, None where it is empty."""
    form = block.blockFormat()
    shape, path = shape_of(form), place_of(form)
    if shape in (Shape.CODE, Shape.SOURCE):
        text = block.text().replace(LINE, "\n")
        return Leaf(path, Code(text) if shape is Shape.CODE or path else Source(text)) if text.strip() else None
    line, things = line_of(block), list(each_thing(block))
    if not line:
        return Leaf(path, Rule()) if things else None
    figure = next((facts for _, shown, facts in things if shown is Shape.FIGURE), None)
    if figure is not None and len(line) == 1 and isinstance(line[0], Picture):
        return Leaf(path, Figure(*figure))
    if block.text() == OBJECT and things and things[0][1] is Shape.ATTACHED:
        return Leaf(path, Attached(*things[0][2]))
    level = form.headingLevel()
    return Leaf(path, Heading(level, line) if level else _SHAPES.get(shape, Paragraph)(line))


def line_of(block: QTextBlock) -> Line:
    """Read the running text of a block."""
    parts: list[Inline] = []
    for form, text in _fragments(block):
        parts += _parts(form, text)
    return joined(tuple(parts))


def _fragments(block: QTextBlock) -> Iterator[tuple[QTextCharFormat, str]]:
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        yield fragment.charFormat(), fragment.text()
        at += 1


def _parts(form: QTextCharFormat, text: str) -> Iterator[Inline]:
    marks = marks_of(form)
    if OBJECT in text and form.objectType():
        shape, facts = facts_of(form)
        for letter in text:
            if letter != OBJECT:
                yield Run(letter, marks)
            elif shape is Shape.ATTACHED:  # among words it is a link
                yield Run(facts[1], (*marks, Mark("a", facts[0], facts[2])))
            elif shape is not Shape.RULE:  # a rule is the whole of its block, or none
                yield Picture(facts[0], facts[1], facts[2] if shape is Shape.PARAGRAPH else "", marks)
        return
    lines = text.replace(OBJECT, "").split(LINE)
    for number, words in enumerate(lines):
        if number:
            yield Break(marks)
        if words:
            yield Run(words, marks)


def table_of(table: QTextTable) -> Table:
    """Read a table; cells that were merged or hold several blocks say their text once, line by line."""
    rows = [tuple(_cell(table, row, column) for column in range(table.columns())) for row in range(table.rows())]
    aligns = tuple(_align(table.cellAt(0, column).firstCursorPosition().block()) for column in range(table.columns()))
    return Table(aligns, tuple(rows))


def _cell(table: QTextTable, row: int, column: int) -> Line:
    cell = table.cellAt(row, column)
    if (cell.row(), cell.column()) != (row, column):
        return ()
    parts: list[Inline] = []
    at = cell.begin()
    while not at.atEnd():
        block = at.currentBlock()
        if block.isValid():
            line = line_of(block)
            parts += [Break()] if parts and line else []
            parts += line
        at += 1
    return joined(tuple(parts))


def _align(block: QTextBlock) -> str:
    form = block.blockFormat()
    if not form.hasProperty(form.Property.BlockAlignment):
        return ""
    side = form.alignment()
    if side & Qt.AlignmentFlag.AlignHCenter:
        return "center"
    return "right" if side & Qt.AlignmentFlag.AlignRight else "left"


def blocks_of(document: QTextDocument) -> Sequence[Block]:
    return gather(leaves(document))
