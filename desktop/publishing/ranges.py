"""Which part of a file a browser asks for: without an answer to that, nobody can move to and fro in a film."""

from __future__ import annotations

import re
from typing import BinaryIO

_ONE = re.compile(r"bytes=(\d*)-(\d*)")


class Unsatisfiable(Exception):
    """The part lies behind the end of the file."""


def part(header: str | None, size: int) -> tuple[int, int] | None:
    """Return the first byte and the one behind the last; None for the whole file, as for what is no range of ours.

    Raises Unsatisfiable.
    """
    found = _ONE.fullmatch((header or "").replace(" ", ""))
    if found is None or not (found[1] or found[2]):
        return None  # several parts at once are answered with the whole, as the standard allows
    if not found[1]:
        start, end = max(0, size - int(found[2][:18])), size
    else:
        start = int(found[1][:18])
        end = min(int(found[2][:18]) + 1, size) if found[2] else size
    if found[1] and found[2] and int(found[1]) > int(found[2]):
        return None
    if start >= size:
        raise Unsatisfiable
    return start, end


def said(start: int, end: int, size: int) -> str:
    """Return what ``Content-Range`` says."""
    return f"bytes {start}-{end - 1}/{size}"


class Section:
    """A file from where it stands, for so many bytes and no more."""

    def __init__(self, file: BinaryIO, length: int) -> None:
        self._file, self._left = file, length

    def read(self, count: int = -1) -> bytes:
        wanted = self._left if count < 0 else min(count, self._left)
        data = self._file.read(wanted)
        self._left -= len(data)
        return data

    def close(self) -> None:
        self._file.close()
