"""Random people take random steps, one after the other and at once: the rules of the workflow hold afterwards."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from db.actions import write
from db.domain.article import Draft, Words
from db.domain.errors import DeskError
from db.domain.people import Actor
from db.store.unit import Store, Unit

from .crowd import Steps, fields, found, who

INTERLEAVINGS = int(os.environ.get("INTERLEAVINGS", "200"))


class OneByOne(Steps):
    """Everybody sees what is there now, and what they do is done before the next begins."""

    @invariant()
    def all_of_it_holds(self) -> None:
        self.check()


class AtOnce(Steps):
    """Two or three programs on one record. People act on what they saw when they looked last, and their steps begin
    at the same moment."""

    def __init__(self) -> None:
        super().__init__()
        self.programs = [self.store, Store(self.place), Store(self.place)]
        self.seen: dict[str, Draft | None] = dict.fromkeys(self.people, self.draft())
        self.begun: list[tuple[Actor, Callable[[Unit], object]]] = []
        self.written: list[tuple[int, int, str]] = []  # draft, the version that was seen, the words that were taken
        self.wrong: list[Exception] = []
        self.many = 2

    @initialize(many=st.integers(2, 3))
    def so_many(self, many: int) -> None:
        self.many = many

    @rule(login=who)
    def look(self, login: str) -> None:
        self.seen[login] = self.draft()

    @rule(login=who)
    def save(self, login: str) -> None:
        """Words that nobody else writes: what becomes of them can be told."""
        body = f"第{len(self.written) + len(self.begun)}句，{login}写的。"

        def save(unit: Unit, draft: Draft) -> tuple[int, int, str]:
            write.save(unit, draft.id, fields(body), Words(body, len(body)), draft.version)
            return draft.id, draft.version, body

        self.attempt(login, save)

    @rule()
    def two_write(self) -> None:
        for login in ("wen", "shen"):
            self.save(login)

    def before(self, login: str) -> Draft | None:
        return self.seen[login]

    def take(self, actor: Actor, step: Callable[[Unit], object]) -> None:
        self.begun.append((actor, step))
        if len(self.begun) == self.many:
            self.all_at_once()

    def all_at_once(self) -> None:
        start = Barrier(len(self.begun))

        def act(store: Store, actor: Actor, step: Callable[[Unit], object]) -> None:
            start.wait()
            try:
                with store.changing(actor) as unit:
                    made = step(unit)
            except DeskError:
                return
            except Exception as error:  # noqa: BLE001  # a thread's error is told by the test
                self.wrong.append(error)
                return
            if isinstance(made, tuple):
                self.written.append(made)

        threads = [Thread(target=act, args=(s, *one)) for s, one in zip(self.programs, self.begun, strict=False)]
        self.begun = []
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not self.wrong, self.wrong

    def nothing_is_lost(self) -> None:
        """Of two who saw the same version one is refused; what was taken last is what is there."""
        seen = [(draft_id, version) for draft_id, version, _body in self.written]
        assert len(seen) == len(set(seen))
        for draft_id, version, body in self.written:
            newest = (draft_id, version + 1) not in seen
            now = self.draft()
            if newest and now is not None and (now.id, now.version) == (draft_id, version + 1):
                assert now.fields.body == body

    def teardown(self) -> None:
        if self.begun:
            self.all_at_once()
        self.check()
        self.nothing_is_lost()
        for store in self.programs[1:]:
            store.close()
        super().teardown()


@pytest.fixture(scope="module")
def founded(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(empty_file, tmp_path_factory.mktemp("rules") / "n.caibian"))
    found(path)
    return path


@pytest.mark.timeout(0 if "INTERLEAVINGS" in os.environ else 300)
@pytest.mark.parametrize("place", ["file", "server"])
@pytest.mark.parametrize(
    ("machine", "runs", "steps"),
    [(OneByOne, {"file": 20, "server": 10}, 40), (AtOnce, {"file": INTERLEAVINGS, "server": INTERLEAVINGS // 4}, 14)],
    ids=["one by one", "at once"],
)
def test_the_rules_hold_whatever_people_try(request, founded, place, machine, runs, steps):
    machine.founded = founded
    machine.cluster = request.getfixturevalue("cluster") if place == "server" else None
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=runs[place],
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
