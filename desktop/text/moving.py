"""Blocks of a text taken to another place: list items with all that is in them, whole lists and quotes, single blocks.

Places are counted between leaves: 0 is before the first. What is put between two blocks of a quote or an item becomes
part of that; an item put beside items of its kind becomes one of them; nothing else changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.text.flat import Kind, Leaf, Level, Path, State, flatten, gather, goes_on
from desktop.text.tree import Paragraph, Plain, Source

_STRENGTH = {State.GOES_ON: 0, State.NEXT: 1, State.OPENS: 2}


@dataclass(frozen=True, slots=True)
class Unit:
    """Leaves `first` to `last` (not included), which move together out of what is around them to this depth."""

    first: int
    last: int
    depth: int


def canonical(leaves: Sequence[Leaf]) -> list[Leaf]:
    """Return the leaves with every level saying itself whether it opens, whatever stands before it."""
    return flatten(gather(leaves))


def unit_at(leaves: Sequence[Leaf], first: int, last: int | None = None) -> Unit:
    """Return what moves when someone takes hold of a leaf, or of the leaves from `first` to `last` (included)."""
    last = first if last is None else last
    path = leaves[first].path
    lists = [depth for depth, level in enumerate(path) if level.kind is not Kind.QUOTE]
    if first == last and not lists:
        return Unit(first, first + 1, len(path))
    depth = lists[-1] if first == last else _shared(leaves, first, last)
    items = all(len(leaf.path) > depth for leaf in leaves[first : last + 1]) and path[depth].kind is not Kind.QUOTE
    items = items and not any(leaf.path[depth].state is State.OPENS for leaf in leaves[first + 1 : last + 1])
    weakest = State.NEXT if items else State.OPENS
    while first and _carries_on(leaves[first], depth, weakest):
        first -= 1
    last += 1
    while last < len(leaves) and _carries_on(leaves[last], depth, weakest):
        last += 1
    return Unit(first, last, depth)


def _shared(leaves: Sequence[Leaf], first: int, last: int) -> int:
    """How many levels go on from the first leaf to the last?"""
    depth = len(leaves[first].path)
    for leaf in leaves[first + 1 : last + 1]:
        depth = min(depth, _going_on(leaf.path))
    return depth


def _going_on(path: Path) -> int:
    """Return how many levels are the same as at the leaf before."""
    return next((depth for depth, level in enumerate(path) if level.state is not State.GOES_ON), len(path))


def _carries_on(leaf: Leaf, depth: int, weakest: State) -> bool:
    """Does this leaf belong to the same item (or list, quote) at a depth as the one before it?"""
    if len(leaf.path) <= depth or _going_on(leaf.path) < depth:
        return False
    return _STRENGTH[leaf.path[depth].state] < _STRENGTH[weakest]


def above(leaves: Sequence[Leaf], unit: Unit) -> int | None:
    """Return the place one step further up, None at the beginning."""
    at = unit.first
    if not at:
        return None
    path = leaves[at].path
    depth = min(unit.depth, _going_on(path))
    item = len(path) > depth == unit.depth and path[depth].state is State.NEXT
    at -= 1
    while at and _carries_on(leaves[at], depth, State.NEXT if item else State.OPENS):
        at -= 1
    return at


def below(leaves: Sequence[Leaf], unit: Unit) -> int | None:
    """Return the place one step further down, None at the end."""
    at = unit.last
    if at == len(leaves):
        return None
    path = leaves[at].path
    depth = min(unit.depth, _going_on(path))
    item = len(path) > depth == unit.depth and path[depth].state is State.NEXT
    at += 1
    while at < len(leaves) and _carries_on(leaves[at], depth, State.NEXT if item else State.OPENS):
        at += 1
    return at


def moved(leaves: Sequence[Leaf], unit: Unit, place: int) -> list[Leaf] | None:
    """Return the leaves with the unit at another place, None where it is already or where it cannot stand."""
    if unit.first <= place <= unit.last:
        return None
    taken = list(leaves[unit.first : unit.last])
    rest = [*leaves[: unit.first], *_after_removal(taken, leaves[unit.last :])]
    at = place if place < unit.first else place - len(taken)
    before, after = (rest[at - 1] if at else None), (rest[at] if at < len(rest) else None)
    around, put, follows = _placed(taken, unit.depth, before, after)
    if around and any(isinstance(leaf.block, Source) for leaf in taken):
        return None  # what is kept word for word stands at the top
    made = [_fitting(Leaf((*around, *path), leaf.block)) for path, leaf in zip(put, taken, strict=True)]
    return [*rest[:at], *made, *([follows] if follows is not None else []), *rest[at + 1 :]]


def _after_removal(taken: Sequence[Leaf], rest: Sequence[Leaf]) -> list[Leaf]:
    """Let what follows open what the leaves before it opened, as these are gone."""
    if not rest:
        return []
    path = list(rest[0].path)
    for depth, level in enumerate(path):
        gone = [leaf.path[depth] for leaf in taken if len(leaf.path) > depth]
        if level.state is State.OPENS or not gone:
            break
        strongest = max((other.state for other in gone), key=_STRENGTH.__getitem__)
        was_next = level.state is State.NEXT
        if _STRENGTH[strongest] > _STRENGTH[level.state]:
            path[depth] = replace(level, state=strongest)
        if was_next:
            break
    return [Leaf(tuple(path), rest[0].block), *rest[1:]]


def _placed(
    taken: Sequence[Leaf], depth: int, before: Leaf | None, after: Leaf | None
) -> tuple[Path, list[Path], Leaf | None]:
    """Return what is around the new place, the paths within it, and the leaf behind as it has to be then."""
    own = [leaf.path[depth:] for leaf in taken]
    same = _going_on(after.path) if after is not None and before is not None else 0
    around = goes_on(after.path[:same]) if after is not None else ()
    above_, below_ = _level(before, same), _level(after, same)
    items = bool(own[0]) and own[0][0].kind is not Kind.QUOTE and len({path[0].kind for path in own if path}) == 1
    kind = own[0][0].kind if own[0] else None
    between = below_ is not None and below_.state is State.NEXT
    inner = _level(before, depth)
    if items and before is not None and depth > same and inner is not None and inner.kind is kind:
        return goes_on(before.path[:depth]), _joining(own, State.NEXT, inner.start), after  # it keeps its depth
    if items and above_ is not None and above_.kind is kind:
        return around, _joining(own, State.NEXT, above_.start), after
    if between and before is not None:  # not an item of this list: part of the item above
        return goes_on(before.path[: same + 1]), _joining(own, State.OPENS), after
    if items and own[-1] and after is not None and below_ is not None and below_.kind is kind:
        path = (*after.path[:same], replace(below_, state=State.NEXT), *after.path[same + 1 :])
        return around, _joining(own, State.OPENS, below_.start), Leaf(path, after.block)
    return around, _joining(own, State.OPENS), after


def _level(leaf: Leaf | None, depth: int) -> Level | None:
    return leaf.path[depth] if leaf is not None and len(leaf.path) > depth else None


def _joining(paths: Sequence[Path], state: State, start: int | None = None) -> list[Path]:
    """Return the paths so that the first begins as it is told to, and all count from `start`."""
    made: list[Path] = []
    for number, path in enumerate(paths):
        if path:
            first = path[0] if number else replace(path[0], state=state)
            path = (replace(first, start=first.start if start is None else start), *path[1:])
        made.append(path)
    return made


def _fitting(leaf: Leaf) -> Leaf:
    """Running text without a paragraph is for list items."""
    if isinstance(leaf.block, Plain) and not any(level.kind is not Kind.QUOTE for level in leaf.path):
        return Leaf(leaf.path, Paragraph(leaf.block.line))
    return leaf
