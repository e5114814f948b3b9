"""Channels of the site and the review schemes that they follow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MAX_HOURS = 720  # of a level's deadline


class ChannelKind(StrEnum):
    """The five kinds of channels; each has its own list and page layout."""

    NEWS = "news"  # 文章
    VIDEO = "video"  # 视频
    POLICY = "policy"  # 政策法规
    TOPIC = "topic"  # 专题
    PAGE = "page"  # 单页


@dataclass(frozen=True, slots=True)
class Channel:
    """A node of the channel tree (栏目)."""

    id: int
    parent_id: int | None
    kind: ChannelKind
    name: str
    slug: str
    position: int
    scheme_id: int
    deadline_days: int | None  # update deadline
    description: str
    keywords: str
    active: bool


@dataclass(frozen=True, slots=True)
class Scheme:
    """A review scheme: 1 to 3 levels and their options (审核流程)."""

    id: int
    name: str
    levels: int
    resume_at_return: bool  # a resubmission starts at the level that returned it, else at level 1
    writer_signs: bool  # the writer's own sign-off counts as level 1
    exemption: str  # why this office may let an author decide or one person decide twice; empty: it may not
    reviewers: tuple[frozenset[int], ...]  # per level: person ids; empty: every reviewer of that level
    active: bool
    fact_levels: frozenset[int] = frozenset()  # where every fact of the text is checked before it is approved
    hours: tuple[int, ...] = ()  # per level: within so many it is to decide; 0: whenever
    notes_block: bool = False  # nobody approves while notes are open, else the reviewer is only told
