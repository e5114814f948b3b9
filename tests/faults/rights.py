"""As an ordinary person: root without its power to write what is write-protected, so that chmod means what it says."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OVERRIDE = 1 << 1  # CAP_DAC_OVERRIDE
_VERSION_3 = 0x20080522


@contextmanager
def ordinary() -> Iterator[None]:
    """Give the power up for this thread and those that it begins, and take it back at the end."""
    if sys.platform != "linux" or os.geteuid() != 0:
        yield
        return
    had = _effective()
    _set_effective(had & ~_OVERRIDE)
    try:
        yield
    finally:
        _set_effective(had)


@contextmanager
def protected(*paths: Path) -> Iterator[None]:
    """Take the right to write files and folders away, for an ordinary person."""
    before = {path: path.stat().st_mode for path in paths}
    for path, mode in before.items():
        path.chmod(mode & ~0o222)
    try:
        with ordinary():
            yield
    finally:
        for path, mode in before.items():
            path.chmod(mode)


def _caps() -> tuple[ctypes.CDLL, ctypes.Array[ctypes.c_uint32], ctypes.Array[ctypes.c_uint32]]:
    libc = ctypes.CDLL(None, use_errno=True)
    head, sets = (ctypes.c_uint32 * 2)(_VERSION_3, 0), (ctypes.c_uint32 * 6)()
    if libc.capget(head, sets) != 0:
        raise OSError(ctypes.get_errno(), "capget")
    return libc, head, sets


def _effective() -> int:
    return int(_caps()[2][0])


def _set_effective(wanted: int) -> None:
    libc, head, sets = _caps()
    sets[0] = wanted
    if libc.capset(head, sets) != 0:
        raise OSError(ctypes.get_errno(), "capset")
