"""The power of a real file system switched off: ext4 on a loop device, shut down without writing what it still holds.

Where mounting is allowed; elsewhere ``test_power`` plays cuts from a record. More of them with ``POWER_CUTS=200``.
"""

from __future__ import annotations

import importlib.util
import os
import random
import re
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store.unit import Store

if sys.platform != "linux":
    pytest.skip("ext4 is Linux's", allow_module_level=True)

import fcntl

HERE = Path(__file__).parent
CUTS = int(os.environ.get("POWER_CUTS", "2"))
SHUTDOWN, NO_FLUSH = 0x8004587D, 2  # FS_IOC_SHUTDOWN

_spec = importlib.util.spec_from_file_location("life", HERE / "life.py")
life = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(life)

pytestmark = pytest.mark.timeout(3600)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    image, place = tmp_path / "image", tmp_path / "disk"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(32_000_000)
    made = shutil.which("mkfs.ext4") and not subprocess.run(["mkfs.ext4", "-q", image], capture_output=True).returncode
    if not made or subprocess.run(["mount", "-o", "loop", image, place], capture_output=True).returncode:
        pytest.skip("mounting needs rights")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def switched_off(disk: Path, path: Path, seconds: float, *extra: str) -> int:
    """Save without end, switch the disk off after so many seconds, and on again; return the last acknowledged save."""
    child = subprocess.Popen(
        [sys.executable, HERE / "life.py", path, "saves", *extra],
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    first = child.stdout.readline()
    time.sleep(seconds)  # not to wait for something: the moment of the cut
    handle = os.open(disk, os.O_RDONLY)
    cut = time.monotonic()
    try:
        fcntl.ioctl(handle, SHUTDOWN, struct.pack("I", NO_FLUSH))
    finally:
        os.close(handle)
    child.kill()
    told = re.findall(r"acknowledged (\d+) ([\d.]+)", first + child.stdout.read())
    child.wait()
    child.stdout.close()
    source = subprocess.run(
        ["findmnt", "-no", "SOURCE", disk], capture_output=True, text=True, check=True
    ).stdout.strip()
    subprocess.run(["umount", disk], check=True)
    image = disk.with_name("image")
    subprocess.run(["losetup", "-d", source], capture_output=True, check=False)
    subprocess.run(["mount", "-o", "loop", image, disk], check=True)
    # while the disk is shut down, for some microseconds, the system still says synced of what it then drops
    return max((int(save) for save, at in told if float(at) < cut), default=0)


def lost(store: Store, disk: Path, extra: tuple[str, ...]) -> int:
    """Return how many acknowledged saves were lost in all cuts."""
    life.prepare(store)
    store.close()
    chance, missing = random.Random(7), 0
    for n in range(CUTS):
        path = Path(shutil.copy(store.path, disk / f"n{n}.caibian"))
        os.sync()
        told = switched_off(disk, path, chance.uniform(0.1, 0.9), *extra)
        again = Store(path)
        with again.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one() == "ok"
        missing += max(0, told - life.progress(again))
        again.close()
        path.unlink()
    return missing


def test_no_acknowledged_save_is_lost(store, disk):
    assert lost(store, disk, ()) == 0


def test_the_test_can_see_a_loss(store, disk):
    assert lost(store, disk, ("normal",)) > 0
