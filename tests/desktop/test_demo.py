"""The demo newsroom is made by the rules: everyone did what they may, in order, and the record holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from db.domain.people import Role
from db.store import articles, people, trail
from db.store.clock import stamp, system_clock
from db.store.unit import Store
from db.store.verify import verify
from desktop.demo import make


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory):
    path: Path = tmp_path_factory.mktemp("demo") / "new" / "demo.caibian"
    make(path)
    store = Store(path)
    yield store
    store.close()


def test_the_record_holds(demo: Store):
    told = verify(demo)
    assert told.faults == []
    assert told.releases == 22 and told.migrated == 0


def test_every_stage_and_publication_is_there(demo: Store):
    with demo.reading() as connection:
        rows = articles.rows(connection, range(1, 41)).values()
        assert len(rows) == 40
        stages = Counter((row.stage, row.level) for row in rows)
        assert Counter(row.publication for row in rows) == {"live": 18, "withdrawn": 2, "scheduled": 2, "none": 18}
    assert stages == {
        (None, 0): 20, ("editing", 0): 5, ("returned", 0): 3, ("review", 1): 4, ("review", 2): 2,
        ("approved", 0): 3, ("scheduled", 0): 2, ("trashed", 0): 1,
    }  # fmt: skip


def test_people_sign_in_with_a_click_and_hold_every_role(demo: Store):
    with demo.reading() as connection:
        everyone = people.everyone(connection)
    assert len(everyone) == 8 and all(person.demo and person.active for person in everyone)
    assert {role for person in everyone for role in person.roles} == set(Role)


def test_whoever_reviewed_before_somebody_is_left_for_the_next_level(demo: Store):
    with demo.reading() as connection:
        everyone = [person for person in people.everyone(connection) if Role.REVIEWER in person.roles]
    taken: list[set[str]] = [set()]
    for level in (1, 2, 3):
        for earlier in taken:
            assert any(level in p.levels and p.login not in earlier for p in everyone), (level, earlier)
        taken = [
            earlier | {p.login} for earlier in taken for p in everyone
            if level in p.levels and p.login not in earlier
        ]  # fmt: skip


def test_times_follow_each_other_and_none_is_to_come(demo: Store):
    with demo.reading() as connection:
        times = [entry.at for entry in trail.entries(connection)]
    assert times == sorted(times)
    assert times[-1] <= stamp(system_clock())


def test_nothing_is_left_beside_it(demo: Store):
    assert not list(demo.path.parent.glob("*.part*"))
