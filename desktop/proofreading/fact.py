"""One row of the fact ledger: something that a text asserts and that can be checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a row is about."""

    FIGURE = "figure"
    DATE = "date"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    QUOTATION = "quotation"
    POLICY = "policy"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: where it stands, in which sentence, what it says.

    ``key`` is the same as long as the row says the same in the same sentence, and no other row has it. A name is one
    row at its first place, ``times`` says how often it stands there.
    """

    kind: Kind
    start: int
    end: int
    sentence: tuple[int, int]
    value: str  # however it was written
    text: str
    detail: str = ""  # a person's title, who is quoted
    times: int = 1
    key: str = ""
