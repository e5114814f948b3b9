"""Publishing that breaks: killed at a write, the disk full. What readers reach stays whole, the next run goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.domain.errors import TargetFailed
from desktop.publishing.publish import publish
from desktop.publishing.verify import verify_site
from tests.desktop.publishing.newsroom import Newsroom
from tests.desktop.publishing.test_publish import dead_links, filled, tree

ROOT = Path(__file__).parents[3]
PUBLISH = (
    "import sys; from pathlib import Path; from db.store.unit import Store; "
    "from desktop.publishing.publish import publish; publish(Store(Path(sys.argv[1])), Path(sys.argv[2]))"
)
POINTS = {"rename": (1, 2, 3, 5, 8, 13, 21, 34), "unlink": (1, 2), "fsync": (1, 5, 12), "pwrite64": (1, 4, 9)}
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="kills are injected with strace")


def killed(newsroom: Newsroom, site: Path, call: str, when: int) -> bool:
    """Publish in a process that dies at the given call; return whether it did."""
    command = ["strace", "-f", "-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={when}"]
    done = subprocess.run(
        [*command, sys.executable, "-c", PUBLISH, str(newsroom.store.path), str(site)], cwd=ROOT, capture_output=True
    )
    assert done.returncode in (0, -9), done.stderr.decode()
    return done.returncode == -9


@needs_strace
@pytest.mark.parametrize(("call", "when"), [(call, when) for call, points in POINTS.items() for when in points])
def test_a_kill_leaves_old_or_new_pages_and_the_next_run_goes_on(
    newsroom: Newsroom, tmp_path: Path, call: str, when: int
) -> None:
    site = tmp_path / "site"
    newsroom.set(page_size=5)
    filled(newsroom, 6)
    gone = newsroom.release("要撤下的", cover=newsroom.picture(b"\xff\xd8 gone"))
    publish(newsroom.store, site)
    old = tree(site)
    newsroom.withdraw(gone)
    newsroom.release("新的", cover=newsroom.picture(b"\xff\xd8 new"))
    newsroom.set(phone="0000-1")  # so that every page changes
    assert killed(newsroom, site, call, when)
    between = tree(site)
    publish(newsroom.store, tmp_path / "expected")
    new = tree(tmp_path / "expected")
    assert all(data in (old.get(path), new.get(path)) for path, data in between.items())
    assert dead_links(site) == []
    publish(newsroom.store, site)
    assert tree(site) == new
    assert verify_site(newsroom.store, site) == []
    assert publish(newsroom.store, site).uploaded == 0


@needs_strace
def test_a_first_publication_that_was_killed_is_taken_up(newsroom: Newsroom, tmp_path: Path) -> None:
    filled(newsroom, 6)
    site = tmp_path / "site"
    for when in (2, 9, 30):
        assert killed(newsroom, site, "rename", when)
        assert not (site / "index.html").exists()
    publish(newsroom.store, site)
    assert verify_site(newsroom.store, site) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting needs rights")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_keeps_the_old_site_and_is_named(newsroom: Newsroom, small_disk: Path) -> None:
    site = small_disk / "site"
    filled(newsroom, 3)
    publish(newsroom.store, site)
    old = tree(site)
    newsroom.release("大图", cover=newsroom.picture(b"\xff\xd8" + os.urandom(900_000)))
    with pytest.raises(TargetFailed) as caught:
        publish(newsroom.store, site)
    assert caught.value.reason == "full"
    assert tree(site) == old
    assert verify_site(newsroom.store, site) == []
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    publish(newsroom.store, site)
    assert verify_site(newsroom.store, site) == []
