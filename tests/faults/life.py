"""A child process that takes one article through its life and says so after every commit (or, as control, before).

Usage: python life.py FILE VERB [early]; VERB is life, upgrade or backup.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from db.actions import channels, newsroom, people, release, review, write
from db.domain.article import Fields, Words
from db.domain.people import PROGRAM, Actor, Role
from db.domain.release import Rendered
from db.store import articles, history
from db.store import people as roster
from db.store.backup import copy_database
from db.store.unit import Store, Unit
from db.store.upgrade import upgrade

SAVES = 3


def fields(n: int) -> Fields:
    return Fields(channel_id=1, title="题", source="县住建局", body=f"第{n}次")


def prepare(store: Store) -> dict[str, Actor]:
    """Found a newsroom with an editor, two reviewers and a publisher."""
    made = {}
    with store.changing(PROGRAM) as unit:
        newsroom.found(unit, "青禾", "admin", "罗岚", "correct horse")
        channels.change_scheme(unit, 1, name="两审制", levels=2)
        for login, role, levels in (
            ("wen", Role.EDITOR, set()),
            ("chu", Role.REVIEWER, {1}),
            ("zhong", Role.REVIEWER, {2}),
            ("fa", Role.PUBLISHER, set()),
        ):
            roles = frozenset({role})
            number = people.add(unit, login, login, roles, frozenset(levels), frozenset(), "", demo=True)
            made[login] = Actor(number, login, roles, frozenset(levels))
    return made


def steps(store: Store, by: dict[str, Actor]) -> list[tuple[Actor, Callable[[Unit], object]]]:
    """Return the steps of the life, each a transaction of its own."""

    def save(n: int) -> Callable[[Unit], object]:
        return lambda unit: write.save(unit, 1, fields(n), Words(f"第{n}次", 3), n)

    def approve(unit: Unit) -> None:
        digest = history.get_revision(unit.connection, 1).digest
        review.approve(unit, 1, digest, "", Rendered(digest, "1", "<p></p>", ""))

    return [
        (by["wen"], lambda unit: write.start(unit, fields(0), Words("第0次", 3))),
        *((by["wen"], save(n)) for n in range(1, SAVES + 1)),
        (by["wen"], lambda unit: review.submit(unit, 1, SAVES + 1)),
        (by["chu"], approve),
        (by["zhong"], approve),
        (by["fa"], lambda unit: release.publish(unit, 1)),
    ]


def progress(store: Store) -> int:
    """Return how many steps the record holds."""
    with store.reading() as c:
        if not c.exec_driver_sql("SELECT count(*) FROM article").scalar_one():
            return 0
        article = articles.get(c, 1)
        if article.draft is None:
            return SAVES + 5
        draft = article.draft
        assert draft.fields.body == f"第{draft.version - 1}次"
        return draft.version + {"editing": 0, "review": draft.level, "approved": 3}[draft.stage]


def main() -> None:
    path, verb, early = Path(sys.argv[1]), sys.argv[2], "early" in sys.argv
    store = Store(path)
    if verb == "upgrade":
        upgrade(store)
        print("acknowledged 1", flush=True)
    elif verb == "backup":
        copy_database(store, path.with_name("copy.caibian"))
        print("acknowledged 1", flush=True)
    else:
        with store.reading() as c:
            by = {p.login: roster.actor(c, p.id) for p in roster.everyone(c)}
        for n, (actor, step) in enumerate(steps(store, by), 1):
            with store.changing(actor) as unit:
                step(unit)
                if early:
                    print(f"acknowledged {n}", flush=True)
                    if n == SAVES:
                        os.kill(os.getpid(), signal.SIGKILL)
            print(f"acknowledged {n}", flush=True)


if __name__ == "__main__":
    main()
