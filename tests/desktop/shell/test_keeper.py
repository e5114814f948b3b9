"""What runs by the clock, asked for at once."""

import pytest

from db.actions import newsroom
from db.domain.changes import Area
from db.domain.people import PROGRAM
from db.store.unit import Store
from desktop.kit.tasks import Tasks
from desktop.paths import backups_of
from desktop.shell.keeper import FIRST_BACKUP, Keeper


@pytest.fixture
def keeper(qapp, store):
    tasks = Tasks(store)
    made = Keeper(store, tasks)
    yield made
    made.stop()
    tasks.drain()


def test_a_backup_is_made_when_one_is_due_and_not_again(qtbot, keeper, store):
    with qtbot.waitSignal(keeper.backed_up):
        keeper.back_up()
    assert len(list(backups_of(store.path).glob("*.caibian"))) == 1
    with qtbot.assertNotEmitted(keeper.backed_up):
        keeper.back_up()
        qtbot.waitUntil(lambda: not keeper._asking)


def test_who_closes_within_minutes_has_a_backup_too(qtbot, keeper, store):
    (soon,) = (timer for timer in keeper._timers if timer.interval() == FIRST_BACKUP)
    assert soon.isActive() and soon.isSingleShot() and FIRST_BACKUP <= 60_000
    with qtbot.waitSignal(keeper.backed_up):
        soon.timeout.emit()


def test_nothing_scheduled_writes_nothing(qtbot, keeper, store):
    qtbot.waitUntil(lambda: not keeper._asking)
    with store.reading() as connection:
        before = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
    keeper.fire_due()
    qtbot.waitUntil(lambda: not keeper._asking)
    with store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA data_version").scalar_one() == before


def test_an_own_change_is_told_once_and_precisely(qtbot, keeper, store):
    told = []
    keeper._tasks.changed.connect(told.append)
    qtbot.waitUntil(lambda: not keeper._asking)
    keeper._tasks.actor = PROGRAM
    with qtbot.waitSignal(keeper._tasks.changed):
        keeper._tasks.change(keeper, lambda unit: newsroom.set_settings(unit, {"site_name": "青禾网"}))
    keeper.watch()
    qtbot.waitUntil(lambda: not keeper._asking)
    assert [changes.areas for changes in told] == [Area.SETTINGS]


def test_a_change_of_another_program_is_told_for_all(qtbot, keeper, store):
    qtbot.waitUntil(lambda: not keeper._asking)
    other = Store(store.path)
    with other.changing(PROGRAM) as unit:
        newsroom.set_settings(unit, {"site_name": "别处"})
    other.close()
    with qtbot.waitSignal(keeper._tasks.changed) as told:
        keeper.watch()
    assert told.args[0].areas == Area.EVERYTHING
