"""What a list can be filtered by: each choice with its words, as the menu offers them and the chips show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from db.domain.workflow import Publication, Stage
from db.store import channels, people
from db.store.filters import Filters
from desktop.screens.library.period import bound, today

if TYPE_CHECKING:
    from sqlalchemy import Connection

translate = QCoreApplication.translate


class Kind(Enum):
    """One filter of each kind at a time."""

    STAGE = "stage"
    CHANNEL = "channel"
    PERSON = "person"
    UNIT = "unit"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to filter by. ``fields`` are those of Filters that it sets."""

    kind: Kind
    words: str
    fields: tuple[tuple[str, Any], ...]


Chosen = Mapping[Kind, Choice]


def filters_of(chosen: Chosen) -> Filters:
    """Return what has been chosen as the record's filters."""
    made = Filters()
    for choice in chosen.values():
        made = replace(made, **dict(choice.fields))
    return made


def name_of(kind: Kind) -> str:
    return {
        Kind.STAGE: translate("Library", "阶段"),
        Kind.CHANNEL: translate("Library", "栏目"),
        Kind.PERSON: translate("Library", "人员"),
        Kind.UNIT: translate("Library", "供稿单位"),
        Kind.TIME: translate("Library", "改动时间"),
    }[kind]


def offered(connection: Connection) -> dict[Kind, tuple[Choice, ...]]:
    """Return every choice that this newsroom has, times apart."""
    return {
        Kind.STAGE: stages(),
        Kind.CHANNEL: tuple(
            Choice(Kind.CHANNEL, channel.name, (("channel_id", channel.id),))
            for channel in channels.every(connection)
            if channel.active
        ),
        Kind.PERSON: tuple(of_person(person.id, person.name) for person in people.everyone(connection)),
        Kind.UNIT: tuple(
            Choice(Kind.UNIT, unit.short_name, (("unit_id", unit.id),)) for unit in people.units(connection)
        ),
        Kind.TIME: spans(today()),
    }


def of_person(person_id: int, name: str) -> Choice:
    """Return the choice of what a person had a part in."""
    return Choice(Kind.PERSON, name, (("person_id", person_id),))


def stages() -> tuple[Choice, ...]:
    words: list[tuple[str, Stage | Publication]] = [
        (translate("Library", "草稿"), Stage.EDITING),
        (translate("Library", "退回"), Stage.RETURNED),
        (translate("Library", "审核中"), Stage.REVIEW),
        (translate("Library", "已通过"), Stage.APPROVED),
        (translate("Library", "定时"), Stage.SCHEDULED),
        (translate("Library", "已发布"), Publication.LIVE),
        (translate("Library", "已撤稿"), Publication.WITHDRAWN),
        (translate("Library", "已弃稿"), Stage.TRASHED),
    ]
    return tuple(
        Choice(Kind.STAGE, word, (("stage" if isinstance(at, Stage) else "publication", at),)) for word, at in words
    )


def spans(day: date) -> tuple[Choice, ...]:
    """Return the spans that end on ``day``."""
    firsts = (
        (translate("Library", "今天"), day),
        (translate("Library", "最近 7 天"), day - timedelta(days=6)),
        (translate("Library", "最近 30 天"), day - timedelta(days=29)),
        (translate("Library", "今年"), date(day.year, 1, 1)),
    )
    return tuple(Choice(Kind.TIME, words, (("since", bound(first)),)) for words, first in firsts)


def between(first: date | None, last: date | None) -> Choice:
    """Return the choice of what was changed from one day to another, both included."""
    fields = []
    if first is not None:
        fields.append(("since", bound(first)))
    if last is not None:
        fields.append(("until", bound(last + timedelta(days=1))))
    if first == last:
        words = str(first)
    elif first and last:
        words = translate("Library", "{first} 至 {last}").format(first=first, last=last)
    elif first:
        words = translate("Library", "{first} 起").format(first=first)
    else:
        words = translate("Library", "{last} 止").format(last=last)
    return Choice(Kind.TIME, words, tuple(fields))
