"""A look at a built site through a browser: files of one folder, on the loopback address only."""

from __future__ import annotations

import os
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from desktop.publishing.ranges import Section, Unsatisfiable, part, said

HOST = "127.0.0.1"


class _Handler(SimpleHTTPRequestHandler):
    """Serves the folder; nothing hidden, nothing outside of it, no list of files."""

    extensions_map: dict[str, str] = {  # noqa: RUF012  the base class reads it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".xml": "application/xml; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".webp": "image/webp",
        ".ico": "image/x-icon",
        ".mp4": "video/mp4",
        ".webm": "video/webm",
        ".vtt": "text/vtt; charset=utf-8",
    }  # not left to the registry of Windows, which any program may change

    def send_head(self) -> Any:
        """Refuse what lies outside or is hidden, before a file is opened."""
        root = Path(self.directory).resolve()
        wanted = Path(self.translate_path(self.path))
        host = (self.headers.get("Host") or "").rpartition(":")[0]
        try:
            inside = wanted.resolve().relative_to(root)
        except (ValueError, OSError):  # outside, or no name of a file at all (a NUL)
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        if host not in (HOST, "localhost") or any(name.startswith(".") for name in inside.parts):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        size = _size(wanted)
        try:
            section = part(self.headers.get("Range"), size) if size else None
        except Unsatisfiable:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        return super().send_head() if section is None else self._section(wanted, size, *section)

    def _section(self, wanted: Path, size: int, start: int, end: int) -> Section:
        """Begin to answer with a part of a file; the caller sends and closes it."""
        file = wanted.open("rb")
        file.seek(start)
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(str(wanted)))
        self.send_header("Content-Range", said(start, end, size))
        self.send_header("Content-Length", str(end - start))
        self.end_headers()
        return Section(file, end - start)

    def list_directory(self, path: Any) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is missing with the site's own page."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        return None


def _size(place: Path) -> int:
    """Return how large a file is, 0 for what is none."""
    try:
        return place.stat().st_size if place.is_file() else 0
    except OSError:  # no name that a file could have
        return 0


def make_server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """Return a server of ``folder`` on the loopback address; port 0 takes any free one (``server_port`` says which).

    The caller runs ``serve_forever`` and closes it. Raises OSError when the port is taken, NotADirectoryError.
    """
    if not folder.is_dir():
        raise NotADirectoryError(str(folder))
    server = ThreadingHTTPServer((HOST, port), partial(_Handler, directory=str(folder)), bind_and_activate=False)
    server.daemon_threads = True
    server.allow_reuse_address = os.name != "nt"  # there a second server would share the port
    try:
        server.server_bind()
        server.server_activate()
    except OSError:
        server.server_close()
        raise
    return server
