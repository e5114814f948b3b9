"""一键排版 of a text as an editor holds it: what would change, and what the text would be then."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop.text.flat import Leaf, flatten, gather
from desktop.text.pieces import Piece, piece_of, pieces, put_together
from desktop.text.tidy import Change, Rule, kept_leaves, tidy

_AROUND = 8  # characters of context
_INDENT = re.compile(r"[ \u2003\u3000]*\u3000[ \u2003\u3000]*")


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
        indented = Rule.INDENTS in rules and _INDENT.match(piece.source)
        if indented:  # the page does not show it, and so the tree has none of it
            at = indented.end()
            changes.append(Change(Rule.INDENTS, (), piece.source[:at], "", "", piece.source[at : at + _AROUND]))
            piece = Piece(piece.source[at:], piece.blocks)
        tidied = tidy(piece.blocks, rules)
        changes += tidied.changes
        made.append(piece_of(tidied.blocks) if tidied.changes else piece)
    return TidySource(tuple(changes), put_together(made) if changes else markdown)
