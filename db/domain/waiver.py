"""豁免: a rule that a text breaks, set aside by a person for a reason; who reviews it sees that."""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.domain.article import Fields

ALT = "alt"  # a picture has a text for who cannot see it; its subject is the picture's digest
MAX_REASON = 500  # characters

#: As the dialect writes a picture of the record: the words that are read aloud, its address. A film has an ending.
PICTURE = re.compile(r"!\[((?:\\.|[^\]\\])*)\]\(\s*<?asset:([0-9a-f]{64})(?![0-9a-f.])")
TAG = re.compile(r"<img\b[^>]*asset:([0-9a-f]{64})[^>]*>", re.IGNORECASE)
_SAID = re.compile(r"""\balt\s*=\s*(?:"\s*[^"\s]|'\s*[^'\s]|[^"'\s>])""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Waiver:
    """One rule set aside for one subject of a draft."""

    rule: str
    subject: str
    reason: str
    by: str
    at: str


def without_alt(fields: Fields) -> tuple[str, ...]:
    """Return the digests of the pictures in the body that some place shows without an alternative text, in order."""
    found = [(m.start(), m[2]) for m in PICTURE.finditer(fields.body) if not m[1].strip()]
    found += [(m.start(), m[1]) for m in TAG.finditer(fields.body) if not says_alt(m[0])]
    return tuple(dict.fromkeys(digest for _at, digest in sorted(found)))


def says_alt(tag: str) -> bool:
    """Whether the tag of a picture has an alternative text that says something."""
    return bool(_SAID.search(tag))
