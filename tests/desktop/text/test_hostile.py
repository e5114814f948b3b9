"""Nothing that an article holds runs, and nothing honest is lost."""

from __future__ import annotations

import importlib.util
import json
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text.dialect import render
from desktop.text.plain import plain

_SPEC = importlib.util.spec_from_file_location("hostile_pieces", Path(__file__).with_name("hostile.py"))
assert _SPEC and _SPEC.loader
hostile = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(hostile)

ALLOWED = {
    "a": {"href", "title", "rel"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
    "div": {"class"},
    "span": {"class"},
} | {
    tag: set()
    for tag in (
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "li", "hr", "pre", "code", "table"),
        *("thead", "tbody", "tr", "figure", "figcaption", "br"),
        *("b", "del", "em", "i", "ins", "mark", "s", "small", "strong", "sub", "sup", "u"),
    )
}


class Inspector(HTMLParser):
    """Names whatever a page of ours may not hold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in ALLOWED:
            self.faults.append(f"<{tag}>")
            return
        for name, value in attrs:
            if name not in ALLOWED[tag]:
                self.faults.append(f"<{tag} {name}>")
            if name in ("href", "src"):
                self._address(tag, "".join(sign for sign in value or "" if sign > " ").lower())
            if name == "class" and value not in ("table", "credit"):
                self.faults.append(f"class {value}")
        if tag == "a" and dict(attrs).get("rel") != "noopener":
            self.faults.append("<a> without rel")

    def _address(self, tag, address):
        scheme = address.partition(":")[0] if ":" in address.split("/")[0].split("?")[0].split("#")[0] else ""
        if scheme not in (("", "http", "https", "mailto", "tel") if tag == "a" else ("", "asset")):
            self.faults.append(f"{tag} to {scheme}:")
        if tag == "img" and address.replace("\\", "/").startswith("//"):
            self.faults.append("picture from elsewhere")

    def handle_comment(self, data):
        self.faults.append("comment")

    def handle_decl(self, decl):
        self.faults.append("declaration")

    def handle_pi(self, data):
        self.faults.append("instruction")


def faults(html: str) -> list[str]:
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector.faults


def test_there_are_enough_pieces():
    assert len(set(hostile.PAYLOADS)) >= 180
    assert len(hostile.BENIGN) >= 25


@pytest.mark.parametrize("payload", hostile.PAYLOADS)
def test_a_hostile_piece_leaves_nothing_forbidden(payload):
    for text in (payload, f"前文{payload}后文", f"- {payload}", f"| a | b |\n|--|--|\n| {payload} | c |"):
        assert faults(render(text)) == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(hostile.PAYLOADS), min_size=2, max_size=4), st.sampled_from(["", " ", "\n", "\n\n"]))
def test_hostile_pieces_together_leave_nothing_forbidden(payloads, joint):
    assert faults(render(joint.join(payloads))) == []


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="<>/\"'=:;&#!-[]()`* \nabsvgonerjtimhxfy\x00\x02\x03中", max_size=80))
def test_noise_leaves_nothing_forbidden(text):
    assert faults(render(text)) == []


@pytest.mark.parametrize(("source", "expected"), hostile.BENIGN)
def test_an_honest_piece_keeps_its_words(source, expected):
    assert plain(source) == expected


def test_a_block_left_open_does_not_reach_into_the_next():
    assert render("<b>甲\n\n乙") == "<p><b>甲</b></p>\n<p>乙</p>\n"


@pytest.fixture
def page():
    """A blank page of the real browser, as far from the network as a switch takes it."""
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium here")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = browser.new_page()
        page.route("**/*", lambda route: route.abort())
        yield page
        browser.close()


def test_nothing_runs_in_a_real_browser(page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content("<body><main></main></body>")
    pieces = [render(payload, asset_url=lambda digest: f"media/{digest}.jpg") for payload in hostile.PAYLOADS]
    page.set_content(f"<!doctype html><meta charset=utf-8><body>{''.join(pieces)}</body>")
    page.evaluate(
        """pieces => { for (const piece of pieces) {
            const home = document.createElement('div'); home.innerHTML = piece; document.body.append(home) } }""",
        pieces,
    )
    page.evaluate(
        """() => { for (const element of document.body.querySelectorAll('*')) {
            for (const kind of ['mouseover', 'mouseenter', 'focus', 'toggle'])
                element.dispatchEvent(new Event(kind, {bubbles: true}));
            if (element.tagName === 'A') element.addEventListener('click', event => {
                if (!element.protocol.endsWith('script:')) event.preventDefault() });
            element.click?.() } }"""
    )
    page.wait_for_function("() => document.readyState === 'complete'")
    assert page.evaluate("() => window.ran ?? null") is None
    assert [url for url in asked if "tracker" in url or url.startswith(("data:text", "javascript:"))] == []
    # The trap itself works: the same page runs what was not cleaned.
    page.evaluate("piece => { document.body.innerHTML = piece }", "<img src=x onerror=window.ran=1>")
    page.wait_for_function("() => window.ran === 1")
    assert json.loads(page.evaluate("() => JSON.stringify(window.ran)")) == 1


MEGABYTE = 1_000_000
MONSTERS = {
    "quotes in one line": ">" * 5_000,
    "quotes": "> " * 20_000,
    "brackets": "[" * 50_000,
    "bullets in one line": "* " * 5_000 + "甲",
    "numbers in one line": "1. " * 5_000 + "甲",
    "lists in lists": "".join("    " * depth + "* 甲\n" for depth in range(300)),
    "quotes in quotes": "".join(">" * depth + " 甲\n" for depth in range(300)),
    "stars": "*a" * 25_000,
    "ticks": "".join("`" * length + " " for length in range(300)),
    "open links": "[a](" * 20_000,
    "open titles": '[a](b "' * 10_000,
    "tags": "<b>" * 20_000,
    "open comments": "<!--" * 20_000,
    "open fences": "```a\n" * 20_000,
    "definitions": "[a]: b\n" * 20_000,
    "headings": "#a\n" * 20_000,
    "rules": "---\n" * 20_000,
    "one line of Han": "字" * MEGABYTE,
    "lines of Han": "字字字字字字字字字\n" * (MEGABYTE // 10),
    "surrogates": "\ud800" * 10_000,
    "control characters": "".join(map(chr, range(32))) * 1_000,
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", MONSTERS)
def test_a_monster_is_rendered_in_bounded_time(name):
    assert faults(render(MONSTERS[name])) == []


@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "\ufeff", "\u202e甲", "\x1b[0m", "\ufffe"])
def test_odd_characters_are_no_exception(text):
    html = render(text)
    html.encode()
    assert "\x00" not in html
