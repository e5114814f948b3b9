"""审批单 of some days: one PDF for each article that went out first on them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from db.actions import release
from desktop.screens.publishing import sheets
from desktop.screens.publishing.sheets import SheetsDialog


@pytest.fixture
def folder(monkeypatch, tmp_path):
    made = tmp_path / "审批单"
    made.mkdir()
    monkeypatch.setattr(sheets, "ask_folder", lambda *_: made)
    monkeypatch.setattr(SheetsDialog, "exec", lambda _self: QDialog.DialogCode.Accepted)
    return made


def told(screen_messages, words):
    return any(words in message.text for message in screen_messages.messages())


def test_each_article_published_on_these_days_gets_its_sheet(qtbot, desk, open_screen, folder):
    for title in ("清淤完工", "秋粮丰收"):
        _article, draft = desk.approved(title)
        with desk.store.changing(desk.publisher) as unit:
            release.publish(unit, draft)
    desk.approved("还没有签发")
    screen = open_screen(desk.publisher)
    screen.sheets.export()
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 2, timeout=20_000)
    assert all(path.read_bytes().startswith(b"%PDF") for path in folder.iterdir())


def test_days_without_any_are_said(qtbot, desk, open_screen, folder):
    screen = open_screen(desk.publisher)
    screen.sheets.export()
    qtbot.waitUntil(lambda: told(screen.sheets._messages, "没有审批单可导出"))


def test_a_folder_that_takes_nothing_is_said(qtbot, desk, open_screen, folder):
    _article, draft = desk.approved("清淤完工")
    with desk.store.changing(desk.publisher) as unit:
        release.publish(unit, draft)
    folder.rmdir()
    screen = open_screen(desk.publisher)
    screen.sheets.export()
    qtbot.waitUntil(lambda: told(screen.sheets._messages, "写到第 1 份时停下了"), timeout=20_000)


def test_an_end_before_the_beginning_is_said(qtbot, desk, open_screen):
    screen = open_screen(desk.publisher)
    dialog = SheetsDialog(screen.sheets._tasks, screen)
    dialog.first.set_value("2026-11-20")
    dialog.last.set_value("2026-11-01")
    dialog.accept()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog.last._below.text() == "比开始的日期早，请改一个。"
