"""The audit screen before a real chain: it lists, filters, shows an entry whole, checks the record, and exports."""

from __future__ import annotations

import csv
import json
import sqlite3

import pytest

from db.actions import newsroom, people, write
from db.domain.article import Fields, Words
from db.domain.audit import START, entry_hash
from db.domain.people import PROGRAM, Role
from db.store import people as reading
from desktop.kit.commands import Commands
from desktop.kit.messages import MessageBar
from desktop.kit.theme import Mode, Theme
from desktop.screens.audit import screen as audit_screen
from desktop.screens.audit.screen import AuditScreen

PASSWORD = "qinghe-2026-desk"


@pytest.fixture
def editor(store):
    with store.changing(PROGRAM) as unit:
        admin = newsroom.found(unit, "青禾新闻网", "luolan", "罗岚", PASSWORD)
    with store.reading() as c:
        luo = reading.actor(c, admin, "甲机")
    with store.changing(luo) as unit:
        made = people.add(unit, "linxiao", "=林晓", frozenset({Role.EDITOR}), frozenset(), frozenset(), PASSWORD)
    with store.reading() as c:
        lin = reading.actor(c, made, "甲机")
    for title in ("秋粮丰收", "水库清淤"):
        with store.changing(lin) as unit:
            write.start(unit, Fields(title=title, channel_id=1, source="县水利局", body="正文。"), Words("正文。", 3))
    return lin


@pytest.fixture
def screen(qtbot, tasks, editor):
    tasks.actor = editor
    theme = Theme(Mode.LIGHT)
    messages = MessageBar(theme)
    qtbot.addWidget(messages)
    made = AuditScreen(tasks, theme, Commands(theme), messages, known_head=lambda: None)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    qtbot.waitUntil(lambda: not made.model.loading and made.model.rowCount() > 0)
    qtbot.waitUntil(lambda: made.filters.person.count() > 1)
    return made


def listed(qtbot, screen):
    qtbot.waitUntil(lambda: not screen.model.loading)
    return [screen.model.row(at).entry for at in range(screen.model.rowCount())]


def told(screen, words):
    return any(words in message.text for message in screen._messages.messages())


def test_the_chain_is_listed_newest_first(qtbot, screen):
    entries = listed(qtbot, screen)
    assert [entry.seq for entry in entries] == list(range(len(entries), 0, -1))
    assert screen.count.text() == f"{len(entries)} 条"


def test_it_is_filtered_by_person_kind_and_article(qtbot, screen):
    screen.filters.person.setCurrentIndex(screen.filters.person.findText("=林晓"))
    assert {entry.person for entry in listed(qtbot, screen)} == {"=林晓"}
    screen.filters.kind.setCurrentIndex(screen.filters.kind.findData(("write",)))
    assert [entry.verb for entry in listed(qtbot, screen)] == ["write", "write"]
    number = screen.model.row(0).number
    screen.filters.number.setText(number)
    qtbot.waitUntil(lambda: len(listed(qtbot, screen)) == 1)
    screen.filters.number.setText("没有")
    qtbot.waitUntil(lambda: listed(qtbot, screen) == [])


def test_days_that_nothing_happened_on_are_empty(qtbot, screen, store):
    screen.filters.time.setCurrentIndex(screen.filters.time.findData(0))
    assert len(listed(qtbot, screen)) > 0


def test_an_entry_is_shown_whole_and_its_article_opens(qtbot, screen):
    screen.filters.kind.setCurrentIndex(screen.filters.kind.findData(("write",)))
    listed(qtbot, screen)
    screen.list.setCurrentIndex(screen.model.index(0))
    qtbot.waitUntil(lambda: "水库清淤" in screen.entry.text())
    entry = screen.model.row(0).entry
    assert entry.hash in screen.entry.text() and entry.previous in screen.entry.text()
    with qtbot.waitSignal(screen.opened) as opened:
        screen.entry.linkActivated.emit("article")
    assert opened.args == [entry.article_id]


def test_a_record_that_holds_is_said_to(qtbot, screen):
    screen.verify()
    qtbot.waitUntil(lambda: told(screen, "全部相符"))


def test_what_does_not_hold_is_said_with_its_place(qtbot, screen, store):
    with sqlite3.connect(store.path) as raw:
        raw.execute("DROP TRIGGER audit_no_update")
        raw.execute("UPDATE audit SET person = '别人' WHERE seq = 2")
    raw.close()
    screen.verify()
    qtbot.waitUntil(lambda: told(screen, "处不符") and told(screen, "数据库的规则被去掉了"))


@pytest.fixture
def place(monkeypatch, tmp_path):
    def at(name):
        monkeypatch.setattr(audit_screen, "ask_new_file", lambda *_: tmp_path / name)
        return tmp_path / name

    return at


def test_the_table_holds_every_entry_and_no_formula(qtbot, screen, place):
    path = place("留痕.csv")
    screen.export()
    qtbot.waitUntil(lambda: told(screen, "已导出"))
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head[0] == "序号" and [int(row[0]) for row in rows] == list(range(1, len(rows) + 1))
    assert len(rows) == screen.model.rowCount()
    assert "'=林晓" in {row[2] for row in rows}


def test_the_lines_can_be_checked_by_anybody(qtbot, screen, place):
    path = place("留痕.jsonl")
    screen.export()
    qtbot.waitUntil(lambda: told(screen, "已导出"))
    previous = START
    for written in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(written)
        made = entry.pop("hash")
        assert entry["previous"] == previous and entry_hash(**entry) == made
        previous = made


def test_a_place_that_takes_nothing_is_said(qtbot, screen, place):
    place("没有的文件夹/留痕.csv")
    screen.export()
    qtbot.waitUntil(lambda: told(screen, "没有写成"))
