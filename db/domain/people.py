"""People, their roles, and the units that contribute."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The five roles of a newsroom; one person may have several."""

    CONTRIBUTOR = "contributor"  # 通讯员
    EDITOR = "editor"  # 编辑
    REVIEWER = "reviewer"  # 审核, with the levels that they may review
    PUBLISHER = "publisher"  # 签发
    ADMIN = "admin"  # 管理员


WRITERS = frozenset({Role.CONTRIBUTOR, Role.EDITOR})


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the newsroom as screens see them."""

    id: int
    login: str
    name: str
    roles: frozenset[Role]
    levels: frozenset[int]  # review levels 1..3, when a reviewer
    unit_ids: frozenset[int]
    active: bool
    demo: bool  # signs in with a click on the name


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, from which machine. ``person`` is None for the program itself (imports, schedules)."""

    person_id: int | None
    name: str
    roles: frozenset[Role] = frozenset()
    levels: frozenset[int] = frozenset()
    machine: str = ""

    def may(self, *roles: Role) -> bool:
        return any(role in self.roles for role in roles)


PROGRAM = Actor(None, "采编台")


@dataclass(frozen=True, slots=True)
class ContributingUnit:
    """供稿单位."""

    id: int
    short_name: str
    full_name: str
    scoring_group: str
    active: bool
