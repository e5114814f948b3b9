"""kill -9 at write points: nothing acknowledged is lost, nothing is half done.

Real kills at a spread of points in the suite, at all of them with ``KILL_POINTS=all``; ``test_power`` looks at more.
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

from db.store.trail import entries
from db.store.unit import Store
from db.store.upgrade import HEAD, schema_number, upgrade

ROOT = Path(__file__).parents[2]
CHILD = Path(__file__).with_name("life.py")
POINTS = os.environ.get("KILL_POINTS", "25")
CALLS = "write,pwrite64,fsync,fdatasync,unlink,rename,ftruncate"

_spec = importlib.util.spec_from_file_location("life", CHILD)
life = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(life)

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux" or not shutil.which("strace"), reason="strace is Linux's"),
    pytest.mark.timeout(600),
]


def run(path: Path, verb: str, kill_at: int | None, *extra: str) -> tuple[int, int]:
    """Run the child, killed at its ``kill_at``-th write; return (last acknowledged step, writes seen)."""
    log = path.with_name("strace.log")
    inject = [] if kill_at is None else ["-e", f"inject={CALLS}:signal=SIGKILL:when={kill_at}"]
    done = subprocess.run(
        ["strace", "-f", "-o", log, "-e", f"trace={CALLS}", *inject, sys.executable, CHILD, path, verb, *extra],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if kill_at is None:
        assert done.returncode == 0, done.stderr
    told = [int(n) for n in re.findall(r"acknowledged (\d+)", done.stdout)]
    writes = sum(1 for line in log.read_text().splitlines() if re.match(r"\d+ (\w+)\(", line))
    return max(told, default=0), writes


def spread(total: int) -> list[int]:
    if POINTS == "all":
        return list(range(1, total + 1))
    wanted = min(int(POINTS), total)
    return sorted({1 + round(i * (total - 1) / max(wanted - 1, 1)) for i in range(wanted)})


def sound(store: Store) -> None:
    with store.reading() as c:
        assert c.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        assert c.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert [e.seq for e in entries(c)] == list(range(1, len(list(entries(c))) + 1))


@pytest.fixture
def ready(store: Store, tmp_path: Path) -> Path:
    """A newsroom with people, closed, to be copied for each point."""
    life.prepare(store)
    store.close()
    return store.path


def copied(ready: Path, name: str) -> Path:
    folder = ready.parent / name
    folder.mkdir()
    return Path(shutil.copy(ready, folder / "newsroom.caibian"))


def test_no_acknowledged_step_is_lost_and_none_is_half_done(ready):
    _, writes = run(copied(ready, "whole"), "life", None)
    for point in spread(writes):
        path = copied(ready, f"kill{point}")
        told, _ = run(path, "life", point)
        store = Store(path)
        sound(store)
        assert told <= life.progress(store) <= told + 1, point
        store.close()


def test_the_test_can_see_a_loss(ready):
    """Control: a program that says 已保存 before its commit is caught."""
    path = copied(ready, "early")
    told, _ = run(path, "life", 60_000, "early")  # dies of itself, between its word and its commit
    store = Store(path)
    assert told == life.progress(store) + 1 == life.SAVES
    store.close()


def test_an_upgrade_killed_anywhere_is_done_by_the_next_start(tmp_path):
    whole = tmp_path / "whole.caibian"
    _, writes = run(whole, "upgrade", None)
    for point in spread(writes)[:: 1 if POINTS == "all" else 6]:
        folder = tmp_path / f"kill{point}"
        folder.mkdir()
        path = folder / "n.caibian"
        told, _ = run(path, "upgrade", point)
        store = Store(path)
        assert not told or schema_number(store) == HEAD
        upgrade(store)
        sound(store)
        store.close()


def test_a_backup_killed_anywhere_is_whole_or_absent(ready):
    _, writes = run(copied(ready, "whole"), "backup", None)
    for point in spread(writes)[:: 1 if POINTS == "all" else 6]:
        path = copied(ready, f"kill{point}")
        told, _ = run(path, "backup", point)
        copy = path.with_name("copy.caibian")
        assert copy.exists() or not told
        if copy.exists():
            store = Store(copy)
            sound(store)
            store.close()
