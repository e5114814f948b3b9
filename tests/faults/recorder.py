"""What a program wrote, call by call, and the disk as it would be had the program or the power ended there.

``record`` runs a child under strace once. ``Disk`` plays the calls: ``killed()`` is what a killed program leaves, all
that it wrote; ``cut()`` is what a power cut may leave: everything that was synced; of each file's other writes any
choice, torn ones too; of the names made, changed and removed since their folder was synced some first ones.
No privilege is needed, and all points of a run cost little more than one run.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
CALLS = (
    "openat,write,pwrite64,ftruncate,fsync,fdatasync,syncfs,"
    "rename,renameat,renameat2,unlink,unlinkat,link,linkat,mkdir,mkdirat"
)
_LINE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+)")
_BYTE = re.compile(r"\\x([0-9a-f]{2})")


@dataclass(frozen=True, slots=True)
class Event:
    """One call that succeeded. ``say`` is what the child told (on its standard output)."""

    call: str  # open, write, truncate, sync, sync all, rename, link, unlink, folder, say
    path: str
    to: str = ""
    at: int | None = None  # None: after what was written last
    data: bytes = b""
    anew: bool = False  # opened empty


def record(folder: Path, command: Sequence[str | Path]) -> list[Event]:
    """Run a child and return what it did in ``folder`` and what it said."""
    log = folder.with_name(folder.name + ".strace")
    ready = ["strace", "-f", "-y", "-xx", "-s", "10000000", "--seccomp-bpf"]
    done = subprocess.run(
        [*ready, "-o", log, "-e", f"trace={CALLS}", *command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    with log.open(encoding="ascii") as lines:
        events = [event for event in map(_event, _whole(lines)) if event is not None]
    log.unlink()
    return [e for e in events if e.call == "say" or (Path(e.path).is_relative_to(folder) and "-shm" not in e.path)]


def _whole(lines: Iterator[str]) -> Iterator[str]:
    """Yield calls in the order in which they ended, those that were interrupted put together."""
    begun: dict[str, str] = {}
    for line in lines:
        pid, _, rest = line.partition(" ")
        if rest.rstrip().endswith("<unfinished ...>"):
            begun[pid] = line.rstrip().removesuffix("<unfinished ...>")
        elif " resumed>" in rest:
            yield begun.pop(pid) + rest.split(" resumed>", 1)[1]
        else:
            yield line


def _event(line: str) -> Event | None:
    match = _LINE.match(line)
    if match is None or int(match[4]) < 0:
        return None
    call, inside = match[2], match[3]
    if call == "openat":
        if "O_CREAT" not in inside:
            return None
        return Event("open", _strings(inside)[0], anew="O_TRUNC" in inside)
    if call in ("rename", "renameat", "renameat2", "link", "linkat"):
        one, other = _strings(inside)
        return Event(call.removesuffix("2").removesuffix("at"), one, other)
    if call in ("mkdir", "mkdirat"):
        return Event("folder", _strings(inside)[0])
    if call in ("unlink", "unlinkat"):
        return Event("unlink", _strings(inside)[0])
    path = _text(inside.split("<", 1)[1].split(">", 1)[0])
    if call in ("fsync", "fdatasync"):
        return Event("sync", path)
    if call == "syncfs":
        return Event("sync all", path)
    if call == "ftruncate":
        return Event("truncate", path, at=int(inside.rsplit(",", 1)[1]))
    data = _bytes(inside.split('"')[1])[: int(match[4])]
    if not path.startswith("/"):
        return Event("say", "", data=data)
    return Event("write", path, at=int(inside.rsplit(",", 1)[1]) if call == "pwrite64" else None, data=data)


def _strings(inside: str) -> list[str]:
    return [_text(found) for found in re.findall(r'"([^"]*)"', inside)]


def _text(hexed: str) -> str:
    return os.fsdecode(_bytes(hexed))


def _bytes(hexed: str) -> bytes:
    return bytes.fromhex("".join(_BYTE.findall(hexed)))


@dataclass(slots=True, eq=False)
class _File:
    """A file's bytes as the program sees them, as they were synced, and the writes in between."""

    seen: bytearray = field(default_factory=bytearray)
    synced: bytes = b""
    since: list[Event] = field(default_factory=list)
    end: int = 0  # of what was written last
    folder: bool = False

    def take(self, event: Event) -> None:
        self.since.append(event)
        self.end = _put(self.seen, event, self.end)

    def sync(self) -> None:
        self.synced = bytes(self.seen)
        self.since.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        left, end = bytearray(self.synced), 0
        for event in self.since:
            if chance.random() < 0.5:
                end = _put(left, event, end)
            elif event.call == "write" and chance.random() < 0.2:  # torn: its first sectors came through
                whole = chance.randrange(len(event.data) // SECTOR + 1) * SECTOR
                _put(left, Event("write", event.path, at=event.at, data=event.data[:whole]), end)
        return bytes(left)


def _put(seen: bytearray, event: Event, end: int) -> int:
    if event.call == "truncate":
        length = event.at or 0
        seen[length:] = b""
        seen.extend(b"\0" * (length - len(seen)))
        return end
    start = end if event.at is None else event.at
    seen.extend(b"\0" * (start - len(seen)))
    seen[start : start + len(event.data)] = event.data
    return start + len(event.data)


class Disk:
    """A folder, as the calls change it. ``honest=False``: a disk that says synced and is not."""

    def __init__(self, folder: Path, *, honest: bool = True) -> None:
        self._folder, self._honest = folder, honest
        self._names: dict[str, _File] = {}  # a folder is an entry too, without bytes
        for path in folder.rglob("*"):
            data = path.read_bytes() if path.is_file() else b""
            self._names[str(path)] = _File(bytearray(data), data, folder=path.is_dir())
        self._synced = dict(self._names)
        self._since: list[tuple[str, str, _File | None]] = []  # (folder, name, what it stands for) since the last sync

    def do(self, event: Event) -> None:
        """Play one call."""
        match event.call:
            case "open" if event.path not in self._names:
                self._name(event.path, _File())
            case "open" if event.anew:
                self._names[event.path].take(Event("truncate", event.path, at=0))
                self._names[event.path].end = 0
            case "write" | "truncate":
                self._names[event.path].take(event)
            case "sync" if self._honest:
                self._sync(event.path)
            case "sync all" if self._honest:
                for file in self._names.values():
                    file.sync()
                self._synced, self._since = dict(self._names), []
            case "rename":
                self._name(event.to, self._names[event.path])
                self._name(event.path, None)
            case "link":
                self._name(event.to, self._names[event.path])
            case "unlink":
                self._name(event.path, None)
            case "folder":
                self._name(event.path, _File(folder=True))

    def killed(self) -> dict[str, bytes]:
        """Return path -> bytes as a killed program leaves them."""
        return {path: bytes(file.seen) for path, file in self._names.items() if not file.folder}

    def cut(self, seed: int) -> dict[str, bytes]:
        """Return path -> bytes as a power cut may leave them."""
        chance = random.Random(seed)
        names = dict(self._synced)
        for _, path, file in self._since[: chance.randrange(len(self._since) + 1)]:
            _set(names, path, file)
        files = dict.fromkeys(names.values())
        left = {file: file.after_cut(chance) for file in files}
        return {path: left[file] for path, file in names.items() if not file.folder and self._reached(path, names)}

    def lay(self, files: dict[str, bytes], to: Path) -> Path:
        """Write such files below ``to``."""
        to.mkdir()
        for path, data in files.items():
            there = to / Path(path).relative_to(self._folder)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(data)
        return to

    def _reached(self, path: str, names: dict[str, _File]) -> bool:
        """Say whether all folders on the way to a file are there."""
        above = Path(path).relative_to(self._folder).parents
        return all(str(self._folder / folder) in names for folder in above if folder.name)

    def _name(self, path: str, file: _File | None) -> None:
        _set(self._names, path, file)
        self._since.append((str(Path(path).parent), path, file))

    def _sync(self, path: str) -> None:
        found = self._names.get(path)
        if found is not None and not found.folder:
            found.sync()
            return
        for folder, name, file in self._since:
            if folder == path:
                _set(self._synced, name, file)
        self._since = [change for change in self._since if change[0] != path]


def _set(names: dict[str, _File], path: str, file: _File | None) -> None:
    if file is None:
        names.pop(path, None)
    else:
        names[path] = file
