"""kill -9 at every write, and power cuts: nothing acknowledged is lost, nothing is half done.

One run of a child is recorded; every point of it is then looked at. A spread of points in the suite, all with
``KILL_POINTS=all``; several different cuts a point with ``CUTS=n``.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from db.domain.errors import StoreUnavailable
from db.store import people as roster
from db.store.unit import Store
from db.store.upgrade import HEAD, schema_number, upgrade
from desktop.publishing.publish import publish
from desktop.publishing.verify import verify_site

HERE = Path(__file__).parent
POINTS = os.environ.get("KILL_POINTS", "40")
CUTS = int(os.environ.get("CUTS", "1"))


def room(name: str):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


life, recorder = room("life"), room("recorder")
Left = tuple[int, Path]  # the last step that was acknowledged, the folder as it was left

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux" or not shutil.which("strace"), reason="strace is Linux's"),
    pytest.mark.timeout(900),
]


@pytest.fixture
def folder(store: Store, tmp_path: Path) -> Path:
    """A folder with a newsroom with people, closed."""
    life.prepare(store)
    store.close()
    made = tmp_path / "desk"
    made.mkdir()
    shutil.copy(store.path, made / "newsroom.caibian")
    return made


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(HERE.parents[1]))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")


def left(folder: Path, verb: str, *extra: str, cut: bool, honest: bool = True, points: str = POINTS) -> Iterator[Left]:
    """Yield what is left at each point of a run: the program was killed there, or the power was cut."""
    disk = recorder.Disk(folder, honest=honest)
    events = recorder.record(folder, [sys.executable, HERE / "life.py", folder / "newsroom.caibian", verb, *extra])
    assert any(event.call == "sync" for event in events)
    wanted, told = set(spread(len(events), "all" if POINTS == "all" else points)), 0
    for n, event in enumerate(events):
        if event.call == "say":
            told = max([told, *map(int, re.findall(rb"acknowledged (\d+)", event.data))])
        else:
            disk.do(event)
        for turn in range((CUTS if cut else 1) if n in wanted else 0):
            to = folder.with_name(f"left{n}-{turn}")
            yield told, disk.lay(disk.cut(n + turn * 100_000) if cut else disk.killed(), to)
            shutil.rmtree(to, ignore_errors=True)


def spread(total: int, points: str) -> list[int]:
    if points == "all":
        return list(range(total))
    wanted = min(int(points), total)
    return sorted({round(i * (total - 1) / max(wanted - 1, 1)) for i in range(wanted)})


def opened(path: Path, look: Callable[[Store], object]) -> object:
    store = Store(path)
    try:
        with store.reading() as c:
            assert c.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one() == "ok"
            assert c.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        return look(store)
    finally:
        store.close()


both = pytest.mark.parametrize("cut", [False, True], ids=["killed", "power cut"])


@both
def test_a_life_keeps_every_acknowledged_step(folder, cut):
    seen = set()
    for told, there in left(folder, "life", cut=cut):
        reached = opened(there / "newsroom.caibian", life.progress)
        assert told <= reached <= told + 1, there
        seen.add(reached)
    assert len(seen) > 3


def test_the_test_can_see_a_loss_by_a_disk_that_lies(folder):
    lost = broken = 0
    for told, there in left(folder, "life", cut=True, honest=False):
        try:
            lost += opened(there / "newsroom.caibian", life.progress) < told
        except (AssertionError, StoreUnavailable, DBAPIError):  # a torn database, by its check or at once
            broken += 1
    assert lost + broken


def test_the_test_can_see_a_loss_without_full_sync(folder):
    assert any(
        opened(there / "newsroom.caibian", life.progress) < told
        for told, there in left(folder, "life", "normal", cut=True)
    )


@both
def test_an_upgrade_is_whole_or_done_by_the_next_start(folder, cut):
    (folder / "newsroom.caibian").unlink()
    for told, there in left(folder, "upgrade", cut=cut, points="12"):
        store = Store(there / "newsroom.caibian")
        assert not told or schema_number(store) == HEAD
        upgrade(store)
        store.close()
        assert opened(store.path, schema_number) == HEAD


@both
def test_a_backup_is_whole_or_absent(folder, cut):
    for told, there in left(folder, "backup", cut=cut):
        copy = there / "copy.caibian"
        assert copy.exists() or not told
        if copy.exists():
            assert opened(copy, life.people_of) == life.LOGINS


@both
def test_a_restore_leaves_the_present_newsroom_or_the_backup_and_can_be_undone(folder, cut):
    backup = folder / "copy.caibian"
    shutil.copy(folder / "newsroom.caibian", backup)
    store = Store(folder / "newsroom.caibian")
    life.begin(store)
    store.close()
    for told, there in left(folder, "restore", cut=cut):
        reached = opened(there / "newsroom.caibian", life.progress)
        assert reached == 0 if told else reached in (0, 1), there
        kept = list(there.glob("*.before-restore-*"))
        if reached == 0:
            assert len(kept) == 1 and opened(kept[0], life.progress) == 1


@both
def test_a_site_has_old_or_new_pages_and_the_next_run_makes_it_whole(folder, cut):
    store, site = Store(folder / "newsroom.caibian"), folder / "site"
    publish(store, site)
    old = pages(site)
    with store.reading() as c:
        by = {p.login: roster.actor(c, p.id) for p in roster.everyone(c)}
    life.live(store, by)
    store.close()
    shutil.copytree(folder, folder.with_name("after"))
    store = Store(folder.with_name("after") / "newsroom.caibian")
    publish(store, folder.with_name("after") / "site")
    store.close()
    new = pages(folder.with_name("after") / "site")
    for told, there in left(folder, "site", cut=cut, points="12"):
        between = pages(there / "site")
        assert all(data in (old.get(path), new.get(path)) for path, data in between.items())
        assert old.keys() & new.keys() <= between.keys()
        assert not told or between == new
        shutil.rmtree(folder)
        there.rename(folder)  # where the newsroom knows its site to be
        store = Store(folder / "newsroom.caibian")
        publish(store, site)
        assert verify_site(store, site) == []
        store.close()
        folder.rename(there)
        folder.mkdir()


def pages(site: Path) -> dict[str, bytes]:
    found = (path for path in site.rglob("*") if path.is_file() and not path.relative_to(site).parts[0].startswith("."))
    return {str(path.relative_to(site)): path.read_bytes() for path in found}


@both
def test_a_text_kept_aside_is_the_old_or_the_new_one(folder, cut):
    for told, there in left(folder, "recovery", cut=cut):
        assert life.kept(there) in (told, told + 1), there
