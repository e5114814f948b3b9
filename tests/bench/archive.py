"""How fast an old site is taken in: ``python tests/bench/archive.py [ARTICLES] [--on FOLDER]``.

Makes Markdown files of 1,000 to 3,000 characters with front matter, 18 % with a table, and runs the whole command
``caibian archive import`` on them in a process of its own. Prints articles a second, the peak memory of the largest
process, the same files again (all known), and whether the record holds afterwards.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from search import texts  # noqa: E402  # beside this file

LENGTHS = (1000, 3000, 2000)
FRONT = """---
title: {title}
date: {date}
channel: news
source: 县水利局
correspondents: [吴启航, 方一鸣]
editors: [林晓]
reviewers: [周敏, 高远]
keywords: [供水, 民生]
summary: {summary}
---

"""


def markdown(title: str, body: str, chance: random.Random, at: datetime) -> str:
    """Return an article of paragraphs, some with a bold lead; 18 % with a table."""
    length = int(chance.triangular(*LENGTHS))
    body = (body * (length // len(body) + 1))[:length]
    parts, start = [], 0
    while start < length:
        end = start + chance.randint(80, 260)
        lead = f"**{body[start : start + 8]}。**" if len(parts) in (2, 4, 6) else ""
        parts.append(lead + body[start:end])
        start = end
    if chance.random() < 0.18:
        rows = [" | ".join(body[at * 4 : at * 4 + 4] for at in range(row, row + 4)) for row in range(6)]
        parts.append("\n".join(f"| {row} |" for row in [rows[0], "---|---|---|---", *rows[1:]]))
    front = FRONT.format(title=title.rstrip("，。"), date=f"{at:%Y-%m-%d %H:%M:%S}", summary=body[:60])
    return front + "\n\n".join(parts) + "\n"


def make(folder: Path, count: int) -> None:
    chance, began = random.Random(5), datetime(2006, 1, 1, 8, tzinfo=UTC)
    for number, (title, body) in enumerate(texts(count, 2000)):
        at = began + timedelta(minutes=number * 9_000_000 // count)
        place = folder / f"{at:%Y}" / f"{number:06d}.md"
        place.parent.mkdir(exist_ok=True)
        place.write_text(markdown(title, body, chance, at), encoding="utf-8", newline="\n")


def caibian(*given: object) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"CAIBIAN_PASSWORD": "correct horse", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "desktop", *map(str, given)]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=ROOT)


def children() -> float:
    """Seconds of processor time of all processes that ended so far; on a busy machine it says more than the clock."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int, nargs="?", default=10_000)
    parser.add_argument("--on", type=Path, default=None, help="folder of the file system to measure on")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.on) as made:
        folder, room = Path(made) / "old", Path(made) / "n.caibian"
        folder.mkdir()
        make(folder, given.articles)
        caibian("init", "-n", room, "--site-name", "青禾新闻网", "--admin", "luolan")
        for what in ("imported", "already_here"):
            began, used = perf_counter(), children()
            answer = json.loads(caibian("archive", "import", folder, "-n", room, "--as", "luolan", "--json").stdout)
            seconds = perf_counter() - began
            used = children() - used
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
            print(
                f"{what:13} {answer[what]:6} of {answer['files']} in {seconds:5.1f} s: {answer[what] / seconds:5.0f} "
                f"articles/s, {used:.1f} s of processor time on {os.cpu_count()} cores, peak {peak} MB a process, "
                f"file {room.stat().st_size / 1e6:.0f} MB"
            )
        answer = json.loads(caibian("verify", "-n", room, "--json").stdout)
        print(f"verify: {answer}")


if __name__ == "__main__":
    main()
