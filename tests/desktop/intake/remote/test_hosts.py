"""No address inside an office, a machine or a cloud is ever connected to, in whatever way it is written."""

from __future__ import annotations

import socket

import pytest

from desktop.intake.remote.fetching import Fetcher, NotFetched, Reason
from desktop.intake.remote.hosts import is_public

CLOSED = (
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.1.2.3",
    "168.63.129.16", "169.254.1.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1",
    "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.255",
    "240.0.0.1", "255.255.255.255",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1",
    "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "2002:7f00:1::1", "fc00::1", "fd00:ec2::254",
    "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "3fff::1", "5f00::1",
    "", "localhost", "1.2.3", "1.2.3.4.5", "01.2.3.4",
)  # fmt: skip
OPEN = ("8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.255.255", "223.255.255.255", "2400:3200::1")
#: One machine in many writings; the resolver of the system makes the same address of them.
WRITTEN = (
    "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.0x0.0x0.0x1", "017700000001", "0177.0.0.1", "0", "0x7f.1",
    "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]", "localhost", "LOCALHOST", "１２７.０.０.１",
    "127。0。0。1", "169.254.169.254", "2852039166", "[fe80::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
)  # fmt: skip


@pytest.mark.parametrize("address", CLOSED)
def test_a_closed_address_is_refused(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", OPEN)
def test_an_address_of_the_open_internet_is_not(address):
    assert is_public(address)


@pytest.mark.parametrize("host", WRITTEN)
def test_no_way_of_writing_it_leads_there(host, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("it was connected to"))
    with pytest.raises(NotFetched) as refused:
        Fetcher().fetch(f"http://{host}/x.png")
    assert refused.value.reason in (Reason.CLOSED, Reason.UNKNOWN, Reason.ADDRESS)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://8.8.8.8/x", "file:///etc/passwd", "javascript:1", "http://", "http:///x", "//8.8.8.8/x", "x.png",
        "http://name:word@8.8.8.8/x", "http://8.8.8.8@127.0.0.1/x", "http://@8.8.8.8/x", "http://8.8.8.8:22/",
        "http://8.8.8.8:8080/", "http://8.8.8.8:0/", "http://8.8.8.8:99999/", "http://8.8.8.8:x/", "http://[8.8.8.8/",
        "http://8.8.8.8/\r\nX: y", "http://8.8.8.8\\@127.0.0.1/", "http://8.8.8.8/a b", "http://[fe80::1%25lo]/x",
    ],
)  # fmt: skip
def test_an_address_that_is_none_of_the_web_is_refused(address, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("it was connected to"))
    with pytest.raises(NotFetched) as refused:
        Fetcher().fetch(address)
    assert refused.value.reason is Reason.ADDRESS


def test_a_name_with_one_closed_address_among_its_own_is_refused(monkeypatch):
    places = [(socket.AF_INET, 1, 6, "", (host, 80)) for host in ("8.8.8.8", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: places)
    with pytest.raises(NotFetched) as refused:
        Fetcher().fetch("http://both.example/")
    assert refused.value.reason is Reason.CLOSED
