"""Lanes that grow from what is live, played again: from what each was opened, what it was merged with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

_PURPOSES = {"update": "update", "correct": "correction"}  # by the verb that opens a lane

Tell = Callable[..., None]


class ReplayedLanes:
    """Knows the base of each lane from the chain alone; of a lane that an older program opened, from its row."""

    def __init__(self, drafts: Mapping[int, Mapping[str, Any]], tell: Tell) -> None:
        self._drafts, self._tell = drafts, tell
        self._bases: dict[int, int | None] = {}
        self._told: set[int] = set()  # lanes whose base an entry tells
        self._live: dict[int, tuple[int, bool]] = {}  # article -> revision of its newest release, whether it is live

    def opened(self, verb: str, article_id: int | None, facts: Mapping[str, Any]) -> None:
        """A lane is opened from what is live."""
        lane = facts["draft"]
        row = self._drafts.get(lane)
        self._bases[lane] = facts["base"]
        self._told.add(lane)
        if row is None or row["purpose"] != _PURPOSES[verb] or row["article_id"] != article_id:
            self._tell("lane_changed", "draft", lane)
        if self._live.get(article_id or 0, (None, False)) != (facts["base"], True):
            self._tell("lane_not_from_live", "draft", lane)

    def merged(self, article_id: int | None, facts: Mapping[str, Any]) -> None:
        """What went live meanwhile is in the lane now."""
        lane = facts["draft"]
        live, _stands = self._live.get(article_id or 0, (None, False))
        if (self._bases.get(lane, facts["base"]), live) != (facts["base"], facts["live"]):
            self._tell("merge_of_other_text", "draft", lane)
        self._bases[lane] = facts["live"]
        self._told.add(lane)

    def released(self, key: int, row: Mapping[str, Any]) -> None:
        """Something went live, or was taken back."""
        article_id, lane = row["article_id"], row["draft_id"]
        before = self._live.get(article_id)
        grew = row["kind"] == "publish" and lane in self._drafts and self._drafts[lane]["purpose"] != "original"
        if grew and before != (self._base_of(lane), True):
            self._tell("release_on_other_base", "release", key)
        self._live[article_id] = (row["revision_id"], row["kind"] != "withdraw")

    def changed(self) -> Iterator[int]:
        """Yield the lanes whose rows name another base than the chain does."""
        for lane in sorted(self._told & self._drafts.keys()):
            if self._drafts[lane]["base_revision_id"] != self._bases[lane]:
                yield lane

    def _base_of(self, lane: int) -> int | None:
        if lane not in self._bases and lane in self._drafts:
            self._bases[lane] = self._drafts[lane]["base_revision_id"]
        return self._bases.get(lane)
