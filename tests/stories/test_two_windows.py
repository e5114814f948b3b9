"""Two people at two machines, one draft: the lease, the take-over, the stale save, and both texts there."""

from __future__ import annotations

from contextlib import contextmanager

from PySide6.QtCore import QSettings, QTimer

from db.domain.people import PROGRAM
from db.store import articles, history, search
from db.store.unit import Store
from desktop.kit.theme import Theme
from desktop.settings import MachineSettings
from desktop.shell.window import MainWindow

from .hand import Hand
from .moves import signs_in
from .play import play

TITLE = "一根竹子的第十八道工序"


def test_two_people_write_one_draft_and_both_texts_are_there(newsroom, tmp_path):
    async def story(lin: Hand) -> None:
        await signs_in(lin, "林晓")
        await lin.go_to("我的稿件")
        await lin.click_row(TITLE)
        await lin.click_into("正文", "竹")
        await lin.press("Ctrl+Home")
        await lin.type("林晓先写的一句。")
        await lin.sees("已保存")

        sleep(lin.window)
        su = Hand(second_window(tmp_path, newsroom))
        await signs_in(su, "苏晴")
        await su.go_to("全部稿件")
        await su.click_row(TITLE)
        await su.sees("林晓", "接手")
        await su.click("接手")
        await su.sees("接手编辑这份稿件？")
        await su.click("接手")
        await su.sees("接手编辑 · 苏晴")
        await su.click_into("正文", "林晓先写的一句")
        await su.press("Ctrl+End")
        await su.type("苏晴接着写的一句。")
        await su.sees("已保存")

        await lin.click_into("正文", "林晓先写的一句")
        await lin.press("Home")
        await lin.type("林晓不知道有人接手。")
        await lin.sees("苏晴先保存了", "苏晴接着写的一句。", "林晓不知道有人接手。")
        await lin.click("用对方的")
        await lin.misses("林晓不知道有人接手。")
        await lin.sees("苏晴接着写的一句。")
        su.window.end()
        su.window.close()
        await lin.closes()

    play(story(Hand()), newsroom)
    assert "苏晴接着写的一句。" in body(newsroom)
    assert any("林晓不知道有人接手。" in text for text in set_aside(newsroom))


def body(newsroom) -> str:
    with reading(newsroom) as connection:
        return articles.get_draft(connection, draft_id(connection)).fields.body


def set_aside(newsroom) -> list[str]:
    """Return what the journal of the draft holds of texts that were not saved."""
    with reading(newsroom) as connection:
        rows = history.journal_rows(connection, draft_id(connection))
        return [history.journal_fields(connection, row.id).body for row in rows]


def draft_id(connection) -> int:
    ids = [hit.article_id for hit in search.find(connection, TITLE)]
    found = next(row.article_id for row in articles.rows(connection, ids).values() if row.title == TITLE)
    return articles.get(connection, found, PROGRAM).draft.id


@contextmanager
def reading(newsroom):
    store = Store(newsroom, read_only=True)
    with store.reading() as connection:
        yield connection
    store.close()


def sleep(window) -> None:
    """A machine that slept: it has not heard yet what was done elsewhere when somebody types on it again."""
    for part in (window.session.keeper, window.desk.article._lock.lease):
        for timer in part.findChildren(QTimer):
            timer.stop()


def second_window(tmp_path, newsroom) -> MainWindow:
    """Another machine: a window with settings of its own on the same file."""
    settings = MachineSettings(tmp_path / "other" / "settings.json")
    windows = QSettings(str(tmp_path / "other.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Theme(), settings, windows)
    window.show()
    window.resize(1440, 900)
    window.open(newsroom)
    return window
