"""How fast lists begin: ``python tests/bench/queues.py [ARTICLES …]``, by default 100,000 and 1,000,000, made by SQL.

For each person and queue: the ids of the first page and what its rows show, as the list asks for them, in ms.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from rows import CHANNELS, newsroom_of  # noqa: E402  # beside this file
from sqlalchemy import Connection  # noqa: E402

from db.domain.people import Actor, Role  # noqa: E402
from db.store import articles, people, queues  # noqa: E402
from db.store.queues import Place, Queue  # noqa: E402
from db.store.unit import Store  # noqa: E402

TIMES = 40
PAGE = 60
PLACES = [*(Place(queue) for queue in Queue if queue is not Queue.CHANNEL), Place(Queue.CHANNEL, CHANNELS // 2)]


def actors(connection: Connection) -> dict[str, Actor]:
    """Return a person for each role: all of one's own for the editor, a publisher who is none of these."""
    known = {person.login: people.actor(connection, person.id) for person in people.everyone(connection)}
    publisher = Actor(known["admin"].person_id, "何川", frozenset({Role.PUBLISHER}), frozenset(), "")
    return {"editor": known["linxiao"], "reviewer": known["zhoumin"], "publisher": publisher, "admin": known["admin"]}


def measure(connection: Connection, place: Place, actor: Actor) -> tuple[int, float, float]:
    """Return the rows of a first page, and its p50 and p95 in ms."""
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        found = queues.first(connection, place, actor, PAGE)
        shown = articles.rows(connection, found)
        took.append((time.perf_counter() - began) * 1000)
    took.sort()
    return len(shown), took[TIMES // 2], took[TIMES * 95 // 100]


def main() -> None:
    for count in [int(given) for given in sys.argv[1:]] or [100_000, 1_000_000]:
        store = Store(newsroom_of(count))
        worst = 0.0
        with store.reading() as connection:
            for role, actor in actors(connection).items():
                print(f"{count:,} articles, {role}")
                for place in PLACES:
                    rows, median, late = measure(connection, place, actor)
                    worst = max(worst, late)
                    print(f"  {place.queue:12} {rows:3} rows   p50 {median:7.2f}   p95 {late:7.2f} ms")
        print(f"{count:,} articles: dearest p95 {worst:.2f} ms")
        store.close()


if __name__ == "__main__":
    main()
