"""From one order of ids to another in few steps, so that a list keeps its place and its selection. Pure, no Qt."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

MOST_STEPS = 60  # beyond it, showing the list anew is kinder than a hundred small moves


@dataclass(frozen=True, slots=True)
class Removed:
    """``count`` rows from ``first`` on go."""

    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Inserted:
    """``count`` rows come and stand from ``first`` on, as in the new order."""

    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Moved:
    """One row goes from ``first`` to ``to``, counted after it was taken out."""

    first: int
    to: int


Step = Removed | Inserted | Moved


def steps(old: array[int], new: array[int]) -> tuple[Step, ...] | None:
    """Return the steps in the order they are to be taken; None when the order is too different. Ids are unique."""
    head = _common(old, new)
    tail = _common_end(old, new, min(len(old), len(new)) - head)
    was, now = old[head : len(old) - tail], new[head : len(new) - tail]
    if not was:  # most often the rest of a list whose first page is there
        return (Inserted(head, len(now)),) if now else ()
    if not now:
        return (Removed(head, len(was)),)
    moved = _moved(was, now, head)
    if moved is not None:
        return (moved,)
    gone, came = set(was).difference(now), set(now).difference(was)
    if [i for i in was if i not in gone] != [i for i in now if i not in came]:
        return None
    removals = [Removed(*run) for run in _runs(at + head for at, i in enumerate(was) if i in gone)]
    insertions = [Inserted(*run) for run in _runs(at + head for at, i in enumerate(now) if i in came)]
    if len(removals) + len(insertions) > MOST_STEPS:
        return None
    return (*reversed(removals), *insertions)


def _common(one: array[int], other: array[int]) -> int:
    """Return how many ids both begin with: halving, since comparing slices is quick and comparing one by one is not."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(one: array[int], other: array[int], most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _moved(was: array[int], now: array[int], head: int) -> Moved | None:
    if len(was) != len(now):
        return None
    last = head + len(was) - 1
    if was[-1] == now[0] and was[:-1] == now[1:]:
        return Moved(last, head)
    if was[0] == now[-1] and was[1:] == now[:-1]:
        return Moved(head, last)
    return None


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return (first, count) of each run of neighbours."""
    found = []
    for _, group in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
        run = [row for _, row in group]
        found.append((run[0], len(run)))
    return found
