"""The rows of a damaged SQLite file, read page by page without SQLite, which stops at the first torn page.

The format is https://www.sqlite.org/fileformat2.html. Nothing here trusts a number that it reads: a page, a cell or a
record that contradicts itself is left out, and the reading goes on behind it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

Value = int | float | str | bytes | None

TABLE_LEAF, TABLE_INTERIOR = 13, 5
_SIZES = (0, 1, 2, 3, 4, 6, 8)  # bytes of an integer, by serial type
_LONGEST = 1 << 30  # bytes of a record


class Torn(Exception):
    """These bytes contradict themselves."""


@dataclass(frozen=True, slots=True)
class Row:
    rowid: int
    values: tuple[Value, ...]


class Pages:
    """The pages of a file as they were last committed: those in its log (WAL) stand before those in the file."""

    def __init__(self, path: Path, page_size: int = 0) -> None:
        self._file: BinaryIO = path.open("rb")
        head = self._file.read(100).ljust(100, b"\0")
        size = page_size or _page_size(head)
        self.size = size
        self.usable = size - (head[20] if head[20] <= 64 else 0)
        self.count = path.stat().st_size // size
        log = path.with_name(path.name + "-wal")
        self._newer = _committed(log, size) if log.is_file() else {}
        self.count = max([self.count, *self._newer])

    def __getitem__(self, number: int) -> bytes:
        if not 0 < number <= self.count:
            raise Torn(f"no page {number}")
        if number in self._newer:
            return self._newer[number]
        self._file.seek((number - 1) * self.size)
        data = self._file.read(self.size)
        if len(data) < self.size:
            raise Torn(f"page {number} is cut")
        return data

    def close(self) -> None:
        self._file.close()

    def kind(self, number: int) -> int:
        """Return the type byte of a page; the first page has the file's header before it."""
        return self[number][_start(number)]

    def children(self, number: int) -> list[int]:
        """Return the pages that an interior table page points at."""
        page, start = self[number], _start(number)
        places = _pointers(page, start, 12)
        found = [int.from_bytes(page[at : at + 4], "big") for at in places if at + 4 <= len(page)]
        found.append(int.from_bytes(page[start + 8 : start + 12], "big"))
        return found

    def rows(self, number: int) -> Iterator[Row | None]:
        """Yield the rows of a table's leaf, None for each that cannot be read."""
        page = self[number]
        for at in _pointers(page, _start(number), 8):
            try:
                yield self._row(page, at)
            except (Torn, IndexError, struct.error, UnicodeDecodeError):
                yield None

    def free(self) -> set[int]:
        """Return the pages that are in no table any more, as far as their list can be followed."""
        found: set[int] = set()
        trunk = int.from_bytes(self[1][32:36], "big")
        while 0 < trunk <= self.count and trunk not in found:
            page = self[trunk]
            length = min(int.from_bytes(page[4:8], "big"), self.usable // 4 - 2)
            found |= {trunk, *struct.unpack_from(f">{length}I", page, 8)}
            trunk = int.from_bytes(page[:4], "big")
        return found

    def _row(self, page: bytes, at: int) -> Row:
        length, at = _varint(page, at)
        rowid, at = _varint(page, at)
        return Row(rowid - (1 << 64) if rowid >> 63 else rowid, _record(self._payload(page, at, length)))

    def _payload(self, page: bytes, at: int, length: int) -> bytes:
        if not 0 < length < _LONGEST:
            raise Torn("length")
        most = self.usable - 35
        if length <= most:
            return _exactly(page[at : at + length], length)
        least = (self.usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (self.usable - 4)
        here = here if here <= most else least
        parts, left = [_exactly(page[at : at + here], here)], length - here
        following = int.from_bytes(_exactly(page[at + here : at + here + 4], 4), "big")
        while left > 0:
            page = self[following]
            parts.append(page[4 : min(4 + left, self.usable)])
            left -= len(parts[-1])
            following = int.from_bytes(page[:4], "big")
        if following:
            raise Torn("the chain goes on")
        return b"".join(parts)


def _start(number: int) -> int:
    return 100 if number == 1 else 0


def _page_size(head: bytes) -> int:
    said = int.from_bytes(head[16:18], "big")
    size = 65536 if said == 1 else said
    return size if size >= 512 and size & (size - 1) == 0 else 4096


def _pointers(page: bytes, start: int, header: int) -> list[int]:
    number = int.from_bytes(page[start + 3 : start + 5], "big")
    room = (len(page) - start - header) // 2
    return list(struct.unpack_from(f">{min(number, room)}H", page, start + header))


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9


def _exactly(data: bytes, length: int) -> bytes:
    if len(data) != length:
        raise Torn("cut")
    return data


def _record(payload: bytes) -> tuple[Value, ...]:
    """Read the values of a record; its lengths must come out to the byte."""
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise Torn("record")
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind >= 12:
        end = at + (kind - 12) // 2
        data = _exactly(payload[at:end], end - at)
        return (data.decode() if kind % 2 else data), end
    if 1 <= kind <= 6:
        end = at + _SIZES[kind]
        return int.from_bytes(_exactly(payload[at:end], end - at), "big", signed=True), end
    if kind == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind in (8, 9):
        return kind - 8, at
    if kind == 0:
        return None, at
    raise Torn("type")


def _committed(log: Path, size: int) -> dict[int, bytes]:
    """Return the pages of the log that belong to whole transactions, each frame proved by its sum."""
    data = log.read_bytes()
    if len(data) < 32 or int.from_bytes(data[8:12], "big") != size or data[:3] != b"\x37\x7f\x06":
        return {}
    order = ">" if data[3] & 1 else "<"
    found: dict[int, bytes] = {}
    open_pages: dict[int, bytes] = {}
    sums = _sums((0, 0), data[:24], order)
    for at in range(32, len(data) - size - 23, size + 24):
        number, commit, *_, first, second = struct.unpack_from(">6I", data, at)
        page = data[at + 24 : at + 24 + size]
        sums = _sums(_sums(sums, data[at : at + 8], order), page, order)
        if data[at + 8 : at + 16] != data[16:24] or sums != (first, second):
            break
        open_pages[number] = page
        if commit:
            found |= open_pages
            open_pages = {}
    return found


def _sums(sums: tuple[int, int], data: bytes, order: str) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, two in zip(words[::2], words[1::2], strict=True):
        first = first + one + second & 0xFFFFFFFF
        second = second + two + first & 0xFFFFFFFF
    return first, second
