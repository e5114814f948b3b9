"""A process and a machine of its own for each story, and a demo newsroom made once.

The bootstrap makes the one application that a process has: a second one would find the style, the hooks and the
translations of the first. So a story is told in a pytest of its own, which starts the program as a person does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import demo

DEMO = "CAIBIAN_STORY_DEMO"  # set in the process of a story: a demo newsroom that is made already, or nothing


def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Tell the story in another process; in that process, tell it."""
    if DEMO in os.environ:
        return None
    command = [sys.executable, "-m", "pytest", pyfuncitem.nodeid, "-p", "no:randomly", "-p", "no:cacheprovider"]
    told = subprocess.run(
        command,
        cwd=pyfuncitem.config.rootpath,
        env={**os.environ, DEMO: str(pyfuncitem.funcargs.get("newsroom", ""))},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if told.returncode:
        pytest.fail(told.stdout[-20_000:], pytrace=False)
    return True


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, recovery files and logs go to a folder of this story, here and in programs that it starts."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = os.environ.get(DEMO)
    if made:
        return Path(made)
    path = tmp_path_factory.mktemp("demo") / "demo.caibian"
    demo.make(path)
    return path


@pytest.fixture
def newsroom(demo_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "青禾.caibian"
    shutil.copy(demo_file, path)
    return path
