"""The bell counts what was not seen, says it in words, leads to the article, and holds still when it is asked to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from db.actions import notes, review
from db.domain.changes import Area, Changes
from db.domain.note import Spot
from db.store import articles
from db.store.unit import Store
from desktop.kit.commands import Commands
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
from desktop.shell.notices import Notices

from .conftest import actor_of


@pytest.fixture
def desk(qtbot, newsroom_file, tmp_path):
    store = Store(newsroom_file)
    tasks = Tasks(store)
    tasks.actor = actor_of(store, "linxiao")
    window = QWidget()
    qtbot.addWidget(window)
    told = []
    settings = QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)
    made = Notices(tasks, Commands(Theme()), settings, "uid", window, lambda words, title: told.append((words, title)))
    made.told = told
    qtbot.waitUntil(lambda: made._told >= 0)
    yield made
    tasks.drain()
    store.close()


def send_back(desk):
    store = desk._tasks.store
    with store.reading() as connection:
        [draft_id] = connection.exec_driver_sql("SELECT id FROM draft WHERE stage = 'review'").fetchone()
        found = articles.get_draft(connection, draft_id)
        digest = connection.exec_driver_sql(
            f"SELECT digest FROM revision WHERE id = {found.submitted_revision_id}"
        ).fetchone()[0]
    with store.changing(actor_of(store, "zhoumin")) as unit:
        review.send_back(unit, draft_id, digest, "请核对。")
    desk._tasks.changed.emit(Changes(Area.ARTICLES, frozenset({found.article_id})))
    return found.article_id


def lines(desk):
    desk._fill()
    return [action.text() for action in desk._menu.actions() if action.text()]


def test_a_return_is_counted_told_and_leads_to_the_article(qtbot, desk):
    assert desk.button.text() == "通知"
    article_id = send_back(desk)
    qtbot.waitUntil(lambda: desk.button.text() == "通知 1")
    assert desk.told == [("周敏退回", "清河镇图书馆延时开放")]
    assert lines(desk)[0].startswith("● 周敏退回 · 清河镇图书馆延时开放")
    with qtbot.waitSignal(desk.article_wanted) as wanted:
        desk._menu.actions()[0].trigger()
    assert wanted.args == [article_id]


def test_what_was_seen_is_not_counted_any_more(qtbot, desk):
    send_back(desk)
    qtbot.waitUntil(lambda: desk.button.text() == "通知 1")
    desk._menu.aboutToHide.emit()
    assert desk.button.text() == "通知"
    assert lines(desk)[0].startswith("　周敏退回")


def test_who_wants_quiet_is_told_by_the_count_alone(qtbot, desk):
    desk._commands.run("app.quiet")
    send_back(desk)
    qtbot.waitUntil(lambda: desk.button.text() == "通知 1")
    assert desk.told == []
    assert desk.quiet and desk._commands.action("app.quiet").isChecked()


def test_who_is_called_in_a_note_is_told_by_whom(qtbot, desk):
    store = desk._tasks.store
    with store.reading() as connection:
        draft_id, digest = connection.exec_driver_sql(
            "SELECT draft.id, revision.digest FROM draft JOIN revision ON revision.id = draft.revision_id"
        ).fetchone()
    with store.changing(actor_of(store, "zhoumin")) as unit:
        notes.annotate(unit, draft_id, Spot(), "@林晓 请看。", digest)
        desk._tasks.changed.emit(Changes(Area.ARTICLES, frozenset(unit.article_ids)))
    qtbot.waitUntil(lambda: desk.button.text() == "通知 1")
    assert desk.told == [("周敏在批注里叫您", "清河镇图书馆延时开放")]


def test_without_any_that_is_said(qtbot, desk):
    assert lines(desk)[0] == "还没有通知"
