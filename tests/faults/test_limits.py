"""Little memory and few open files: imports stay in bounds, and what cannot be done is one sentence, not a crash."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from db.actions import channels, newsroom
from db.domain.channels import ChannelKind
from db.domain.people import PROGRAM
from db.store import people
from db.store.unit import Store

if sys.platform == "win32":
    pytest.skip("Windows has no such limits", allow_module_level=True)

import resource

ROOT = Path(__file__).parents[2]
MB = 1024 * 1024
Run = Callable[..., "tuple[int, str, int]"]


@pytest.fixture
def newsroom_file(store: Store) -> Path:
    with store.changing(PROGRAM) as unit:
        newsroom.found(unit, "青禾", "admin", "罗岚", "correct horse")
    with store.reading() as connection:
        admin = people.actor(connection, 1)
    with store.changing(admin) as unit:
        channels.add(unit, kind=ChannelKind.NEWS, name="乡镇动态", slug="towns", scheme_id=1)
    store.close()
    return store.path


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """200 articles, one of two megabytes, one with a picture of 48 megapixels."""
    folder = tmp_path / "old"
    folder.mkdir()
    for n in range(200):
        words = "清河镇的路修好了。" * (80_000 if n == 7 else 40)
        picture = "\n\n![路](road.jpg)\n" if n == 3 else ""
        front = f"title: 第{n}篇\ndate: 2019-05-{n % 28 + 1:02d} 08:00\nchannel: 乡镇动态\nsource: 县住建局\n"
        (folder / f"{n}.md").write_text(f"---\n{front}---\n\n{words}{picture}", encoding="utf-8", newline="\n")
    data = io.BytesIO()
    Image.new("RGB", (8000, 6000), "green").save(data, "JPEG")
    (folder / "road.jpg").write_bytes(data.getvalue())
    return folder


@pytest.fixture
def run(newsroom_file: Path, tmp_path: Path) -> Run:
    places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    environment = {**os.environ, **dict.fromkeys(places, str(tmp_path)), "PYTHONPATH": str(ROOT)}

    def call(*given: object, **limits: int) -> tuple[int, str, int]:
        """Return exit status, what was told as a failure, and the most memory that one process took, in bytes."""

        def limited() -> None:
            for name, value in limits.items():
                resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))

        child = subprocess.Popen(
            [sys.executable, "-m", "desktop", *map(str, given), "-n", str(newsroom_file)],
            env={**environment, "CAIBIAN_PASSWORD": "correct horse"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            preexec_fn=limited,
        )
        told = child.stderr.read()
        child.stderr.close()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        return child.returncode, told, used.ru_maxrss * 1024

    return call


def test_an_import_takes_no_more_than_200_megabytes_beyond_the_program(run, old_site, newsroom_file):
    _, _, bare = run("search", "清河")
    status, told, used = run("archive", "import", old_site, "--as", "admin")
    assert status == 0, told
    assert used - bare < 200 * MB, f"{(used - bare) / MB:.0f} MB"


@pytest.mark.parametrize("files", [24, 40])
def test_few_open_files_are_enough_or_told(run, old_site, tmp_path, files):
    steps = (
        ("archive", "import", old_site, "--as", "admin"),
        ("publish", "--to", tmp_path / "site"),
        ("backup", tmp_path / "copy.caibian"),
        ("verify",),
    )
    for step in steps:
        status, told, _ = run(*step, NOFILE=files)
        assert status in (0, 3), told
        assert "Traceback" not in told and (status == 0 or len(told.splitlines()) == 1), told


@pytest.mark.parametrize("memory", [150, 300, 600])
def test_little_memory_is_enough_or_told_and_the_newsroom_stays_whole(run, old_site, newsroom_file, memory):
    status, told, _ = run("archive", "import", old_site, "--as", "admin", AS=memory * MB)
    assert status in (0, 1, 3), told
    status, told, _ = run("check")
    assert status == 0, told
