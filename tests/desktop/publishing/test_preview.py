"""网页预览: the page that an unpublished text would be, at a secret address of this machine alone."""

from __future__ import annotations

import http.client
import re
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from db.domain.article import Fields
from desktop.publishing.preview import Text
from desktop.publishing.preview_server import PreviewServer
from desktop.publishing.publish import publish
from desktop.text.dialect import render
from tests.desktop.publishing.newsroom import Newsroom

BODY = "今年以来，青禾县把老旧小区改造作为民生实事。\n\n## 问需于民\n\n- 一是**入户**\n- 二是议事"
TEXT = Text("headlines/2026/11/draft.html", "2026-11-24T08:00:00Z", Fields(1, title="老旧小区“焕新”", body=BODY))


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    text: str


@pytest.fixture
def server(newsroom: Newsroom) -> Iterator[PreviewServer]:
    made = PreviewServer(newsroom.store)
    thread = threading.Thread(target=made.serve)
    thread.start()
    yield made
    made.close()
    thread.join()


def ask(address: str, method: str = "GET", host: str | None = None, section: str = "") -> Answer:
    place, _, path = address.removeprefix("http://").partition("/")
    with closing(http.client.HTTPConnection(place, timeout=20)) as connection:
        connection.putrequest(method, f"/{path}", skip_host=True)
        if host != "":
            connection.putheader("Host", host or place)
        if section:
            connection.putheader("Range", section)
        connection.endheaders()
        with connection.getresponse() as answer:
            return Answer(answer.status, answer.headers, answer.read().decode(errors="replace"))


def article(html: str) -> str:
    return re.search(r"<article.*</article>", html, re.DOTALL)[0]


def root(address: str) -> str:
    return address.removesuffix(TEXT.path)


def test_a_text_that_nobody_released_is_the_page_that_it_would_be(server: PreviewServer) -> None:
    page = ask(server.show(TEXT))
    assert page.status == 200
    assert render(BODY).strip() in page.text
    assert "<h1>老旧小区“焕新”</h1>" in page.text and "2026年11月24日 16:00" in page.text
    assert '<a class="name" href="../../../index.html">青禾新闻网</a>' in page.text  # the site's own head


def test_the_article_is_letter_for_letter_what_is_published(
    newsroom: Newsroom, server: PreviewServer, tmp_path: Path
) -> None:
    picture = newsroom.picture()
    body = f'{BODY}\n\n![小区](asset:{picture} "改造后｜摄影：林晓")'
    number = newsroom.release("老旧小区“焕新”", render(body), body=body)
    publish(newsroom.store, tmp_path / "site")
    path = "headlines/2026/07/2026-00001.html"
    published = (tmp_path / "site" / path).read_text(encoding="utf-8")
    fields = Fields(1, title="老旧小区“焕新”", body=body, source="县水利局")
    live = Text(path, "2026-07-29T11:24:00Z", fields, number)
    assert article(ask(server.show(live)).text) == article(published)
    other = replace(live, fields=replace(fields, title="改了题目"))
    previewed = article(ask(server.show(other)).text).replace("改了题目", "老旧小区“焕新”")
    names = re.compile(r'<p class="(attribution|information)">.*?</p>')  # who edits and approves comes with the release
    assert names.sub("", previewed) == names.sub("", article(published))


def test_a_page_says_that_it_is_a_preview(server: PreviewServer) -> None:
    page = ask(server.show(TEXT)).text
    assert "<title>【预览】老旧小区" in page
    assert re.search(r'<body>\s*<p class="caibian-preview"[^>]*>预览：这不是网站上的一页', page)


def test_a_page_has_the_theme_and_its_pictures_from_the_same_place(newsroom: Newsroom, server: PreviewServer) -> None:
    picture = newsroom.picture(b"\xff\xd8\xff really")
    page = server.show(replace(TEXT, fields=replace(TEXT.fields, body=f"![图](asset:{picture})")))
    html = ask(page).text
    for name in re.findall(r'(?:src|href)="\.\./\.\./\.\./((?:static|assets|_preview)/[^"]+)"', html):
        assert ask(root(page) + name).status == 200, name
    image = ask(f"{root(page)}assets/{picture[:2]}/{picture}.jpg")
    assert (image.text.endswith("really"), image.headers["Content-Type"]) == (True, "image/jpeg")


def test_only_the_preview_may_ask_its_server_for_news(
    server: PreviewServer, newsroom: Newsroom, tmp_path: Path
) -> None:
    assert re.search(r"default-src 'none'; [^\"]*connect-src 'self'\"", ask(server.show(TEXT)).text)
    newsroom.release("题目")
    publish(newsroom.store, tmp_path / "site")
    assert "connect-src" not in (tmp_path / "site/headlines/2026/07/2026-00001.html").read_text(encoding="utf-8")


def test_nothing_is_kept_by_the_browser_or_shown_in_another_page(server: PreviewServer) -> None:
    headers = ask(server.show(TEXT)).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY" and headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "path",
    ["", "headlines/2026/11/draft.html", "x/headlines/2026/11/draft.html", "_preview/mark.css", "%00", "/", "x"],
)
def test_who_does_not_know_the_secret_gets_nothing(server: PreviewServer, path: str) -> None:
    start = server.show(TEXT).split("/", 3)
    answer = ask("/".join((*start[:3], path)))
    assert (answer.status, answer.text) == (404, "")


def test_secrets_are_long_and_never_the_same(newsroom: Newsroom, server: PreviewServer) -> None:
    other = PreviewServer(newsroom.store)
    try:
        tokens = {made.show(TEXT).split("/")[3] for made in (server, other)}
    finally:
        other.close()
        other.serve()  # it was never begun: lets the port go
    assert len(tokens) == 2 and all(len(token) >= 43 for token in tokens)


@pytest.mark.parametrize(
    "host", ["", "evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1.evil.example:{port}"]
)
def test_a_page_that_was_reached_by_another_name_shows_nothing(server: PreviewServer, host: str) -> None:
    address = server.show(TEXT)
    port = address.split("/")[2].partition(":")[2]
    assert ask(address, host=host.format(port=port)).status == 404
    assert ask(address, host=f"localhost:{port}").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "", "headlines/", "static/", "assets/", "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..%5c..%5cwindows",
        "/etc/passwd", "index.html", "assets/aa/" + "a" * 64 + ".jpg", "%00", "_preview/", "_preview/next/x/y",
        "file:///etc/passwd",
    ],
)  # fmt: skip
def test_there_is_nothing_but_the_page_and_what_it_shows(server: PreviewServer, path: str) -> None:
    page = server.show(TEXT)
    ask(page)
    answer = ask(root(page) + path)
    assert answer.status == 404 and "root:" not in answer.text


def test_pictures_that_no_previewed_page_shows_are_not_given(newsroom: Newsroom, server: PreviewServer) -> None:
    other = newsroom.picture(b"\xff\xd8\xff other")
    page = server.show(TEXT)
    ask(page)
    assert ask(f"{root(page)}assets/{other[:2]}/{other}.jpg").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_a_page_can_only_be_looked_at(server: PreviewServer, method: str) -> None:
    assert ask(server.show(TEXT), method).status in (404, 405, 501)


def test_a_question_for_the_head_alone_has_no_body(server: PreviewServer) -> None:
    answer = ask(server.show(TEXT), "HEAD")
    assert (answer.status, answer.text) == (200, "") and int(answer.headers["Content-Length"]) > 1000


def news_of(page: str) -> str:
    return root(page) + re.search(r'data-next="[./]*([^"]+)"', ask(page).text)[1]


def test_who_waits_for_news_hears_of_the_next_text(server: PreviewServer) -> None:
    news = news_of(server.show(TEXT))
    heard: list[int] = []
    waiting = threading.Thread(target=lambda: heard.append(ask(news).status))
    waiting.start()
    server.show(replace(TEXT, fields=replace(TEXT.fields, title="改了题目")))
    waiting.join()
    assert heard == [200]
    assert ask(news).status == 200  # who asks late hears it too


def test_who_waits_in_vain_is_told_to_ask_again(newsroom: Newsroom) -> None:
    server = PreviewServer(newsroom.store, patience=0.01)
    thread = threading.Thread(target=server.serve)
    thread.start()
    assert ask(news_of(server.show(TEXT))).status == 204
    server.close()
    thread.join()


def test_the_end_comes_at_once_however_many_wait(newsroom: Newsroom) -> None:
    server = PreviewServer(newsroom.store)
    thread = threading.Thread(target=server.serve)
    thread.start()
    page = server.show(TEXT)
    news = news_of(page)

    def wait() -> None:
        with suppress(ConnectionError):  # it was not even asked what it wants
            ask(news)

    waiting = [threading.Thread(target=wait) for _ in range(5)]
    for one in waiting:
        one.start()
    began = time.monotonic()
    server.close()
    thread.join()
    for one in waiting:
        one.join()
    assert time.monotonic() - began < 20  # they would have waited 25 seconds
    with pytest.raises(OSError):
        ask(page)


def test_a_theme_that_is_broken_is_told_in_place_of_the_page(newsroom: Newsroom, server: PreviewServer) -> None:
    newsroom.set(theme="nowhere")
    answer = ask(server.show(TEXT))
    assert answer.status == 500 and "BadValue" in answer.text


@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs a browser")
def test_the_browser_shows_the_new_words_by_itself(newsroom: Newsroom, server: PreviewServer) -> None:
    from playwright.sync_api import sync_playwright

    wrong: list[str] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.goto(server.show(TEXT))
        assert page.locator(".caibian-preview").is_visible()
        assert "问需于民" in page.locator("article").inner_text()
        server.show(replace(TEXT, fields=replace(TEXT.fields, body="夜班公交开通了。")))
        page.get_by_text("夜班公交开通了。").wait_for(timeout=10_000)
        page.wait_for_load_state("load")  # its script is here, and asks for what is next
        server.close()
        page.get_by_text("预览已结束").wait_for(timeout=10_000)
        browser.close()
    assert not [words for words in wrong if "Content Security" in words]


def test_a_film_of_the_text_can_be_asked_for_in_parts(newsroom: Newsroom, server: PreviewServer) -> None:
    film = newsroom.picture(b"....ftypmp42 film", media_type="video/mp4")
    fields = replace(TEXT.fields, body=f"![开幕](asset:{film}.mp4)")
    address = server.show(replace(TEXT, fields=fields))
    path = f"assets/{film[:2]}/{film}.mp4"
    assert f'<video aria-label="开幕" controls="" preload="metadata" src="../../../{path}">' in ask(address).text
    found = ask(root(address) + path, section="bytes=4-7")
    assert (found.status, found.text, found.headers["Content-Type"]) == (206, "ftyp", "video/mp4")
    assert found.headers["Content-Range"] == "bytes 4-7/17"
    assert ask(root(address) + path, section="bytes=99-").status == 416
    assert ask(root(address) + path).headers["Accept-Ranges"] == "bytes"
