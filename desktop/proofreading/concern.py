"""The kinds of changes between two texts, and one change; light, so that a screen may know them from the start."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Concern(IntEnum):
    """Kinds of changes, what can do most harm first."""

    FIGURE = 1  # 数字, the number of a policy too
    PERSON = 2  # 人名
    TITLE = 3  # 职务
    DATE = 4  # 日期
    ORGANISATION = 5  # 单位, a place too
    BYLINE = 6  # 署名
    QUOTATION = 7  # 引文, the title of a document too
    OTHER = 8  # 其他: wording
    MOVED = 9  # 移段
    PUNCTUATION = 10  # 标点
    FORMAT = 11  # 格式

    @property
    def material(self) -> bool:
        """Whether a fact may have changed."""
        return self < Concern.OTHER

    @property
    def foldable(self) -> bool:
        """Whether who is in a hurry may leave it folded."""
        return self in (Concern.PUNCTUATION, Concern.FORMAT)


@dataclass(frozen=True, slots=True)
class Change:
    """One place that changed: the pieces ``first`` to ``last`` of a paragraph, or (``moved``) all of it, elsewhere."""

    paragraph: int
    first: int
    last: int
    concern: Concern
    moved: bool = False
