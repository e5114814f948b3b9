"""The whole life of an article on a machine whose clock is wrong, as its library tells every program (faketime)."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.actions import delegations
from db.domain.people import Actor
from db.store import trail
from db.store.clock import later
from db.store.unit import Store
from db.store.verify import verify

HERE = Path(__file__).parent
QUEUE = """
import sys
from db.domain.place import place_of
from db.store import people, queues
from db.store.unit import Store
store = Store(place_of(sys.argv[1]))
with store.reading() as connection:
    actor = people.actor(connection, int(sys.argv[2]))
    print(queues.size(connection, queues.Place(queues.Queue.TO_REVIEW), actor))
store.close()
"""

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


def on_machine(jump: str, store: Store, *arguments: object) -> str:
    """Run Python on a machine whose clock is wrong, on a record that a server keeps."""
    given = ["faketime", "-f", jump, sys.executable, *map(str, arguments)]
    secret = {"PGPASSWORD": store.place.password, "PYTHONPATH": str(HERE.parents[1])}
    done = subprocess.run(given, env={**os.environ, **secret}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def stands_in(store: Store, people: dict[str, Actor]) -> None:
    """Send a text in, and have the second level's reviewer stand in at the first for a week."""
    for actor, step in life.steps(store, people)[: life.SAVES + 2]:
        with store.changing(actor) as unit:
            step(unit)
    chu, zhong = people["chu"].person_id, people["zhong"].person_id
    with store.changing(people["chu"]) as unit:
        delegations.delegate(unit, chu, zhong, unit.now, later(unit.now, 7 * 86_400), "外出培训")


@pytest.mark.parametrize("jump", ["-30d", "+3653d"])
def test_of_a_record_on_a_server_the_server_s_clock_counts(shared_store, jump):
    people = life.prepare(shared_store)
    stands_in(shared_store, people)
    asked = on_machine(jump, shared_store, "-c", QUEUE, shared_store.place, people["zhong"].person_id)
    assert asked.strip() == "1"


@pytest.mark.parametrize("jump", ["-30d", "+3653d"])
def test_entries_of_a_record_on_a_server_have_the_server_s_time(shared_store, jump):
    life.prepare(shared_store)
    on_machine(jump, shared_store, HERE / "life.py", shared_store.place, "life")
    assert verify(shared_store).faults == []
    with shared_store.reading() as connection:
        entries = list(trail.entries(connection))
    assert not any("clock_behind" in entry.facts for entry in entries)
    assert entries[-1].at <= later(entries[0].at, 600)
