"""A virtual screen of our own, and one top window on it as another program sees it: mapped, painted, answering."""

from __future__ import annotations

import ctypes
import os
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, Structure, Union, byref, c_char, c_char_p, c_int, c_long, c_ubyte, c_ulong, c_void_p

SIZE = (1440, 900)
_MAP_NOTIFY, _CLIENT_MESSAGE = 19, 33
_STRUCTURE_NOTIFY, _SUBSTRUCTURE_NOTIFY = 1 << 17, 1 << 19
_Z_PIXMAP = 2


@contextmanager
def virtual_screen(size: tuple[int, int] = SIZE) -> Iterator[str]:
    """Start Xvfb; yield its display."""
    told, tell = os.pipe()
    words = ["Xvfb", "-displayfd", str(tell), "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=(tell,), stderr=subprocess.DEVNULL)
    os.close(tell)
    try:
        yield f":{os.read(told, 16).decode().strip()}"
    finally:
        os.close(told)
        server.terminate()
        server.wait()


class _Message(Structure):
    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
    )


class _Map(Structure):
    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("event", c_ulong),
        ("window", c_ulong),
    )


class _Event(Union):
    _fields_ = (("type", c_int), ("map", _Map), ("message", _Message), ("pad", c_long * 24))


class _Image(Structure):
    _fields_ = (
        ("width", c_int),
        ("height", c_int),
        ("xoffset", c_int),
        ("format", c_int),
        ("data", POINTER(c_ubyte)),
        ("rest", c_char * 256),
    )


class Watcher:
    """Looks at a screen from outside the program that is measured."""

    def __init__(self, display: str) -> None:
        x = self._x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = c_void_p, (c_char_p,)
        for name in ("XDefaultRootWindow", "XInternAtom"):
            getattr(x, name).restype = c_ulong
        x.XGetImage.restype = POINTER(_Image)
        self._display = c_void_p(x.XOpenDisplay(display.encode()))
        self._root = c_ulong(x.XDefaultRootWindow(self._display))
        x.XSelectInput(self._display, self._root, c_long(_STRUCTURE_NOTIFY | _SUBSTRUCTURE_NOTIFY))
        x.XSync(self._display, 0)
        self._socket = x.XConnectionNumber(self._display)

    def mapped(self, within: float) -> int:
        """Wait for a window to be mapped; return it, 0 when none was."""
        event = self._next(_MAP_NOTIFY, within)
        return int(event.map.window) if event else 0

    def answer(self, window: int, within: float) -> float:
        """Ask the window's program for a sign of life (_NET_WM_PING); return the seconds until its loop gave it."""
        began = time.perf_counter()
        self._tell(window, "_NET_WM_PING")
        self._next(_CLIENT_MESSAGE, within)
        return time.perf_counter() - began

    def close(self, window: int) -> None:
        """Ask the window to close, as its button does."""
        self._tell(window, "WM_DELETE_WINDOW")

    def dark(self, x: int, y: int, width: int, height: int) -> int:
        """Return how many pixels of a place are as dark as ink."""
        whole = c_ulong(0xFFFFFFFF)
        image = self._x.XGetImage(self._display, self._root, x, y, width, height, whole, _Z_PIXMAP)
        blue = bytes(ctypes.cast(image.contents.data, POINTER(c_ubyte * (width * height * 4))).contents)[::4]
        self._x.XDestroyImage(image)
        return sum(map(blue.count, range(80)))

    def _next(self, kind: int, within: float) -> _Event | None:
        until = time.perf_counter() + within
        event = _Event()
        while True:
            while self._x.XPending(self._display):
                self._x.XNextEvent(self._display, byref(event))
                if event.type == kind:
                    return event
            left = until - time.perf_counter()
            if left <= 0 or not select.select([self._socket], [], [], left)[0]:
                return None

    def _tell(self, window: int, protocol: str) -> None:
        protocols = self._x.XInternAtom(self._display, b"WM_PROTOCOLS", 0)
        atom = self._x.XInternAtom(self._display, protocol.encode(), 0)
        event = _Event()
        event.message = _Message(_CLIENT_MESSAGE, 0, 1, self._display, window, protocols, 32)
        event.message.data[:3] = [atom, 0, window]
        self._x.XSendEvent(self._display, c_ulong(window), 0, c_long(0), byref(event))
        self._x.XFlush(self._display)
