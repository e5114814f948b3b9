"""What a publication found out: every file it made, what of it differs from the target, and what is gone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from db.domain.site import SiteFile
from desktop.publishing.site import File


class Against(StrEnum):
    """What new files are compared with."""

    RECORD = "record"  # the digests that were recorded: the last run ended well and its manifest is there
    DISK = "disk"  # the files themselves
    NOTHING = "nothing"  # nothing was published there yet


@dataclass(frozen=True, slots=True)
class Made:
    """A file after comparison. ``aside`` is the name it was written under, empty when the target has the same bytes."""

    file: SiteFile
    aside: str
    is_new: bool


def compared(file: File, there: str, stage: Callable[[bytes], str]) -> Made:
    """Return ``file`` compared with ``there``, the digest on the target (empty: none); written aside if it differs."""
    known = SiteFile(file.path, file.source, hashlib.sha256(file.data).hexdigest(), len(file.data))
    return Made(known, "" if known.digest == there else stage(file.data), not there)


@dataclass(slots=True)
class Differences:
    """Files by path. ``old`` is what the record knows of the target, as far as it was looked up."""

    old: dict[str, SiteFile] = field(default_factory=dict)
    seen: dict[str, SiteFile] = field(default_factory=dict)
    written: dict[str, SiteFile] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)  # written, and not there before
    gone: set[str] = field(default_factory=set)
    uses: dict[str, SiteFile] = field(default_factory=dict)  # which article shows which asset
    unused: set[str] = field(default_factory=set)  # uses that ended
    releases: dict[str, str] = field(default_factory=dict)  # path of an article's page -> digest of its release
    rendered: int = 0

    def add(self, made: Made) -> None:
        path = made.file.path
        self.seen[path] = made.file
        if made.aside:
            self.written[path] = made.file
            if made.is_new:
                self.fresh.add(path)

    @property
    def any(self) -> bool:
        return bool(self.written or self.gone)

    def now(self, recorded: list[SiteFile]) -> dict[str, SiteFile]:
        """Return recorded files as they are after this publication, by path; uses are no files."""
        kept = (f for f in recorded if f.path not in self.gone and "?" not in f.path)
        return {f.path: self.written.get(f.path, f) for f in kept}

    def to_record(self) -> list[SiteFile]:
        """Return all that the record must learn: what was written, what lay there unknown, and the new uses."""
        unknown = (f for path, f in self.seen.items() if path not in self.written and self.old.get(path) != f)
        return [*self.written.values(), *unknown, *(u for path, u in self.uses.items() if path not in self.old)]
