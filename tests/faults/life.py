"""A child process that takes one article through its life and says so after every commit (or, as control, before).

What the world refuses it tells by kind, with exit status 3.

Usage: python life.py PLACE VERB [early | normal]; VERB is life, saves (without end), upgrade, backup, restore, recovery
or site.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from sqlalchemy import event

from db.actions import channels, newsroom, people, release, review, write
from db.domain.article import Fields, Words
from db.domain.errors import StoreUnavailable
from db.domain.people import PROGRAM, Actor, Role
from db.domain.place import place_of
from db.domain.release import Rendered
from db.store import articles, history
from db.store import people as roster
from db.store.backup import copy_database
from db.store.restore import restore
from db.store.unit import Store, Unit
from db.store.upgrade import upgrade
from desktop.publishing.publish import publish
from desktop.recovery import RecoveredText, Recovery

SAVES = 3
LOGINS = ["admin", "chu", "fa", "wen", "zhong"]


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


def people_of(store: Store) -> list[str]:
    with store.reading() as c:
        return sorted(person.login for person in roster.everyone(c))


def begin(store: Store) -> None:
    """Take the first step of the life alone."""
    with store.reading() as c:
        by = {p.login: roster.actor(c, p.id) for p in roster.everyone(c)}
    actor, step = steps(store, by)[0]
    with store.changing(actor) as unit:
        step(unit)


def live(store: Store, by: dict[str, Actor]) -> None:
    """Take all steps."""
    for actor, step in steps(store, by):
        with store.changing(actor) as unit:
            step(unit)


def save_on(store: Store) -> None:
    """Save again and again, until somebody ends it."""
    begin(store)
    with store.reading() as c:
        by = {p.login: roster.actor(c, p.id) for p in roster.everyone(c)}
    for n in count(1):
        with store.changing(by["wen"]) as unit:
            write.save(unit, 1, fields(n), Words(f"第{n}次", 3), n)
        print(f"acknowledged {n + 1} {time.monotonic()}", flush=True)


def keep(folder: Path) -> None:
    """Write a text aside three times, one over the other."""
    recovery = Recovery(folder / "recovery")
    for n in range(1, SAVES + 1):
        recovery.put(RecoveredText("new-1", 2, None, 0, "", fields(n)))
        print(f"acknowledged {n}", flush=True)


def kept(folder: Path) -> int:
    """Return which of them lies there, 0 for none."""
    found = Recovery(folder / "recovery").find("new-1", 2)
    return int(found.fields.body[1]) if found else 0


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
    store = Store(place_of(sys.argv[1]))
    if "normal" in sys.argv:  # the other control: commits that are not synced
        event.listen(store.engine, "connect", lambda dbapi, _record: dbapi.execute("PRAGMA synchronous = NORMAL"))
    if verb == "upgrade":
        upgrade(store)
        print("acknowledged 1", flush=True)
    elif verb == "backup":
        copy_database(store, path.with_name("copy.caibian"))
        print("acknowledged 1", flush=True)
    elif verb == "restore":
        restore(path, path.with_name("copy.caibian"))
        print("acknowledged 1", flush=True)
    elif verb == "site":
        publish(store, path.parent / "site")
        print("acknowledged 1", flush=True)
    elif verb == "saves":
        save_on(store)
    elif verb == "recovery":
        keep(path.parent)
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
    try:
        main()
    except StoreUnavailable as told:
        print(f"refused {told.reason}", flush=True)
        sys.exit(3)
