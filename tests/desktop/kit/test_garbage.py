"""Collection on the main thread."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from desktop.kit.garbage import Collector


@pytest.fixture
def collector(qapp):
    collector = Collector()
    yield collector
    collector.stop()
    collector.deleteLater()


def test_nothing_is_collected_by_the_interpreter_itself(collector):
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()


def test_circles_die_on_the_main_thread(collector):
    died_on = []

    class Leaf(QObject):
        def __del__(self):
            died_on.append(threading.current_thread())

    def litter():
        for _ in range(2000):
            circle = [None]
            circle[0] = circle

    leaf = Leaf()
    leaf.me = leaf
    del leaf
    worker = threading.Thread(target=litter)
    worker.start()
    worker.join()
    assert died_on == []
    for _ in range(500):
        litter()
        collector.collect()
    assert died_on == [threading.main_thread()]


def test_what_stands_is_left_out_until_the_next_desk_is_ready(collector):
    class Desk(QObject):
        pass

    desk = Desk()
    desk.me = desk
    gone = weakref.ref(desk)
    collector.settle()
    assert gc.get_freeze_count() > 0
    del desk
    gc.collect()
    assert gone() is not None
    collector.settle()
    assert gone() is None
    collector.stop()
    assert gc.get_freeze_count() == 0
