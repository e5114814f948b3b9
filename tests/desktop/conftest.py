"""What every test of the window shares: collection on the main thread, and a newsroom's threads."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from db.store.unit import Store
from desktop.kit.language import Language, speak
from desktop.kit.tasks import Tasks

_tests = count()  # of the window


@pytest.fixture(autouse=True)
def collection_on_the_main_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the application: a Qt object that dies on a worker takes the program with it."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    if next(_tests) % 25 == 0:  # collections pass over modules, items and all else that is there to stay
        gc.collect()
        gc.freeze()
    yield
    held = QGuiApplication.mouseButtons()
    assert held == Qt.MouseButton.NoButton, "a button of the mouse is held down into the tests that follow"
    gc.collect()
    gc.enable()


@pytest.fixture
def tasks(qapp: object, store: Store) -> Iterator[Tasks]:
    tasks = Tasks(store)
    yield tasks
    tasks.drain()


@pytest.fixture
def speaking(qapp: QCoreApplication) -> Iterator[Callable[[str], Language]]:
    """Let the application speak a language, until the test is over."""
    before = QLocale()
    yield partial(speak, qapp)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)
