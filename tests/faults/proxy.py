"""A wire to a server that can be cut: before a commit arrives, or before its answer does."""

from __future__ import annotations

import contextlib
import socket
import threading
from enum import Enum


class Cut(Enum):
    NEVER = 0
    BEFORE = 1  # the commit never arrives
    AFTER = 2  # it arrives, and its answer does not


class Proxy:
    """Passes everything on from its port to the server's, one pair of threads a connection."""

    def __init__(self, port: int) -> None:
        self._to = port
        self.cut = Cut.NEVER  # once
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._to))
            dumb = threading.Event()
            threading.Thread(target=self._forth, args=(near, far, dumb), daemon=True).start()
            threading.Thread(target=self._back, args=(far, near, dumb), daemon=True).start()

    def _forth(self, near: socket.socket, far: socket.socket, dumb: threading.Event) -> None:
        with near, far, contextlib.suppress(OSError):
            while data := near.recv(65536):
                if b"COMMIT\0" in data and self.cut is not Cut.NEVER:
                    if self.cut is Cut.AFTER:
                        dumb.set()
                        far.sendall(data)
                        far.shutdown(socket.SHUT_WR)  # the server carries it out, and then ends
                        dumb.wait(0.5)
                    self.cut = Cut.NEVER
                    near.shutdown(socket.SHUT_RDWR)
                    far.shutdown(socket.SHUT_RDWR)
                    return
                far.sendall(data)

    def _back(self, far: socket.socket, near: socket.socket, dumb: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := far.recv(65536):
                if dumb.is_set():
                    return
                near.sendall(data)
            near.shutdown(socket.SHUT_RDWR)
