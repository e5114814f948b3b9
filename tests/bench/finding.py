"""Measure the list's search line: python tests/bench/finding.py [FILE], a file that tests/bench/search.py has made.

From each key to the first results painted, while a word is typed character by character, and to the exact count.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from db.store.queues import Place, Queue
from db.store.unit import Store
from desktop.kit.commands import Commands
from desktop.kit.messages import MessageBar
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
from desktop.screens.library.screen import LibraryScreen

WORDS = 60


def spread(name: str, taken: list[float]) -> str:
    taken = sorted(taken)
    middle, late = taken[len(taken) // 2], taken[len(taken) * 95 // 100]
    return f"{name:40} p50 {middle * 1000:6.1f} ms   p95 {late * 1000:6.1f} ms   n {len(taken)}"


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.gettempdir()) / "search.caibian"
    app = QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(app)
    store = Store(path)
    with store.reading() as connection:
        number = connection.scalar(text("SELECT count(*) FROM article"))
        picked = (
            "SELECT body FROM search_text WHERE article_id IN (SELECT abs(random()) % :n + 1 FROM article LIMIT :k)"
        )
        bodies = list(connection.scalars(text(picked), {"n": number, "k": WORDS}))
    tasks = Tasks(store)
    screen = LibraryScreen(tasks, theme, Commands(theme), MessageBar(theme))
    screen.resize(320, 800)
    screen.show()
    model, first, whole, blocked = screen.model, [], [], []
    painted: list[float] = []
    model.modelReset.connect(lambda: painted.append(0.0))

    def turn() -> None:
        began = time.perf_counter()
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        blocked.append(time.perf_counter() - began)
        time.sleep(0.0005)

    def settled() -> None:
        while model.loading:
            turn()

    screen.show_place(Place(Queue.ALL))
    settled()
    r = random.Random(3)
    for body in bodies:
        at = r.randrange(max(1, len(body) - 4))
        word = "".join(body[at : at + r.choice((2, 3, 4))].split())
        screen.head.line.clear()
        settled()
        for sign in word:
            painted.clear()
            began = time.perf_counter()
            screen.head.line.insert(sign)
            while not painted:
                turn()
            screen.rows.viewport().repaint()
            first.append(time.perf_counter() - began)
        settled()
        whole.append(time.perf_counter() - began)
    print(f"{number:,} articles")
    print(spread("key to first results painted", first))
    print(spread("last key to all ids and the exact count", whole))
    print(spread("one turn of the main thread", blocked), f"  longest {max(blocked) * 1000:.1f} ms")
    tasks.drain()
    store.close()


if __name__ == "__main__":
    main()
