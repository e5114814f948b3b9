"""An earlier text of an article, wherever it is kept: a revision, or one that was set aside in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from db.domain.article import Fields
from db.domain.revision import RevisionRow

if TYPE_CHECKING:  # the first window is painted before SQLAlchemy is imported
    from sqlalchemy import Connection

    from db.store.history import JournalRow


class Where(Enum):
    """Where a text is kept."""

    REVISION = "revision"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A text without its words; ``kind`` is why it was kept, of ``RevisionKind`` or ``JournalKind``."""

    where: Where
    id: int
    kind: str
    by: str
    at: str
    n: int = 0  # of a revision
    count: int = 0
    name: str = ""

    @classmethod
    def of_revision(cls, row: RevisionRow) -> Earlier:
        return cls(Where.REVISION, row.id, row.kind, row.by, row.at, row.n, row.count, row.name)

    @classmethod
    def of_journal(cls, row: JournalRow) -> Earlier:
        return cls(Where.JOURNAL, row.id, row.kind, row.by, row.at)

    @property
    def key(self) -> tuple[str, int]:
        return self.where.value, self.id


def read_earlier(connection: Connection, text: Earlier) -> Fields:
    """Return the words of a text. Raises NotFound."""
    from db.store import history  # noqa: PLC0415  # SQLAlchemy stays out of start-up

    if text.where is Where.JOURNAL:
        return history.journal_fields(connection, text.id)
    return history.get_revision(connection, text.id).fields
