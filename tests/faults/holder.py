"""A second program at the same newsroom, told what to do line by line; it answers each line with what came of it.

Usage: python holder.py FILE LOGIN. Lines: take, beat, save, inside (begins to write and waits for the next line).
"""

from __future__ import annotations

import sys
from pathlib import Path

from db.actions import leases, write
from db.domain.article import Fields, Words
from db.domain.errors import DeskError
from db.store import articles
from db.store import people as roster
from db.store.unit import Store

TOKEN = "holder"
MINE = Fields(channel_id=1, title="题", source="县住建局", body="停住的人写的")


def main() -> None:
    store = Store(Path(sys.argv[1]))
    with store.reading() as connection:
        found = next(person for person in roster.everyone(connection) if person.login == sys.argv[2])
        actor = roster.actor(connection, found.id)
        version = articles.get(connection, 1).draft.version
    for line in map(str.strip, sys.stdin):
        try:
            with store.changing(actor) as unit:
                if line == "take":
                    leases.take_edit(unit, 1, TOKEN)
                elif line == "beat":
                    leases.beat(unit, 1, TOKEN)
                else:
                    write.save(unit, 1, MINE, Words(MINE.body, 6), version)
                if line == "inside":
                    print("inside", flush=True)
                    sys.stdin.readline()
            print("done", flush=True)
        except DeskError as error:
            print(type(error).__name__, flush=True)


if __name__ == "__main__":
    main()
