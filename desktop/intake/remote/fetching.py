"""Fetches a picture from another site: only over the open web, only so large, only so long, telling nobody who asks.

The name is resolved once and the address that was looked at is the one that is connected to. No proxy, cookie or
referrer is ever used; redirects are looked at like the first address.
"""

from __future__ import annotations

import io
import socket
import ssl
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from http.client import HTTPException, HTTPResponse
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, urljoin, urlsplit

from db.domain.errors import Cancelled
from desktop.intake.remote.hosts import is_public

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_BYTES = 10 * 1024 * 1024
SECONDS = 10.0  # for one picture with all its redirects
MOST_REDIRECTS = 3
PORTS = frozenset({80, 443})
_MOVED = frozenset({301, 302, 303, 307, 308})
_WRITTEN = "/?%!$&'()*+,;=:@~"  # what stays in the path as it is written
_TURN = 0.2  # seconds after which it is asked again whether the picture is still wanted
_PIECE = 64 * 1024
Within = Callable[[Callable[[], Any], Callable[[], float]], Any]


class Reason(StrEnum):
    """Why a picture was not fetched."""

    ADDRESS = "address"  # no address of the web, with a name and password in it, or of another port
    CLOSED = "closed"  # not of the open internet
    UNKNOWN = "unknown"  # the name leads nowhere
    UNREACHABLE = "unreachable"
    INSECURE = "insecure"  # who answers cannot prove to be the one
    REDIRECTS = "redirects"
    REFUSED = "refused"  # answered, with something else than a picture; `status` says how
    LARGE = "large"
    SLOW = "slow"
    BROKEN = "broken"  # the answer ended early, or is none


@dataclass(eq=False)
class NotFetched(Exception):
    reason: Reason
    status: int = 0


@dataclass(frozen=True, slots=True)
class _Place:
    """An address taken apart."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def name(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.scheme == "https" else 80) else f"{host}:{self.port}"


class Fetcher:
    """``allowed`` says of each numeric address whether it may be connected to.

    ``within`` waits for what cannot be stopped, the look-up of a name, as long as there is time; by itself it is waited
    for as long as the system takes.
    """

    def __init__(
        self, *, allowed: Callable[[str], bool] = is_public, ports: Collection[int] = PORTS,
        most: int = MOST_BYTES, seconds: float = SECONDS, trust: ssl.SSLContext | None = None,
        within: Within = lambda work, _left: work(),
    ) -> None:  # fmt: skip
        self._within = within
        self._allowed, self._ports, self._most, self._seconds, self._trust = allowed, ports, most, seconds, trust

    def fetch(self, address: str, cancelled: Callable[[], bool] = lambda: False) -> bytes:
        """Return what is there. Raises NotFetched, and Cancelled once ``cancelled`` says so."""
        clock = _Clock(time.monotonic() + self._seconds, cancelled)
        for _ in range(MOST_REDIRECTS + 1):
            place = self._place(address)
            try:
                found = self._ask(place, clock)
            except ssl.SSLCertVerificationError as error:
                raise NotFetched(Reason.INSECURE) from error
            except TimeoutError as error:
                raise NotFetched(Reason.SLOW) from error
            except ConnectionRefusedError as error:
                raise NotFetched(Reason.UNREACHABLE) from error
            except (OSError, HTTPException, ValueError) as error:  # ValueError: lengths that are no numbers
                raise NotFetched(Reason.BROKEN) from error
            if isinstance(found, bytes):
                return found
            address = urljoin(address, found)
        raise NotFetched(Reason.REDIRECTS)

    def _place(self, address: str) -> _Place:
        """Take an address apart as it will be connected to; what two readers could read in two ways is refused."""
        if any(sign <= " " or sign in "\\\x7f" for sign in address):
            raise NotFetched(Reason.ADDRESS)
        try:
            parts = urlsplit(address)
            host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
        except ValueError as error:
            raise NotFetched(Reason.ADDRESS) from error
        if parts.scheme not in ("http", "https") or "@" in parts.netloc or not host or "%" in host:
            raise NotFetched(Reason.ADDRESS)
        port = port if port is not None else 443 if parts.scheme == "https" else 80
        if port not in self._ports:
            raise NotFetched(Reason.ADDRESS)
        target = quote(parts.path or "/", safe=_WRITTEN)
        if parts.query:
            target += "?" + quote(parts.query, safe=_WRITTEN)
        return _Place(parts.scheme, host, port, target)

    def _resolve(self, place: _Place, clock: _Clock) -> tuple[socket.AddressFamily, tuple[str | int, ...]]:
        """Look the name up, once. One closed address among its addresses closes the name."""
        try:
            asking = partial(socket.getaddrinfo, place.host, place.port, type=socket.SOCK_STREAM)
            found = self._within(asking, clock.left)
        except (socket.gaierror, UnicodeError) as error:
            raise NotFetched(Reason.UNKNOWN) from error
        if not found:
            raise NotFetched(Reason.UNKNOWN)
        if not all(self._allowed(str(where[0])) for *_, where in found):
            raise NotFetched(Reason.CLOSED)
        family, _, _, _, where = min(found, key=lambda one: one[0] != socket.AF_INET)
        return family, cast("tuple[str | int, ...]", where)

    def _ask(self, place: _Place, clock: _Clock) -> bytes | str:
        """Return the picture, or where it is said to be."""
        family, where = self._resolve(place, clock)
        with socket.socket(family, socket.SOCK_STREAM) as plain:
            plain.settimeout(clock.left())
            plain.connect(where)
            if place.scheme == "http":
                return self._answer(plain, place, clock)
            trust = self._trust or ssl.create_default_context()
            plain.settimeout(clock.left())
            with trust.wrap_socket(plain, server_hostname=place.host) as sealed:
                return self._answer(sealed, place, clock)

    def _answer(self, line: socket.socket, place: _Place, clock: _Clock) -> bytes | str:
        line.settimeout(clock.left())
        line.sendall(
            f"GET {place.target} HTTP/1.1\r\nHost: {place.name}\r\nUser-Agent: Mozilla/5.0 (Caibian)\r\n"
            "Accept: image/*\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n".encode("ascii")
        )
        answer = HTTPResponse(cast(socket.socket, _Line(line, clock)), method="GET")
        with answer:
            answer.begin()
            if answer.status in _MOVED and (location := answer.getheader("Location")):
                return location.encode("latin-1").decode("utf-8", "replace")
            if answer.status != 200:
                raise NotFetched(Reason.REFUSED, answer.status)
            return self._read(answer)

    def _read(self, answer: HTTPResponse) -> bytes:
        if (answer.length or 0) > self._most:
            raise NotFetched(Reason.LARGE)
        found = io.BytesIO()
        while piece := answer.read(_PIECE):
            found.write(piece)
            if found.tell() > self._most:
                raise NotFetched(Reason.LARGE)
        if answer.length:  # it was to be longer
            raise NotFetched(Reason.BROKEN)
        return found.getvalue()


@dataclass(frozen=True, slots=True)
class _Clock:
    """How long it may still take."""

    end: float
    cancelled: Callable[[], bool]

    def left(self) -> float:
        if self.cancelled():
            raise Cancelled
        left = self.end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _Line(io.RawIOBase):
    """What comes over a connection, as long as there is time: a byte every nine seconds ends as well."""

    def __init__(self, line: socket.socket, clock: _Clock) -> None:
        self._socket, self._clock = line, clock

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self)

    # of RawIOBase

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        while True:
            self._socket.settimeout(min(_TURN, self._clock.left()))
            try:
                return self._socket.recv_into(buffer)
            except TimeoutError:
                continue
