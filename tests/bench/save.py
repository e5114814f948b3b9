"""How long a durable save takes: ``python tests/bench/save.py [SAVES] [--on FOLDER] [--in NEWSROOM]``.

Autosaves a draft of 5,000 characters as the editor does, each time a few characters longer, and measures in turn what
the disk takes to sync as many bytes. The plain text and its count, which a worker makes before, are given apart.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from text import article  # noqa: E402  # beside this file

from db.actions import newsroom, write  # noqa: E402
from db.domain.article import Fields  # noqa: E402
from db.domain.people import PROGRAM, Actor, Role  # noqa: E402
from db.store.unit import Store  # noqa: E402
from db.store.upgrade import upgrade  # noqa: E402
from desktop.text.words import words  # noqa: E402

BYTES = 100_000  # about what a save leaves in the log


def author(store: Store) -> Actor:
    with store.changing(PROGRAM) as unit:
        return Actor(
            newsroom.found(unit, "青禾新闻网", "bench", "林晓", "correct horse"),
            "林晓",
            frozenset({Role.EDITOR}),
            frozenset(),
            "",
        )


def told(name: str, took: list[float]) -> None:
    took.sort()
    print(
        f"{name:28} p50 {took[len(took) // 2]:7.2f}   p95 {took[len(took) * 95 // 100]:7.2f}   most {took[-1]:7.2f} ms"
    )


def measure(store: Store, actor: Actor, count: int) -> None:
    chance, body = random.Random(3), article(5_000).replace("asset:ab12", "https://qinghe.example/a.jpg")
    fields = Fields(channel_id=1, title="清河之水进山村", body=body, source="县水利局", correspondents=("吴启航",))
    with store.changing(actor) as unit:
        saved = write.start(unit, fields, words(body))
    saving, counting, syncing = [], [], []
    with (store.path.parent / "sync").open("wb") as log:
        for _ in range(count):
            at = chance.randrange(len(body) - 400, len(body))
            body = f"{body[:at]}{''.join(chance.choices('青禾县今年秋粮丰收', k=3))}{body[at:]}"
            fields = replace(fields, body=body)
            began = time.perf_counter()
            made = words(body)
            counted = time.perf_counter()
            with store.changing(actor) as unit:
                saved = write.save(unit, saved.draft_id, fields, made, saved.version)
            ended = time.perf_counter()
            log.write(os.urandom(BYTES))
            log.flush()
            synced = time.perf_counter()
            os.fsync(log.fileno())
            syncing.append((time.perf_counter() - synced) * 1000)
            counting.append((counted - began) * 1000)
            saving.append((ended - counted) * 1000)
    print(f"{count} saves of {len(body)} characters")
    told("plain text and count", counting)
    told("save, durable", saving)
    told("sync of the disk alone", syncing)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("saves", type=int, nargs="?", default=300)
    parser.add_argument("--on", type=Path, default=None, help="folder of the file system to measure on")
    parser.add_argument("--in", type=Path, default=None, dest="room", help="a large newsroom; a copy of it is used")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.on) as made:
        path = Path(made) / "n.caibian"
        if given.room:
            shutil.copy(given.room, path)
        store = Store(path)
        upgrade(store)
        measure(store, author(store), given.saves)
        store.close()


if __name__ == "__main__":
    main()
