"""Texts that could not be saved into the newsroom, kept as files on this machine until they are saved or given up."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from db.domain.article import Fields
from db.domain.revision import fields_from, to_json
from db.store.durable import make_folder, write_durably

FORMAT = "caibian/recovery/1"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RecoveredText:
    """One text. ``key`` is the article's uid, or a name of its own while the draft was never saved."""

    key: str
    person_id: int
    article_id: int | None
    version: int  # that the text was written over, 0 for a draft never saved
    at: str  # UTC
    fields: Fields


class Recovery:
    """The folder of recovery files, one a text."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, text: RecoveredText) -> None:
        """Write the text so that it survives a power cut. Raises OSError."""
        make_folder(self._folder)
        form = to_json({"format": FORMAT, **asdict(text)})
        write_durably(self._path(text.key), form.encode())

    def drop(self, key: str) -> None:
        """Forget a text: it is saved, or its writer does not want it. A file that stays is offered once more."""
        try:
            self._path(key).unlink(missing_ok=True)
        except OSError as problem:
            log.warning("a recovery file could not be removed: %s", problem)

    def find(self, key: str) -> RecoveredText | None:
        return _read(self._path(key))

    def unsaved(self, person_id: int) -> tuple[RecoveredText, ...]:
        """Return this person's drafts that never reached the newsroom, oldest first."""
        mine = (text for text in self._every() if text.article_id is None and text.person_id == person_id)
        return tuple(sorted(mine, key=lambda text: text.at))

    def _every(self) -> Iterator[RecoveredText]:
        for path in sorted(self._folder.glob("*.json")):
            text = _read(path)
            if text is not None:
                yield text

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"


def _read(path: Path) -> RecoveredText | None:
    """Return what a file holds; a file that is none of ours is left where it is."""
    try:
        data = json.loads(path.read_bytes())
        if data.pop("format") != FORMAT:
            return None
        return RecoveredText(**{**data, "fields": fields_from(data["fields"])})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
