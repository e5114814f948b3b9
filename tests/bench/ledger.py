"""How smooth 核对单 is with 2,000 rows of a text of 50,000 characters: ``python tests/bench/ledger.py``.

Prints milliseconds of the processor on the main thread, the median and the worst of fifty: filling the list, one row
on with its place shown in the text, one tick; painting both is in it.
"""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication, QTextBrowser

from db.domain.ticks import Tick
from desktop.kit.theme import Mode, Theme
from desktop.proofreading.facts import facts
from desktop.screens.editor.fact_places import show_place
from desktop.screens.editor.fact_rows import FactRows
from desktop.screens.editor.ledger_panel import LedgerPanel


def timed(name: str, work: Callable[[int], object]) -> None:
    took = []
    for at in range(50):
        start = process_time()
        work(at)
        QApplication.processEvents()
        took.append((process_time() - start) * 1000)
    print(f"{name}: {statistics.median(took):.1f} ms, worst {max(took):.1f}")


def main() -> None:
    app = QApplication(sys.argv)
    theme = Theme(Mode.LIGHT)
    theme.apply(app)
    line = "第{n}村今年新修水渠{m}米，村民们都说路好走了，茶叶卖得出去了，日子一年比一年过得好。"
    text = "\n".join(line.format(n=n, m=n + 300) for n in range(1, 1100))[:50_000]
    found = tuple(facts(text))[:2_000]
    rows = FactRows("d", text, found, whole=True, model=True)
    panel, browser, ticks = LedgerPanel(theme), QTextBrowser(), {}
    browser.setPlainText(text)
    for widget in (panel, browser):
        widget.resize(280 if widget is panel else 700, 700)
        widget.show()
    print(f"{len(text):,} characters, {len(found):,} rows")
    timed("filling the list", lambda _at: panel.show_rows(rows, ticks))
    panel.chosen.connect(lambda fact: show_place(browser, text, fact, theme.colours))
    timed("one row on", lambda at: panel.list.go(at * 37))

    def tick(at: int) -> None:
        ticks[found[at].key] = Tick(found[at].key, 1, True, "", "周敏", "")
        panel.model.set_ticks(ticks)
        panel.say(may=True, demanded=True, words="")

    timed("one tick", tick)


if __name__ == "__main__":
    main()
