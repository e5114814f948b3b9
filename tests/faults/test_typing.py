"""kill -9 of the real program while a person types: at most two seconds are missing, and what was kept is offered.

A few moments in the suite; more with ``TYPING_KILLS=50``, which also tells how much was lost at most.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from db.actions import newsroom, people, write
from db.domain.article import Fields, Words
from db.domain.people import PROGRAM, Role
from db.store import articles
from db.store import people as roster
from db.store.driver import sqlite_module
from db.store.unit import Store
from desktop.recovery import Recovery

HERE = Path(__file__).parent
KILLS = int(os.environ.get("TYPING_KILLS", "2"))
PROMISED = 2.0  # seconds of typing
LOAD = 1.5  # seconds that a busy machine may add

pytestmark = pytest.mark.timeout(900)


@pytest.fixture
def room(store: Store, tmp_path: Path) -> Path:
    """A newsroom with one editor and one draft, closed."""
    with store.changing(PROGRAM) as unit:
        newsroom.found(unit, "青禾", "admin", "罗岚", "correct horse")
        editor = people.add(unit, "linxiao", "林晓", frozenset({Role.EDITOR}), frozenset(), frozenset(), "", demo=True)
    with store.reading() as connection:
        actor = roster.actor(connection, editor)
    with store.changing(actor) as unit:
        write.start(unit, Fields(title="题", channel_id=1, body="原文"), Words("原文", 2))
    store.close()
    return store.path


class Program:
    """One running copy, with a machine of its own."""

    def __init__(self, newsroom: Path, home: Path, article: int, verb: str) -> None:
        names = (
            "HOME",
            "XDG_DATA_HOME",
            "XDG_CONFIG_HOME",
            "XDG_STATE_HOME",
            "XDG_CACHE_HOME",
            "APPDATA",
            "LOCALAPPDATA",
        )
        home.mkdir(exist_ok=True)
        self.home = home
        self.child = subprocess.Popen(
            [sys.executable, HERE / "typist.py", newsroom, "林晓", str(article), verb],
            env={
                **os.environ,
                **dict.fromkeys(names, str(home)),
                "QT_QPA_PLATFORM": "offscreen",
                "PYTHONPATH": str(HERE.parents[1]),
                "PYTHONUTF8": "1",
            },
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    @property
    def recovery(self) -> Recovery:
        return Recovery(next(self.home.rglob("recovery"), self.home / "recovery"))

    def words(self) -> Iterator[tuple[int, float]]:
        """Yield every word as it is typed, and when."""
        for line in self.child.stdout:
            if told := re.match(r"typed (\d+) ([\d.]+)", line):
                yield int(told[1]), float(told[2])

    def killed_after(self, seconds: float) -> list[tuple[int, float]]:
        """Kill it so long after its first word; return the words that it had typed."""
        typed = []
        for word, at in self.words():
            typed.append((word, at))
            if at - typed[0][1] >= seconds:
                break
        self.kill()
        return typed

    def kill(self) -> None:
        self.child.kill()
        self.child.wait()
        self.child.stdout.close()

    def answer(self) -> dict[str, object]:
        told, _ = self.child.communicate(timeout=60)
        assert self.child.returncode == 0
        return json.loads(told.splitlines()[-1])


def saved(newsroom: Path, article: int) -> str:
    store = Store(newsroom)
    try:
        with store.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one() == "ok"
            found = connection.exec_driver_sql("SELECT count(*) FROM article WHERE id = ?", (article,)).scalar_one()
            return articles.get(connection, article).draft.fields.body if found else ""
    finally:
        store.close()


def unsafe(typed: list[tuple[int, float]], text: str, end: float) -> float:
    """Return for how many seconds the oldest lost word had been typed when the program was killed."""
    there = {int(word) for word in re.findall(r"w(\d{4})", text)}
    return max((end - at for word, at in typed if word not in there), default=0.0)


@pytest.mark.parametrize("article", [1, 2], ids=["draft", "never saved"])
def test_at_most_two_seconds_of_typing_are_lost(room, tmp_path, article):
    chance = random.Random(article)

    def killed(n: int, seconds: float) -> float:
        newsroom = Path(shutil.copy(room, tmp_path / f"n{n}.caibian"))
        program = Program(newsroom, tmp_path / f"home{n}", article if article == 1 else 0, "type")
        typed = program.killed_after(seconds)
        end = time.monotonic()
        text = saved(newsroom, article) + "".join(found.fields.body for found in program.recovery._every())
        assert "原文" in text or article != 1
        return unsafe(typed, text, end)

    moments = [chance.uniform(0.2, 5.0) for _ in range(KILLS)]
    with ThreadPoolExecutor(3) as side_by_side:
        worst = max(side_by_side.map(killed, range(KILLS), moments))
    print(f"lost at most {worst:.2f} s of typing in {KILLS} kills")
    assert worst <= PROMISED + LOAD


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs by a message")
def test_asked_to_end_the_program_saves_every_key_and_lets_the_draft_go(room, tmp_path):
    program = Program(room, tmp_path / "home", 1, "type")
    words = program.words()
    typed = [next(words) for _ in range(5)]
    program.child.terminate()
    typed += list(words)
    program.child.wait()
    program.child.stdout.close()
    assert program.child.returncode == 0
    there = saved(room, 1)
    assert all(f"w{word:04d}" in there for word, _ in typed)
    store = Store(room)
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM edit_lease").scalar_one() == 0
    store.close()


@pytest.mark.parametrize("article", [1, 0], ids=["draft", "never saved"])
def test_what_could_not_be_saved_before_the_kill_is_offered_with_the_text_that_was(room, tmp_path, article):
    program = Program(room, tmp_path / "home", article, "type")
    words = program.words()
    next(words)
    other = sqlite_module().connect(str(room), isolation_level=None)
    other.execute("PRAGMA busy_timeout = 5000")
    other.execute("BEGIN IMMEDIATE")  # another program holds the newsroom from now on
    kept = 0
    typed = []
    for word, at in words:
        typed.append((word, at))
        kept = max(
            [kept, *(int(n) for text in program.recovery._every() for n in re.findall(r"w(\d{4})", text.fields.body))]
        )
        if kept > 20:
            break
    program.kill()
    other.rollback()
    other.close()
    before = saved(room, 1)
    seen = Program(room, tmp_path / "home", article, "look").answer()
    assert f"w{kept:04d}" in seen["compared"]
    assert "用找回的文字" in seen["offered"] and "丢弃找回的" in seen["offered"]
    if article:
        assert "原文" in seen["compared"] and seen["body"] == before
    assert saved(room, 1) == before  # nothing is put over it without being asked
