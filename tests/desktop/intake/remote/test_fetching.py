"""A picture is fetched over the open web, so large and so long and no more, and who is asked learns nothing else."""

from __future__ import annotations

import socket
import ssl
import threading
from pathlib import Path

import pytest

from db.domain.errors import Cancelled
from desktop.intake.remote.fetching import Fetcher, NotFetched, Reason
from desktop.intake.remote.hosts import is_public
from desktop.kit.tasks import within
from tests.desktop.intake.remote.conftest import Server, moved, ok


def fetcher(server: Server, **limits: object) -> Fetcher:
    return Fetcher(allowed=lambda host: host == "127.0.0.1" or is_public(host), ports={server.port}, **limits)


def refused(server: Server, path: str, **limits: object) -> NotFetched:
    with pytest.raises(NotFetched) as caught:
        fetcher(server, **limits).fetch(server.address(path))
    return caught.value


def test_what_is_there_comes(server):
    server.answers["/x.png"] = ok(b"picture")
    assert fetcher(server).fetch(server.address("/x.png")) == b"picture"


def test_the_request_tells_the_host_and_nothing_of_the_person(server, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("all_proxy", "http://127.0.0.1:9")
    server.answers["/x%20y?a=1"] = [*ok(b"1", "Set-Cookie: a=b")]
    server.answers["/%E5%9B%BE.png"] = ok(b"2")
    assert fetcher(server).fetch(server.address("/x%20y?a=1#part")) == b"1"
    assert fetcher(server).fetch(server.address("/图.png")) == b"2"
    for request in server.asked:
        names = {line.partition(":")[0] for line in request.split("\r\n")[1:] if line}
        assert names == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
        assert f"Host: 127.0.0.1:{server.port}" in request


def test_a_name_is_asked_for_once_and_the_address_that_was_looked_at_is_the_one(server, monkeypatch):
    server.answers["/x"] = ok(b"1")
    answers = iter([[(socket.AF_INET, 1, 6, "", ("127.0.0.1", server.port))]])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: next(answers))
    assert fetcher(server).fetch(server.address("/x", "fair.example")) == b"1"
    assert f"Host: fair.example:{server.port}" in server.asked[0]


def test_three_redirects_are_followed_and_a_fourth_is_not(server):
    server.answers |= {"/0": moved("/1", 301), "/1": moved("/2", 307), "/2": moved("/3", 308), "/3": ok(b"1")}
    server.answers["/-1"] = moved("/0")
    assert fetcher(server).fetch(server.address("/0")) == b"1"
    assert refused(server, "/-1").reason is Reason.REDIRECTS


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("http://127.0.0.2:{port}/x", Reason.CLOSED), ("http://[::1]:{port}/x", Reason.CLOSED),
        ("http://2130706434:{port}/x", Reason.CLOSED), ("file:///etc/passwd", Reason.ADDRESS),
        ("http://a:b@127.0.0.1:{port}/x", Reason.ADDRESS), ("http://127.0.0.1:22/x", Reason.ADDRESS),
        ("//127.0.0.2:{port}/x", Reason.CLOSED),
    ],
)  # fmt: skip
def test_each_redirect_is_looked_at_like_the_first_address(server, to, reason):
    server.answers["/x"] = moved(to.format(port=server.port))
    assert refused(server, "/x").reason is reason
    assert len(server.asked) == 1


def test_what_is_too_large_is_refused_before_and_while_it_comes(server):
    server.answers["/said"] = [b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n"]
    server.answers["/unsaid"] = [b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 2000]
    server.answers["/pieces"] = [
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"400\r\n" + b"x" * 1024 + b"\r\n",
    ]
    server.holding["/pieces"] = b"400\r\n" + b"x" * 1024 + b"\r\n"
    for path in ("/said", "/unsaid", "/pieces"):
        assert refused(server, path, most=1000).reason is Reason.LARGE


@pytest.mark.parametrize(
    "begun",
    [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"],
    ids=("line", "head", "body"),
)
def test_who_sends_a_byte_now_and_then_is_not_waited_for(server, begun):
    server.answers["/x"], server.holding["/x"] = [begun] if begun else [b"H"], b"x"
    assert refused(server, "/x", seconds=0.3).reason is Reason.SLOW


def test_who_says_nothing_is_not_waited_for(server):
    server.answers["/x"], server.holding["/x"] = [], b""
    quiet = socket.create_server(("127.0.0.1", 0))
    with quiet, pytest.raises(NotFetched) as caught:
        port = quiet.getsockname()[1]
        Fetcher(allowed=lambda _: True, ports={port}, seconds=0.3).fetch(f"http://127.0.0.1:{port}/")
    assert caught.value.reason is Reason.SLOW


def test_it_ends_when_it_is_no_longer_wanted(server):
    server.answers["/x"], server.holding["/x"] = [b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"], b"x"
    turns = iter([False] * 8)
    with pytest.raises(Cancelled):
        fetcher(server).fetch(server.address("/x"), lambda: next(turns, True))


def test_other_answers_are_told(server):
    server.answers["/torn"] = [b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nxx"]
    server.answers["/none"] = [b"\x00\x01 nonsense\r\n\r\n"]
    server.answers["/length"] = [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"]
    assert (refused(server, "/missing").reason, refused(server, "/missing").status) == (Reason.REFUSED, 404)
    assert {refused(server, path).reason for path in ("/torn", "/none", "/length")} == {Reason.BROKEN}
    nobody = socket.create_server(("127.0.0.1", 0))
    port = nobody.getsockname()[1]
    nobody.close()
    with pytest.raises(NotFetched) as caught:
        Fetcher(allowed=lambda _: True, ports={port}).fetch(f"http://127.0.0.1:{port}/")
    assert caught.value.reason is Reason.UNREACHABLE


SEAL = Path(__file__).with_name("fair.example.pem")  # made for this test: who it names is nobody


def test_the_name_is_proved_though_the_address_is_the_one_that_was_looked_at(monkeypatch):
    door = socket.create_server(("127.0.0.1", 0))
    port, names = door.getsockname()[1], []
    sealed = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    sealed.load_cert_chain(SEAL)
    sealed.sni_callback = lambda _line, name, _context: names.append(name)

    def serve() -> None:
        for _ in range(3):
            plain, _ = door.accept()
            try:
                with sealed.wrap_socket(plain, server_side=True) as line:
                    line.recv(4096)
                    line.sendall(b"".join(ok(b"1")))
            except OSError:  # who asks does not trust it
                plain.close()

    thread = threading.Thread(target=serve)
    thread.start()
    place = [(socket.AF_INET, 1, 6, "", ("127.0.0.1", port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: place)
    trusting = Fetcher(allowed=lambda _: True, ports={port}, trust=ssl.create_default_context(cafile=SEAL))
    assert trusting.fetch(f"https://fair.example:{port}/") == b"1"
    with pytest.raises(NotFetched) as other_name:
        trusting.fetch(f"https://other.example:{port}/")
    with pytest.raises(NotFetched) as unknown:
        Fetcher(allowed=lambda _: True, ports={port}).fetch(f"https://fair.example:{port}/")
    thread.join()
    door.close()
    assert other_name.value.reason is unknown.value.reason is Reason.INSECURE
    assert names == ["fair.example", "other.example", "fair.example"]


def test_a_name_that_nobody_answers_for_is_not_waited_for_longer_than_a_picture(server, monkeypatch):
    answered = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: answered.wait())
    assert refused(server, "/x", seconds=0.3, within=within).reason is Reason.SLOW
    with pytest.raises(Cancelled):  # and who thinks better of it need not wait either
        fetcher(server, within=within).fetch(server.address("/x"), lambda: True)
    answered.set()


def test_a_name_is_looked_up_in_time_as_before(server, monkeypatch):
    server.answers["/x"] = ok(b"1")
    assert fetcher(server, within=within).fetch(server.address("/x")) == b"1"

    def unknown(*_args, **_kwargs):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert refused(server, "/x", within=within).reason is Reason.UNKNOWN
