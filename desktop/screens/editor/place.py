"""Where a person was in an article: kept while another one is on the screen, and from one day to the next."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """``anchor`` and ``caret`` hold in the mode that is ``visual`` or not; ``side`` is the page of the inspector.

    ``version``: that the draft had when the person left; 0 where nobody is to be told of what came since.
    """

    visual: bool = True
    anchor: int = 0
    caret: int = 0
    scroll: int = 0
    side: int = 0
    version: int = 0
