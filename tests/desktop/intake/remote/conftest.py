"""A web server on the loopback address that answers as a test wants."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator

import pytest

Answer = Callable[[str], "list[bytes]"]


class Server:
    """``answers`` maps a path to the pieces of what is sent; ``asked`` holds the requests that came."""

    def __init__(self) -> None:
        self.answers: dict[str, list[bytes]] = {}
        self.asked: list[str] = []
        self.holding: dict[str, bytes] = {}  # path: what is sent again and again until the other side goes
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def close(self) -> None:
        socket.create_connection(("127.0.0.1", self.port)).close()  # wakes the one that waits
        self._thread.join()
        self._door.close()

    def _serve(self) -> None:
        while True:
            line, _ = self._door.accept()
            with line:
                request = b""
                while b"\r\n\r\n" not in request and (piece := line.recv(4096)):
                    request += piece
                if not request:
                    return
                self.asked.append(request.decode())
                path = request.split()[1].decode()
                try:
                    self._answer(line, path)
                except OSError:
                    continue

    def _answer(self, line: socket.socket, path: str) -> None:
        for piece in self.answers.get(path, [b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"]):
            line.sendall(piece)
        if drip := self.holding.get(path):
            line.settimeout(0.02)
            while True:
                line.sendall(drip)
                try:
                    if not line.recv(1):
                        return
                except TimeoutError:
                    continue


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def ok(body: bytes, *headers: str) -> list[bytes]:
    lines = ["HTTP/1.1 200 OK", f"Content-Length: {len(body)}", *headers, "", ""]
    return ["\r\n".join(lines).encode(), body]


def moved(to: str, status: int = 302) -> list[bytes]:
    return [f"HTTP/1.1 {status} Moved\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()]
