"""What was decided about a draft and what was published of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.domain.article import Saved


class Verdict(StrEnum):
    """What a decision says."""

    APPROVE = "approve"
    RETURN = "return"
    SIGN = "sign"  # the writer's own sign-off, where a scheme counts it as level 1


@dataclass(frozen=True, slots=True)
class Decision:
    """审次: one person's word at one level."""

    id: int
    draft_id: int
    revision_id: int
    digest: str
    round: int
    level: int
    verdict: Verdict
    by: str
    opinion: str
    exemption: str  # the scheme's reason, when the rule of four eyes was set aside
    at: str
    lapsed: bool  # an edit or a return came after it
    person_id: int = 0
    instead_of: str = ""  # in whose place it was made
    batch: int = 0  # approved together with others: how many in all

    @property
    def stands(self) -> bool:
        """Whether it counts towards the approval of the text."""
        return self.verdict is not Verdict.RETURN and not self.lapsed


@dataclass(frozen=True, slots=True)
class Merged:
    """Answer of a merge: the text as it was saved, and the approvals that lapsed by it."""

    saved: Saved
    lapsed: tuple[Decision, ...]


class ReleaseKind(StrEnum):
    """Kinds of releases."""

    PUBLISH = "publish"
    MIGRATED = "migrated"
    WITHDRAW = "withdraw"
    REINSTATE = "reinstate"


class WithdrawReason(StrEnum):
    """Why a page was taken back, or corrected."""

    TYPO = "typo"  # 错别字
    FACT = "fact"  # 事实错误
    SOURCE = "source"  # 来源要求
    OTHER = "other"  # 其他


@dataclass(frozen=True, slots=True)
class Account:
    """What is said of a correction or a withdrawal: of what kind, why, and 更正说明 for readers, if they get one."""

    kind: WithdrawReason
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Names as printed on the page, frozen with the release."""

    source: str = ""
    correspondents: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    information_source: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """签发: what went live, or was taken back, and on whose word."""

    id: int
    article_id: int
    revision_id: int
    revision_digest: str
    kind: ReleaseKind
    published_at: str  # UTC; of the first publication, also for later releases of the same article
    at: str  # UTC; when this release was made
    by: str
    address: str  # path on the site, never changes
    attribution: Attribution
    html_digest: str
    renderer: str
    decision_ids: tuple[int, ...]
    reason_kind: str
    reason: str
    note: str = ""  # 更正说明, for readers


@dataclass(frozen=True, slots=True)
class Rendered:
    """A revision's body as HTML, made once by one version of the renderer and kept."""

    digest: str  # of the revision
    renderer: str
    html: str
    excerpt: str
