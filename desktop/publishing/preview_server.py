"""Previews for the browser of this machine: a loopback address with a secret in it, for as long as a window is there.

Nothing is looked up in a folder: a path is one of the few that a page shown here asks for, or there is nothing.
"""

from __future__ import annotations

import contextlib
import logging
import secrets
import socket
from collections import OrderedDict
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Lock
from typing import Any
from urllib.parse import quote, unquote

from db.domain.errors import DeskError
from db.store import site as reading
from db.store.unit import Store
from desktop.publishing import preview
from desktop.publishing.addresses import ENDINGS
from desktop.publishing.preview import OWN, OWN_FILES, Page, Text
from desktop.publishing.ranges import Unsatisfiable, part, said

HOST = "127.0.0.1"
PATIENCE = 25.0  # seconds that a page waits for news before it asks again
_KEPT = 20  # texts, the last shown ones
_HTML = "text/html; charset=utf-8"
_TYPES = {ending: kind for kind, ending in ENDINGS.items()} | {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".vtt": "text/vtt; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
_ALONE = "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>预览</title><p>{}</p>"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request is answered with."""

    status: HTTPStatus
    kind: str = "text/plain; charset=utf-8"
    data: bytes = b""


_NOTHING = Answer(HTTPStatus.NOT_FOUND)


class PreviewServer:
    """Shows texts of one newsroom; pages are made when they are asked for, on the thread of who asks.

    ``serve`` runs on a thread of the caller's until ``close``. Raises OSError when no port can be had.
    """

    def __init__(self, store: Store, *, patience: float = PATIENCE) -> None:
        self._store, self._patience = store, patience
        self._token = secrets.token_urlsafe(32)
        self._texts: OrderedDict[str, Text] = OrderedDict()
        self._news = Condition()
        self._reading = Lock()  # the record is not closed while a page is made
        self._made: dict[str, tuple[str, Page]] = {}  # path -> version and page
        self._closed = False
        self._server = _Server((HOST, 0), self)
        self._hosts = {f"{name}:{self._server.server_port}" for name in (HOST, "localhost")}

    def show(self, text: Text) -> str:
        """Show a text from now on, also to who looks at an older one of its path; return its address."""
        with self._news:
            self._texts[text.path] = text
            self._texts.move_to_end(text.path)
            if len(self._texts) > _KEPT:
                gone, _ = self._texts.popitem(last=False)
                self._made.pop(gone, None)
            self._news.notify_all()
        return f"http://{HOST}:{self._server.server_port}/{self._token}/{quote(text.path)}"

    def serve(self) -> None:
        """Answer until ``close``."""
        while not self._closed:
            self._server.handle_request()
        self._server.server_close()

    def close(self) -> None:
        """Answer nobody any more; the record is not read after this."""
        with self._news:
            if self._closed:
                return  # its port may be another program's by now
            self._closed = True
            self._news.notify_all()
        with contextlib.suppress(OSError):  # wake who waits for a request
            socket.create_connection((HOST, self._server.server_port), timeout=1).close()
        with self._reading:
            return

    def answer(self, path: str, host: str) -> Answer:
        """Return what stands at a path; nothing for who does not know the secret, or was sent here by another name."""
        start, token, wanted = (*path.split("/", 2), "", "")[:3]
        known = secrets.compare_digest(token.encode(), self._token.encode())
        if self._closed or start or not known or host not in self._hosts:
            return _NOTHING
        wanted = unquote(wanted.partition("?")[0])
        if wanted in OWN_FILES:
            return Answer(HTTPStatus.OK, *OWN_FILES[wanted])
        if wanted.startswith(f"{OWN}next/"):
            return self._next(*wanted.removeprefix(f"{OWN}next/").partition("/")[::2])
        text = self._texts.get(wanted)
        if text is not None:
            return self._page(text)
        return self._file(wanted)

    def _next(self, version: str, path: str) -> Answer:
        """Wait until a text is another than ``version``."""

        def is_another() -> bool:
            text = self._texts.get(path)
            return self._closed or text is None or text.version != version

        with self._news:
            changed = self._news.wait_for(is_another, self._patience)
            gone = self._closed or path not in self._texts
        return _NOTHING if gone else Answer(HTTPStatus.OK if changed else HTTPStatus.NO_CONTENT)

    def _page(self, text: Text) -> Answer:
        version, path = text.version, text.path
        with self._reading:
            if self._closed:
                return _NOTHING
            if self._made.get(path, ("",))[0] != version:
                try:
                    with self._store.looking() as connection:
                        self._made[path] = version, preview.make(connection, self._store.files, text)
                except DeskError as error:
                    log.warning("a preview cannot be made", exc_info=True)
                    words = f"{type(error).__name__}: {error}"
                    return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, "text/plain; charset=utf-8", words.encode())
            return Answer(HTTPStatus.OK, _HTML, self._made[path][1].html)

    def _file(self, wanted: str) -> Answer:
        kind = _TYPES.get(f".{wanted.rpartition('.')[2]}", "application/octet-stream")
        with self._reading:
            if self._closed:
                return _NOTHING
            for _, page in self._made.values():
                if wanted in page.files:
                    return Answer(HTTPStatus.OK, kind, page.files[wanted])
                if wanted in page.assets:
                    with self._store.looking() as connection:
                        data = reading.asset_bytes(connection, self._store.files, page.assets[wanted])
                    return Answer(HTTPStatus.OK, kind, data) if data is not None else _NOTHING
        return Answer(HTTPStatus.NOT_FOUND, _HTML, _ALONE.format("预览里只有这一篇稿件。").encode())


class _Server(ThreadingHTTPServer):
    """Waits at its port for requests, each answered on a thread of its own."""

    daemon_threads = True
    allow_reuse_address = False  # no other program is to share the port

    def __init__(self, address: tuple[str, int], previews: PreviewServer) -> None:
        self.previews = previews
        super().__init__(address, _Handler)

    def handle_error(self, _request: Any, _client_address: Any) -> None:
        log.info("a request ended in the middle", exc_info=True)  # a browser's page was closed


class _Handler(BaseHTTPRequestHandler):
    """Reads a request and writes its answer."""

    server: _Server
    timeout = 30  # seconds for who says nothing

    def do_GET(self) -> None:
        answer = self.server.previews.answer(self.path, self.headers.get("Host", ""))
        try:
            wanted = part(self.headers.get("Range"), len(answer.data)) if answer.status == HTTPStatus.OK else None
        except Unsatisfiable:
            self._say(Answer(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE), f"bytes */{len(answer.data)}")
            return
        if wanted is None:
            self._say(answer)
            return
        shown = Answer(HTTPStatus.PARTIAL_CONTENT, answer.kind, answer.data[slice(*wanted)])
        self._say(shown, said(*wanted, len(answer.data)))

    do_HEAD = do_GET  # noqa: N815

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Say a refusal (another method, a line that is no request) in as few words as possible."""
        self._say(Answer(HTTPStatus(code)))

    def _say(self, answer: Answer, section: str = "") -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.data)))
        self.send_header("Accept-Ranges", "bytes")
        if section:
            self.send_header("Content-Range", section)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.data)

    def version_string(self) -> str:
        return "caibian"

    def log_message(self, format: str, *args: Any) -> None:
        return None
