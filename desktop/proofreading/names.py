"""People with their titles, organisations and places of a text, from lists, rules and the recogniser together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from desktop.proofreading import name_rules as rules
from desktop.proofreading.recogniser import ORGANISATION, PERSON, PLACE, Entity


class Bearer(Enum):
    """Whose name it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Name:
    """One name in a text. ``start`` is where a person's title begins."""

    start: int
    end: int
    bearer: Bearer
    name: str
    title: str = ""


class Lists:
    """The names that the newsroom knows."""

    def __init__(self, people: Iterable[str] = (), organisations: Iterable[str] = ()) -> None:
        self.people = rules.Known(name for name in people if 2 <= len(name) <= 8)
        self.organisations = rules.Known(name for name in organisations if len(name) > 2)


_KINDS = {PERSON: Bearer.PERSON, ORGANISATION: Bearer.ORGANISATION, PLACE: Bearer.PLACE}
_ASIDE = re.compile(r"[^\u4e00-\u9fff·A-Za-z]")
_TITLE_ROOM = 24  # characters before a name in which titles are looked for
_GENERAL = rules.GENERAL
_PART = re.compile(
    "(?:县|区|镇|乡|村|街道|社区|组|路|街|巷|桥|山|河|湖|库|园|场|站|湾)$"
)  # what a place has as its part


def names(text: str, lists: Lists, entities: Sequence[Entity] | None = None) -> list[Name]:
    """Return the names in order. ``entities`` are what the recogniser found; without them rules do its work."""
    found: dict[Bearer, list[tuple[int, int]]] = {bearer: [] for bearer in Bearer}
    used = bytearray(len(text))

    def take(bearer: Bearer, spans: Iterable[tuple[int, int]]) -> None:
        for start, end in spans:
            if end > start and not any(used[start:end]):
                used[start:end] = b"\1" * (end - start)
                found[bearer].append((start, end))

    take(Bearer.ORGANISATION, lists.organisations.find(text))
    take(Bearer.PERSON, lists.people.find(text))
    if entities is None:
        take(Bearer.PERSON, rules.people(text))
        take(Bearer.ORGANISATION, rules.organisations(text))
        take(Bearer.PLACE, rules.places(text))
    else:
        offices = dict(rules.organisations(text))  # by where they begin
        for entity in entities:
            if _plausible(text[entity.start : entity.end], _KINDS[entity.kind]):
                longer = max(offices.get(entity.start, 0), entity.end)
                bearer = Bearer.ORGANISATION if longer > entity.end else _KINDS[entity.kind]
                take(bearer, [(entity.start, longer)])
        take(Bearer.PERSON, rules.people(text))
        take(Bearer.ORGANISATION, offices.items())
    people: list[Name] = []
    for start, end in sorted(found[Bearer.PERSON]):
        people.append(_with_title(text, people[-1].end if people else 0, start, end))
    others = [(Bearer.ORGANISATION, *span) for span in sorted(found[Bearer.ORGANISATION])]
    others += [(Bearer.PLACE, *span) for span in _chained(text, found[Bearer.PLACE])]
    titled = bytearray(len(text))
    for person in people:
        titled[person.start : person.end] = b"\1" * (person.end - person.start)
    rest = [Name(start, end, bearer, text[start:end]) for bearer, start, end in others if not titled[start]]
    return sorted((*people, *rest), key=lambda name: (name.start, name.end))


def _plausible(name: str, bearer: Bearer) -> bool:
    if _ASIDE.search(name) or name.isascii() or len(name) < 2:
        return False
    return rules.surname(name) if bearer is Bearer.PERSON else not _GENERAL.search(name)


def _with_title(text: str, free: int, start: int, end: int) -> Name:
    room = text[max(free, start - _TITLE_ROOM) : start]
    title = rules.BEFORE.search(room)
    begins = start - (len(title[0]) if title else 0)
    said = title[0].strip("：: 　、，") if title else ""
    return Name(begins, end, Bearer.PERSON, text[start:end], said)


def _chained(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return 清河镇 and 桃溪村 that stand together as one place; the next word need not be one (青禾县 山多田碎)."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if made and made[-1][1] == start:
            made[-1] = (made[-1][0], end if _PART.search(text, start, end) else start)
        else:
            made.append((start, end))
    return made
