"""What is looked through in an editor, with its places as Qt counts them, and how a found place gets other words."""

from __future__ import annotations

import re
import time
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from desktop.kit.rich_text.looks import LINE, OBJECT, VERBATIM, shape_of
from desktop.text.finding import BadPattern, Query, Replacement, Span, find, replacements

Editor = QTextEdit | QPlainTextEdit
Found = TypeVar("Found", bound=Span)
SECONDS = 0.1  # that a pattern may take: longer, and the window would be felt to hang
_WIDE = re.compile("[\U00010000-\U0010ffff]")  # what Qt counts as two
_PLAIN = str.maketrans({"\u2029": "\n", LINE: "\n"})
#: Between paragraphs, and where cells begin and end. No word goes over those, nor over a picture.
_RICH = str.maketrans(dict.fromkeys(("\u2029", "\ufdd0", "\ufdd1", OBJECT), "\n"))


class Haystack:
    """The text of an editor as it stands now."""

    def __init__(self, editor: Editor) -> None:
        self._parted = isinstance(editor, QTextEdit)
        self._text = editor.document().toRawText().translate(_RICH if self._parted else _PLAIN)
        self._wide = [found.start() for found in _WIDE.finditer(self._text)]

    def find(self, query: Query) -> list[Span]:
        """Return where the words stand, as positions of the document. Raises BadPattern."""
        return self._places(lambda text, seconds: find(text, query, seconds=seconds))

    def replacements(self, query: Query, to: str) -> list[Replacement]:
        """Return what is to stand where, as positions of the document. Raises BadPattern."""
        return self._places(lambda text, seconds: replacements(text, query, to, seconds=seconds))

    def _places(self, search: Callable[[str, float], list[Found]]) -> list[Found]:
        found = search(self._text, SECONDS)
        if self._parted and any("\n" in self._text[span.start : span.end] for span in found):
            found = self._part_by_part(search)
        if not self._wide:
            return found
        return [replace(span, start=self._unit(span.start), end=self._unit(span.end)) for span in found]

    def _part_by_part(self, search: Callable[[str, float], list[Found]]) -> list[Found]:
        """Look through each paragraph by itself: a pattern would go over their ends."""
        deadline = time.thread_time() + SECONDS
        made: list[Found] = []
        at = 0
        for part in self._text.split("\n"):
            rest = deadline - time.thread_time()
            if rest <= 0:
                raise BadPattern("slow")
            made += [replace(span, start=span.start + at, end=span.end + at) for span in search(part, rest)]
            at += len(part) + 1
        return made

    def _unit(self, point: int) -> int:
        return point + bisect_left(self._wide, point)


def put_in(document: QTextDocument, change: Replacement, *, rich: bool) -> int:
    """Replace one place, in the form of its first letter; return where the new words end."""
    cursor = QTextCursor(document)
    cursor.setPosition(change.start + 1)
    letters = cursor.charFormat()
    cursor.setPosition(change.start)
    cursor.setPosition(change.end, QTextCursor.MoveMode.KeepAnchor)
    words = change.text
    if rich and (cursor.currentTable() is not None or shape_of(cursor.blockFormat()) in VERBATIM):
        words = words.replace("\n", LINE)  # these are one block each
    cursor.insertText(words, letters)
    return cursor.position()
