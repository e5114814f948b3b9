"""How blocks and runs look in a document, and what of the tree their formats remember."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import Enum, IntEnum
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextLength,
    QTextTableFormat,
)

from desktop.kit.colours import Colours
from desktop.kit.theme import ARTICLE_LINE_HEIGHT, ARTICLE_PIXELS, article_font
from desktop.kit.zoom import zoomable
from desktop.text.flat import Kind, Path, path_of, written
from desktop.text.tree import Mark

OBJECT = "\ufffc"
LINE = "\u2028"  # a line break within a block
STEP = 2 * ARTICLE_PIXELS  # pixels: the first line's indent, and one level of a list or quote
SPACE = 10  # pixels between blocks
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_SIZES = {1: 25, 2: 21, 3: 19, 4: 18, 5: 17, 6: 17}


class Key(IntEnum):
    """Properties of our own in the formats of a document."""

    SHAPE = QTextFormat.Property.UserProperty.value + 1
    PATH = QTextFormat.Property.UserProperty.value + 2
    MARKS = QTextFormat.Property.UserProperty.value + 3
    THING = QTextFormat.Property.UserProperty.value + 4


class Shape(Enum):
    """What a block of a document is."""

    PARAGRAPH = "p"
    PLAIN = "t"
    HEADING = "h"
    CODE = "code"
    SOURCE = "source"
    FIGURE = "figure"
    ATTACHED = "attached"
    RULE = "rule"


#: Shapes whose block is one drawn thing, and nothing may be typed into.
THINGS = frozenset({Shape.FIGURE, Shape.ATTACHED, Shape.RULE})
#: Shapes whose text is shown as it was typed.
VERBATIM = frozenset({Shape.CODE, Shape.SOURCE})
#: The type that the document's layout knows our drawn things by.
DRAWN = QTextFormat.ObjectTypes.UserObject.value + 1


class Look:
    """Formats in the colours of a theme; asked for again and again, made once."""

    def __init__(self, colours: Colours, scale: float = 1.0) -> None:
        """``scale``: of distances at the side, which alone do not follow the dots of a device."""
        self.colours, self.scale = colours, scale
        self.block = lru_cache(maxsize=512)(self._block)
        self.letters = lru_cache(maxsize=512)(self._letters)

    def _block(self, shape: Shape, path: Path = (), level: int = 0) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setProperty(Key.SHAPE, shape.value)
        made.setProperty(Key.PATH, written(path))
        made.setBottomMargin(4 if shape is Shape.PLAIN else SPACE)
        made.setLeftMargin(STEP * self.scale * len(path))
        if shape is Shape.HEADING:
            made.setHeadingLevel(level)
            made.setTopMargin(SPACE)
            made.setLineHeight(round(_SIZES[level] * 1.5), _FIXED)
        elif shape in THINGS:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif shape in VERBATIM:
            made.setBackground(QColor(self.colours.list))
            made.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        else:
            made.setLineHeight(round(ARTICLE_LINE_HEIGHT * ARTICLE_PIXELS), _FIXED)
            if not any(level.kind is not Kind.QUOTE for level in path):
                made.setTextIndent(STEP * self.scale)
        return made

    def _letters(self, shape: Shape = Shape.PARAGRAPH, level: int = 0, marks: tuple[Mark, ...] = ()) -> QTextCharFormat:
        made = QTextCharFormat()
        font = article_font(_SIZES[level] if shape is Shape.HEADING else ARTICLE_PIXELS)
        if shape in VERBATIM or any(mark.name == "code" for mark in marks):
            font.setFamilies(["Noto Sans Mono CJK SC", "Sarasa Mono SC", "Consolas", "Menlo", "monospace"])
            font.setPixelSize(15)
        made.setFont(zoomable(font))
        if shape is Shape.HEADING:
            made.setFontWeight(QFont.Weight.DemiBold)
        made.setProperty(Key.MARKS, _written_marks(marks))
        for mark in marks:
            self._put_on(made, mark)
        return made

    def _put_on(self, made: QTextCharFormat, mark: Mark) -> None:
        if mark.name in ("strong", "b"):
            made.setFontWeight(QFont.Weight.Bold)
        elif mark.name in ("em", "i"):
            made.setFontItalic(True)
        elif mark.name in ("u", "ins"):
            made.setFontUnderline(True)
        elif mark.name in ("s", "del"):
            made.setFontStrikeOut(True)
        elif mark.name == "mark":
            made.setBackground(QColor(self.colours.mark))
        elif mark.name == "sub":
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        elif mark.name == "sup":
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        elif mark.name == "code":
            made.setBackground(QColor(self.colours.plain_soft))
        elif mark.name == "a":
            made.setForeground(QColor(self.colours.live))
            made.setFontUnderline(True)
            made.setToolTip(mark.href)

    def table(self, path: Path, columns: int) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setProperty(Key.PATH, written(path))
        made.setLeftMargin(STEP * self.scale * len(path))
        made.setBottomMargin(SPACE)
        made.setTopMargin(4)
        made.setCellPadding(6)
        made.setCellSpacing(0)
        made.setBorder(1)
        made.setBorderCollapse(True)
        made.setBorderBrush(QColor(self.colours.control_line))
        made.setHeaderRowCount(1)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100 if not path else 90))
        made.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 100 / columns)] * columns)
        return made

    def cell(self, align: str, *, head: bool) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block = QTextBlockFormat()
        block.setLineHeight(26, _FIXED)
        sides = {"center": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}
        if align:
            block.setAlignment(sides.get(align, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute))
        letters = QTextCharFormat(self.letters())
        if head:
            letters.setFontWeight(QFont.Weight.DemiBold)
        return block, letters

    def thing(self, shape: Shape, facts: tuple[str, ...], marks: tuple[Mark, ...] = ()) -> QTextCharFormat:
        """Return the format of the one letter that a picture, a file or a rule is drawn for."""
        made = QTextCharFormat(self.letters(marks=marks))
        made.setObjectType(DRAWN)
        made.setProperty(Key.THING, json.dumps([shape.value, *facts], ensure_ascii=False))
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBottom)
        return made


def shape_of(form: QTextBlockFormat) -> Shape:
    """Return what a block is; one that Qt made by itself is a paragraph."""
    value = form.property(Key.SHAPE)
    return Shape(value) if value else Shape.PARAGRAPH


def place_of(form: QTextFormat) -> Path:
    """Return the quotes and lists around a block or a table."""
    return _place(str(form.property(Key.PATH) or ""))


@lru_cache(maxsize=512)
def _place(text: str) -> Path:
    return path_of(text)


def marks_of(form: QTextFormat) -> tuple[Mark, ...]:
    return _read_marks(str(form.property(Key.MARKS) or ""))


def facts_of(form: QTextFormat) -> tuple[Shape, tuple[str, ...]]:
    """Return what a drawn thing is, and what it shows."""
    shape, *facts = json.loads(str(form.property(Key.THING)))
    return Shape(shape), tuple(facts)


@lru_cache(maxsize=512)
def _written_marks(marks: tuple[Mark, ...]) -> str:
    return json.dumps([[mark.name, mark.href, mark.title] for mark in marks], ensure_ascii=False) if marks else ""


@lru_cache(maxsize=512)
def _read_marks(text: str) -> tuple[Mark, ...]:
    return tuple(Mark(*parts) for parts in json.loads(text)) if text else ()


def each_thing(block: QTextBlock) -> Iterator[tuple[int, Shape, tuple[str, ...]]]:
    """Yield the drawn things of a block: position, shape, facts."""
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        if fragment.charFormat().objectType():
            shape, facts = facts_of(fragment.charFormat())
            for number, letter in enumerate(fragment.text()):
                if letter == OBJECT:
                    yield fragment.position() + number, shape, facts
        at += 1
