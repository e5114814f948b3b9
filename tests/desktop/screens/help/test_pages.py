"""The pages of the help: whole, linked, and true to the words of the window."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QUrl

from desktop.kit.theme import Mode, Theme
from desktop.paths import resources
from desktop.screens.help.pages import ORDER, folder, html, read, title
from desktop.screens.help.window import HelpWindow

LANGUAGES = {"zh_CN": "「([^」]*)」", "en": "“([^”]*)”"}  # how a page quotes what stands on the screen
PAGES = [(language, page) for language in LANGUAGES for page in ORDER]


def words(language: str) -> set[str]:
    messages = ElementTree.parse(resources() / "i18n" / "caibian_en.ts").getroot().iter("message")
    return {message.findtext("source" if language == "zh_CN" else "translation", "") for message in messages}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_pages(language: str) -> None:
    assert {path.stem for path in folder(language).iterdir()} == set(ORDER)
    assert len({title(language, page) for page in ORDER}) == len(ORDER)


@pytest.mark.parametrize(("language", "page"), PAGES)
def test_links_lead_to_pages(language: str, page: str) -> None:
    for link in re.findall(r"\]\(([^)]*)\)", read(language, page)):
        assert (folder(language) / link).is_file(), link


@pytest.mark.parametrize(("language", "page"), PAGES)
def test_what_a_page_quotes_stands_on_the_screen(language: str, page: str) -> None:
    quoted = set(re.findall(LANGUAGES[language], read(language, page)))
    assert not quoted - words(language)


@pytest.mark.parametrize(("language", "page"), PAGES)
def test_a_page_is_made_by_the_parser_of_articles(language: str, page: str) -> None:
    made = html(language, page)
    assert made.startswith(f"<h1>{title(language, page)}</h1>")
    assert "**" not in made and "](" not in made


@pytest.fixture
def window(qtbot) -> HelpWindow:
    made = HelpWindow(Theme(Mode.LIGHT))
    qtbot.addWidget(made)
    return made


def test_a_page_is_shown_and_links_are_followed(window: HelpWindow) -> None:
    window.show_page("publishing")
    assert window.list.currentItem().text() == "发布"
    assert "先签发，再更新网站" in window.browser.toPlainText()
    window.browser.anchorClicked.emit(QUrl("recovery.md"))
    assert (window.page, window.list.currentItem().text()) == ("recovery", "找回文字和数据")
    window.browser.anchorClicked.emit(QUrl("https://example.com/"))
    assert window.page == "recovery"
    window.list.setCurrentRow(0)
    assert window.page == "start"


def test_an_unknown_page_is_the_first(window: HelpWindow) -> None:
    window.show_page("nowhere")
    assert window.page == "start"


def test_the_help_speaks_the_language_of_the_window(qtbot, speaking) -> None:
    speaking("en")
    window = HelpWindow(Theme(Mode.LIGHT))
    qtbot.addWidget(window)
    window.show_page("review")
    assert window.windowTitle() == "Help for Caibian"
    assert window.browser.toPlainText().startswith("Review")
