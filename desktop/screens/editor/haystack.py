"""What is looked through in an editor, with its places as Qt counts them, and how a found place gets other words."""

from __future__ import annotations

import re
import time
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from desktop.kit.rich_text.edit import FoundThing, RichEdit
from desktop.kit.rich_text.looks import LINE, OBJECT, VERBATIM, each_thing, shape_of
from desktop.text.finding import BadPattern, Query, Replacement, Span, find, replaced, replacements
from desktop.text.hits import Hit, nearest

Editor = QTextEdit | QPlainTextEdit
Found = TypeVar("Found", bound=Span)
SECONDS = 0.1  # that a pattern may take: longer, and the window would be felt to hang
_WIDE = re.compile("[\U00010000-\U0010ffff]")  # what Qt counts as two
_PLAIN = str.maketrans({"\u2029": "\n", LINE: "\n"})
#: Between paragraphs, and where cells begin and end. No word goes over those, nor over a picture.
_RICH = str.maketrans(dict.fromkeys(("\u2029", "\ufdd0", "\ufdd1", OBJECT), "\n"))


@dataclass(frozen=True, slots=True)
class Described(Replacement):
    """Other words of a picture: its 图说, credit, alternative text."""

    thing: FoundThing
    facts: tuple[str, ...]


class Haystack:
    """The text of an editor as it stands now. A picture with the words in what is said of it is one hit."""

    def __init__(self, editor: Editor) -> None:
        self._parted = isinstance(editor, QTextEdit)
        raw = editor.document().toRawText()
        self.text = raw.translate(_RICH if self._parted else _PLAIN)
        self._wide = [found.start() for found in _WIDE.finditer(self.text)]
        self._wide_units = [point + before for before, point in enumerate(self._wide)]
        self._things = self._described(editor, raw) if isinstance(editor, RichEdit) else []

    def find(self, query: Query) -> list[Span]:
        """Return where the words stand, as positions of the document. Raises BadPattern."""
        found = self._places(lambda text, seconds: find(text, query, seconds=seconds))
        things = [
            Span(thing.position, thing.position + 1)
            for thing in self._things
            if any(find(words, query, seconds=SECONDS) for words in thing.facts[1:])
        ]
        return _in_order(found, things)

    def nearest(self, found: Sequence[Span], hit: Hit) -> int | None:
        """Return which of these places, given as positions of the document, is most like one found elsewhere."""
        points = [Span(self.point(span.start), self.point(span.end)) for span in found]
        return nearest(self.text, points, hit)

    def replacements(self, query: Query, to: str) -> list[Replacement]:
        """Return what is to stand where, as positions of the document. Raises BadPattern."""
        found = self._places(lambda text, seconds: replacements(text, query, to, seconds=seconds))
        things: list[Replacement] = []
        for thing in self._things:
            changes = [replacements(words, query, to, seconds=SECONDS) for words in thing.facts[1:]]
            if any(changes):
                words = (replaced(old, made) for old, made in zip(thing.facts[1:], changes, strict=True))
                facts = (thing.facts[0], *(new.replace("\n", " ") for new in words))
                things.append(Described(thing.position, thing.position + 1, OBJECT, thing, facts))
        return _in_order(found, things)

    def _described(self, editor: RichEdit, raw: str) -> list[FoundThing]:
        """Return the pictures, in order."""
        made: dict[int, FoundThing] = {}
        at = raw.find(OBJECT)
        while at >= 0:
            position = self.unit(at)
            if position not in made:
                for place, shape, facts in each_thing(editor.document().findBlock(position)):
                    made[place] = FoundThing(place, shape, facts)
            at = raw.find(OBJECT, at + 1)
        return list(made.values())

    def _places(self, search: Callable[[str, float], list[Found]]) -> list[Found]:
        found = search(self.text, SECONDS)
        if self._parted and any(self.text.find("\n", span.start, span.end) >= 0 for span in found):
            found = self._part_by_part(search)
        if not self._wide:
            return found
        return [replace(span, start=self.unit(span.start), end=self.unit(span.end)) for span in found]

    def _part_by_part(self, search: Callable[[str, float], list[Found]]) -> list[Found]:
        """Look through each paragraph by itself: a pattern would go over their ends."""
        deadline = time.thread_time() + SECONDS
        made: list[Found] = []
        at = 0
        for part in self.text.split("\n"):
            rest = deadline - time.thread_time()
            if rest <= 0:
                raise BadPattern("slow")
            made += [replace(span, start=span.start + at, end=span.end + at) for span in search(part, rest)]
            at += len(part) + 1
        return made

    def point(self, unit: int) -> int:
        """Return where a position of the document is in the text."""
        return unit - bisect_left(self._wide_units, unit)

    def unit(self, point: int) -> int:
        """Return where a place of the text is in the document."""
        return point + bisect_left(self._wide, point)


def _in_order(found: list[Found], things: list[Found]) -> list[Found]:
    return sorted([*found, *things], key=lambda span: span.start) if things else found


def put_in(editor: Editor, change: Replacement) -> int:
    """Replace one place, in the form of its first letter; return where the new words end."""
    if isinstance(change, Described) and isinstance(editor, RichEdit):
        editor.describe(change.thing, change.facts)
        return change.end
    cursor = QTextCursor(editor.document())
    cursor.setPosition(change.start + 1)
    letters = cursor.charFormat()
    cursor.setPosition(change.start)
    cursor.setPosition(change.end, QTextCursor.MoveMode.KeepAnchor)
    words = change.text
    in_cell = cursor.currentTable() is not None
    if isinstance(editor, QTextEdit) and (in_cell or shape_of(cursor.blockFormat()) in VERBATIM):
        words = words.replace("\n", LINE)  # these are one block each
    cursor.insertText(words, letters)
    return cursor.position()
