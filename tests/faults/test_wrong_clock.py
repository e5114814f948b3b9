"""The whole life of an article on a machine whose clock is wrong, as its library tells every program (faketime)."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.store import trail
from db.store.verify import verify

HERE = Path(__file__).parent

pytestmark = pytest.mark.skipif(not shutil.which("faketime"), reason="libfaketime is not installed")

_spec = importlib.util.spec_from_file_location("life", HERE / "life.py")
life = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(life)


@pytest.mark.parametrize("jump", ["-1h", "-1d", "+3653d"])
def test_an_article_is_written_reviewed_and_published_and_the_record_holds(store, jump):
    life.prepare(store)
    done = subprocess.run(
        ["faketime", "-f", jump, sys.executable, HERE / "life.py", store.path, "life"],
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert life.progress(store) == life.SAVES + 5
    assert verify(store).faults == []
    with store.reading() as connection:
        behind = [entry for entry in trail.entries(connection) if "clock_behind" in entry.facts]
    assert bool(behind) is jump.startswith("-")
