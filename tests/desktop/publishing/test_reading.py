"""The published page in a reader's hands: text sizes with and without script, print, phones, opened from the disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.publishing.publish import publish
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


def test_no_page_is_wider_than_a_phone(site: Path, browser: Any) -> None:
    page = browser.new_context(viewport={"width": 360, "height": 700}).new_page()
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
