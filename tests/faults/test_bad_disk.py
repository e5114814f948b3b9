"""A disk that is full or fails, from the n-th write on: it is told by kind, nothing acknowledged is lost, and with room
all goes on. A few points in the suite, all with ``KILL_POINTS=all``.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.store.unit import Store

HERE = Path(__file__).parent
POINTS = os.environ.get("KILL_POINTS", "4")

_spec = importlib.util.spec_from_file_location("life", HERE / "life.py")
life = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(life)

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux" or not shutil.which("strace"), reason="strace is Linux's"),
    pytest.mark.timeout(900),
]
FAULTS = {  # what fails, and the kind that it is told by
    "full": ("pwrite64", "ENOSPC", "full"),
    "unreadable": ("pwrite64", "EIO", "io"),
    "unsynced": ("fsync,fdatasync", "EIO", "io"),
}


def run(path: Path, verb: str, calls: str = "", error: str = "", at: int = 0) -> tuple[int, str, int]:
    """Run the child, its calls failing from the ``at``-th on; return (acknowledged, the kind told, calls seen)."""
    log = path.with_name("strace.log")
    inject = ["-e", f"inject={calls}:error={error}:when={at}+"] if error else []
    done = subprocess.run(
        ["strace", "-f", "-o", log, "-e", f"trace={calls}", *inject, sys.executable, HERE / "life.py", path, verb],
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1]), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 3), done.stderr
    told = re.search(r"refused (\w+)", done.stdout)
    said = max(map(int, re.findall(r"acknowledged (\d+)", done.stdout)), default=0)
    return said, told[1] if told else "", log.read_text().count("(")


def points(total: int) -> list[int]:
    if POINTS == "all":
        return list(range(1, total + 1))
    wanted = min(int(POINTS), total)
    return sorted({1 + round(i * (total - 1) / max(wanted, 1)) for i in range(wanted)})  # the very last ones tidy up


@pytest.fixture
def ready(store: Store) -> Path:
    life.prepare(store)
    store.close()
    return store.path


def copied(ready: Path, name: str) -> Path:
    folder = ready.parent / name
    folder.mkdir()
    return Path(shutil.copy(ready, folder / "newsroom.caibian"))


def sound(path: Path) -> Store:
    store = Store(path)
    with store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one() == "ok"
    return store


@pytest.mark.parametrize("fault", FAULTS)
def test_what_was_acknowledged_stays_and_with_room_the_life_goes_on(ready, fault):
    calls, error, kind = FAULTS[fault]
    _, _, total = run(copied(ready, "whole"), "life", calls)
    for at in points(total):
        path = copied(ready, f"at{at}")
        said, told, _ = run(path, "life", calls, error, at)
        kinds = (kind, "io")  # that there is no room for the index of its log SQLite does not tell
        assert told in kinds or said == life.SAVES + 5, at  # a failure after the last word is nobody's loss
        store = sound(path)
        assert said <= life.progress(store) <= said + 1, at
        store.close()


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("verb", ["backup", "restore"])
def test_a_copy_is_whole_or_absent_and_what_was_there_stays(ready, verb, fault):
    calls, error, kind = FAULTS[fault]
    shutil.copy(ready, ready.with_name("copy.caibian"))
    whole = copied(ready, "whole")
    shutil.copy(ready, whole.with_name("copy.caibian"))
    _, _, total = run(whole, verb, calls)
    for at in points(total):
        path = copied(ready, f"at{at}")
        before = path.read_bytes()
        shutil.copy(ready, path.with_name("copy.caibian"))
        said, told, _ = run(path, verb, calls, error, at)
        assert told in (kind, "io") or said, at
        for file in (path, path.with_name("copy.caibian")):
            sound(file).close()
        if not said:
            assert path.read_bytes() == before or verb == "restore"
            assert not list(path.parent.glob("*.part")), at
