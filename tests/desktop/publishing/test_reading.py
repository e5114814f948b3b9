"""The published page in a reader's hands: text sizes with and without script, print, phones, opened from the disk."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.publishing.publish import publish
from desktop.publishing.serve import make_server
from tests.desktop.publishing.newsroom import Newsroom
from tests.desktop.publishing.test_publish import filled

pytestmark = pytest.mark.skipif(shutil.which("chromium") is None, reason="needs a browser")
ARTICLE = "headlines/2026/07/2026-00001.html"
SIZE = "parseFloat(getComputedStyle(document.querySelector('.text')).fontSize)"


@pytest.fixture
def site(newsroom: Newsroom, tmp_path: Path) -> Path:
    filled(newsroom, 6)
    table = "<table>" + "<tr>" + "<td>很宽的一格内容</td>" * 20 + "</tr></table>"
    newsroom.release("宽表", f'<div class="table">{table}</div>', at="2026-07-30T00:00:00Z")
    publish(newsroom.store, tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def served(site: Path) -> Iterator[str]:
    with make_server(site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield opened
        opened.close()


def test_text_sizes_work_without_script(site: Path, browser: Any) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((site / ARTICLE).as_uri())
    sizes = []
    for which in ("s", "m", "l"):
        page.click(f"label[for=size-{which}]")
        sizes.append(page.locator(".text").evaluate("e => parseFloat(getComputedStyle(e).fontSize)"))
    assert sizes == sorted(set(sizes))
    assert not page.is_visible("button.print")


def test_the_chosen_size_is_remembered_and_printing_is_offered(site: Path, browser: Any) -> None:
    page = browser.new_page()
    page.goto((site / ARTICLE).as_uri())
    before = page.evaluate(SIZE)
    page.keyboard.press("Tab")
    page.focus("#size-m")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(SIZE) > before
    page.goto((site / "films/2026/07/2026-00007.html").as_uri())
    assert page.evaluate(SIZE) > before
    assert page.is_visible("button.print")


def test_on_paper_there_is_the_text_and_its_address_only(site: Path, browser: Any) -> None:
    page = browser.new_page()
    page.goto((site / ARTICLE).as_uri())
    page.emulate_media(media="print")
    assert all(page.is_visible(part) for part in ("h1", ".text", ".attribution", ".where"))
    assert not any(page.is_visible(part) for part in (".channels", ".masthead", ".foot", ".tools", ".strip"))


def test_a_wide_table_is_whole_on_paper(site: Path, browser: Any) -> None:
    page = browser.new_context(viewport={"width": 700, "height": 1000}).new_page()
    page.goto((site / "headlines/2026/07/2026-00011.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator(".text .table").evaluate("e => e.scrollWidth <= e.clientWidth")


@pytest.mark.parametrize("width", [320, 360, 768, 1024])
def test_no_page_is_wider_than_the_screen(site: Path, newsroom: Newsroom, browser: Any, width: int) -> None:
    for number, name in enumerate(("部门信息", "民生服务", "影像青禾", "公告公示", "党建引领基层治理"), 8):
        newsroom.channel(number, name)
    publish(newsroom.store, site)
    page = browser.new_context(viewport={"width": width, "height": 700}).new_page()
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_all_that_a_page_says_is_in_a_landmark(site: Path, browser: Any) -> None:
    page = browser.new_page()
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("[...document.body.children].map(e => e.localName).join()").startswith("a,header,nav,")
        assert page.locator("body > :not(.skip, header, nav, main, footer)").count() == 0, path


def test_a_click_copies_the_address_for_the_bookmark_and_the_next_one_says_how(
    site: Path, served: str, browser: Any
) -> None:
    page = browser.new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(served + ARTICLE)
    page.click("a.bookmark")
    page.wait_for_selector("text=已复制本页地址")
    assert page.evaluate("navigator.clipboard.readText()") == served + ARTICLE
    page.click("a.bookmark")
    page.wait_for_url("**/help.html#bookmark")


def test_without_script_the_bookmark_is_explained(site: Path, browser: Any) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((site / ARTICLE).as_uri())
    page.click("a.bookmark")
    page.wait_for_url("**/help.html#bookmark")


def test_a_table_wider_than_the_screen_is_scrolled_by_the_keyboard(site: Path, browser: Any) -> None:
    page = browser.new_context(viewport={"width": 360, "height": 700}).new_page()
    page.goto((site / "headlines/2026/07/2026-00011.html").as_uri())
    page.wait_for_selector(".text .table[tabindex]")
    page.emulate_media(media="print")  # there the same table fits
    page.set_viewport_size({"width": 1400, "height": 700})
    page.wait_for_selector(".text .table:not([tabindex])")
