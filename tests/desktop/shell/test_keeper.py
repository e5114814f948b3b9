"""What runs by the clock, asked for at once."""

import pytest

from desktop.kit.tasks import Tasks
from desktop.paths import backups_of
from desktop.shell.keeper import Keeper


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


def test_nothing_scheduled_writes_nothing(qtbot, keeper, store):
    qtbot.waitUntil(lambda: not keeper._asking)
    with store.reading() as connection:
        before = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
    keeper.fire_due()
    qtbot.waitUntil(lambda: not keeper._asking)
    with store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA data_version").scalar_one() == before
