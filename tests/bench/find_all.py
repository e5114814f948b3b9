"""Find in all drafts: ``python tests/bench/find_all.py [DRAFTS]`` (2,000 of 1,500 characters unless said otherwise).

Prints for words, for a pattern and for what is nowhere: from the key Enter to the first places painted, to all of them,
and how long the window did nothing else at most meanwhile.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from save import author
from text import article

from db.actions import write
from db.domain.article import Fields
from db.store.unit import Store
from db.store.upgrade import upgrade
from desktop.kit.tasks import Tasks
from desktop.kit.theme import Theme
from desktop.screens.library.find_panel import FindPanel
from desktop.text.finding import Query
from desktop.text.words import words

QUERIES = (
    Query("县"),
    Query("。"),
    Query(r"[0-9]+(?:万|亿)?[元人个]", pattern=True),
    Query("（1234）"),
    Query("没有写过的词"),
)


def fill(store: Store, drafts: int) -> None:
    actor = author(store)
    bodies = [article(1_500, seed) for seed in range(50)]
    for begin in range(0, drafts, 200):
        with store.changing(actor) as unit:
            for number in range(begin, min(begin + 200, drafts)):
                body = f"第{number}篇。\n\n{bodies[number % 50]}".replace("asset:ab12", "https://qinghe.example/a.jpg")
                fields = Fields(channel_id=1, title=f"清河之水进山村（{number}）", body=body, source="县水利局")
                write.start(unit, fields, words(body))


def main() -> None:
    app = QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(app)
    folder = Path(tempfile.mkdtemp())
    store = Store(folder / "drafts.caibian")
    upgrade(store)
    fill(store, int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
    tasks = Tasks(store)
    panel = FindPanel(tasks, theme)
    panel.resize(320, 800)
    panel.show()
    for query in (QUERIES[0], *QUERIES):
        first, longest = 0.0, 0.0
        began = time.perf_counter()
        panel.open(query)
        ended = 0.0
        while not ended or time.perf_counter() - ended < 0.3:  # rows are laid out a while longer
            turn = time.perf_counter()
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            longest = max(longest, time.perf_counter() - turn)
            if panel.model.rowCount() and not first:
                first = time.perf_counter() - began
            if not panel.search.under_way and not ended:
                ended = time.perf_counter()
            time.sleep(0.0005)
        whole = ended - began
        print(
            f"{query.words:24} {panel.search.places:6,} places in {panel.search.articles:5,} of "
            f"{panel.search.looked_through:5,}   first {first * 1000:6.1f} ms   all {whole * 1000:6.1f} ms   "
            f"longest stall {longest * 1000:5.1f} ms"
        )
    tasks.drain()
    store.close()
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
