"""Places of a query in a text, each with the words around it: to be read in a list, and to be found again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.text.finding import Query, Span, find

BEFORE, AFTER = 16, 60  # characters of its own line that are shown around a hit


@dataclass(frozen=True, slots=True)
class Hit:
    """``piece[start:end]`` was found; the piece is of one paragraph, ``cut`` where that begins before it.

    ``head``: it stands in a headline, not in the body.
    """

    piece: str
    start: int
    end: int
    cut: bool = False
    head: bool = False

    @property
    def words(self) -> str:
        return self.piece[self.start : self.end]

    @property
    def shown(self) -> str:
        return "…" + self.piece if self.cut else self.piece

    @property
    def before(self) -> str:
        return self.piece[: self.start]

    @property
    def after(self) -> str:
        return self.piece[self.end :]


def hits(text: str, query: Query, most: int, *, head: bool = False) -> list[Hit]:
    """Return the first ``most`` places in order; none goes over the end of a paragraph. Raises BadPattern."""
    spans = [span for span in find(text, query) if "\n" not in text[span.start : span.end]]
    return [_hit(text, span, head) for span in spans[:most]]


def nearest(text: str, spans: Sequence[Span], hit: Hit) -> int | None:
    """Return the number of the place around which the text is most like that around ``hit``, the first of equals."""
    alike = [
        (text[span.start : span.end] == hit.words)
        + _common(reversed(text[max(0, span.start - BEFORE) : span.start]), reversed(hit.before))
        + _common(text[span.end : span.end + AFTER], hit.after)
        for span in spans
    ]
    return alike.index(max(alike)) if alike else None


def _hit(text: str, span: Span, head: bool) -> Hit:
    line = text.rfind("\n", 0, span.start) + 1
    begin = max(line, span.start - BEFORE)
    end = text.find("\n", span.end, span.end + AFTER)
    piece = text[begin : end if end >= 0 else span.end + AFTER]
    return Hit(piece, span.start - begin, span.end - begin, begin > line, head)


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for mine, its in zip(one, other, strict=False):
        if mine != its:
            break
        count += 1
    return count
