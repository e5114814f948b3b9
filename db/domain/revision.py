"""The canonical form of a revision and its digest, format ``caibian/revision/1``.

The form is one JSON object, UTF-8, keys sorted, no spaces, non-ASCII characters as they are, strings in NFC as they
were saved, no floats; every field of ``Fields`` is present, empty ones too; ``assets`` lists the digests of every
asset used, sorted; captions, alt texts and credits are in the body, at their use. The digest is the SHA-256 of these
bytes, in lower-case hexadecimal. A later format gets its own number; a revision keeps the one it was made with.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db.domain.article import Attachment, Fields, Policy, Reprint, Video, asset_digests

FORMAT = "caibian/revision/1"


class RevisionKind(StrEnum):
    """What made a revision."""

    SUBMIT = "submit"
    KEPT = "kept"  # 存一稿
    RESTORE = "restore"
    IMPORT = "import"
    AMEND = "amend"  # 审改
    CONFIRM = "confirm"  # 确认审改: some of its changes stand


@dataclass(frozen=True, slots=True)
class Revision:
    """第 N 稿: an immutable snapshot."""

    id: int
    article_id: int
    n: int
    digest: str
    kind: RevisionKind
    name: str
    by: str
    at: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """A revision in the history list."""

    id: int
    n: int
    digest: str
    kind: RevisionKind
    name: str
    by: str
    at: str
    count: int


def to_json(value: object) -> str:
    """Return canonical JSON of plain data and of slotted values in it."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_named)


def _named(value: Any) -> dict[str, object]:
    """Return the members of a value by their names: what ``asdict`` does, without its copies."""
    return {name: getattr(value, name) for name in value.__slots__}


def canonical(fields: Fields) -> str:
    """Return the canonical form of ``fields``."""
    return to_json({"format": FORMAT, "fields": fields, "assets": asset_digests(fields)})


def digest(canonical_form: str) -> str:
    return hashlib.sha256(canonical_form.encode()).hexdigest()


def from_canonical(form: str) -> Fields:
    """Read the fields back. Raises ValueError when the form is of another format."""
    data = json.loads(form)
    if data["format"] != FORMAT:
        raise ValueError(f"unknown revision format {data['format']!r}")
    return fields_from(data["fields"])


def fields_from(data: dict[str, Any]) -> Fields:
    """Make ``Fields`` of plain data; unknown keys are an error, missing ones take their defaults."""
    lists = ("keywords", "correspondents", "photographers", "authors")
    made: dict[str, Any] = {**data, **{name: tuple(data.get(name, ())) for name in lists}}
    made["attachments"] = tuple(Attachment(**a) for a in data.get("attachments", ()))
    made["reprint"] = Reprint(**data.get("reprint", {}))
    made["policy"] = Policy(**data.get("policy", {}))
    made["video"] = Video(**data.get("video", {}))
    return Fields(**made)
