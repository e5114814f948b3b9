"""一键排版 of a text as an editor holds it: what would change, and what the text would be then."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop.text.flat import Leaf, flatten, gather
from desktop.text.pieces import piece_of, pieces, put_together
from desktop.text.tidy import Change, Rule, kept_leaves, tidy


@dataclass(frozen=True, slots=True)
class TidyLeaves:
    """For each leaf what it becomes, None where it goes."""

    changes: tuple[Change, ...]
    leaves: tuple[Leaf | None, ...]


@dataclass(frozen=True, slots=True)
class TidySource:
    changes: tuple[Change, ...]
    text: str


def tidy_leaves(leaves: Sequence[Leaf], rules: Collection[Rule]) -> TidyLeaves:
    before = gather(leaves)
    tidied = tidy(before, rules)
    new = iter(flatten(tidied.blocks))
    return TidyLeaves(tidied.changes, tuple(next(new) if kept else None for kept in kept_leaves(before, tidied.blocks)))


def tidy_source(markdown: str, rules: Collection[Rule]) -> TidySource:
    """What the rules do not change stays as it is written."""
    changes: list[Change] = []
    made = []
    for piece in pieces(markdown):
        tidied = tidy(piece.blocks, rules)
        changes += tidied.changes
        made.append(piece_of(tidied.blocks) if tidied.changes else piece)
    return TidySource(tuple(changes), put_together(made) if changes else markdown)
