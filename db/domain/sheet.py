"""发稿审批单: what the record says of one lane of an article, from the first save to the page, on one paper."""

from __future__ import annotations

from dataclasses import dataclass

from db.domain.article import Fields
from db.domain.audit import ChainHead
from db.domain.release import Decision, Release
from db.domain.revision import RevisionRow
from db.domain.waiver import Waiver
from db.domain.workflow import Publication, Purpose, Stage

FORMAT = "caibian/sheet/1"


@dataclass(frozen=True, slots=True)
class Amended:
    """审改 of a revision, and how an editor answered it; ``confirmed_by`` is empty while it waits."""

    level: int
    by: str
    at: str
    n: int  # of the revision that it made
    changes: int
    confirmed_by: str = ""
    confirmed_at: str = ""
    accepted: int = 0


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """All of it as it stood when it was read; ``revision`` is the newest that was sent in."""

    site_name: str
    number: str
    uid: str
    channel: str
    purpose: Purpose
    stage: Stage
    publication: Publication
    address: str
    fields: Fields
    revision: RevisionRow
    pictures: int
    authors: tuple[str, ...]  # who saved in this lane, in the order of their first save
    submitted_by: str
    levels: int
    decisions: tuple[Decision, ...]
    revisions: dict[int, int]  # revision id -> its n, of those that were decided on
    exemption: str  # why the scheme lets rules be set aside, where a decision used it
    waivers: tuple[Waiver, ...]
    amendments: tuple[Amended, ...]
    checked: dict[int, int]  # level -> facts that were checked there
    open_notes: int
    release: Release | None  # the newest of this revision
    head: ChainHead
    made_at: str  # UTC

    def code(self) -> str:
        """What its QR code says, a line each: format, number and revision, its digest, length and head of the chain.

        Whoever holds the paper can compare these with ``caibian verify`` and with the record.
        """
        return "\n".join(
            (
                FORMAT, f"{self.number} {self.revision.n}", self.revision.digest, f"{self.head.length} {self.head.hash}"
            )
        )  # fmt: skip
