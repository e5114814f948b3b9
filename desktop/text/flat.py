"""A tree laid out as a sequence of leaves, as an editor holds it: each with the quotes and lists that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from desktop.text.tree import Block, Listing, Quote


class Kind(Enum):
    """What a level is."""

    QUOTE = ">"
    BULLETED = "-"
    NUMBERED = "1"


class State(Enum):
    """How a leaf stands to the one before it at a level: the first of a new one, of a new item, or in the same."""

    OPENS = "+"
    NEXT = "*"
    GOES_ON = "="


@dataclass(frozen=True, slots=True)
class Level:
    """One quote or list around a leaf; `start` is the first number of a numbered list."""

    kind: Kind
    state: State = State.GOES_ON
    start: int = 1


Path = tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A block that holds no blocks, and what is around it, from the outermost in."""

    path: Path
    block: Block


def flatten(blocks: Sequence[Block]) -> list[Leaf]:
    """Lay a tree out. `gather` is the way back."""
    return list(_leaves(blocks, []))


def _leaves(blocks: Sequence[Block], path: list[Level]) -> Iterator[Leaf]:
    for block in blocks:
        if isinstance(block, Quote):
            path.append(Level(Kind.QUOTE, State.OPENS))
            yield from _leaves(block.blocks, path)
            path.pop()
        elif isinstance(block, Listing):
            kind = Kind.BULLETED if block.start is None else Kind.NUMBERED
            state = State.OPENS
            for item in block.items:
                path.append(Level(kind, state, 1 if block.start is None else block.start))
                yield from _leaves(item, path)
                path.pop()
                state = State.NEXT
        else:
            yield Leaf(tuple(path), block)
            path[:] = [replace(level, state=State.GOES_ON) for level in path]


def gather(leaves: Sequence[Leaf], depth: int = 0) -> tuple[Block, ...]:
    """Build the tree again. A level that goes on from nothing opens, so any sequence of leaves is a tree."""
    return tuple(_gathered(leaves, depth))


def _gathered(leaves: Sequence[Leaf], depth: int) -> Iterator[Block]:
    at = 0
    while at < len(leaves):
        leaf = leaves[at]
        if len(leaf.path) <= depth:
            yield leaf.block
            at += 1
            continue
        end = at + 1
        while end < len(leaves) and _joins(leaves[end], leaf, depth):
            end += 1
        level, group = leaf.path[depth], leaves[at:end]
        if level.kind is Kind.QUOTE:
            yield Quote(gather(group, depth + 1))
        else:
            start = level.start if level.kind is Kind.NUMBERED else None
            yield Listing(start, tuple(gather(item, depth + 1) for item in _items(group, depth)))
        at = end


def _joins(leaf: Leaf, first: Leaf, depth: int) -> bool:
    if len(leaf.path) <= depth or leaf.path[depth].state is State.OPENS:
        return False
    return leaf.path[depth].kind is first.path[depth].kind


def _items(group: Sequence[Leaf], depth: int) -> Iterator[Sequence[Leaf]]:
    begun = 0
    for at in range(1, len(group)):
        if group[at].path[depth].state is State.NEXT:
            yield group[begun:at]
            begun = at
    yield group[begun:]


def written(path: Path) -> str:
    """Return a path as the one string that a text format can hold."""
    return "/".join(f"{level.kind.value}{level.state.value}{level.start}" for level in path)


def path_of(text: str) -> Path:
    """Return the path that was written."""
    parts = (part for part in text.split("/") if part)
    return tuple(Level(Kind(part[0]), State(part[1]), int(part[2:])) for part in parts)


def goes_on(path: Path) -> Path:
    """Return the path of a leaf that follows in the same place."""
    return tuple(replace(level, state=State.GOES_ON) for level in path)


def next_item(path: Path) -> Path:
    """Return the path of the next item of the innermost list."""
    made = list(goes_on(path))
    for at in reversed(range(len(made))):
        if made[at].kind is not Kind.QUOTE:
            made[at] = replace(made[at], state=State.NEXT)
            break
    return tuple(made)
