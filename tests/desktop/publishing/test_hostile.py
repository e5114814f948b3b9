"""S2: hostile values in every field, through every template: feeds parse, nothing runs in a real browser."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from sqlalchemy import text

from db.domain.article import Attachment, Policy, Reprint, Video
from db.domain.people import PROGRAM
from db.domain.release import Attribution
from db.domain.settings import SETTINGS, SettingKind
from db.store.unit import Store
from desktop.publishing.publish import publish
from desktop.publishing.serve import make_server
from desktop.publishing.verify import verify_site
from tests.desktop.publishing.newsroom import Newsroom
from tests.desktop.publishing.test_publish import tree

RUN = "document.title='RAN'"
HOSTILE = (
    f"<script>{RUN}</script>",
    f'"><img src=x onerror="{RUN}">',
    f"'><svg onload={RUN}>",
    f"</title><script>{RUN}</script>",
    f"</textarea></style></noscript><script>{RUN}</script>",
    f'" autofocus onfocus="{RUN}" x="',
    f"javascript:{RUN}",
    f"java\tscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    "//evil.example/x.js",
    "{{ 7 * 7 }}{% raw %}{# #}${7*7}<%= 7*7 %>",
    "{{ ''.__class__.__mro__ }}",
    "]]><script>" + RUN + "</script><![CDATA[",
    "--><script>" + RUN + "</script><!--",
    "&lt;script&gt;&#60;script&#62;&amp;",
    "一行\n两行\r\n三行\u2028四行",
    "\u202etxt.exe\u202c\u2066א\u2069",
    "字" * 300,
    "😀👨‍👩‍👧🇨🇳",
    "\x00\x01\x08\x0b\x1f\x7f\ufffe\uffff",
    "' OR 1=1; --",
    "%00../../etc/passwd\\..\\..",
)
HANDLERS = "[...document.querySelectorAll('*')].some(e => [...e.attributes].some(a => /^on/i.test(a.name)))"


def hostile_newsroom(newsroom: Newsroom) -> None:
    """Put each value into every field of an article of every kind, and into channels."""
    for n, value in enumerate(HOSTILE):
        picture = newsroom.picture(b"\xff\xd8 %d" % n)
        for channel_id in (1, 2, 3, 5, 6):
            newsroom.release(
                value, "<p>正文</p>", channel_id=channel_id, slug=value, shoulder=value, subtitle=value, summary=value,
                keywords=(value, value), source=value, cover=picture, body=value, event_date=value,
                information_source=value, attachments=(Attachment(picture, value),),
                reprint=Reprint(value, value, value, value), policy=Policy(value, value, value, value),
                video=Video(value or "x", picture, value),
                names=Attribution(value, (value,), (value,), (value,), (value,), (value,), value),
            )  # fmt: skip


def hostile_chrome(newsroom: Newsroom, value: str) -> None:
    given = {s.name: value for s in SETTINGS if s.public and s.kind not in (SettingKind.NUMBER, SettingKind.SWITCH)}
    newsroom.set(**given, find_errors=True)
    with newsroom.store.changing(PROGRAM) as unit:
        for number in range(1, 8):
            known = {"d": value, "n": f"{value}{number}", "i": number}
            unit.connection.execute(
                text("UPDATE channel SET name = :n, description = :d, keywords = :d WHERE id = :i"), known
            )


@pytest.fixture(scope="module")
def hostile(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Newsroom, Path]]:
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copy(empty_file, folder / "n.caibian")
    store = Store(folder / "n.caibian")
    newsroom = Newsroom(store)
    hostile_newsroom(newsroom)
    hostile_chrome(newsroom, HOSTILE[1])
    publish(store, folder / "site")
    yield newsroom, folder / "site"
    store.close()


def test_feeds_and_sitemaps_are_xml(hostile: tuple[Newsroom, Path]) -> None:
    _newsroom, site = hostile
    found = list(site.rglob("*.xml"))
    assert len(found) > 8
    for path in found:
        ElementTree.parse(path)
    entries = ElementTree.parse(site / "headlines/feed.xml").findall(".//{*}entry/{*}title")
    assert "字" * 300 in [entry.text for entry in entries]


@pytest.mark.parametrize("value", HOSTILE)
def test_every_value_is_taken_in_settings_and_channels(newsroom: Newsroom, tmp_path: Path, value: str) -> None:
    newsroom.release("甲")
    hostile_chrome(newsroom, value)
    publish(newsroom.store, tmp_path / "site")
    for path in (tmp_path / "site").rglob("*.xml"):
        ElementTree.parse(path)
    assert verify_site(newsroom.store, tmp_path / "site") == []


def test_no_value_is_seen_as_a_template(hostile: tuple[Newsroom, Path]) -> None:
    _newsroom, site = hostile
    pages = [data.decode() for path, data in tree(site).items() if path.endswith(".html")]
    assert any("{{ 7 * 7 }}" in page for page in pages)
    assert not any(">49" in page or "&lt;class" in page for page in pages)


def test_every_file_has_a_name_that_any_system_takes(hostile: tuple[Newsroom, Path]) -> None:
    _newsroom, site = hostile
    for path in tree(site):
        assert path.isascii()
        assert path == path.lower()
        assert all(len(part) <= 100 for part in path.split("/"))


@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs a browser")
def test_nothing_runs_in_a_browser_and_nothing_else_is_asked_for(hostile: tuple[Newsroom, Path]) -> None:
    from playwright.sync_api import sync_playwright

    _newsroom, site = hostile
    server = make_server(site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    home = f"http://127.0.0.1:{server.server_port}/"
    asked: list[str] = []
    try:
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page()
            page.on("request", lambda request: asked.append(request.url))
            page.on("dialog", lambda dialog: asked.append(f"dialog {dialog.message}"))
            for path in sorted(path for path in tree(site) if path.endswith(".html")):
                page.goto(home + quote(path), wait_until="load")
                assert page.evaluate("document.title") != "RAN", path
                assert page.evaluate("[...document.scripts].map(s => s.src).every(s => s.endsWith('/site.js'))"), path
                assert not page.evaluate(HANDLERS), path
                schemes = page.evaluate("[...document.links].map(a => a.protocol)")
                assert set(schemes) <= {"http:", "https:", "mailto:"}, path
            browser.close()
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert [url for url in asked if not url.startswith(home)] == []
