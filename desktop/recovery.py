"""Texts that could not be saved into the newsroom, kept as files on this machine until they are saved or given up."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from db.domain.article import Fields
from db.domain.revision import fields_from, to_json
from db.store.durable import make_folder, write_durably

FORMAT = "caibian/recovery/1"
log = logging.getLogger(__name__)
_SIGNS = re.compile("[^0-9A-Za-z-]")


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
    """The folder of recovery files, one a text.

    All newsrooms of this machine share it, and number their people alike: ``newsroom`` is the uid of the one that is
    open, and its texts alone are offered. Without one all are.
    """

    def __init__(self, folder: Path, newsroom: str = "") -> None:
        self._folder, self._newsroom = folder, newsroom

    def put(self, text: RecoveredText) -> None:
        """Write the text so that it survives a power cut. Raises OSError."""
        make_folder(self._folder)
        form = to_json({"format": FORMAT, "newsroom": self._newsroom, **asdict(text)})
        path = next(p for p in self._paths(text.key, text.person_id) if self._is_of(p, text.person_id))
        write_durably(path, form.encode())

    def drop(self, key: str, person_id: int) -> None:
        """Forget a person's text: it is saved, or not wanted. A file that stays is offered once more."""
        for path in self._paths(key, person_id):
            if self._is_of(path, person_id):
                try:
                    path.unlink(missing_ok=True)
                except OSError as problem:
                    log.warning("a recovery file could not be removed: %s", problem)

    def find(self, key: str, person_id: int) -> RecoveredText | None:
        """Return what is kept of this person's; what another wrote in the same article is for them."""
        for path in self._paths(key, person_id):
            found = _read(path)
            if found and found[1].person_id == person_id:
                return found[1]
        return None

    def unsaved(self, person_id: int) -> tuple[RecoveredText, ...]:
        """Return this person's drafts that never reached the newsroom, oldest first."""
        mine = (text for text in self._every() if text.article_id is None and text.person_id == person_id)
        return tuple(sorted(mine, key=lambda text: text.at))

    def _every(self) -> Iterator[RecoveredText]:
        for path in sorted(self._folder.glob("*.json")):
            found = _read(path)
            if found and (not self._newsroom or found[0] in ("", self._newsroom)):
                yield found[1]

    def _paths(self, key: str, person_id: int) -> tuple[Path, ...]:
        """Return the file of a text, and the one for when another person's text lies there.

        A key that is no plain word, of a newsroom from who knows where, is made one.
        """
        name = _SIGNS.sub("_", key)[:100]
        return self._folder / f"{name}.json", self._folder / f"{name}-{person_id}.json"

    @staticmethod
    def _is_of(path: Path, person_id: int) -> bool:
        found = _read(path)
        return found is None or found[1].person_id == person_id


def _read(path: Path) -> tuple[str, RecoveredText] | None:
    """Return newsroom and text of a file; one that is none of ours is left where it is."""
    try:
        data = json.loads(path.read_bytes())
        if data.pop("format") != FORMAT:
            return None
        newsroom = str(data.pop("newsroom", ""))
        return newsroom, RecoveredText(**{**data, "fields": fields_from(data["fields"])})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
