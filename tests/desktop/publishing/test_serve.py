from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.publishing.serve import make_server

Answer = tuple[int, str, bytes]
Get = Callable[..., Answer]


@pytest.fixture
def get(tmp_path: Path) -> Iterator[Get]:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    root = tmp_path / "site"
    (root / "news").mkdir(parents=True)
    (root / ".caibian").mkdir()
    (root / ".caibian" / "newsroom").write_text("secret", encoding="utf-8")
    (root / "404.html").write_text("没有这一页", encoding="utf-8")
    for name in ("index.html", "news/index.html", "a.css", "a.js", "a.svg", "feed.xml", "a.webp", "a.mp4"):
        (root / name).write_text("青禾", encoding="utf-8")
    (root / "empty").mkdir()
    server = make_server(root)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()

    def asked(path: str, host: str = "", method: str = "GET", section: str = "") -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{server.server_port}")
        if section:
            connection.putheader("Range", section)
        connection.endheaders()
        answer = connection.getresponse()
        found = answer.status, answer.headers.get("Content-Type", ""), answer.read()
        connection.close()
        return found

    yield asked
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/news/", "text/html; charset=utf-8"),
        ("/a.css", "text/css; charset=utf-8"),
        ("/a.js", "text/javascript; charset=utf-8"),
        ("/a.svg", "image/svg+xml"),
        ("/feed.xml", "application/xml; charset=utf-8"),
        ("/a.webp", "image/webp"),
        ("/a.mp4", "video/mp4"),
    ],
)
def test_files_have_their_types(get: Get, path: str, kind: str) -> None:
    assert get(path) == (200, kind, "青禾".encode())


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/news/../../secret.txt", "//etc/passwd",
        "/..%5csecret.txt", "/.caibian/newsroom", "/%2ecaibian/newsroom", "/a%00.css", "/empty/", "/none.html",
        "/" + "x" * 5000,
    ],
)  # fmt: skip
def test_nothing_outside_and_nothing_hidden_is_served(get: Get, path: str) -> None:
    status, _kind, data = get(path)
    assert status == 404
    assert data == "没有这一页".encode()


def test_a_name_of_another_host_is_refused(get: Get) -> None:
    assert get("/", host="evil.example:80")[0] == 404
    assert get("/", host="localhost:8000")[0] == 200


def test_nothing_but_reading_is_answered(get: Get) -> None:
    assert get("/", method="POST")[0] == 501
    assert get("/", method="HEAD")[2] == b""


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError):
        make_server(tmp_path / "none")


@pytest.mark.parametrize(
    ("section", "status", "data"),
    [
        ("bytes=0-2", 206, "青"),
        ("bytes=3-", 206, "禾"),
        ("bytes=-3", 206, "禾"),
        ("bytes=0-99", 206, "青禾"),
        ("bytes=6-", 416, ""),
        ("bytes=0-1,3-4", 200, "青禾"),
        ("bytes=4-2", 200, "青禾"),
        ("lines=1-2", 200, "青禾"),
        ("bytes=-", 200, "青禾"),
    ],
)
def test_a_browser_can_move_to_and_fro_in_a_film(get: Get, section: str, status: int, data: str) -> None:
    found = get("/a.mp4", section=section)
    assert found[0] == status
    assert found[2].decode() == data
    if status == 206:
        assert found[1] == "video/mp4"


def test_no_part_of_what_is_hidden_is_served(get: Get) -> None:
    assert get("/.caibian/newsroom", section="bytes=0-3")[0] == 404
    assert get("/../secret.txt", section="bytes=0-3")[0] == 404
    assert get("/empty/", section="bytes=0-3")[0] == 404
