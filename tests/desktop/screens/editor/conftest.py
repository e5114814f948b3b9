"""A newsroom with a writer, two reviewers and a publisher, and the article screen before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from db.actions import channels, newsroom
from db.actions import people as people_actions
from db.domain.channels import ChannelKind
from db.domain.people import PROGRAM, Role
from db.store import people
from db.store.unit import Store
from desktop.kit.commands import Commands
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Mode, Theme
from desktop.recovery import Recovery
from desktop.screens.editor.screen import ArticleScreen


@dataclass
class Desk:
    """The screen and what stands around it."""

    store: Store
    tasks: Tasks
    commands: Commands
    messages: MessageBar
    screen: ArticleScreen
    recovery: Recovery
    people: dict[str, int]
    channel_id: int

    def sign_in(self, name: str) -> None:
        with self.store.reading() as connection:
            self.tasks.actor = people.actor(connection, self.people[name], "编辑部一号机")

    def drafts(self) -> int:
        with self.store.reading() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM draft").scalar_one())


@pytest.fixture
def desk(store: Store, qtbot, tmp_path: Path) -> Iterator[Desk]:
    names, channel_id = furnish(store)
    theme = Theme(Mode.LIGHT)
    tasks, commands, messages = Tasks(store), Commands(theme), MessageBar(theme)
    qtbot.addWidget(messages)
    recovery = Recovery(tmp_path / "recovery")
    screen = ArticleScreen(tasks, theme, commands, messages, recovery=recovery)
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    made = Desk(store, tasks, commands, messages, screen, recovery, names, channel_id)
    made.sign_in("林晓")
    with qtbot.waitExposed(screen):
        screen.show()
    yield made
    screen._lock.lease.let_go()  # as leaving does: no beat comes after the drain
    tasks.drain()


@pytest.fixture
def fill(desk: Desk) -> Callable[[], None]:
    """Write what every text needs."""

    def filling() -> None:
        screen = desk.screen
        screen._sheet.fields.title.set_value("青禾县：三项举措让老旧小区“焕新”")
        screen._sheet.fields.channel.set_value(desk.channel_id)
        screen._sheet.fields.source.set_value("县住建局")
        rewrite(screen, "今年以来，青禾县把老旧小区改造作为民生实事。\n\n一是问需于民。")

    return filling


def rewrite(screen: ArticleScreen, body: str) -> None:
    """Put another text in, as the person would."""
    screen._sheet.body.set_text(body)
    screen._sheet._on_edited()


def furnish(store: Store) -> tuple[dict[str, int], int]:
    """Found a newsroom with four people and a channel of two levels."""
    with store.changing(PROGRAM) as unit:
        newsroom.found(unit, "青禾网", "admin", "何川", "correct horse 42")
    with store.reading() as connection:
        admin = people.actor(connection, people.everyone(connection)[0].id)
    none: frozenset[int] = frozenset()
    rows = (
        ("linxiao", "林晓", {Role.EDITOR}, none),
        ("chenli", "陈立", {Role.EDITOR}, none),
        ("zhoumin", "周敏", {Role.REVIEWER}, frozenset({1})),
        ("wuyue", "吴越", {Role.REVIEWER}, frozenset({2})),
        ("sunning", "孙宁", {Role.PUBLISHER}, none),
    )
    with store.changing(admin) as unit:
        ids = {
            name: people_actions.add(unit, login, name, frozenset(roles), levels, none, "", True)
            for login, name, roles, levels in rows
        }
        scheme = channels.add_scheme(unit, name="两审", levels=2)
        channel = channels.add(unit, kind=ChannelKind.NEWS, name="乡镇动态", slug="xzdt", scheme_id=scheme)
    return ids, channel
