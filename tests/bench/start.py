"""How fast the program starts, seen from outside: ``python tests/bench/start.py [--articles N] [--runs N]``.

A demo person is remembered, whose list is the longest there can be. On a virtual screen of its own, compiled, warm,
each run beside one of a bare PySide6 window. Prints, from the moment the command is given:

first window  the X server maps it
list usable   ink is seen where the first rows are, and the program's loop has answered a ping sent after that
longest stall the longest silence to a ping in the seconds that follow, in which nobody touches the program and it
              makes the article screen ready; a key would postpone that
memory        then, at rest
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from rows import LOGIN, newsroom_of
from screen import Watcher, virtual_screen

from desktop.settings import MachineSettings

ROOT = Path(__file__).parents[2]
BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1440, 900)
window.show()
app.exec()
"""
LIST = (225, 140, 215, 200)  # where rows are painted, between the navigation and the welcome's card
INK = (500, 10_000)  # pixels of a few rows of text; a window that was never painted is all black
WATCHED = 3.0
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Start:
    """One start, in seconds and MB."""

    first: float
    usable: float
    stall: float
    rss: float
    pss: float


def start(words: Sequence[str], display: str, home: Path, *, listed: bool) -> Start:
    watcher = Watcher(display)
    began = time.perf_counter()
    program = subprocess.Popen(words, cwd=ROOT, env=environment(display, home))
    try:
        window = watcher.mapped(PATIENCE)
        first = time.perf_counter() - began
        assert window, "no window"
        seen = first
        while listed and not INK[0] < watcher.dark(*LIST) < INK[1]:
            assert time.perf_counter() - began < PATIENCE, "no list"
            time.sleep(0.004)
            seen = time.perf_counter() - began
        usable = seen + watcher.answer(window, PATIENCE)
        stall = longest_stall(watcher, window)
        rss, pss = memory(program.pid)
        watcher.close(window)
        program.wait(PATIENCE)
    finally:
        program.kill()
    return Start(first, usable, stall, rss, pss)


def longest_stall(watcher: Watcher, window: int) -> float:
    longest, until = 0.0, time.perf_counter() + WATCHED
    while time.perf_counter() < until:
        longest = max(longest, watcher.answer(window, PATIENCE))
        time.sleep(0.005)
    return longest


def memory(process: int) -> tuple[float, float]:
    told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    sizes = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in told if line.endswith("kB")}
    return sizes["Rss"], sizes["Pss"]


def environment(display: str, home: Path) -> dict[str, str]:
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    left_out = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, **folders, "HOME": str(home), "DISPLAY": display}


def remember(home: Path, newsroom: Path) -> None:
    """As after an earlier day: this newsroom, this person."""
    (home / "config" / "caibian").mkdir(parents=True)
    MachineSettings(home / "config" / "caibian" / "settings.json").remember(newsroom, LOGIN)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--articles", type=int, default=100_000)
    asked.add_argument("--runs", type=int, default=9)
    given = asked.parse_args()
    for room in ("db", "desktop", "resources"):
        compileall.compile_dir(ROOT / room, quiet=2)
    newsroom = newsroom_of(given.articles)
    bare: list[Start] = []
    full: list[Start] = []
    with virtual_screen() as display, tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        remember(home, newsroom)
        for run in range(given.runs + 1):
            one = start([sys.executable, "-c", BARE], display, home, listed=False)
            other = start([sys.executable, "-m", "desktop"], display, home, listed=True)
            if run:  # the first one warms
                bare.append(one)
                full.append(other)
    report(bare, full, given.articles)


def report(bare: list[Start], full: list[Start], articles: int) -> None:
    def middle(starts: list[Start], name: str) -> float:
        return statistics.median(getattr(one, name) for one in starts)

    floor = middle(bare, "first")
    print(f"{articles:,} articles, median of {len(full)} runs (least to most)")
    for words, starts, name in (
        ("bare window", bare, "first"),
        ("first window", full, "first"),
        ("list usable", full, "usable"),
        ("longest stall", full, "stall"),
    ):
        found = sorted(getattr(one, name) for one in starts)
        times = f"{middle(starts, name) / floor:5.2f} × bare" if name != "stall" else ""
        print(f"{words:14} {statistics.median(found):6.3f} s ({found[0]:.3f} to {found[-1]:.3f})  {times}")
    print(f"memory         {middle(full, 'rss'):6.1f} MB RSS, {middle(full, 'pss'):.1f} MB PSS", end="")
    print(f"  (bare {middle(bare, 'rss'):.1f}, {middle(bare, 'pss'):.1f})")


if __name__ == "__main__":
    main()
