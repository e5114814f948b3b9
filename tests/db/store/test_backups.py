"""Backups come when something changed, are kept by age, and no clock thins them away."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.domain.people import PROGRAM
from db.store import backups, counters
from db.store.backups import due, listed, make, thin
from db.store.unit import Store

pytestmark = pytest.mark.places("file")

START = datetime(2026, 5, 1, 8, 0, tzinfo=UTC)


class Hands:
    """A clock that is moved by hand."""

    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def newsroom(store, hands):
    made = Store(store.path, clock=hands)
    yield made
    made.close()


def change(store):
    with store.changing(PROGRAM) as unit:
        counters.take(unit.connection, "touched")


def test_a_backup_is_due_when_something_changed_half_an_hour_ago(newsroom, hands, tmp_path):
    folder = tmp_path / "backups"
    assert due(newsroom, folder)
    make(newsroom, folder)
    hands.now += timedelta(hours=1)
    assert not due(newsroom, folder)
    change(newsroom)
    assert due(newsroom, folder)
    make(newsroom, folder)
    change(newsroom)
    hands.now += timedelta(minutes=29)
    assert not due(newsroom, folder)
    hands.now += timedelta(minutes=1)
    assert due(newsroom, folder)


def test_a_clock_set_back_does_not_stop_backups(newsroom, hands, tmp_path):
    hands.now += timedelta(days=3650)
    make(newsroom, tmp_path / "b")
    hands.now = START
    change(newsroom)
    assert due(newsroom, tmp_path / "b")
    newest = make(newsroom, tmp_path / "b")
    assert not due(newsroom, tmp_path / "b")
    assert listed(tmp_path / "b")[0].path == newest


def test_a_backup_is_listed_with_its_time_and_articles(newsroom, tmp_path):
    path = make(newsroom, tmp_path / "b")
    (backup,) = listed(tmp_path / "b")
    assert backup == backups.Backup(path, "2026-05-01T08:00:00Z", 0, path.stat().st_size, True)
    assert path.name == "000001-20260501T080000Z-0.caibian"


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 9, None])
def test_a_damaged_backup_is_seen(newsroom, tmp_path, damage):
    path = make(newsroom, tmp_path / "b")
    path.write_bytes(path.read_bytes()[:-4096] if damage is None else damage)
    assert [backup.ok for backup in listed(tmp_path / "b")] == [False]


def test_no_folder_has_no_backups(tmp_path):
    assert listed(tmp_path / "none") == thin(tmp_path / "none") == []


def place(folder, made, times):
    """Lay copies of a backup that carry the given times, oldest first."""
    folder.mkdir()
    paths = [folder / f"{n:06d}-{at.strftime('%Y%m%dT%H%M%SZ')}-0.caibian" for n, at in enumerate(times, start=1)]
    for path in paths:
        shutil.copy(made, path)
    return paths


@pytest.fixture
def tiny(tmp_path, monkeypatch):
    """Files that are looked at as if they were backups: age is what these tests are about."""
    made = tmp_path / "tiny"
    made.write_bytes(b"")
    monkeypatch.setattr(backups, "_backup", lambda path: backups.Backup(path, "", 0, 0, path.stat().st_size == 0))
    return made


def test_two_days_14_days_8_weeks_and_12_months_are_kept(tiny, tmp_path):
    times = [START + timedelta(hours=h) for h in range(0, 24 * 500, 2)]
    place(tmp_path / "b", tiny, times)
    thin(tmp_path / "b")
    kept = [path.path.name.split("-")[1] for path in listed(tmp_path / "b")]
    newest = times[-1]
    days = [datetime.strptime(at, "%Y%m%dT%H%M%SZ") for at in kept]
    assert len({at.date() for at in days if newest.date() - at.date() < timedelta(days=14)}) == 14
    assert len({at.isocalendar()[:2] for at in days if newest.date() - at.date() < timedelta(days=56)}) == 8
    assert len({(at.year, at.month) for at in days}) == 12
    assert len(kept) < 25 + 14 + 8 + 12
    assert kept[:25] == [(newest - timedelta(hours=2 * n)).strftime("%Y%m%dT%H%M%SZ") for n in range(25)]
    assert thin(tmp_path / "b") == []


def test_thinning_day_by_day_keeps_a_year(tiny, tmp_path):
    folder = tmp_path / "b"
    folder.mkdir()
    for n in range(400):
        at = START + timedelta(days=n)
        shutil.copy(tiny, folder / f"{n + 1:06d}-{at.strftime('%Y%m%dT%H%M%SZ')}-0.caibian")
        thin(folder)
    months = {path.path.name.split("-")[1][:6] for path in listed(folder)}
    assert len(months) == 12


@pytest.mark.parametrize("jump", [timedelta(days=3650), timedelta(days=1), -timedelta(hours=1), -timedelta(days=3650)])
def test_a_clock_that_jumps_thins_nothing_of_the_last_days_away(tiny, tmp_path, jump):
    day = [START + timedelta(hours=h / 2) for h in range(48)]
    paths = place(tmp_path / "b", tiny, [*day, day[-1] + jump])
    assert thin(tmp_path / "b") == []
    assert all(path.exists() for path in paths)


def test_a_damaged_backup_takes_no_sound_ones_place(tiny, tmp_path):
    times = [START + timedelta(days=n) for n in range(40)]
    paths = place(tmp_path / "b", tiny, times)
    for path in paths[-20:]:
        path.write_bytes(b"damaged")
    thin(tmp_path / "b")
    sound = [path for path in paths if path.exists() and not path.stat().st_size]
    assert paths[19] in sound and len(sound) >= 14


@given(st.lists(st.integers(-100_000_000, 100_000_000), min_size=1, max_size=60))
def test_whatever_the_clock_does_the_newest_twelve_stay(gaps):
    from pathlib import Path

    at, paths = START + timedelta(days=365 * 300), []
    for n, gap in enumerate(gaps):
        at += timedelta(seconds=gap)
        paths.append(Path(f"{n:06d}-{at.strftime('%Y%m%dT%H%M%SZ')}-0.caibian"))
    newest_first = paths[::-1]
    assert set(newest_first[: backups.FEWEST]) <= backups._kept(newest_first)
