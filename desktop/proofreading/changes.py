"""What each change between two texts concerns: a figure, a name, a date, or but a comma. What matters comes first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from desktop.proofreading.concern import Change, Concern
from desktop.proofreading.fact import Fact, Kind
from desktop.proofreading.facts import found_in
from desktop.proofreading.name_rules import TITLE_WORDS
from desktop.proofreading.names import Lists
from desktop.proofreading.recogniser import Entity
from desktop.text.diff import Paragraph, Piece

Recognised = Callable[[str], Sequence[Entity]]
_Span = tuple[int, int]

_KINDS = {
    Kind.FIGURE: Concern.FIGURE,
    Kind.POLICY: Concern.FIGURE,
    Kind.DATE: Concern.DATE,
    Kind.PERSON: Concern.PERSON,
    Kind.ORGANISATION: Concern.ORGANISATION,
    Kind.PLACE: Concern.ORGANISATION,
    Kind.QUOTATION: Concern.QUOTATION,
    Kind.DOCUMENT: Concern.QUOTATION,
}
_COUNTED = (Concern.FIGURE, Concern.DATE)  # a point that came or went makes another figure of it
_BYLINE = re.compile(r"^[（(]?\s*(?:来源|信息来源|通讯员|摄影|作者|记者|编辑|审核|责编|责任编辑|供稿|图/文)[：: 　/]")
_MARKS = re.compile(r"[*_`#>~\\|\s\u3000-]|^\d+\.\s")
_SIGNS = re.compile(r"[\W_]+")
_TITLES = re.compile(TITLE_WORDS)


def changes(
    paragraphs: Sequence[Paragraph],
    lists: Lists | None = None,
    recognised: Recognised | None = None,
    bylines: Sequence[str] = (),
) -> list[Change]:
    """Return the changes of a difference in the order of the text, as many as an editor has to look at.

    ``recognised`` asks the recogniser (on a worker); without it rules find the names. ``bylines`` are labels that
    lines with the names of who wrote begin with, besides the usual ones.
    """
    known = lists or Lists()
    return [
        change
        for at, paragraph in enumerate(paragraphs)
        if paragraph.kind != "same"
        for change in _Line(paragraph, known, recognised, bylines).changes(at)
    ]


def in_order_of_concern(found: Sequence[Change]) -> list[int]:
    """Return the numbers of the changes, those that can do most harm first."""
    return sorted(range(len(found)), key=lambda at: (found[at].concern, at))


class _Line:
    """A paragraph that changed, its facts before and after."""

    def __init__(
        self, paragraph: Paragraph, lists: Lists, recognised: Recognised | None, bylines: Sequence[str]
    ) -> None:
        self._paragraph = paragraph
        self._pieces = paragraph.inside if paragraph.inside else paragraph.pieces
        self._old = "".join(piece.text for piece in self._pieces if piece.kind != "added")
        self._new = "".join(piece.text for piece in self._pieces if piece.kind != "removed")
        self._facts_of_old = _facts(self._old, lists, recognised)
        self._facts_of_new = _facts(self._new, lists, recognised)
        labels = tuple(f"{label}：" for label in bylines)
        self._byline = any(
            _BYLINE.match(text) or (labels and text.startswith(labels)) for text in (self._old, self._new) if text
        )

    def changes(self, at: int) -> Iterator[Change]:
        if self._paragraph.move:
            inside = [self._concern(*spans) for _first, _last, *spans in _places(self._pieces)]
            came = self._paragraph.kind == "added" and self._paragraph.inside
            worst = min(inside, default=Concern.MOVED) if came else Concern.MOVED
            yield Change(at, 0, len(self._paragraph.pieces) - 1, min(worst, Concern.MOVED), moved=True)
            return
        for first, last, old, new in _places(self._pieces):
            yield Change(at, first, last, self._concern(old, new))

    def _concern(self, old: _Span, new: _Span) -> Concern:
        was, now = self._old[slice(*old)], self._new[slice(*new)]
        touched = {*_touched(self._facts_of_old, old), *_touched(self._facts_of_new, new)}
        counted = [concern for concern in _COUNTED if concern in touched]
        if counted:
            return counted[0]
        if _MARKS.sub("", was) == _MARKS.sub("", now):
            return Concern.FORMAT
        if _SIGNS.sub("", was) == _SIGNS.sub("", now):
            return Concern.PUNCTUATION
        if _TITLES.search(was) or _TITLES.search(now):
            touched.add(Concern.TITLE)
        if self._byline:
            touched.add(Concern.BYLINE)
            touched.discard(Concern.PERSON)  # who wrote, not whom it is about
            touched.discard(Concern.ORGANISATION)
            touched.discard(Concern.TITLE)
        return min(touched, default=Concern.OTHER)


def _facts(text: str, lists: Lists, recognised: Recognised | None) -> list[Fact]:
    return found_in(text, lists, recognised(text) if recognised else None) if text else []


def _places(pieces: Sequence[Piece]) -> Iterator[tuple[int, int, _Span, _Span]]:
    """Yield each run of pieces that are not the same, with its span in the old and in the new text."""
    old = new = at = 0
    while at < len(pieces):
        if pieces[at].kind == "same":
            old, new, at = old + len(pieces[at].text), new + len(pieces[at].text), at + 1
            continue
        first, old_start, new_start = at, old, new
        while at < len(pieces) and pieces[at].kind != "same":
            old += len(pieces[at].text) if pieces[at].kind == "removed" else 0
            new += len(pieces[at].text) if pieces[at].kind == "added" else 0
            at += 1
        yield first, at - 1, (old_start, old), (new_start, new)


def _touched(found: Sequence[Fact], span: _Span) -> Iterator[Concern]:
    """Yield what facts a span is a part of; one without length is part of what goes on at both its sides."""
    start, end = span
    for fact in found:
        if not (fact.start < end and start < fact.end) and not (start == end and fact.start < start < fact.end):
            continue
        concern = _KINDS[fact.kind]
        if fact.kind is Kind.PERSON and fact.detail and end <= fact.end - len(fact.value.split(" ")[-1]):
            concern = Concern.TITLE
        yield concern
