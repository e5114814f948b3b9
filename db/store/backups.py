"""Automatic backups: when one is due, how they are named, which are kept. No clock is believed.

A backup is named ``SERIAL-TIME-ENTRIES.caibian``: the serial number grows in its folder whatever the clock says and
whatever was restored, so it alone gives the order; ENTRIES is the length of the audit chain.
"""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from db.store.backup import copy_newsroom, files_of
from db.store.clock import moment, stamp
from db.store.driver import APPLICATION_ID, sqlite_module
from db.store.durable import make_folder, sync_folder
from db.store.unit import Store

INTERVAL = timedelta(minutes=30)
KEEP_ALL = timedelta(days=2)
DAYS, WEEKS, MONTHS = 14, 8, 12
FEWEST = 12  # sound backups that are kept whatever their age

_NAME = re.compile(r"(\d{6,})-(\d{8}T\d{6}Z)-(\d+)\.caibian")
_TIME = "%Y%m%dT%H%M%SZ"
_LONGEST_GAP = timedelta(days=31)  # between two backups; a longer one is a clock that jumped
_COUNTED_GAP = timedelta(hours=12)  # so much of a gap counts as age: what was made before a holiday is still young
_STATE = "SELECT (SELECT coalesce(max(seq), 0) FROM audit), (SELECT coalesce(sum(value), 0) FROM counter)"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as it lies in its folder. ``ok``: its file is whole, as far as can be seen without reading all of it."""

    path: Path
    at: str
    articles: int
    size: int  # bytes, of the database and its large files
    ok: bool


def due(store: Store, folder: Path) -> bool:
    """Say whether something changed since the newest backup, and that one is 30 minutes old (or of a clock to come)."""
    newest = _newest(folder)
    if newest is None:
        return True
    age = store.clock() - moment(_stamp(newest))
    if timedelta(0) <= age < INTERVAL:
        return False
    with store.reading() as connection:
        return bool(_state(connection) != _looked_at(newest, _STATE))


def make(store: Store, folder: Path) -> Path:
    """Make a backup in ``folder``, proved by opening it and a quick_check, and return its path."""
    make_folder(folder)
    newest = _newest(folder)
    serial = _serial(newest) + 1 if newest else 1
    with store.reading() as connection:
        entries = _state(connection)[0]
    name = f"{serial:06d}-{store.clock().strftime(_TIME)}-{entries}.caibian"
    return copy_newsroom(store, folder / name, newest)


def listed(folder: Path) -> list[Backup]:
    """Return the backups of ``folder``, newest first."""
    return [_backup(path) for path in _paths(folder)]


def thin(folder: Path) -> list[Path]:
    """Delete the backups that are not kept, and return them.

    Kept are all of the last two days, and the newest of each of 14 days, 8 weeks and 12 months that have one. Days,
    weeks and months are counted, not compared with today, and ages are summed up between one backup and the next:
    a clock that jumps thins nothing away. A damaged backup takes no sound one's place, and is deleted with its age.
    """
    paths = _paths(folder)
    sound = [path for path in paths if _backup(path).ok]
    kept = _kept(sound)
    oldest = min(map(_serial, kept), default=0)
    gone = [path for path in paths if path not in kept and (path in sound or _serial(path) < oldest)]
    for path in gone:
        path.unlink()
        shutil.rmtree(files_of(path), ignore_errors=True)
    if gone:
        sync_folder(folder)
    return gone


def _kept(newest_first: list[Path]) -> set[Path]:
    kept = set(newest_first[:FEWEST])
    age = timedelta(0)
    for younger, older in pairwise(newest_first):
        age += _counted(moment(_stamp(younger)) - moment(_stamp(older)))
        if age <= KEEP_ALL:
            kept.add(older)
    for period, number in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        newest_of: dict[str, Path] = {}
        for path in newest_first:
            newest_of.setdefault(moment(_stamp(path)).strftime(period), path)
        kept.update(list(newest_of.values())[:number])
    return kept


def _counted(gap: timedelta) -> timedelta:
    if gap < timedelta(0) or gap > _LONGEST_GAP:
        return timedelta(0)
    return min(gap, _COUNTED_GAP)


def _paths(folder: Path) -> list[Path]:
    named = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)] if folder.is_dir() else []
    return sorted(named, key=_serial, reverse=True)


def _newest(folder: Path) -> Path | None:
    return next(iter(_paths(folder)), None)


def _serial(path: Path) -> int:
    return int(path.name.split("-")[0])


def _stamp(path: Path) -> str:
    return stamp(datetime.strptime(path.name.split("-")[1] + "+0000", _TIME + "%z"))


def _state(connection: Connection) -> tuple[int, int]:
    """Return the length of the audit chain and the sum of all counters: together they move with every change."""
    row = connection.exec_driver_sql(_STATE).one()
    return int(row[0]), int(row[1])


def _looked_at(path: Path, question: str) -> Any:
    """Return the answer of a backup that nobody writes to, or None when it has none."""
    driver = sqlite_module()
    try:
        with closing(driver.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return connection.execute(question).fetchone()
    except driver.Error:
        return None


def _backup(path: Path) -> Backup:
    size = path.stat().st_size
    head = _looked_at(
        path,
        "SELECT (SELECT count(*) FROM article), page_count * page_size, application_id "
        "FROM pragma_page_count, pragma_page_size, pragma_application_id",
    )
    ok = head is not None and head[1:] == (size, APPLICATION_ID)
    beside = files_of(path)
    large = sum(file.stat().st_size for file in beside.iterdir()) if beside.is_dir() else 0
    return Backup(path, _stamp(path), head[0] if head else 0, size + large, ok)
