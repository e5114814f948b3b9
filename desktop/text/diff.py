"""The one difference engine: paragraphs matched first, then grapheme clusters inside those that changed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

import regex

try:
    from fast_diff_match_patch import diff as _quick
except ImportError:  # no wheel for this platform; difflib is slower, not different in kind
    _quick = None

_CLUSTER = regex.compile(r"\X")
#: Pairs of paragraphs compared for likeness; beyond it they are paired in order.
_MOST_PAIRS = 2_500
_ALIKE = 0.35
#: From this likeness on, and this length, a paragraph that went and one that came are the same one.
_MOVED, _LONG = 0.6, 8
_TOKEN = re.compile(r"[0-9０-９](?:[0-9０-９.．,，]*[0-9０-９])?[%％‰]?|[A-Za-z]+")
#: Seconds that the engine may take for one paragraph before it answers with a coarser difference.
_PATIENCE = 0.08
#: Up to so many signs that went or came the difference is the smallest there is; beyond it, nearly.
_FEW = 60

PieceKind = Literal["same", "added", "removed"]
ParagraphKind = Literal["same", "changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that stands in both, in the new, or in the old text only."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the texts, without its line end.

    One that stands elsewhere now is a removed and an added line of one ``move`` (from 1); the added one says in
    ``inside`` what of it was changed on the way.
    """

    kind: ParagraphKind
    pieces: tuple[Piece, ...]
    move: int = 0
    inside: tuple[Piece, ...] = ()

    @property
    def old(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.kind != "added")

    @property
    def new(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.kind != "removed")


def compare(old: str, new: str) -> list[Paragraph]:
    """What became of each paragraph (a line). Joined by line ends, the pieces give both texts back exactly."""
    found: list[Paragraph] = []
    for old_run, new_run in _runs(old.split("\n"), new.split("\n")):
        if old_run == new_run:
            found += [Paragraph("same", _whole("same", line)) for line in old_run]
        else:
            found += [_paragraph(was, now) for was, now in _paired(old_run, new_run)]
    return _with_moves(found)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The difference inside one paragraph, a field or a title."""
    return widened(smallest(old, new))


def smallest(old: str, new: str) -> tuple[Piece, ...]:
    """The same, by grapheme clusters alone."""
    if old == new:
        return _whole("same", old)
    code = _Code()
    before, after = code.written(_CLUSTER.findall(old)), code.written(_CLUSTER.findall(new))
    made: list[Piece] = []
    for kind, signs in _fewest(before, after) or _changes(before, after):
        text = "".join(code.read(signs))
        if made and made[-1].kind == kind:
            made[-1] = Piece(kind, made[-1].text + text)
        elif text:
            made.append(Piece(kind, text))
    return tuple(made)


def widened(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Show a figure or a Latin word of which a part changed as changed whole: 4,210 became 4,120, not 21 became 12."""
    if not any(piece.kind != "same" and _TOKEN.search(piece.text) for piece in found):
        return found
    steps = [(piece.kind, cluster) for piece in found for cluster in _CLUSTER.findall(piece.text)]
    while True:
        touched: set[int] = set()
        for gone in ("added", "removed"):  # the old text, then the new one
            places = [at for at, (kind, cluster) in enumerate(steps) if kind != gone for _sign in cluster]
            text = "".join(cluster for kind, cluster in steps if kind != gone)
            for token in _TOKEN.finditer(text):
                first, last = places[token.start()], places[token.end() - 1]
                if any(steps[at][0] != "same" for at in range(first, last + 1)):
                    touched |= {at for at in range(first, last + 1) if steps[at][0] == "same"}
        if not touched:
            return _gathered(steps)
        steps = [
            split
            for at, (kind, sign) in enumerate(steps)
            for split in ((("removed", sign), ("added", sign)) if at in touched else ((kind, sign),))
        ]


def _gathered(steps: Sequence[tuple[PieceKind, str]]) -> tuple[Piece, ...]:
    """Join signs of one kind; in a place that changed what was there stands before what is there now."""
    made: list[Piece] = []
    for same, run in itertools.groupby(steps, lambda step: step[0] == "same"):
        signs = list(run)
        for kind in ("same",) if same else ("removed", "added"):
            text = "".join(sign for each, sign in signs if each == kind)
            made += _whole(kind, text)  # type: ignore[arg-type]  # one of the three
    return tuple(made)


def _with_moves(found: list[Paragraph]) -> list[Paragraph]:
    """Name the paragraphs that only stand elsewhere."""
    gone = [at for at, line in enumerate(found) if line.kind == "removed" and len(line.old) >= _LONG]
    came = [at for at, line in enumerate(found) if line.kind == "added" and len(line.new) >= _LONG]
    if not gone or not came or len(gone) * len(came) > _MOST_PAIRS:
        return found
    bags = {at: _bag(found[at].old or found[at].new) for at in (*gone, *came)}
    pairs = sorted(((_likeness(bags[a], bags[b]), a, b) for a in gone for b in came), reverse=True)
    taken: set[int] = set()
    for likeness, was, now in pairs:
        if likeness < _MOVED:
            break
        if was not in taken and now not in taken:
            move = len(taken) // 2 + 1
            taken |= {was, now}
            inside = pieces(found[was].old, found[now].new)
            found[was] = replace(found[was], move=move)
            found[now] = replace(found[now], move=move, inside=inside)
    return found


class _Code:
    """Clusters, or whole lines, as single code points, so that the engine cannot cut one."""

    def __init__(self) -> None:
        self._sign_of: dict[str, str] = {}
        self._unit_of: dict[str, str] = {}

    def written(self, units: list[str]) -> str:
        signs: list[str] = []
        for unit in units:
            sign = self._sign_of.get(unit)
            if sign is None:
                sign = self._sign_of[unit] = chr(_letter(len(self._sign_of)))
                self._unit_of[sign] = unit
            signs.append(sign)
        return "".join(signs)

    def read(self, signs: str) -> list[str]:
        return [self._unit_of[sign] for sign in signs]


def _letter(number: int) -> int:
    """A code point to stand for a cluster: any but the surrogates, which C++ would not take."""
    return number + 1 if number + 1 < 0xD800 else number + 1 + 0x800


def _fewest(before: str, after: str) -> list[tuple[PieceKind, str]]:
    """Return the smallest difference (Myers: An O(ND) Difference Algorithm, 1986), nothing where it is not small."""
    furthest, trace = {1: 0}, []
    for size in range(_FEW + 1):
        trace.append(dict(furthest))
        for line in range(-size, size + 1, 2):
            down = line == -size or (line != size and furthest[line - 1] < furthest[line + 1])
            at = furthest[line + 1] if down else furthest[line - 1] + 1
            while at < len(before) and at - line < len(after) and before[at] == after[at - line]:
                at += 1
            furthest[line] = at
            if at >= len(before) and at - line >= len(after):
                return _walked(before, after, trace)
    return []


def _walked(before: str, after: str, trace: Sequence[dict[int, int]]) -> list[tuple[PieceKind, str]]:
    """Return the steps of the way that was found, one sign each, from the beginning."""
    steps: list[tuple[PieceKind, str]] = []
    at, there = len(before), len(after)
    for size in range(len(trace) - 1, -1, -1):
        furthest, line = trace[size], at - there
        down = line == -size or (line != size and furthest[line - 1] < furthest[line + 1])
        came = line + 1 if down else line - 1
        start = furthest[came]
        while at > max(start, 0) and there > max(start - came, 0):
            at, there = at - 1, there - 1
            steps.append(("same", before[at]))
        if size and down:
            there -= 1
            steps.append(("added", after[there]))
        elif size:
            at -= 1
            steps.append(("removed", before[at]))
    return steps[::-1]


def _changes(before: str, after: str) -> Iterator[tuple[PieceKind, str]]:
    if max(before + after, default="") > "\uffff":
        # On Windows the engine takes no more letters than these; such texts have nothing in common to show.
        yield from (("removed", before), ("added", after))
        return
    if _quick is not None:
        kinds: dict[str, PieceKind] = {"=": "same", "-": "removed", "+": "added"}
        for sign, text in _quick(before, after, counts_only=False, checklines=False, timelimit=_PATIENCE):
            yield kinds[sign], text
        return
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", before[a:b]
        else:
            yield "removed", before[a:b]
            yield "added", after[c:d]


def _whole(kind: PieceKind, text: str) -> tuple[Piece, ...]:
    return (Piece(kind, text),) if text else ()


def _paragraph(was: str | None, now: str | None) -> Paragraph:
    if was is None:
        return Paragraph("added", _whole("added", now or ""))
    if now is None:
        return Paragraph("removed", _whole("removed", was))
    return Paragraph("same", _whole("same", was)) if was == now else Paragraph("changed", pieces(was, now))


def _runs(before: list[str], after: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Runs of equal and of unequal paragraphs, in order."""
    code = _Code()
    old: list[str] = []
    new: list[str] = []
    for kind, signs in _changes(code.written(before), code.written(after)):
        if kind == "same":
            if old or new:
                yield old, new
                old, new = [], []
            lines = code.read(signs)
            yield lines, lines
        elif kind == "removed":
            old += code.read(signs)
        else:
            new += code.read(signs)
    if old or new:
        yield old, new


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """Each old paragraph with the new one that it became, order kept, so that most of the likeness is used."""
    if len(old) == len(new) == 1:
        pairs = [(0, 0)] if _likeness(_bag(old[0]), _bag(new[0])) >= _ALIKE else []
    elif len(old) * len(new) > _MOST_PAIRS:
        pairs = [(number, number) for number in range(min(len(old), len(new)))]
    else:
        pairs = _best_pairs(old, new)
    a = b = 0
    for was, now in [*pairs, (len(old), len(new))]:
        for line in old[a:was]:
            yield line, None
        for line in new[b:now]:
            yield None, line
        if was < len(old):
            yield old[was], new[now]
        a, b = was + 1, now + 1


def _best_pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    old_bags, new_bags = [_bag(line) for line in old], [_bag(line) for line in new]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    like = [[_likeness(was, now) for now in new_bags] for was in old_bags]
    for a in range(len(old) - 1, -1, -1):
        for b in range(len(new) - 1, -1, -1):
            together = like[a][b] + best[a + 1][b + 1] if like[a][b] >= _ALIKE else 0.0
            best[a][b] = max(together, best[a + 1][b], best[a][b + 1])
    pairs: list[tuple[int, int]] = []
    a = b = 0
    while a < len(old) and b < len(new):
        if best[a][b] == best[a + 1][b]:
            a += 1
        elif best[a][b] == best[a][b + 1]:
            b += 1
        else:
            pairs.append((a, b))
            a, b = a + 1, b + 1
    return pairs


def _bag(line: str) -> frozenset[str]:
    """Pairs of neighbouring characters tell one paragraph of news from another; a short line needs its letters."""
    return frozenset(map("".join, itertools.pairwise(line))) | frozenset(line[:12])


def _likeness(was: frozenset[str], now: frozenset[str]) -> float:
    if not was or not now:
        return 0.0
    return 2 * len(was & now) / (len(was) + len(now))
