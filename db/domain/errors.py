"""Every failure the newsroom can name. Each carries facts; the words are made in desktop/kit/messages.py."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.domain.place import Place


class DeskError(Exception):
    """A failure we know: the person is told, nothing is logged as a bug."""


@dataclass(eq=False)
class NotFound(DeskError):
    """The thing asked for is not (or no longer) in the record."""

    what: str  # article, draft, revision, person, unit, channel, scheme, asset, release


@dataclass(eq=False)
class WrongStage(DeskError):
    """The step does not exist from the stage that the draft is in."""

    step: str
    stage: str


@dataclass(eq=False)
class NotAllowed(DeskError):
    """This person may not take the step; ``rule`` says which rule forbids it."""

    step: str
    rule: str = "role"
    # role; author (wrote or edited the text); level (not of that level); two_levels (decided at another level);
    # not_author; submitter (only who submitted may recall); retired; last_admin; signed_out; behind (something else
    # went live since the lane was opened); not_behind (nothing did); correction (goes out at once, never at a time)
    # note (not theirs to settle now)
    # decided (another decided at this level meanwhile); own_levels (a delegation is one's own to give)
    # unconfirmed (an amendment waits); amending (one is being written); not_amending, amender, no_amendment,
    # own_amendment (nobody confirms what they amended)


@dataclass(eq=False)
class Incomplete(DeskError):
    """Required fields are empty: names of fields in the order of the form."""

    fields: tuple[str, ...]


@dataclass(eq=False)
class Awaiting(DeskError):
    """The text waits for pictures of other sites: a note stands where each is to be."""

    pictures: int


@dataclass(eq=False)
class Unwaived(DeskError):
    """The text breaks a rule, and nobody set it aside; ``subjects`` are what breaks it, as a waiver names them."""

    rule: str
    subjects: tuple[str, ...]


@dataclass(eq=False)
class Unchecked(DeskError):
    """Facts of the text are open, and the scheme has all of them checked at this level."""

    open: int
    of: int


@dataclass(eq=False)
class OpenNotes(DeskError):
    """Notes wait to be resolved, and the scheme lets nobody approve over them."""

    draft_id: int
    count: int


@dataclass(eq=False)
class BadValue(DeskError):
    """A field has a value that cannot be kept. ``reason`` is a stable word, ``value`` what was given (cut)."""

    field: str
    reason: str
    # empty, too_long, short, format, taken, unknown, in_use, circle, past, future; not_picture, too_large, animated
    value: str = ""


@dataclass(eq=False)
class EditConflict(DeskError):
    """Someone else saved the draft after it was opened; both texts are kept."""

    draft_id: int
    seen_version: int
    version: int
    by: str = ""


@dataclass(eq=False)
class MovedOn(DeskError):
    """The draft on the reviewer's screen is no longer the one that waits for a decision."""

    draft_id: int
    seen_digest: str
    digest: str


@dataclass(eq=False)
class LiveMovedOn(DeskError):
    """Something else went live than what a merge was worked out from."""

    draft_id: int


@dataclass(eq=False)
class Leased(DeskError):
    """Another person holds the lease."""

    kind: str  # edit, claim
    holder: str
    machine: str
    since: str


@dataclass(eq=False)
class LeaseLost(DeskError):
    """The lease that this window held was taken over or ran out."""

    holder: str


@dataclass(eq=False)
class SignInFailed(DeskError):
    """Wrong name or password. ``tries_left`` before the lock, ``locked_until`` in UTC when locked."""

    tries_left: int
    locked_until: str = ""


@dataclass(eq=False)
class StoreUnavailable(DeskError):
    """Disk full, file locked, read-only, damaged, server away: the world's fault, not ours."""

    reason: str  # full, locked, read_only, damaged, io, missing, no_rights, memory, closing
    # of a server: unreachable, starting, lost (in mid-work), outcome (of a commit is not known), password, refused,
    # no_database, tls, too_many, too_old, encoding, no_driver, occupied (a newsroom is in it already); shared: what was
    # asked for is for a file only
    path: str = ""
    detail: str = ""


@dataclass(eq=False)
class AssetLost(StoreUnavailable):
    """A picture or file that an article carries is not in the record any more, or is not what it was."""

    article: str = ""  # its title
    name: str = ""  # of the file, as it came in


@dataclass(eq=False)
class StoreTooNew(DeskError):
    """The record was written by a newer program."""

    path: Place
    found: str


@dataclass(eq=False)
class NotANewsroom(DeskError):
    """The file, or the database, is no newsroom of this program."""

    path: Place


@dataclass(eq=False)
class NetworkShare(DeskError):
    """SQLite is not safe on this file system."""

    path: Path
    kind: str


@dataclass(eq=False)
class ClockBehind(DeskError):
    """The clock of this machine is behind the newest entry of the record."""

    now: str
    newest: str


@dataclass(eq=False)
class NotApproved(DeskError):
    """What was to be published is not approved as it stands: ``rule`` says what is missing."""

    draft_id: int
    rule: str  # digest, level, lapsed, publisher_retired, withdrawn


@dataclass(eq=False)
class ForeignTarget(DeskError):
    """The folder holds a site of another newsroom, or files that are not a site of ours."""

    target: str
    owner: str = ""


@dataclass(eq=False)
class TargetFailed(DeskError):
    """The target could not be written or read."""

    target: str
    reason: str
    detail: str = ""


@dataclass(eq=False)
class Cancelled(DeskError):
    """The person cancelled long work; what was done so far is valid."""
