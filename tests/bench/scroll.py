"""How the list of a queue comes and scrolls: ``python tests/bench/scroll.py [ARTICLES …]``, by default 100,000.

First page: from the choice of a queue to its rows painted. Scrolling: every frame from the top to the bottom of the
longest queue, by a wheel's step, by the page, and dragged over the whole length; a frame is what the main thread does
from the move of the bar to the end of the painting. Every statement of SQL is noted with its thread.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from rows import newsroom_of
from sqlalchemy import event

from db.store import people
from db.store.queues import Place, Queue
from db.store.unit import Store
from desktop.kit.commands import Commands
from desktop.kit.garbage import Collector
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Mode, Theme
from desktop.screens.library.screen import LibraryScreen

TIMES = 30
QUEUES = (Queue.MINE, Queue.RETURNED, Queue.SUBMITTED, Queue.TO_PUBLISH, Queue.LIVE, Queue.ALL)


def wait(app: QApplication, done: Callable[[], bool]) -> None:
    while not done():
        app.processEvents()


def report(name: str, took: list[float]) -> None:
    took = sorted(took)
    p50, p95, p99 = (took[min(len(took) - 1, len(took) * part // 100)] for part in (50, 95, 99))
    print(f"{name:28} p50 {p50:6.2f}  p95 {p95:6.2f}  p99 {p99:6.2f}  most {took[-1]:6.2f} ms  ({len(took)})")


def first_pages(app: QApplication, library: LibraryScreen) -> None:
    for queue in QUEUES:
        took = []
        for _ in range(TIMES):
            began = perf_counter()
            library.show_place(Place(queue))
            # the rows are read with the first ids; then one painting
            wait(app, lambda: library.model.row(0) is not None)
            library.rows.viewport().repaint()
            took.append((perf_counter() - began) * 1000)
            wait(app, lambda: not library.model.loading)
            library.model.clear()
        report(f"first page, {queue.value}", took)


def scroll(app: QApplication, library: LibraryScreen, name: str, values: Iterable[int]) -> None:
    bar = library.rows.verticalScrollBar()
    took = []
    for value in values:
        began = perf_counter()
        bar.setValue(value)
        library.rows.viewport().repaint()
        app.processEvents()
        took.append((perf_counter() - began) * 1000)
    report(f"frame, {name}", took)


def measure(app: QApplication, theme: Theme, path: Path) -> None:
    store = Store(path)
    asked: Counter[str] = Counter()
    note = lambda *_: asked.update([threading.current_thread().name.split("_")[0]])  # noqa: E731
    event.listen(store.engine, "before_cursor_execute", note)
    tasks, commands = Tasks(store), Commands(theme)
    with store.reading() as connection:
        tasks.actor = people.actor(connection, 2, "测")
    asked.clear()
    windows = QSettings(str(path.with_name("windows.ini")), QSettings.Format.IniFormat)
    library = LibraryScreen(tasks, theme, commands, MessageBar(theme), windows)
    library.resize(340, 820)
    library.show()
    first_pages(app, library)
    library.show_place(Place(Queue.ALL))
    wait(app, lambda: library.model.row(0) is not None and not library.model.loading)
    end = library.rows.verticalScrollBar().maximum()
    scroll(app, library, "by the wheel", range(0, 60_000, 100))
    scroll(app, library, "by the page", range(0, end, max(900, end // 2000)))
    scroll(app, library, "dragged down and up", [*range(0, end, end // 200), *range(end, 0, -end // 200)])
    wait(app, lambda: not library.model._flying)
    print(f"SQL by thread: {dict(asked)}; on the main thread: {asked['MainThread']}")
    tasks.drain()
    store.close()


def main() -> None:
    app = QApplication([])
    collector = Collector(app)
    theme = Theme(Mode.LIGHT, app)
    theme.apply(app)
    for count in map(int, sys.argv[1:] or ("100000",)):
        print(f"{count:,} articles")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "scroll.caibian"
            shutil.copy(newsroom_of(count), path)
            measure(app, theme, path)
    collector.stop()


if __name__ == "__main__":
    main()
