"""A newsroom of any size for measurements of lists: its rows are made by SQL, bodies of 50 characters."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from db.actions import channels, newsroom, people
from db.domain.article import Fields
from db.domain.channels import ChannelKind
from db.domain.people import PROGRAM, Role
from db.domain.revision import canonical
from db.schema.triggers import triggers
from db.store import channels as read_channels
from db.store import people as read_people
from db.store.check import mark_clean
from db.store.unit import Store
from db.store.upgrade import upgrade

LOGIN = "linxiao"  # a demo person who wrote every article: the longest queue that there can be
CHANNELS = 10
OPEN = 50  # one article in so many is open
_SPREAD = "CASE (n / {every}) % 5 WHEN 0 THEN 'review' WHEN 1 THEN 'approved' WHEN 2 THEN 'returned' ELSE 'editing' END"
_STAGE = f"CASE WHEN n % {OPEN} = 0 THEN {_SPREAD.format(every=OPEN)} END"
_TITLE = """substr('青禾县今年秋粮丰收面积产量农户合作社技术服务道路水利投入建设群众干部乡镇春耕春管生产能力提升',
    1 + n % 30, 12 + n % 9) || '：第 ' || n || ' 期工作简报' ||
    CASE n % 3 WHEN 0 THEN '，各乡镇认真抓好落实' ELSE '' END"""
_AT = "strftime('%Y-%m-%dT%H:%M:%SZ', 1100000000 + n * 600000000.0 / :count, 'unixepoch')"

MADE = (
    f"""INSERT INTO article SELECT n, 'u' || n, printf('2026-%07d', n),
        CASE WHEN n % {OPEN} = 0 THEN 'none' ELSE 'live' END, {_STAGE}, n % {OPEN} = 0, 1 + n % {CHANNELS}, {_TITLE},
        '青禾单位' || (n % 40), 50, n, {_AT}, '林晓', NULL, CASE WHEN n % {OPEN} THEN n END,
        CASE WHEN n % {OPEN} THEN {_AT} ELSE '' END, n / {CHANNELS}, '' FROM numbers""",
    f"""INSERT INTO draft SELECT n, n, 'new', coalesce({_STAGE}, 'published'), n % {OPEN} = 0, 1, 1, NULL, NULL,
        (SELECT min(id) FROM scheme), NULL, {_AT}, '', NULL, '', NULL, {_AT}, {_AT}, '林晓' FROM numbers""",
    "INSERT INTO draft_text SELECT n, :form FROM numbers",
    f"INSERT INTO draft_author SELECT n, (SELECT id FROM person WHERE login = '{LOGIN}'), {_AT} FROM numbers",
    f"INSERT INTO involvement SELECT (SELECT id FROM person WHERE login = '{LOGIN}'), n, n FROM numbers",
)


def newsroom_of(count: int, path: Path | None = None) -> Path:
    """Return a newsroom with so many articles; it is made once and kept."""
    path = path or Path(tempfile.gettempdir()) / f"caibian-bench-{count}.caibian"
    if not path.exists():
        began = time.perf_counter()
        part = path.with_name(path.name + ".part")
        part.unlink(missing_ok=True)
        store = Store(part)
        upgrade(store)
        _found(store)
        _fill(store, count)
        store.close()
        part.rename(path)
        mark_clean(path)
        print(f"{count:,} articles made in {time.perf_counter() - began:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
    return path


def _found(store: Store) -> None:
    with store.changing(PROGRAM) as unit:
        newsroom.found(unit, "青禾县融媒体中心", "admin", "郑岚", "qinghe-2026")
        scheme = read_channels.schemes(unit.connection)[0].id
        people.add(unit, LOGIN, "林晓", frozenset({Role.EDITOR}), frozenset(), frozenset(), "", demo=True)
        everyone = frozenset({1, 2, 3})
        people.add(unit, "zhoumin", "周敏", frozenset({Role.REVIEWER}), everyone, frozenset(), "", demo=True)
        admin = read_people.actor(unit.connection, 1)
    with store.changing(admin) as unit:
        for n in range(len(read_channels.every(unit.connection)), CHANNELS):
            channels.add(unit, kind=ChannelKind.NEWS, name=f"栏目{n}", slug=f"channel{n}", scheme_id=scheme)


def _fill(store: Store, count: int) -> None:
    """Past the triggers, which no SQL of ours could satisfy in bulk; they stand again afterwards."""
    with store.changing(PROGRAM) as unit:
        execute = unit.connection.exec_driver_sql
        for name in triggers():
            execute(f"DROP TRIGGER {name}")
        execute("CREATE TEMP TABLE numbers (n INTEGER PRIMARY KEY)")
        execute(
            "INSERT INTO numbers WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < ?)"
            " SELECT n FROM r",
            (count,),
        )
        given = {"count": count, "form": canonical(Fields(title="工作简报", body="各乡镇认真抓好落实。" * 5))}
        for statement in MADE:
            execute(statement, {name: value for name, value in given.items() if f":{name}" in statement})
        execute("INSERT OR REPLACE INTO counter VALUES ('touched', ?)", (count,))
        for statement in triggers().values():
            execute(statement)
        execute("DROP TABLE numbers")
