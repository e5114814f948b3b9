"""网页预览 from the article screen: the text as it stands there, in the browser, following what is saved."""

from __future__ import annotations

import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from db.actions import write
from db.store import people
from desktop.screens.editor import browsing
from desktop.text.words import words
from tests.desktop.screens.editor.conftest import rewrite


class Browser(QObject):
    """Takes what would be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[str] = []

    @Slot(QUrl)
    def take(self, page: QUrl) -> None:
        self.pages.append(page.toString())


@pytest.fixture
def browser(qapp) -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("http", made, "take")
    yield made
    QDesktopServices.unsetUrlHandler("http")


def browse(qtbot, desk, browser: Browser) -> str:
    """Ask for the page and return its address."""
    before = len(browser.pages)
    assert desk.commands.run("article.browse")
    qtbot.waitUntil(lambda: len(browser.pages) > before)
    return browser.pages[-1]


def page_at(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return answer.read().decode()


def test_what_was_never_saved_is_seen_in_the_browser(qtbot, desk, browser):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._current() is not None)
    assert "<article" in page_at(browse(qtbot, desk, browser)) and desk.drafts() == 0


def test_the_page_follows_what_is_saved(qtbot, desk, fill, browser):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._current() is not None)
    fill()
    browse(qtbot, desk, browser)
    html = page_at(browser.pages[0])
    assert browser.pages[0].startswith("http://127.0.0.1:") and browser.pages[0].endswith("/draft.html")
    assert "一是问需于民。" in html and "三项举措" in html and "乡镇动态" in html
    rewrite(desk.screen, "夜班公交开通了。")
    desk.commands.run("article.save")
    qtbot.waitUntil(lambda: desk.screen._saver.clean and desk.drafts() == 1)
    assert "夜班公交开通了。" in page_at(browser.pages[0])
    qtbot.waitUntil(lambda: desk.screen._current().article is not None)
    rewrite(desk.screen, "夜班公交又开通了一条。")
    desk.commands.run("article.save")
    qtbot.waitUntil(lambda: desk.screen._saver.clean)
    html = page_at(browser.pages[0])
    assert "夜班公交又开通了一条。" in html and "编辑：林晓" in html


def test_a_page_stays_with_its_article(qtbot, desk, fill, browser):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._current() is not None)
    fill()
    browse(qtbot, desk, browser)
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._current() is not None)
    rewrite(desk.screen, "另一篇。")
    desk.commands.run("article.save")
    qtbot.waitUntil(lambda: desk.screen._saver.clean and desk.drafts() == 2)
    assert "一是问需于民。" in page_at(browser.pages[0])


def test_the_page_follows_what_another_person_saved(qtbot, desk, fill, browser):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._current() is not None)
    fill()
    assert desk.screen.commit_pending()
    browse(qtbot, desk, browser)
    desk.screen._lock.lease.let_go()
    target, fields = desk.screen._saver.target, replace(desk.screen._sheet.value(), body="陈立改了。")
    with desk.store.reading() as connection:
        other = people.actor(connection, desk.people["陈立"])
    with desk.store.changing(other) as unit:
        write.save(unit, target.draft_id, fields, words(fields.body), target.version)
    desk.screen._read()
    qtbot.waitUntil(lambda: desk.screen._sheet.value().body == "陈立改了。")
    assert "陈立改了。" in page_at(browser.pages[0])


def test_two_pages_have_one_server_and_it_ends_with_the_window(qtbot, desk, fill, browser):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._current() is not None)
    fill()
    browse(qtbot, desk, browser)
    desk.screen.commit_pending()
    desk.screen.open(desk.screen._saver.target.article_id)
    qtbot.waitUntil(lambda: desk.screen._current() is not None)
    browse(qtbot, desk, browser)
    first, second = browser.pages
    assert first.split("/")[:4] == second.split("/")[:4] and first != second
    desk.tasks.drain()
    with pytest.raises(urllib.error.URLError):
        page_at(first)


def test_the_server_ends_when_the_screen_is_gone(qtbot, desk, browser):
    browsing_ = desk.screen._browsing
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._current() is not None)
    browse(qtbot, desk, browser)
    server = browsing_._server
    browsing_.setParent(None)
    browsing_.deleteLater()
    qtbot.waitUntil(lambda: server._closed)


def test_the_menu_offers_it(qtbot, desk):
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._current() is not None)
    assert desk.commands.action("article.browse") in desk.screen._frame._menu.actions()
    assert desk.screen._frame._others.isVisible()


def test_without_a_browser_the_address_can_be_copied(qtbot, desk, monkeypatch):
    monkeypatch.setattr(browsing.QDesktopServices, "openUrl", lambda _url: False)
    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._current() is not None)
    desk.commands.run("article.browse")
    qtbot.waitUntil(lambda: bool(desk.messages.messages()))
    told = desk.messages.messages()[-1]
    assert "没有打开浏览器" in told.text
    told.action()
    assert "<article" in page_at(QGuiApplication.clipboard().text())


@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs a browser")
def test_a_save_brings_the_new_words_into_the_browser(qtbot, desk, fill, browser):
    from playwright.sync_api import sync_playwright

    desk.screen.open(None)
    qtbot.waitUntil(lambda: desk.screen._current() is not None)
    fill()
    address = browse(qtbot, desk, browser)
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page()
        page.goto(address)
        assert "一是问需于民。" in page.locator("article").inner_text()
        rewrite(desk.screen, "夜班公交开通了。")
        desk.commands.run("article.save")
        qtbot.waitUntil(lambda: desk.screen._saver.clean)
        page.get_by_text("夜班公交开通了。").wait_for(timeout=10_000)
        chromium.close()
